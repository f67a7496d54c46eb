import type { JSX } from 'preact';
import { TABLE_NAMES } from '../../domain/ledger/tables';
import { readArgument } from '../../workbook/formulas/argument-syntax';
import { type FormulaCall, type FormulaPart, replacePart } from '../../workbook/formulas/formula-calls';
import { quoted } from '../contract/formulas';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell, Explanation } from '../contract/services';
import { goTo, loadReferenceData, rewriteFormula } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';

interface ExplanationProblemProps {
  pane: PaneContext;
  cell: ActiveCell;
  call: FormulaCall;
  problem: NonNullable<Explanation['problem']>;
  onLeave(): void;
}

/** Why there is no figure, and the next step where one is known. */
export function ExplanationProblem(props: ExplanationProblemProps): JSX.Element {
  const { code, message } = props.problem;
  return (
    <MessageBar tone="error" title={code} actions={remedyButton(props)}>
      {message}
    </MessageBar>
  );
}

function remedyButton({ pane, cell, call, problem: { remedy }, onLeave }: ExplanationProblemProps): JSX.Element | null {
  const { services, snapshot, busy, run, show } = pane;
  switch (remedy?.kind) {
    case 'go-to-row': {
      const table = TABLE_NAMES.find((name) => name === remedy.table);
      if (table === undefined) {
        return null;
      }
      const go = (): void => {
        onLeave();
        run(goTo(services, table, remedy.row));
      };
      return <Button look="link" onClick={go}>{`Go to row ${remedy.row} of ${table}`}</Button>;
    }
    case 'load-reference-data':
      return (
        <Button disabled={busy || snapshot.readOnly} onClick={() => run(loadReferenceData(services))}>
          Load reference data
        </Button>
      );
    case 'use-name': {
      const part = textArgument(call, remedy.written);
      if (part === null) {
        return null;
      }
      const rewriting = rewriteFormula(services, cell, replacePart(cell.formula, part, quoted(remedy.name)));
      const work: typeof rewriting.work = async (...args) => {
        const message = await rewriting.work(...args);
        // The button goes away with the problem: the keyboard then goes on at the tab.
        if (document.activeElement?.closest('.outcome-of-call')) {
          show('explain');
        }
        return message;
      };
      return (
        <Button
          disabled={busy || snapshot.readOnly}
          onClick={() => run({ ...rewriting, work })}
        >{`Use ${quoted(remedy.name)}`}</Button>
      );
    }
    case 'settle-rows':
    case undefined:
      return null;
  }
}

/** The argument that is this very text; a name that comes from a cell is not ours to change. */
function textArgument(call: FormulaCall, written: string): FormulaPart | null {
  const isWritten = ({ text }: FormulaPart): boolean => {
    const syntax = readArgument(text);
    return syntax.kind === 'constant' && typeof syntax.value === 'string' && syntax.value.trim() === written.trim();
  };
  return call.arguments.find(isWritten) ?? null;
}
