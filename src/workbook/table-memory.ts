import type { CellValue } from '../domain/ledger/table';
import type { Block } from './byte-blocks';
import { inRequests, rowBlocks } from './excel-run';
import { deletedRuns, type Growth, type ReadyWork } from './table-commit';
import type { TableWork } from './table-work';

/** What a table held just before it was changed. */
export interface TableMemory {
  readonly work: TableWork;
  /** Formulas and formats of all its rows; empty where only rows were added. */
  readonly content: readonly { readonly first: number; readonly formulas: unknown[][]; readonly formats: unknown[][] }[];
}

/**
 * Remembers a table of which rows are about to be replaced or deleted; null where it is no longer as it was when that was
 * planned: the rows that the plan means may have moved.
 */
export async function rememberTable(context: Excel.RequestContext, work: TableWork): Promise<TableMemory | null> {
  const { existing, plan } = work;
  if (existing === null || plan.replaced.length + plan.removed.length === 0) return { work, content: [] };
  const table = context.workbook.tables.getItemOrNullObject(work.name);
  const header = table.getHeaderRowRange().load('values');
  const body = table.getDataBodyRange().load('rowCount,columnCount');
  await context.sync();
  if (table.isNullObject || body.rowCount !== existing.rows.length || !sameRows(header.values as CellValue[][], [existing.header])) return null;
  // Three properties are read of each cell.
  const blocks = await inRequests(context, rowBlocks(body.rowCount, body.columnCount * 3), ({ first, count }) => ({
    first,
    range: body.getRow(first).getResizedRange(count - 1, 0).load('values,formulas,numberFormat'),
  }));
  const isSame = blocks.every(({ first, range }) => {
    const values = range.values as CellValue[][];
    return sameRows(values, existing.rows.slice(first, first + values.length));
  });
  if (!isSame) return null;
  return { work, content: blocks.map(({ first, range }) => ({ first, formulas: range.formulas, formats: range.numberFormat })) };
}

function sameRows(a: readonly (readonly CellValue[])[], b: readonly (readonly CellValue[])[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Puts the workbook back as it was before a request that Excel refused half-way. */
export async function takeBack(
  context: Excel.RequestContext,
  failure: unknown,
  ready: readonly ReadyWork[],
  memories: readonly TableMemory[],
): Promise<void> {
  await deleteNewSheets(context, failure, ready);
  for (const { work, growth } of ready) {
    const memory = memories.find((each) => each.work === work);
    if (memory !== undefined) await restoreTable(context, memory, growth, failure);
  }
}

/**
 * The sheets' names were free. Where one could not be added, a co-author has just made it, and ours have nothing on them
 * yet; else all were added by us.
 */
async function deleteNewSheets(context: Excel.RequestContext, failure: unknown, ready: readonly ReadyWork[]): Promise<void> {
  const names = ready.filter(({ work }) => work.existing === null).map(({ newSheet }) => newSheet);
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  await context.sync();
  const notAdded = failedAt(failure, 'WorksheetCollection.add');
  sheets.forEach((sheet, at) => {
    if (!sheet.isNullObject && (!notAdded || used[at]?.isNullObject === true)) sheet.delete();
  });
  await context.sync();
}

/**
 * Brings back the rows that were deleted, where they stood, takes away those that were added, and writes the remembered
 * formulas and formats. All tables were made longer before any row was deleted.
 */
async function restoreTable(context: Excel.RequestContext, { work, content }: TableMemory, growth: Growth, failure: unknown): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(work.name);
  const found = table.getDataBodyRange().load('rowCount');
  await context.sync();
  if (table.isNullObject || work.existing === null) return;
  const before = work.existing.rows.length;
  const deleted = failedAt(failure, 'Range.delete') ? before + work.plan.added.length - found.rowCount : 0;
  const added = found.rowCount - before + deleted;

  let rowCount = found.rowCount;
  for (const { first, count } of lastRows(deletedRuns(work), deleted)) {
    const atEnd = first >= rowCount;
    if (atEnd) table.rows.add();
    const missing = atEnd ? count - 1 : count;
    if (missing > 0) table.getDataBodyRange().getRow(first).getResizedRange(missing - 1, 0).insert('Down');
    rowCount += count;
  }
  if (added > 0) {
    const range = table.getDataBodyRange().getLastRow().getOffsetRange(1 - added, 0).getResizedRange(added - 1, 0);
    if (growth === 'into-blank') {
      table.resize(table.getRange().getResizedRange(-added, 0));
      range.clear('Contents');
      range.numberFormat = [['General']];
    } else {
      range.delete('Up');
    }
  }
  await context.sync();
  await inRequests(context, content, ({ first, formulas, formats }) => {
    const range = table.getDataBodyRange().getRow(first).getResizedRange(formulas.length - 1, 0);
    range.numberFormat = formats;
    range.formulas = formulas;
  });
}

/** The last `count` rows of the runs, from top to bottom: rows are deleted from the bottom up, a run at a time. */
function lastRows(runs: readonly Block[], count: number): Block[] {
  const last: Block[] = [];
  for (let left = count; left > 0; ) {
    const run = runs.at(-1 - last.length);
    if (run === undefined) break;
    last.unshift(run);
    left -= run.count;
  }
  return last;
}

function failedAt(failure: unknown, member: string): boolean {
  return failure instanceof OfficeExtension.Error && failure.debugInfo.errorLocation === member;
}
