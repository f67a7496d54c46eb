import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { COLUMN_FORMATS, type Column } from '../../domain/ledger/tables';
import type { Block } from '../host/byte-blocks';
import { canResizeTables, type ReadyWork } from './ready-work';
import { cellsOf, stagedAt } from './staging-sheet';
import { applyFilters, clearFilters } from './table-filters';
import { formatRuns, isEmptied, type ColumnGroup, type TableWork } from './table-work';
import { queueWatchWrites } from '../watch/watch-cells';

const TABLE_STYLE = 'TableStyleLight1';

/** Points that one character of the standard font takes, and the room at the sides of a cell. */
const POINTS_PER_CHARACTER = 5.25;
const PADDING_POINTS = 9;

/** Runs up to this length are given their formats cell by cell, which is one step; longer ones column by column. */
const SHORT_RUN = 40;

/** Puts rows of a work, counted as in its `rows`, into a range. */
type Fill = (range: Excel.Range, work: TableWork, rows: Block, group: ColumnGroup) => void;

/** Rows that travel in the request itself. */
export const fillWithValues: Fill = (range, work, { first, count }, { offset, columns }) => {
  range.values = work.rows
    .slice(first, first + count)
    .map((row) => cellsOf(row.slice(offset, offset + columns.length)));
};

/** Rows that stand on the staging sheet. A text copied as a value stays a text. */
export function fillFromStaging(context: Excel.RequestContext, name: string, works: readonly TableWork[]): Fill {
  const staging = context.workbook.worksheets.getItem(name);
  return (range, work, { first, count }, { offset, columns }) => {
    range.copyFrom(staging.getRangeByIndexes(stagedAt(works, work) + first, offset, count, columns.length), 'Values');
  };
}

/**
 * Queues all that a load does to the tables, for one request: Excel carries that out as a whole even if the runtime dies
 * meanwhile. What may be refused comes first: new sheets and tables, whose names may be taken, then wider and longer tables,
 * which may be in the way of others. Rows are deleted last, from the bottom up, so that row numbers hold until then; what comes
 * after them is known to the take-back (`rowsMayBeGone`).
 */
export function queueCommit(context: Excel.RequestContext, ready: readonly ReadyWork[], fill: Fill): void {
  const missing = ready.filter(({ work }) => work.existing === null);
  const present = ready.filter(({ work }) => work.existing !== null);
  const sheets = missing.map(({ newSheet }) => context.workbook.worksheets.add(newSheet));
  missing.forEach(({ work }, at) => {
    const sheet = sheets[at];
    if (sheet !== undefined) {
      createTable(sheet, work, fill);
    }
  });
  for (const { work, filters } of present) {
    clearFilters(context.workbook.tables.getItem(work.name), filters);
  }
  for (const { work } of present) {
    widen(context, work);
  }
  for (const each of present) {
    append(context, each, fill);
  }
  for (const each of present) {
    replaceRows(each, fill);
  }
  for (const { work, newSheet, watch } of ready) {
    const { worksheets, tables } = context.workbook;
    queueWatchWrites(
      work.existing === null ? worksheets.getItem(newSheet) : tables.getItem(work.name).worksheet,
      watch,
    );
  }
  for (const each of present) {
    deleteRows(context, each);
  }
  for (const { work, filters } of present) {
    applyFilters(context.workbook.tables.getItem(work.name), filters);
  }
}

/** Values are written first and made a table afterwards, which spares Excel a merge for each row. */
function createTable(sheet: Excel.Worksheet, work: TableWork, fill: Fill): void {
  const count = work.rows.length;
  const width = work.columns.length;
  work.columns.forEach((column, at) => {
    sheet.getRangeByIndexes(0, at, count + 1, 1).format.columnWidth = widthInPoints(column.width);
  });
  setFormats(sheet.getRangeByIndexes(1, 0, Math.max(count, 1), width), work.columns, Math.max(count, 1));
  sheet.getRangeByIndexes(0, 0, 1, width).values = [work.columns.map(({ name }) => name)];
  if (count > 0) {
    for (const group of work.groups) {
      fill(sheet.getRangeByIndexes(1, group.across, count, group.columns.length), work, { first: 0, count }, group);
    }
  }
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, count + 1, width), true);
  table.name = EVERY_TABLE[work.name].name;
  table.style = TABLE_STYLE;
  sheet.freezePanes.freezeRows(1);
}

