import { runAsOneUndoStep } from './excel-run';

/**
 * Writes a formula into the active cell. The cell must be empty: nothing is overwritten.
 *
 * @returns the cell's address with its sheet, as `Sheet1!B2`
 * @throws OccupiedCell where the active cell holds something
 */
export async function insertFormula(formula: string): Promise<{ address: string }> {
  return runAsOneUndoStep(async (context) => {
    const cell = context.workbook.getActiveCell().load('address,formulas');
    await context.sync();
    if ((cell.formulas as unknown[][])[0]?.[0] !== '') throw new OccupiedCell(cell.address);
    cell.formulas = [[formula]];
    await context.sync();
    return { address: cell.address };
  });
}

/** The active cell holds something already. */
export class OccupiedCell extends Error {
  constructor(readonly address: string) {
    super(`${address} is not empty`);
    this.name = 'OccupiedCell';
  }
}
