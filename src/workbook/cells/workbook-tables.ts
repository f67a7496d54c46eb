import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { inRequests, rowBlocks, runWhenNotEditing } from '../host/excel-run';

/** A table, or a sheet that has contents, of the user's. */
export interface UserTable {
  readonly kind: 'table' | 'sheet';
  readonly name: string;
  /** Without its header. */
  readonly rows: number;
}

/** The contents of one, as Excel gives them: a date is its serial number, a blank an empty text. */
export interface UserTableContents {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Number of the sheet row in which the first of `rows` stands. */
  readonly firstRow: number;
}

/** The tables of the workbook but our own, then the visible sheets that have none. */
export async function listUserTables(): Promise<UserTable[]> {
  return runWhenNotEditing(async (context) => {
    const tables = context.workbook.tables.load('items/name,items/worksheet/name');
    const sheets = context.workbook.worksheets.load('items/name,items/visibility');
    await context.sync();
    const bodies = tables.items.map((table) => ({ table, body: table.getDataBodyRange().load('rowCount') }));
    const visible = sheets.items.filter((sheet) => sheet.visibility === Excel.SheetVisibility.visible);
    const used = visible.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(true).load('rowCount') }));
    await context.sync();
    const ours = new Set(Object.keys(EVERY_TABLE));
    const withTables = new Set(tables.items.map((table) => table.worksheet.name));
    return [
      ...bodies
        .filter(({ table }) => !ours.has(table.name))
        .map(({ table, body }): UserTable => ({ kind: 'table', name: table.name, rows: body.rowCount })),
      ...used
        .filter(({ sheet, range }) => !range.isNullObject && range.rowCount > 1 && !withTables.has(sheet.name))
        .map(({ sheet, range }): UserTable => ({ kind: 'sheet', name: sheet.name, rows: range.rowCount - 1 })),
    ];
  });
}

/** Reads one of them, in blocks that one request may carry. The first row of a sheet that has contents is its header. */
export async function readUserTable(
  { kind, name }: Pick<UserTable, 'kind' | 'name'>,
  cancel?: AbortSignal,
): Promise<UserTableContents> {
  return runWhenNotEditing(async (context) => {
    const range =
      kind === 'table'
        ? context.workbook.tables.getItem(name).getRange()
        : context.workbook.worksheets.getItem(name).getUsedRange(true);
    range.load('rowIndex,rowCount,columnCount');
    await context.sync();
    const blocks = await inRequests(context, rowBlocks(range.rowCount, range.columnCount), (block) => {
      cancel?.throwIfAborted();
      return range
        .getRow(block.first)
        .getResizedRange(block.count - 1, 0)
        .load('values');
    });
    const [header = [], ...rows] = blocks.flatMap((block) => block.values as (string | number | boolean)[][]);
    return { header: header.map((cell) => String(cell).trim()), rows, firstRow: range.rowIndex + 2 };
  });
}
