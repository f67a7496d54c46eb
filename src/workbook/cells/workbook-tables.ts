import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import type { TableLook } from '../../formats/file/table-look';
import { CELLS_PER_REQUEST, inRequests, rowBlocks, runWhenNotEditing } from '../host/excel-run';

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
  readonly look: TableLook;
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
    const table = kind === 'table' ? context.workbook.tables.getItem(name).load('showTotals') : null;
    const range = table?.getRange() ?? context.workbook.worksheets.getItem(name).getUsedRange(true);
    range.load('rowIndex,rowCount,columnCount,rowHidden,columnHidden');
    await context.sync();
    // Two properties are read of each cell.
    const blocks = await inRequests(context, rowBlocks(range.rowCount, range.columnCount * 2), (block) => {
      cancel?.throwIfAborted();
      return range
        .getRow(block.first)
        .getResizedRange(block.count - 1, 0)
        .load('values,numberFormat');
    });
    const hiddenRows = await hiddenLines(context, range.rowCount, range.rowHidden, ({ first, count }) => {
      cancel?.throwIfAborted();
      const rows = range
        .getRow(first)
        .getResizedRange(count - 1, 0)
        .load('rowHidden');
      return () => rows.rowHidden;
    });
    const hiddenColumns = await hiddenLines(context, range.columnCount, range.columnHidden, ({ first, count }) => {
      const columns = range
        .getColumn(first)
        .getResizedRange(0, count - 1)
        .load('columnHidden');
      return () => columns.columnHidden;
    });
    const [header = [], ...rows] = blocks.flatMap((block) => block.values as (string | number | boolean)[][]);
    const [, ...formatted] = blocks.flatMap((block) => block.numberFormat as string[][]);
    return {
      header: header.map((cell) => String(cell).trim()),
      rows,
      firstRow: range.rowIndex + 2,
      look: {
        ...numbered(formatted),
        hiddenRows: hiddenRows.flatMap((row) => (row === 0 ? [] : [row - 1])),
        hiddenColumns,
        hasTotals: table?.showTotals === true,
      },
    };
  });
}

/** Formats come again and again: each once, and numbers for the cells. */
function numbered(formatted: readonly (readonly string[])[]): Pick<TableLook, 'formats' | 'formatOf'> {
  const numbers = new Map<string, number>();
  const numberOf = (format: string): number => {
    const known = numbers.get(format) ?? numbers.size;
    numbers.set(format, known);
    return known;
  };
  const formatOf = formatted.map((row) => row.map(numberOf));
  return { formats: [...numbers.keys()], formatOf };
}

/** Rows or columns that follow each other. */
interface Lines {
  readonly first: number;
  readonly count: number;
}

const LINES_PER_REQUEST = 500;

/**
 * Which of so many rows or columns are hidden: Excel tells of several whether all are or none, so that those between are halved until it does.
 *
 * @param whole what it tells of all of them; null: some are
 * @param load queues the question; the answer is there when the request has been sent
 */
async function hiddenLines(
  context: Excel.RequestContext,
  count: number,
  whole: boolean | null,
  load: (lines: Lines) => () => boolean | null,
): Promise<number[]> {
  const hidden: number[] = [];
  let known: { readonly lines: Lines; readonly isHidden: boolean | null }[] = [
    { lines: { first: 0, count }, isHidden: whole },
  ];
  while (known.length > 0) {
    hidden.push(...known.flatMap(({ lines, isHidden }) => (isHidden === true ? numbersOf(lines) : [])));
    const halves = known.flatMap(({ lines, isHidden }) => (isHidden === null ? halvesOf(lines) : []));
    const parts = rowBlocks(halves.length, CELLS_PER_REQUEST / LINES_PER_REQUEST);
    const answers = await inRequests(context, parts, (part) =>
      halves.slice(part.first, part.first + part.count).map((lines) => ({ lines, answer: load(lines) })),
    );
    known = answers.flat().map(({ lines, answer }) => ({ lines, isHidden: answer() }));
  }
  return hidden.sort((a, b) => a - b);
}

function numbersOf({ first, count }: Lines): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

function halvesOf({ first, count }: Lines): Lines[] {
  const half = Math.ceil(count / 2);
  return count < 2
    ? []
    : [
        { first, count: half },
        { first: first + half, count: count - half },
      ];
}
