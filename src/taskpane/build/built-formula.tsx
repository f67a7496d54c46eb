import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell } from '../contract/services';
import { list } from '../contract/phrases';
import type { Task } from '../contract/task';
import { insertFormula, rewriteFormula } from '../contract/tasks';
import { Button } from '../controls/button';
import { FormulaText } from '../controls/formula-text';
import { FailureBar } from '../controls/message-bar';
import { type Explaining, useExplainedCall } from '../explain/use-explained-call';
import { formulaOf } from './formula-text';

interface BuiltFormulaProps {
  pane: PaneContext;
  functionName: string;
  /** In the English form, with the names of the sheets. */
  args: readonly string[];
  /** Required arguments that are not given yet. */
  missing: readonly string[];
  /** Where the formula would go; null before it is known. */
  cell: ActiveCell | null;
  /** The cell holds the formula that the fields are of: it is changed. */
  isEdit: boolean;
  /** The arguments as they are written on a sheet. */
  formulaArguments(sheet: string): string[];
}

/** The formula that the fields come to, its result in memory, and the way into the sheet. */
export function BuiltFormula({
  pane,
  functionName,
  args,
  missing,
  cell,
  isEdit,
  formulaArguments,
}: BuiltFormulaProps): JSX.Element {
  const { services, snapshot, busy, run } = pane;
  const settled = useSettled(JSON.stringify(args));
  const complete = missing.length === 0 && cell !== null;
  const call = complete ? { functionName, arguments: JSON.parse(settled) as string[] } : null;
  const place = cell ?? { sheet: '', row: 0, column: 0 };
  const written = (sheet: string): string => formulaOf(functionName, formulaArguments(sheet));
  const change = (held: ActiveCell): Task => rewriteFormula(services, held, written(held.sheet));
  const result = useExplainedCall(services, call, place, snapshot);
  return (
    <div class="built">
      <FormulaText class="formula" formula={written(place.sheet)} style={pane.style} />
      <div role="status" class="built-result">
        {missing.length > 0 ? (
          <p class="hint">To see the result, fill in {list(missing)}.</p>
        ) : (
          <LiveResult result={result} />
        )}
      </div>
      <div class="built-insert">
        <Button
          look="primary"
          describedBy="insert-hint"
          disabled={busy || snapshot.readOnly || missing.length > 0}
          onClick={() => run(isEdit && cell ? change(cell) : insertFormula(services, written))}
        >
          {isEdit ? 'Change' : 'Insert'}
        </Button>
        <p class="hint" id="insert-hint">
          {cell === null
            ? 'Goes into the active cell.'
            : isEdit
              ? `Takes the place of the formula in ${cell.address}.`
              : `Goes into ${cell.address}${cell.formula !== '' || cell.text !== '' ? ', which is not empty: select an empty cell' : ''}.`}
        </p>
      </div>
    </div>
  );
}

function LiveResult({ result }: { result: Explaining }): JSX.Element | null {
  if (result.kind === 'waiting') {
    return null;
  }
  if (result.kind === 'failed') {
    return <FailureBar failure={result.failure} />;
  }
  const { explained } = result;
  if (explained.kind === 'unresolved') {
    return (
      <p class="hint">
        The {explained.argument} is a formula of its own: the result shows when the formula is in its cell.
      </p>
    );
  }
  if (explained.kind === 'busy') {
    return <p class="hint">The {explained.argument} is still being calculated…</p>;
  }
  const { explanation, preview, rows, columns } = explained;
  if (preview.length > 0) {
    const isWhole = preview.length === rows && preview[0]?.length === columns;
    return <Preview preview={preview} caption={`${rows} x ${columns} cells${isWhole ? '' : ', the first of them'}`} />;
  }
  if (explanation.problem === null) {
    return <p class="result">{explanation.result}</p>;
  }
  return (
    <p class="built-problem">
      <b>{explanation.problem.code}</b> {explanation.problem.message}
    </p>
  );
}

/** The first cells of a result that fills several. */
function Preview({ preview, caption }: { preview: readonly (readonly string[])[]; caption: string }): JSX.Element {
  return (
    <table class="preview">
      <caption class="hint">{caption}</caption>
      <tbody>
        {preview.map((row, index) => (
          <tr key={index}>
            {row.map((text, column) => (
              <td key={column}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** While someone types, work for each letter would be wasted; after this pause it is worth it. */
const SETTLE_MS = 200;

/** The value, as soon as it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
