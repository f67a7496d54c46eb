import type { CellValue, RawTable } from '../../domain/ledger/table';
import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { inRequests, rowBlocks } from '../host/excel-run';
import { inTurns } from '../host/turns';
import type { Steps } from '../../domain/ledger/steps';
import { askIfFiltered, readFilters, type ColumnFilter } from './table-filters';
import { deletedRuns, rowsAfter, type TableWork } from './table-work';
import { firstWatchWrites, watchWrites, type WatchWrite } from '../watch/watch-cells';
import { isWatched } from '../watch/watch-formulas';

/**
 * How a table gets longer. `into-blank`: over blank cells. `push-down`: what stands below its columns moves down first.
 * `insert`: rows are inserted into it; Excel versions without Table.resize, and tables with a total row, take no other way.
 */
export type Growth = 'into-blank' | 'push-down' | 'insert';

/** A work, and what has to be known of the workbook to carry it out, and to take it back. */
export interface ReadyWork {
  readonly work: TableWork;
  /** A free name for the sheet of a table that is missing. */
  readonly newSheet: string;
  readonly growth: Growth;
  /** What hides rows of the table. */
  readonly filters: readonly ColumnFilter[];
  /** The rows of each of the work's runs. Excel lets these ranges follow their cells where a co-author inserts rows above. */
  readonly replaced: readonly Excel.Range[];
  readonly deleted: readonly Excel.Range[];
  /** Formulas and formats of all rows of the table; none if no row is replaced or deleted. */
  readonly content: readonly TableBlock[];
  /** What makes Excel tell the add-in of changes in the table. */
  readonly watch: readonly WatchWrite[];
}

/** Some rows of a table, as they were. */
export interface TableBlock {
  readonly first: number;
  readonly formulas: unknown[][];
  readonly formats: unknown[][];
}

/** Whether the tables that are to be made are still missing, and those that are to be changed still there. */
export async function areAsPlanned(context: Excel.RequestContext, works: readonly TableWork[]): Promise<boolean> {
  const tables = works.map(({ name }) => context.workbook.tables.getItemOrNullObject(name));
  await context.sync();
  return works.every(({ existing }, at) => (existing === null) === tables[at]?.isNullObject);
}

/**
 * Looks at the workbook just before it is changed; null if that was planned for another workbook: a co-author has made
 * or deleted a table meanwhile, or a table of which rows are to be replaced or deleted is no longer as it was, so that the
 * rows that the plan means may have moved.
 */
export async function readyWorks(
  context: Excel.RequestContext,
  works: readonly TableWork[],
): Promise<ReadyWork[] | null> {
  if (!(await areAsPlanned(context, works))) {
    return null;
  }
  const { worksheets, tables } = context.workbook;
  worksheets.load('items/name');
  const looks = works.map((work) => {
    const count = work.plan.added.length;
    if (work.existing === null) {
      return { work, table: null, below: null, isFiltered: () => false };
    }
    const table = tables.getItem(work.name).load('showTotals');
    const below =
      count === 0
        ? null
        : table
            .getRange()
            .getResizedRange(0, work.newColumns.length)
            .getRowsBelow(count)
            .getUsedRangeOrNullObject(true)
            .load('address');
    return { work, table, below, isFiltered: askIfFiltered(table) };
  });
  await context.sync();
  const canResize = canResizeTables();
  const taken = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const ready: ReadyWork[] = [];
  for (const { work, table, below, isFiltered } of looks) {
    const rows = await rememberRows(context, work);
    if (rows === null) {
      return null;
    }
    const filters = table !== null && isFiltered() ? await readFilters(context, table) : [];
    const growth: Growth =
      !canResize || table?.showTotals === true ? 'insert' : below?.isNullObject === false ? 'push-down' : 'into-blank';
    ready.push({
      work,
      newSheet: work.existing === null ? takeName(EVERY_TABLE[work.name].sheet, taken) : '',
      growth,
      filters,
      ...rows,
      watch: await watchOf(context, work),
    });
  }
  return ready;
}

/** Whether Excel knows Table.resize. */
export function canResizeTables(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.13');
}

async function watchOf(context: Excel.RequestContext, work: TableWork): Promise<readonly WatchWrite[]> {
  if (!isWatched(work.name)) {
    return [];
  }
  const after = { name: work.name, ...rowsAfter(work) };
  // What stands right of the table moves as it gets wider, its watch cells too.
  return work.existing === null ? firstWatchWrites(after) : watchWrites(context, after, work.newColumns.length);
}

/** The schema's name for a sheet; with a number behind it if the workbook has a sheet of that name already. */
function takeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    name = `${wanted} ${number}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

async function rememberRows(
  context: Excel.RequestContext,
  work: TableWork,
): Promise<Pick<ReadyWork, 'replaced' | 'deleted' | 'content'> | null> {
  const { existing, plan } = work;
  if (existing === null || plan.replaced.length + plan.removed.length === 0) {
    return { replaced: [], deleted: [], content: [] };
  }
  const table = context.workbook.tables.getItemOrNullObject(work.name);
  const header = table.getHeaderRowRange().load('values');
  const body = table.getDataBodyRange().load('rowCount,columnCount');
  await context.sync();
  if (
    table.isNullObject ||
    body.rowCount !== existing.rows.length ||
    !sameRows(header.values as CellValue[][], [existing.header])
  ) {
    return null;
  }
  const rangeOf = ({ first, count }: { first: number; count: number }): Excel.Range =>
    body.getRow(first).getResizedRange(count - 1, 0);
  const [replaced, deleted] = [work.replaced.map(rangeOf), deletedRuns(work).map(rangeOf)];
  // Three properties are read of each cell.
  const blocks = await inRequests(context, rowBlocks(body.rowCount, body.columnCount * 3), (block) => ({
    first: block.first,
    range: rangeOf(block).load('values,formulas,numberFormat'),
  }));
  const read = blocks.map(({ first, range }) => ({ first, values: range.values as CellValue[][] }));
  if (!(await inTurns(stillHold(read, existing.rows)))) {
    return null;
  }
  return {
    replaced,
    deleted,
    content: blocks.map(({ first, range }) => ({ first, formulas: range.formulas, formats: range.numberFormat })),
  };
}

/** Whether blocks of rows as they are now are those that a table was planned by. */
function* stillHold(
  blocks: readonly { readonly first: number; readonly values: CellValue[][] }[],
  rows: RawTable['rows'],
): Steps<boolean> {
  for (const { first, values } of blocks) {
    yield;
    if (!sameRows(values, rows.slice(first, first + values.length))) {
      return false;
    }
  }
  return true;
}

function sameRows(a: readonly (readonly CellValue[])[], b: readonly (readonly CellValue[])[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
