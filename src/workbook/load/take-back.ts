import { GENERAL } from '../../formats/xlsx/number-formats';
import type { CellValue } from '../../domain/ledger/table';
import { byteBlocks, type Block } from '../host/byte-blocks';
import { untilNotEditing } from '../host/excel-run';
import { failedAt } from '../host/host-limits';
import { canResizeTables, type ReadyWork, type TableBlock } from './ready-work';
import { applyFilters, clearFilters } from './table-filters';
import { deletedRuns } from './table-work';

/** Sends what `queue` queues, and waits by itself while a cell is edited; gives what it gave. */
type Send = <T>(queue: () => T) => Promise<T>;

/**
 * Puts the workbook back as it was before a request that Excel refused half-way. Of its own requests none may be done twice, so
 * each waits by itself while a cell is edited, and only the one that was refused is sent again.
 */
export async function takeBack(
  context: Excel.RequestContext,
  failure: unknown,
  ready: readonly ReadyWork[],
): Promise<void> {
  const send: Send = (queue) =>
    untilNotEditing(async () => {
      const queued = queue();
      await context.sync();
      return queued;
    });
  await deleteNewSheets(context, send, failure, ready);
  for (const each of ready) {
    await restoreTable(context, send, each, failure);
  }
}

/** Where a request can fail between making room for new columns and letting the table into it. */
const WIDENING = ['Table.resize', 'TableColumnCollection.add'];

/** Where a request that deletes rows can fail once it has begun to: at that, or at what comes after it. */
const AFTER_DELETIONS = [
  'Range.delete',
  'Range.clear',
  'TableColumnCollection.getItem',
  'Filter.apply',
  'Worksheet.visibility',
  'Worksheet.delete',
];

/** Whether some or all of the rows that were to go are gone: then all tables had been made longer before. */
export function rowsMayBeGone(failure: unknown): boolean {
  return AFTER_DELETIONS.some((member) => failedAt(failure, member));
}

/**
 * The sheets' names were free. If one could not be added, a co-author has just made it, and ours have nothing on them
 * yet; else all were added by us.
 */
async function deleteNewSheets(
  context: Excel.RequestContext,
  send: Send,
  failure: unknown,
  ready: readonly ReadyWork[],
): Promise<void> {
  const names = ready.filter(({ work }) => work.existing === null).map(({ newSheet }) => newSheet);
  const found = await send(() =>
    names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      return { name, sheet, used: sheet.getUsedRangeOrNullObject(true) };
    }),
  );
  const notAdded = failedAt(failure, 'WorksheetCollection.add');
  const ours = found.filter(({ sheet, used }) => !sheet.isNullObject && (!notAdded || used.isNullObject));
  await send(() => ours.forEach(({ name }) => context.workbook.worksheets.getItem(name).delete()));
}

/**
 * Brings back the rows that were deleted, where they stood, takes away those that were added, and writes the remembered
 * formulas and formats. All tables were made longer before any row was deleted.
 */
async function restoreTable(
  context: Excel.RequestContext,
  send: Send,
  ready: ReadyWork,
  failure: unknown,
): Promise<void> {
  const { work, filters, content } = ready;
  if (work.existing === null) {
    return;
  }
  const { tables } = context.workbook;
  const found = await send(() => {
    const table = tables.getItemOrNullObject(work.name);
    return { table, body: table.getDataBodyRange().load('rowCount,columnCount') };
  });
  if (found.table.isNullObject) {
    return;
  }
  const { rowCount, columnCount } = found.body;
  const before = work.existing.rows.length;
  const deleted = rowsMayBeGone(failure) ? before + work.plan.added.length - rowCount : 0;
  const width = work.existing.header.length;
  const isWidening = WIDENING.some((member) => failedAt(failure, member));
  const room = isWidening ? width + work.newColumns.length - columnCount : 0;
  await send(() => {
    const table = tables.getItem(work.name);
    narrow(table, width, columnCount - width);
    if (room > 0) {
      // It was made for new columns, and then the table was not let into it.
      table.getRange().getColumnsAfter(room).delete('Left');
    }
    restoreRows(table, ready, { rowCount, deleted, added: rowCount - before + deleted });
  });
  for (const { first, formulas, formats } of content.flatMap(requestsOf)) {
    await send(() => {
      const range = tables
        .getItem(work.name)
        .getDataBodyRange()
        .getRow(first)
        .getResizedRange(formulas.length - 1, 0);
      range.numberFormat = formats;
      range.formulas = formulas;
    });
  }
  await send(() => applyFilters(tables.getItem(work.name), filters));
}

/** What a half-done request has made of the rows of a table. */
interface RowsFound {
  readonly rowCount: number;
  readonly deleted: number;
  readonly added: number;
}

/** Queues that a table has its rows where they stood, whatever they hold, and what stood in the place of its watch cells. */
function restoreRows(
  table: Excel.Table,
  { work, growth, filters, watch }: ReadyWork,
  { rowCount, deleted, added }: RowsFound,
): void {
  clearFilters(table, filters);
  let count = rowCount;
  for (const run of lastRows(deletedRuns(work), deleted)) {
    insertRows(table, run, run.first >= count);
    count += run.count;
  }
  if (added > 0) {
    const range = table
      .getDataBodyRange()
      .getLastRow()
      .getOffsetRange(1 - added, 0)
      .getResizedRange(added - 1, 0);
    if (growth === 'into-blank') {
      table.resize(table.getRange().getResizedRange(-added, 0));
      range.clear('Contents');
      range.numberFormat = [[GENERAL]];
    } else {
      range.delete('Up');
    }
  }
  for (const { row, column, before } of watch) {
    table.worksheet.getCell(row, column - work.newColumns.length).formulas = [[before]];
  }
}

function insertRows(table: Excel.Table, { first, count }: Block, atEnd: boolean): void {
  if (atEnd) {
    table.rows.add();
  }
  const missing = atEnd ? count - 1 : count;
  if (missing > 0) {
    table
      .getDataBodyRange()
      .getRow(first)
      .getResizedRange(missing - 1, 0)
      .insert('Down');
  }
}

/** Takes away the last columns, which a load has added, and has what stood right of them come back. */
function narrow(table: Excel.Table, width: number, columns: number): void {
  for (let column = 0; column < columns; column += 1) {
    const whole = table.getRange();
    const last = whole.getLastColumn();
    if (!canResizeTables()) {
      table.columns.getItemAt(width + columns - 1 - column).delete();
      continue;
    }
    table.resize(whole.getResizedRange(0, -1));
    last.delete('Left');
  }
}

/** The rows of a block in parts that one request may carry. */
function requestsOf({ first, formulas, formats }: TableBlock): TableBlock[] {
  return [...byteBlocks(formulas as CellValue[][])].map((part) => ({
    first: first + part.first,
    formulas: formulas.slice(part.first, part.first + part.count),
    formats: formats.slice(part.first, part.first + part.count),
  }));
}

/** The last `count` rows of the runs, from top to bottom: rows are deleted from the bottom up, a run at a time. */
function lastRows(runs: readonly Block[], count: number): Block[] {
  const last: Block[] = [];
  for (let left = count; left > 0;) {
    const run = runs.at(-1 - last.length);
    if (run === undefined) {
      break;
    }
    last.unshift(run);
    left -= run.count;
  }
  return last;
}
