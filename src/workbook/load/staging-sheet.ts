import type { CellValue } from '../../domain/ledger/table';
import { COLUMN_FORMATS } from '../../domain/ledger/tables';
import { byteBlocks } from '../host/byte-blocks';
import { formatRuns, type TableWork } from './table-work';

/*
 * A load that is too large for one request writes its rows to a hidden sheet of its own first, and one last request copies
 * them into the tables. A runtime that dies in between leaves that sheet behind, for the next load to delete.
 */

const NAME = /^AI Spend load ([0-9a-z]{4}) ([0-9a-z]+)$/;

/** No load takes so long; a sheet that is older was left by a runtime that died. */
const LONGEST_LOAD_MS = 60 * 60_000;

/** The name of a new staging sheet: which machine it is of, and when it was made. */
export function stagingName(mark: string, now: number): string {
  return `AI Spend load ${mark} ${now.toString(36)}`;
}

export function isStagingName(name: string): boolean {
  return NAME.test(name);
}

/**
 * Whether a sheet was left by a load that died. A co-author's load may be running, so theirs are left alone for an hour.
 *
 * @param alone the mark of this machine if no other load of it can be running now; else null
 */
export function isLeftOver(name: string, alone: string | null, now: number): boolean {
  const [, mark, time] = NAME.exec(name) ?? [];
  if (mark === undefined || time === undefined) {
    return false;
  }
  return mark === alone || now - parseInt(time, 36) > LONGEST_LOAD_MS;
}

/** Deletes sheets that a load left behind, if there are any. */
export async function deleteSheets(context: Excel.RequestContext, isWanted: (name: string) => boolean): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const wanted = worksheets.items.filter((sheet) => isWanted(sheet.name));
  if (wanted.length === 0) {
    return;
  }
  wanted.forEach(deleteSheet);
  await context.sync();
}

/** Queues the deletion of a sheet. Excel deletes none that is very hidden, as versions before this one made theirs. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

/** One request of the staging. */
export interface StagingStep {
  /** Rows that it writes. */
  readonly rows: number;
  queue(context: Excel.RequestContext): void;
}

/** The requests that write the rows of all works below one another on a new staging sheet. Formats come first, so that no text becomes a formula. */
export function* stagingSteps(name: string, works: readonly TableWork[]): Generator<StagingStep, void, void> {
  yield {
    rows: 0,
    queue: (context) => {
      const sheet = context.workbook.worksheets.add(name);
      sheet.visibility = 'Hidden';
      for (const work of works) {
        const top = stagedAt(works, work);
        for (const { at, count, format } of formatRuns(work.columns)) {
          // In the others, what is written is read as what it is.
          if (work.rows.length > 0 && format === COLUMN_FORMATS.text) {
            sheet.getRangeByIndexes(top, at, work.rows.length, count).numberFormat = [[format]];
          }
        }
      }
    },
  };
  for (const work of works) {
    const top = stagedAt(works, work);
    for (const { first, count } of byteBlocks(work.rows)) {
      yield {
        rows: count,
        queue: (context) => {
          const range = context.workbook.worksheets
            .getItem(name)
            .getRangeByIndexes(top + first, 0, count, work.columns.length);
          range.values = work.rows.slice(first, first + count).map(cellsOf);
        },
      };
    }
  }
}

/** The row of the staging sheet at which the rows of a work begin. */
export function stagedAt(works: readonly TableWork[], work: TableWork): number {
  return works.slice(0, works.indexOf(work)).reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Excel takes an empty text for an empty cell; null would mean "leave it as it is". */
export function cellsOf(values: readonly CellValue[]): (string | number | boolean)[] {
  return values.map((value) => value ?? '');
}
