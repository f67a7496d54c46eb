import type { CellValue } from '../../domain/ledger/table';
import { byteBlocks, type Block } from '../host/byte-blocks';
import { inRequests } from '../host/excel-run';
import { failedAt } from '../host/host-errors';
import { canResizeTables, type ReadyWork, type TableBlock } from './ready-work';
import { applyFilters, clearFilters } from './table-filters';
import { deletedRuns } from './table-work';

/** Puts the workbook back as it was before a request that Excel refused half-way. */
export async function takeBack(
  context: Excel.RequestContext,
  failure: unknown,
  ready: readonly ReadyWork[],
): Promise<void> {
  await deleteNewSheets(context, failure, ready);
  for (const each of ready) {
    await restoreTable(context, each, failure);
  }
}

/**
 * The sheets' names were free. Where one could not be added, a co-author has just made it, and ours have nothing on them
 * yet; else all were added by us.
 */
async function deleteNewSheets(
  context: Excel.RequestContext,
  failure: unknown,
  ready: readonly ReadyWork[],
): Promise<void> {
  const names = ready.filter(({ work }) => work.existing === null).map(({ newSheet }) => newSheet);
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  await context.sync();
  const notAdded = failedAt(failure, 'WorksheetCollection.add');
  sheets.forEach((sheet, at) => {
    if (!sheet.isNullObject && (!notAdded || used[at]?.isNullObject === true)) {
      sheet.delete();
    }
  });
  await context.sync();
}

/**
 * Brings back the rows that were deleted, where they stood, takes away those that were added, and writes the remembered
 * formulas and formats. All tables were made longer before any row was deleted.
 */
async function restoreTable(
  context: Excel.RequestContext,
  { work, growth, filters, content, watch }: ReadyWork,
  failure: unknown,
): Promise<void> {
  if (work.existing === null) {
    return;
  }
  const table = context.workbook.tables.getItemOrNullObject(work.name);
  const found = table.getDataBodyRange().load('rowCount,columnCount');
  await context.sync();
  if (table.isNullObject) {
    return;
  }
  narrow(table, work.existing.header.length, found.columnCount - work.existing.header.length);
  if (failedAt(failure, 'Table.resize') && found.columnCount < work.existing.header.length + work.newColumns.length) {
    // Room was made for the new columns, and then the table was not let into it.
    table.getRange().getColumnsAfter(work.newColumns.length).delete('Left');
  }
  const before = work.existing.rows.length;
  const deleted = failedAt(failure, 'Range.delete') ? before + work.plan.added.length - found.rowCount : 0;
  const added = found.rowCount - before + deleted;

  clearFilters(table, filters);
  let rowCount = found.rowCount;
  for (const { first, count } of lastRows(deletedRuns(work), deleted)) {
    const atEnd = first >= rowCount;
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
    rowCount += count;
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
      range.numberFormat = [['General']];
    } else {
      range.delete('Up');
    }
  }
  for (const { row, column, before } of watch) {
    table.worksheet.getCell(row, column - work.newColumns.length).formulas = [[before]];
  }
  await context.sync();
  await inRequests(context, content.flatMap(requestsOf), ({ first, formulas, formats }) => {
    const range = table
      .getDataBodyRange()
      .getRow(first)
      .getResizedRange(formulas.length - 1, 0);
    range.numberFormat = formats;
    range.formulas = formulas;
  });
  applyFilters(table, filters);
  await context.sync();
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
  return byteBlocks(formulas as CellValue[][]).map((part) => ({
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
