import { hostLacks } from '../host/host-limits';
import { hasNotes } from '../host/notes';
import { figureCell, type Figure } from './figure';

/**
 * Writes a note beside each figure of a sheet that has none.
 *
 * @returns how many; none if the host has no notes. One may have them by its version and still refuse them: the formulas and
 *   sources are then listed elsewhere.
 */
export async function writeNotes(
  context: Excel.RequestContext,
  sheetName: string,
  figures: readonly Figure[],
  texts: readonly string[],
): Promise<number> {
  try {
    return await addNotes(context, sheetName, figures, texts);
  } catch (failure) {
    if (hostLacks(failure)) {
      return 0;
    }
    throw failure;
  }
}

async function addNotes(
  context: Excel.RequestContext,
  sheetName: string,
  figures: readonly Figure[],
  texts: readonly string[],
): Promise<number> {
  if (!hasNotes()) {
    return 0;
  }
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const there = figures.map((figure) => sheet.notes.getItemOrNullObject(figureCell(figure)));
  await context.sync();
  let added = 0;
  figures.forEach((figure, at) => {
    if (there[at]?.isNullObject !== true) {
      return;
    }
    sheet.notes.add(figureCell(figure), texts[at] ?? figure.formula);
    added += 1;
  });
  await context.sync();
  return added;
}
