import type { JSX } from 'preact';
import { asShown } from '../../workbook/formulas/formula-style';
import type { PaneContext } from '../contract/pane-context';
import { insertFormula } from '../contract/tasks';
import { Button } from './button';

interface InsertButtonProps {
  pane: PaneContext;
  formula: string;
  /** The id of the element that says more about it. */
  describedBy?: string;
}

/** Puts a formula into the active cell. */
export function InsertButton({ pane, formula, describedBy }: InsertButtonProps): JSX.Element {
  return (
    <Button
      label={`Insert ${asShown(formula, pane.style)}`}
      describedBy={describedBy}
      disabled={pane.busy || pane.snapshot.readOnly}
      onClick={() => pane.run(insertFormula(pane.services, () => formula))}
    >
      Insert
    </Button>
  );
}
