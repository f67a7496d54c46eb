import type { JSX } from 'preact';
import { slipIn, type FormulaSlip } from '../../workbook/formulas/formula-slips';
import { FUNCTION_NAMES } from '../../functions/explain/outside-cells';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell } from '../contract/services';
import { rewriteFormula } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';

/** What is wrong with how the formula of a cell was typed, if Excel did not understand it or took it for a text. */
export function slipOf({ formula, text }: ActiveCell): FormulaSlip | null {
  return text === '#NAME?' || text === formula ? slipIn(formula, FUNCTION_NAMES) : null;
}

interface SlipProps {
  pane: PaneContext;
  cell: ActiveCell;
  slip: FormulaSlip;
}

/** A formula that was typed wrongly, and as it was probably meant. */
export function Slip({ pane, cell, slip: { said, mended } }: SlipProps): JSX.Element {
  const rewriting = rewriteFormula(pane.services, cell, mended);
  const work: typeof rewriting.work = async (...args) => {
    const message = await rewriting.work(...args);
    // The button goes away with the slip: the keyboard then goes on at the tab.
    if (document.activeElement?.closest('.slip')) {
      pane.show('explain');
    }
    return message;
  };
  return (
    <div class="slip" role="status">
      <div class="explained-cell">
        <h2>{cell.address}</h2>
        <code class="formula">{cell.formula}</code>
      </div>
      <MessageBar
        tone="error"
        title={cell.text}
        actions={
          <Button
            disabled={pane.busy || pane.snapshot.readOnly}
            onClick={() => pane.run({ ...rewriting, work })}
          >{`Write ${mended}`}</Button>
        }
      >
        {said}
      </MessageBar>
    </div>
  );
}
