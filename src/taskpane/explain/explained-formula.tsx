import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { cellArea, formatAddress } from '../../formats/xlsx/address';
import { callsIn, type FormulaCall } from '../../workbook/formulas/formula-calls';
import { asShown } from '../../workbook/formulas/formula-style';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell, CellOfResult, ExplainedCall, Explanation } from '../contract/services';
import { writeNote } from '../contract/tasks';
import { Button } from '../controls/button';
import { useCopying } from '../controls/copy-text';
import { FormulaText } from '../controls/formula-text';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { RowsInDoubt } from '../controls/rows-in-doubt';
import { useLate } from '../controls/waiting';
import { ExplanationBody } from './explanation-body';
import { ExplanationProblem } from './explanation-problem';
import { explanationText } from './explanation-text';
import { useExplainedCall } from './use-explained-call';

interface ExplainedFormulaProps {
  pane: PaneContext;
  cell: ActiveCell;
  /** The user goes to a row; the explanation is to stay. */
  onLeave(): void;
}

/** The formula of a cell, and one of our calls in it explained. */
export function ExplainedFormula({ pane, cell, onLeave }: ExplainedFormulaProps): JSX.Element | null {
  const calls = callsIn(cell.formula);
  const [chosen, setChosen] = useState(0);
  const call = calls[chosen] ?? calls[0];
  if (call === undefined) {
    return null;
  }
  return (
    <>
      <div class="explained-cell">
        <h2>{cell.address}</h2>
        {cell.anchor && <p class="hint">Filled by the formula in {addressOf(cell.anchor)}:</p>}
        <FormulaText class="formula" formula={cell.formula} style={pane.style} />
      </div>
      {calls.length > 1 && (
        <label class="field">
          Part of the formula
          <select value={String(chosen)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {calls.map(({ start, end }, index) => (
              <option key={start} value={String(index)}>
                {asShown(cell.formula.slice(start, end), pane.style)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ExplainedPart pane={pane} cell={cell} call={call} onLeave={onLeave} />
    </>
  );
}

function ExplainedPart({ pane, cell, call, onLeave }: ExplainedFormulaProps & { call: FormulaCall }): JSX.Element {
  const written = { functionName: call.functionName, arguments: call.arguments.map(({ text }) => text) };
  const at = cellOfResult(cell, call);
  const explaining = useExplainedCall(pane.services, written, cell.anchor ?? cell, pane.snapshot, at);
  const late = useLate(explaining.kind === 'waiting');
  const explained =
    explaining.kind === 'done' && explaining.explained.kind === 'explained' ? explaining.explained : null;
  return (
    <>
      <div role="status" class="outcome-of-call">
        {explaining.kind === 'waiting' && late && <p class="hint">Working out the explanation…</p>}
        {explaining.kind === 'failed' && <FailureBar failure={explaining.failure} />}
        {explaining.kind === 'done' && explaining.explained.kind !== 'explained' && (
          <NotExplained explained={explaining.explained} />
        )}
        {explained?.explanation.problem && (
          <ExplanationProblem
            pane={pane}
            cell={cell}
            call={call}
            problem={explained.explanation.problem}
            onLeave={onLeave}
          />
        )}
        {explained && explained.explanation.problem === null && (
          <Result explained={explained} only={at !== undefined} />
        )}
      </div>
      {explained?.explanation.problem && (
        <RowsInDoubt
          pane={pane}
          rows={explained.explanation.problem.rows}
          onLeave={onLeave}
          onSettled={() => pane.show('explain')}
        />
      )}
      {explained && (
        <>
          <ExplanationBody pane={pane} explanation={explained.explanation} onLeave={onLeave} />
          <ExplanationActions pane={pane} cell={cell} explanation={explained.explanation} />
        </>
      )}
    </>
  );
}

/** The figure as the cell shows it; of a call that fills several cells, what is explained. */
function Result({
  explained: { explanation, rows, columns },
  only,
}: {
  explained: Extract<ExplainedCall, { kind: 'explained' }>;
  /** The cell that is explained is one that the call fills, but not its own. */
  only: boolean;
}): JSX.Element {
  const size = `${rows} x ${columns} cells`;
  if (explanation.result === '') {
    return <p class="result">A table of {size}</p>;
  }
  return (
    <>
      <p class="result">{explanation.result}</p>
      {rows * columns > 1 && (
        <p class="hint">
          The call fills {size}. This explains {only ? 'the one that is selected' : 'the first of them'}.
        </p>
      )}
    </>
  );
}

/** Which of the cells that a call fills is selected; undefined for its own, and where the call is only a part of the formula. */
function cellOfResult({ formula, row, column, anchor }: ActiveCell, call: FormulaCall): CellOfResult | undefined {
  return anchor !== null && call.start === 1 && call.end === formula.length
    ? { row: row - anchor.row, column: column - anchor.column }
    : undefined;
}

function addressOf({ sheet, row, column }: NonNullable<ActiveCell['anchor']>): string {
  return formatAddress(sheet, cellArea(row, column));
}

function NotExplained({ explained }: { explained: Exclude<ExplainedCall, { kind: 'explained' }> }): JSX.Element {
  const { argument, text } = explained;
  if (explained.kind === 'busy') {
    return (
      <p class="hint">
        The {argument} {text} is still being calculated…
      </p>
    );
  }
  return (
    <MessageBar tone="info" title={`The ${argument} is a formula of its own.`}>
      Excel alone can work out <code>{text}</code>. Put it into a cell, and refer to that cell here: then this figure
      can be explained.
    </MessageBar>
  );
}

interface ExplanationActionsProps {
  pane: PaneContext;
  cell: ActiveCell;
  explanation: Explanation;
}

/** Takes the explanation along: to the clipboard, or into the sheet. */
function ExplanationActions({ pane, cell, explanation }: ExplanationActionsProps): JSX.Element {
  const { services, snapshot, busy, run } = pane;
  const { copy, byHand } = useCopying();
  const text = explanationText(cell.address, cell.formula, explanation);
  return (
    <>
      <div class="explanation-actions">
        <Button
          disabled={busy}
          onClick={() => run({ doing: 'Copying…', work: () => copy(text, 'The explanation is in the clipboard.') })}
        >
          Copy as text
        </Button>
        <Button disabled={busy || snapshot.readOnly} onClick={() => run(writeNote(services, cell, text))}>
          Write as a note
        </Button>
      </div>
      {byHand}
    </>
  );
}
