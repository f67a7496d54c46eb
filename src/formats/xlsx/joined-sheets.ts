import { joinedTable, partKey, type TablePart } from '../file/joined-table';
import type { Cell, RowListener, TextTable } from '../file/text-table';

/** The column that says which sheet a row is of; it may be the month. */
export const SHEET_COLUMN = 'Sheet';

/** Between the names of the sheets in the name of the table that they are together. */
export const SHEETS_APART = ' + ';

/**
 * The sheets that have the same columns, such as one for each month, as one table; null if no two do.
 *
 * @param parts visible sheets
 */
export function joinedSheets(
  parts: readonly TablePart[],
): { readonly table: TextTable; readonly parts: readonly TextTable[] } | null {
  const [largest = []] = alike(parts).sort((a, b) => sizeOf(b) - sizeOf(a));
  const [first, ...others] = largest.map(({ table, bytes }) => ({ table: withItsName(table), bytes }));
  if (first === undefined || others.length === 0 || first.table.header.length <= 2) {
    return null;
  }
  const sheets = largest.map(({ table }) => table);
  const above = largest.flatMap(({ table }) => table.above ?? []);
  const table = joinedTable(sheets.map(({ name }) => name).join(SHEETS_APART), [first, ...others]);
  return { table: above.length > 0 ? { ...table, above } : table, parts: sheets };
}

/** Whether a sheet is none of those that are one bill together, by its name and those of the others with its columns. */
export type IsBeside = (name: string, others: readonly string[]) => boolean;

/** The sheets that are beside others with the same columns; if all of them are, none is. */
export function sheetsBeside(parts: readonly TablePart[], isBeside: IsBeside): ReadonlySet<TextTable> {
  return new Set(
    alike(parts).flatMap((group) => {
      const tables = group.map(({ table }) => table);
      const beside = tables.filter((table) =>
        isBeside(
          table.name,
          tables.filter((other) => other !== table).map(({ name }) => name),
        ),
      );
      return beside.length < tables.length ? beside : [];
    }),
  );
}

/** Parts with the same columns together. */
function alike(parts: readonly TablePart[]): TablePart[][] {
  const groups = new Map<string, TablePart[]>();
  for (const part of parts) {
    // What stands above the table is mostly which month the sheet is of.
    const key = partKey({ ...part.table, above: [] });
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

function sizeOf(group: readonly TablePart[]): number {
  return group.length < 2 ? 0 : group.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The table with its own name in each row. */
function withItsName(table: TextTable): TextTable {
  const width = table.header.length;
  const name = table.header.includes(SHEET_COLUMN) ? `${SHEET_COLUMN} of the workbook` : SHEET_COLUMN;
  return {
    ...table,
    header: [...table.header, name],
    readRows: (columns, each, progress, rowProblem) => {
      const row: Cell[] = [];
      const own = columns.map((column) => (column < width ? column : 0));
      const withName: RowListener = (cells, line) => {
        columns.forEach((column, place) => {
          row[place] = column < width ? (cells[place] ?? '') : table.name;
        });
        each(row, line);
      };
      return table.readRows(own, withName, progress, rowProblem);
    },
  };
}
