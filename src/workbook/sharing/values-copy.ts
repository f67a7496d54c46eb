import { GENERAL } from '../../formats/xlsx/number-formats';
import { cleanUp } from '../host/clean-up';
import { hasDataTypes } from '../host/data-types';
import { inRequests, runWhenNotEditing, untilNotEditing } from '../host/excel-run';
import { hostLacks } from '../host/host-limits';
import { MAX_SHEET_NAME } from '../../formats/xlsx/excel-limits';
import { figureAddress, figureBatches, figureRange, waits, type Figure } from './figure';
import { writeNotes } from './figure-notes';
import { readFigures } from './figures';
import { hasNotes } from '../host/notes';
import { protectedSheets } from '../host/protected-sheets';
import { Refused } from '../host/refused';

export interface ValuesCopy {
  readonly sheet: string;
  readonly copy: string;
  readonly figures: number;
  /** Figures beside which a note stands; 0 if the host has no notes. */
  readonly notes: number;
}

/** The text of the note on a figure. */
export type NoteText = (figure: Figure) => Promise<string>;

/**
 * Copies a sheet; in the copy, the results of our functions take the place of their formulas, spills as a whole, with
 * their formats. The sheet itself is not touched, and where anything fails, the copy is taken back. Excel cannot undo the copy
 * of a sheet; who does not want it deletes it.
 *
 * @param name the sheet; null for the active one
 * @throws Refused if it cannot be copied as it is
 */
export async function copyWithValues(
  name: string | null,
  noteText: NoteText,
  waiting?: () => void,
  cancel?: AbortSignal,
): Promise<ValuesCopy> {
  return runWhenNotEditing(async (context) => {
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
      return { sheet: source, copy, figures: figures.length, notes: await writeNotes(context, copy, figures, notes) };
    } catch (failure) {
      const before = sheets.items.map((sheet) => sheet.name);
      await cleanUp(() => untilNotEditing(() => deleteCopy(context, source, copy, before)));
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
  const asked = (await hasDataTypes()) ? 'numberFormat,valuesAsJson' : 'numberFormat';
  const formats = await inRequests(context, batches, (batch) =>
    batch.map((figure) => figureRange(worksheets.getItem(source), figure).load(asked)),
  );
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

/**
 * The number formats with which values in the place of the formulas look as these did. A format that came with a function's
 * result is told by the value where the host tells values with their formats, and by the cell elsewhere.
 */
function formatsOf(range: Excel.Range): string[][] {
  const formats = range.numberFormat as string[][];
  const { valuesAsJson } = range.toJSON();
  return formats.map((row, down) => row.map((format, across) => formatOf(format, valuesAsJson?.[down]?.[across])));
}

/** The cell's own format counts; the value's if the cell has none. */
export function formatOf(format: string, value: Excel.CellValue | undefined): string {
  const brought = value && 'numberFormat' in value && typeof value.numberFormat === 'string' ? value.numberFormat : '';
  return format === GENERAL && brought !== '' ? brought : format;
}

/** `Report (values)`, or `Report (values 2)` if that name is taken; cut if Excel allows no longer name. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const keys = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? ' (values)' : ` (values ${number})`;
    const free = `${name.slice(0, MAX_SHEET_NAME - ending.length)}${ending}`;
    if (!keys.has(free.toLowerCase())) {
      return free;
    }
  }
}

/** Deletes the copy, under its name or, if it could not be given that, under the one that Excel gave it. */
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
