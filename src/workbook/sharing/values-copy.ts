import { inRequests, runAsOneUndoStep } from '../host/excel-run';
import { hostLacks } from '../host/host-lacks';
import { figureAddress, figureBatches, figureCells, figureRange, readFigures, waits, type Figure } from './figures';
import { formatsOf, readFormats } from './figure-formats';
import { freeSheetName } from './free-sheet-name';
import { protectedSheets } from '../host/protected-sheets';
import { Refused } from '../host/refused';

export interface ValuesCopy {
  readonly sheet: string;
  readonly copy: string;
  readonly figures: number;
  /** Figures beside which a note stands; 0 where the host has no notes. */
  readonly notes: number;
}

/** The text of the note on a figure. */
export type NoteText = (figure: Figure) => Promise<string>;

/**
 * Copies a sheet; in the copy, the results of our functions take the place of their formulas, spills as a whole, with
 * their formats. The sheet itself is not touched, and where anything fails, the copy is taken back.
 *
 * @param name the sheet; null for the active one
 * @throws Refused where it cannot be copied as it is
 */
export async function copyWithValues(
  name: string | null,
  noteText: NoteText,
  waiting?: () => void,
  cancel?: AbortSignal,
): Promise<ValuesCopy> {
  return runAsOneUndoStep(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    const active = sheets.getActiveWorksheet().load('name');
    await context.sync();
    const source = name ?? active.name;
    const figures = await readCopyable(context, source);
    const copy = freeSheetName(
      source,
      sheets.items.map((sheet) => sheet.name),
    );
    const notes: string[] = [];
    for (const figure of hasNotes() ? figures : []) {
      cancel?.throwIfAborted();
      notes.push(await noteText(figure));
    }
    try {
      await copyFigures(context, source, copy, figures, cancel);
      return { sheet: source, copy, figures: figures.length, notes: await notesOrNone(context, copy, figures, notes) };
    } catch (failure) {
      await deleteCopy(
        context,
        source,
        copy,
        sheets.items.map((sheet) => sheet.name),
      );
      if (hostLacks(failure)) {
        throw new Refused(
          `This Excel cannot copy ${source}.`,
          'Copy the sheet by hand, then paste the figures as values, or update Excel.',
        );
      }
      throw failure;
    }
  }, waiting);
}

/** The figures of a sheet that can be copied; each with its last value. */
async function readCopyable(context: Excel.RequestContext, sheet: string): Promise<Figure[]> {
  if ((await protectedSheets(context)).has(sheet)) {
    throw new Refused(
      `${sheet} is protected, and so would be its copy.`,
      'Unprotect it (Review > Unprotect Sheet), then try again.',
    );
  }
  const figures = await readFigures(context, sheet);
  if (figures.length === 0) {
    throw new Refused(`No cell of ${sheet} uses an AI Spend function.`, 'Go to a sheet with figures, then try again.');
  }
  const busy = figures.filter(waits);
  const [first] = busy;
  if (first) {
    const others = busy.length === 1 ? '' : ` and ${busy.length - 1} more`;
    throw new Refused(
      `${figureAddress(first)}${others} has no value yet.`,
      'Wait until it is calculated, or use Repair, then try again.',
    );
  }
  return figures;
}

/** The first request makes the copy and fills all or the first of its figures, so that few copies are ever seen half done. */
async function copyFigures(
  context: Excel.RequestContext,
  source: string,
  copy: string,
  figures: readonly Figure[],
  cancel?: AbortSignal,
): Promise<void> {
  const { worksheets } = context.workbook;
  const batches = figureBatches(figures);
  const formats = await inRequests(context, batches, (batch) => readFormats(worksheets.getItem(source), batch));
  const original = worksheets.getItem(source);
  original.copy(Excel.WorksheetPositionType.after, original).name = copy;
  await inRequests(context, batches, (batch) => {
    cancel?.throwIfAborted();
    const shown = formats[batches.indexOf(batch)] ?? [];
    batch.forEach((figure, at) => {
      const to = figureRange(worksheets.getItem(copy), figure);
      to.copyFrom(figureRange(worksheets.getItem(source), figure), Excel.RangeCopyType.values);
      const format = shown[at];
      if (format) {
        to.numberFormat = formatsOf(format);
      }
    });
  });
}

/** A host may have notes by its version and still refuse them: the formulas and sources are then listed elsewhere. */
async function notesOrNone(
  context: Excel.RequestContext,
  copy: string,
  figures: readonly Figure[],
  texts: readonly string[],
): Promise<number> {
  try {
    return await addNotes(context, copy, figures, texts);
  } catch (failure) {
    if (hostLacks(failure)) {
      return 0;
    }
    throw failure;
  }
}

/** A note beside each figure of the copy that has none; none where the host does not have notes. */
async function addNotes(
  context: Excel.RequestContext,
  copy: string,
  figures: readonly Figure[],
  texts: readonly string[],
): Promise<number> {
  if (!hasNotes()) {
    return 0;
  }
  const sheet = context.workbook.worksheets.getItem(copy);
  const there = figures.map((figure) => sheet.notes.getItemOrNullObject(cellOf(figure)));
  await context.sync();
  let added = 0;
  figures.forEach((figure, at) => {
    if (there[at]?.isNullObject !== true) {
      return;
    }
    sheet.notes.add(cellOf(figure), texts[at] ?? figure.formula);
    added += 1;
  });
  await context.sync();
  return added;
}

function hasNotes(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18');
}

function cellOf(figure: Figure): string {
  return figureCells({ ...figure, rows: 1, columns: 1 });
}

/** Deletes the copy, under its name or, where it could not be given that, under the one that Excel gave it. */
async function deleteCopy(
  context: Excel.RequestContext,
  source: string,
  copy: string,
  before: readonly string[],
): Promise<void> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const come = sheets.items.filter((sheet) => !before.includes(sheet.name));
  const unnamed = come.filter(
    ({ name }) =>
      /^ \(\d+\)$/.test(name.slice(name.lastIndexOf(' '))) && source.startsWith(name.slice(0, name.lastIndexOf(' '))),
  );
  const made = come.find(({ name }) => name === copy) ?? (unnamed.length === 1 ? unnamed[0] : undefined);
  if (made === undefined) {
    return;
  }
  made.delete();
  await context.sync();
}
