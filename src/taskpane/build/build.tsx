import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FunctionInfo } from '../contract/function-catalogue';
import type { PaneContext } from '../contract/pane-context';
import { Button } from '../controls/button';
import { FormulaText } from '../controls/formula-text';
import { FailureBar, ReadOnlyNote } from '../controls/message-bar';
import { useLate, useOnce } from '../controls/waiting';
import type { ActiveCell, FormulaStyle } from '../contract/services';
import { useActiveCell } from '../explain/use-active-cell';
import { BuilderForm } from './builder-form';
import { heldFormula } from './held-formula';

interface BuildProps {
  pane: PaneContext;
  /** The view is on the screen: only then the selection is followed. */
  shown: boolean;
}

/** Helps to write a formula: one function, a field for each of its arguments, the result at once. */
export function Build({ pane, shown }: BuildProps): JSX.Element {
  const functions = useOnce(() => pane.services.functions());
  const late = useLate(functions.value === null && functions.failure === null);
  if (functions.failure) {
    return (
      <div role="alert">
        <FailureBar failure={functions.failure} actions={<Button onClick={functions.askAgain}>Try again</Button>} />
      </div>
    );
  }
  if (functions.value === null) {
    return (
      <p class="hint" role="status">
        {late && 'Reading the list of functions…'}
      </p>
    );
  }
  return (
    <>
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      <FunctionPicker pane={pane} shown={shown} functions={functions.value} />
    </>
  );
}

function FunctionPicker({
  pane,
  shown,
  functions,
}: BuildProps & { functions: readonly FunctionInfo[] }): JSX.Element | null {
  const [name, setName] = useState('AISPEND');
  /** What was typed, by parameter and control: what suits another function is kept for it. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { cell } = useActiveCell(pane.services, shown);
  const held = heldFormula(cell, functions);
  const [edited, setEdited] = useState<Pick<ActiveCell, 'address' | 'formula'> | null>(null);
  const isEdit = held !== null && edited?.address === cell?.address && edited?.formula === cell?.formula;
  const edit = (): void => {
    if (held !== null && cell !== null) {
      setName(held.functionName);
      setTyped((before) => ({ ...before, ...held.typed }));
      setEdited({ address: cell.address, formula: cell.formula });
    }
  };
  const chosen = functions.find((candidate) => candidate.name === name) ?? functions[0];
  if (chosen === undefined) {
    return null;
  }
  return (
    <>
      {held !== null && cell !== null && !isEdit && <Held cell={cell} style={pane.style} onEdit={edit} />}
      <label class="field">
        Function
        <select
          value={chosen.name}
          aria-describedby="function-description"
          onChange={(event) => setName(event.currentTarget.value)}
        >
          {functions.map((candidate) => (
            <option key={candidate.name} value={candidate.name}>
              {candidate.name}
            </option>
          ))}
        </select>
      </label>
      <p class="hint" id="function-description">
        {chosen.description}{' '}
        {chosen.helpUrl !== '' && (
          <a href={chosen.helpUrl} target="_blank" rel="noopener noreferrer" aria-label={`Help on ${chosen.name}`}>
            Help
          </a>
        )}
      </p>
      <BuilderForm
        key={chosen.name}
        pane={pane}
        cell={cell}
        isEdit={isEdit}
        info={chosen}
        typed={typed}
        onType={(key, text) => setTyped((before) => ({ ...before, [key]: text }))}
      />
    </>
  );
}

interface HeldProps {
  cell: ActiveCell;
  style: FormulaStyle;
  onEdit(): void;
}

/** The way from the formula of the active cell into the fields. */
function Held({ cell, style, onEdit }: HeldProps): JSX.Element {
  return (
    <p class="hint build-held">
      {cell.address} holds <FormulaText formula={cell.formula} style={style} />.{' '}
      <Button look="link" onClick={onEdit}>
        Edit this formula
      </Button>
    </p>
  );
}