/** Gives a table its new columns. What stands right of it, in its rows, moves aside. */
function widen(context: Excel.RequestContext, { name, existing, newColumns }: TableWork): void {
  const width = existing?.header.length ?? 0;
  if (newColumns.length === 0) {
    return;
  }
  const table = context.workbook.tables.getItem(name);
  const whole = table.getRange();
  whole.getColumnsAfter(newColumns.length).insert('Right');
  if (canResizeTables()) {
    table.resize(whole.getResizedRange(0, newColumns.length));
  } else {
    newColumns.forEach(() => table.columns.add());
  }
  newColumns.forEach((column, at) => {
    const header = table.getHeaderRowRange().getCell(0, width + at);
    header.values = [[column.name]];
    header.format.columnWidth = widthInPoints(column.width);
    table.getDataBodyRange().getColumn(width + at).numberFormat = [[COLUMN_FORMATS[column.type]]];
  });
}

/** The user's own columns are left to Excel, which fills calculated ones. */
function append(context: Excel.RequestContext, { work, growth }: ReadyWork, fill: Fill): void {
  const count = work.plan.added.length;
  if (count === 0) {
    return;
  }
  const table = context.workbook.tables.getItem(work.name);
  if (growth === 'insert') {
    table.rows.add();
    if (count > 1) {
      table
        .getDataBodyRange()
        .getLastRow()
        .getResizedRange(count - 2, 0)
        .insert('Down');
    }
  } else {
    const whole = table.getRange();
    if (growth === 'push-down') {
      whole.getRowsBelow(count).insert('Down');
    }
    table.resize(whole.getResizedRange(count, 0));
  }
  // Counted from the end: someone may have added a row meanwhile.
  const added = table
    .getDataBodyRange()
    .getLastRow()
    .getOffsetRange(1 - count, 0)
    .getResizedRange(count - 1, 0);
  for (const group of work.groups) {
    const range = part(added, group, count);
    setFormats(range, group.columns, count);
    fill(range, work, { first: work.plan.replaced.length, count }, group);
  }
}

function replaceRows({ work, replaced }: ReadyWork, fill: Fill): void {
  let first = 0;
  work.replaced.forEach(({ count }, at) => {
    const rows = replaced[at];
    if (rows === undefined) {
      return;
    }
    for (const group of work.groups) {
      const range = part(rows, group, count);
      setFormats(range, group.columns, count);
      fill(range, work, { first, count }, group);
    }
    first += count;
  });
}

function deleteRows(context: Excel.RequestContext, { work, deleted }: ReadyWork): void {
  for (const rows of [...deleted].reverse()) {
    rows.getResizedRange(0, work.newColumns.length).delete('Up');
  }
  if (isEmptied(work)) {
    context.workbook.tables.getItem(work.name).getDataBodyRange().getRow(0).clear('Contents');
  }
}

/** A group's cells in so many rows; it may stand right of them, if the table has got wider since they were remembered. */
function part(rows: Excel.Range, { across, columns }: ColumnGroup, count: number): Excel.Range {
  return rows.getCell(0, across).getResizedRange(count - 1, columns.length - 1);
}

/** Excel measures columns in points for add-ins, people in characters. */
function widthInPoints(characters: number): number {
  return Math.round(characters * POINTS_PER_CHARACTER + PADDING_POINTS);
}

function setFormats(range: Excel.Range, columns: readonly Column[], count: number): void {
  if (count <= SHORT_RUN) {
    const formats = columns.map(({ type }) => COLUMN_FORMATS[type]);
    range.numberFormat = Array.from({ length: count }, () => formats);
    return;
  }
  for (const run of formatRuns(columns)) {
    range.getColumn(run.at).getResizedRange(0, run.count - 1).numberFormat = [[run.format]];
  }
}
