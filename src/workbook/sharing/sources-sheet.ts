import type { CellValue } from '../../domain/ledger/table';
import { MAX_TEXT } from '../../formats/xlsx/excel-limits';
import { byteBlocks } from '../host/byte-blocks';
import { cleanUp } from '../host/clean-up';
import { inRequests, runWhenNotEditing } from '../host/excel-run';
import { runAsOneUndoStep, type Undoable } from '../host/one-undo-step';
import { figureCells, type Figure } from './figure';
import { readAllFigures } from './figures';
import { protectedSheets } from '../host/protected-sheets';
import { Refused } from '../host/refused';

export const SOURCES_SHEET = 'AI Sources';

/** The first cell of the sheet: by it we know that the sheet is ours. */
const MARK = 'What the AI Spend figures of this workbook rest on. This sheet is written new each time.';
const HEADER = ['Sheet', 'Cells', 'Formula', 'Value', 'Sources', 'Rests on'];
const WIDTHS = [90, 60, 220, 120, 180, 420];

/** What a figure rests on, in words; both empty if it cannot be told. */
export interface FigureBasis {
  /** Where the rows that counted come from, each once. */
  readonly sources: string;
  readonly restsOn: string;
}

export type BasisOf = (figure: Figure) => Promise<FigureBasis>;

export interface SourcesOutcome extends Undoable {
  readonly figures: number;
}

/**
 * Writes the list of all figures on a sheet of its own: as texts, so that nothing in it is ever calculated.
 *
 * @throws Refused if a sheet of that name is not ours, or is protected
 */
export async function writeSources(
  basisOf: BasisOf,
  waiting?: () => void,
  cancel?: AbortSignal,
): Promise<SourcesOutcome> {
  return runAsOneUndoStep(async (context) => {
    const standing = await ownSheet(context);
    const figures = await readAllFigures(context);
    const rows: string[][] = [[MARK, '', '', '', '', ''], HEADER];
    for (const figure of figures) {
      cancel?.throwIfAborted();
      rows.push(lineOf(figure, await basisOf(figure)));
    }
    cancel?.throwIfAborted();
    try {
      return { figures: figures.length, undoSteps: await writeRows(context, rows, standing) };
    } catch (failure) {
      if (!standing) {
        // By itself: Excel takes the deletion of a sheet into no undo group.
        await cleanUp(() => runWhenNotEditing(deleteSheet));
      }
      throw failure;
    }
  }, waiting);
}

/** Whether the sheet is there already, and ours. */
async function ownSheet(context: Excel.RequestContext): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SOURCES_SHEET);
  const first = sheet.getRange('A1').load('values');
  await context.sync();
  if (sheet.isNullObject) {
    return false;
  }
  if ((first.values as unknown[][])[0]?.[0] !== MARK) {
    throw new Refused(
      `The workbook has a sheet ${SOURCES_SHEET} that AI Spend did not write.`,
      'Rename it, then try again.',
    );
  }
  if ((await protectedSheets(context)).has(SOURCES_SHEET)) {
    throw new Refused(`${SOURCES_SHEET} is protected.`, 'Unprotect it (Review > Unprotect Sheet), then try again.');
  }
  return true;
}

/** Gives the number of requests. */
async function writeRows(context: Excel.RequestContext, rows: readonly string[][], standing: boolean): Promise<number> {
  const { worksheets } = context.workbook;
  if (standing) {
    worksheets.getItem(SOURCES_SHEET).getUsedRange().clear();
  } else {
    worksheets.add(SOURCES_SHEET);
  }
  const blocks = [...byteBlocks(rows as CellValue[][])];
  await inRequests(context, blocks, ({ first, count }) => {
    const range = worksheets.getItem(SOURCES_SHEET).getRangeByIndexes(first, 0, count, HEADER.length);
    range.numberFormat = [['@']];
    range.values = rows.slice(first, first + count);
    if (first === 0) {
      lookOf(worksheets.getItem(SOURCES_SHEET), rows.length);
    }
  });
  return blocks.length;
}

function lookOf(sheet: Excel.Worksheet, rows: number): void {
  sheet.getRange('A1').format.font.italic = true;
  sheet.getRangeByIndexes(1, 0, 1, HEADER.length).format.font.bold = true;
  sheet.freezePanes.freezeRows(2);
  WIDTHS.forEach((width, column) => {
    sheet.getRangeByIndexes(1, column, 1, 1).format.columnWidth = width;
  });
  const list = sheet.getRangeByIndexes(1, 0, rows - 1, HEADER.length).format;
  list.wrapText = true;
  list.verticalAlignment = 'Top';
}

async function deleteSheet(context: Excel.RequestContext): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SOURCES_SHEET);
  await context.sync();
  if (sheet.isNullObject) {
    return;
  }
  sheet.delete();
  await context.sync();
}

function lineOf(figure: Figure, { sources, restsOn }: FigureBasis): string[] {
  return [figure.sheet, figureCells(figure), figure.formula, figure.text, sources, restsOn].map((text) =>
    text.slice(0, MAX_TEXT),
  );
}
