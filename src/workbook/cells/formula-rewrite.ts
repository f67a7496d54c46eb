import { runWhenNotEditing } from '../host/excel-run';

/** A cell, by its sheet and its place on it, from 0. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Puts another formula in the place of one, in one step to undo.
 *
 * @param before the formula that the cell is known to hold
 * @throws ChangedCell if it holds something else by now
 */
export async function rewriteFormula(
  { sheet, row, column }: CellAddress,
  before: string,
  after: string,
): Promise<void> {
  await runWhenNotEditing(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getCell(row, column).load('address,formulas');
    await context.sync();
    if ((cell.formulas as unknown[][])[0]?.[0] !== before) {
      throw new ChangedCell(cell.address);
    }
    cell.formulas = [[after]];
    await context.sync();
  });
}

/** The cell holds another formula than the one that was to be changed. */
export class ChangedCell extends Error {
  constructor(readonly address: string) {
    super(`${address} has changed`);
    this.name = 'ChangedCell';
  }
}
