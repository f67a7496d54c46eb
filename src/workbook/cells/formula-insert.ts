import { runWhenNotEditing } from '../host/excel-run';

/**
 * Writes a formula into the active cell. The cell must be empty: nothing is overwritten.
 *
 * @param formulaOn the formula as it is to be written on the active cell's sheet
 * @returns the formula, and the cell's address with its sheet, as `Sheet1!B2`
 * @throws OccupiedCell if the active cell holds something
 */
export async function insertFormula(
  formulaOn: (sheet: string) => string,
): Promise<{ address: string; formula: string }> {
  return runWhenNotEditing(async (context) => {
    const cell = context.workbook.getActiveCell().load('address,formulas');
    cell.worksheet.load('name');
    await context.sync();
    if ((cell.formulas as unknown[][])[0]?.[0] !== '') {
      throw new OccupiedCell(cell.address);
    }
    const formula = formulaOn(cell.worksheet.name);
    cell.formulas = [[formula]];
    await context.sync();
    return { address: cell.address, formula };
  });
}

/** The active cell holds something already. */
export class OccupiedCell extends Error {
  constructor(readonly address: string) {
    super(`${address} is not empty`);
    this.name = 'OccupiedCell';
  }
}
