import { splitSheetName } from '../../formats/xlsx/address';
import { MAX_TEXT } from '../../formats/xlsx/excel-limits';
import { runWhenNotEditing } from '../host/excel-run';
import { hostLacks } from '../host/host-limits';
import { hasNotes } from '../host/notes';
import type { CellAddress } from './formula-rewrite';

/**
 * Writes a text beside a cell: as the cell's note if the host has notes and the cell has none yet, else into the
 * first empty cell to its right, in one line, so that the row stays as high as it is. Nothing is overwritten.
 *
 * @returns where the text is, with the sheet
 */
export async function writeNote(cell: CellAddress, text: string): Promise<{ address: string }> {
  return runWhenNotEditing(async (context) => {
    const noted = await addNote(context, cell, text).catch((failure: unknown) => {
      // A host may declare notes and still refuse them.
      if (hostLacks(failure)) {
        return null;
      }
      throw failure;
    });
    return noted ?? writeBeside(context, cell, text);
  });
}

async function addNote(
  context: Excel.RequestContext,
  { sheet, row, column }: CellAddress,
  text: string,
): Promise<{ address: string } | null> {
  if (!hasNotes()) {
    return null;
  }
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const cell = worksheet.getCell(row, column).load('address');
  await context.sync();
  const local = splitSheetName(cell.address).cells;
  const before = worksheet.notes.getItemOrNullObject(local);
  await context.sync();
  if (!before.isNullObject) {
    return null;
  }
  worksheet.notes.add(local, text);
  await context.sync();
  return { address: cell.address };
}

async function writeBeside(
  context: Excel.RequestContext,
  { sheet, row, column }: CellAddress,
  text: string,
): Promise<{ address: string }> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const used = worksheet.getCell(row, column).getEntireRow().getUsedRangeOrNullObject().load('columnIndex,valueTypes');
  await context.sync();
  const types = used.isNullObject ? [] : (used.valueTypes[0] ?? []);
  const firstUsed = used.isNullObject ? 0 : used.columnIndex;
  let target = column + 1;
  while ((types[target - firstUsed] ?? 'Empty') !== 'Empty') {
    target += 1;
  }
  const cell = worksheet.getCell(row, target).load('address');
  // As text, so that nothing in it is taken for a formula.
  cell.numberFormat = [['@']];
  cell.values = [[oneLine(text).slice(0, MAX_TEXT)]];
  await context.sync();
  return { address: cell.address };
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' · ');
}
