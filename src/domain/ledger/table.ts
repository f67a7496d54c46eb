import { messages } from '../messages';
import { monthOfSerial, parseMonth, type Month } from '../calendar/month';
import { Problem } from '../problem';
import { TABLES, type AnyTableName, type TableName, type TableSchema } from './tables';

/** A cell as the workbook gives it: text, a number (dates are serial numbers), a truth value, or nothing. */
export type CellValue = string | number | boolean | null;

/** A table as it stands in the workbook, unchecked. */
export interface RawTable {
  readonly name: AnyTableName;
  /** Number of the sheet row in which the first data row stands, as the sheet shows it. */
  readonly firstRow: number;
  readonly header: readonly CellValue[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** One row of a table, its cells found by the name of their column. */
export interface RawRow {
  /** As the sheet numbers it. */
  readonly row: number;
  cell(column: string): CellValue;
}

/**
 * The rows of a table that are not wholly blank. Columns are found by name, case and spaces ignored, in any order.
 * A missing or doubled column that is needed is a Problem.
 */
export function readRows(table: RawTable): RawRow[] {
  // Only the tables of the functions are read row by row.
  const schema = TABLES[table.name as TableName];
  const located = locateColumns(table, schema);
  const position = new Map(schema.columns.map(({ name }) => [name, located.get(columnKey(name)) ?? -1]));
  const rows: RawRow[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.every(isBlank)) {
      return;
    }
    rows.push({
      row: table.firstRow + index,
      cell: (column) => {
        const value = cells[position.get(column) ?? -1];
        return value === undefined || isBlank(value) ? null : value;
      },
    });
  });
  return rows;
}

/** Where each column of the schema stands in the table: column key to position. */
export function locateColumns(table: Pick<RawTable, 'name' | 'header'>, schema: TableSchema): Map<string, number> {
  const position = new Map<string, number>();
  const doubled = new Set<string>();
  table.header.forEach((name, index) => {
    const key = columnKey(String(name ?? ''));
    if (position.has(key)) {
      doubled.add(key);
    } else {
      position.set(key, index);
    }
  });
  for (const column of schema.columns) {
    const key = columnKey(column.name);
    if (doubled.has(key)) {
      throw new Problem('#VALUE!', messages.twoColumns(table.name, column.name));
    }
    if (!position.has(key) && !column.optional) {
      const found = table.header.map((name) => String(name ?? '')).filter((name) => name !== '');
      throw new Problem('#VALUE!', messages.noColumn(table.name, column.name, found));
    }
  }
  return position;
}

/** What two spellings of one column's name have in common: case and all spaces are ignored. */
export function columnKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Empty, or text of nothing but spaces. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** The text of a cell: outer spaces gone, numbers and truth values as Excel writes them; '' for a blank. */
export function textOf(value: CellValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'boolean') {
    return value ? 'TRUE' : 'FALSE';
  }
  return String(value).trim();
}

/** The month of a cell that holds a date, or text such as 2024-11; null where it is neither. */
export function monthOfCell(value: CellValue): Month | null {
  if (typeof value === 'number') {
    return monthOfSerial(value);
  }
  return typeof value === 'string' ? parseMonth(value) : null;
}
