import { messages } from '../messages/messages';
import { monthOfNumber, parseMonth, type Month } from '../calendar/month';
import { Problem } from '../messages/problem';
import { parseCurrency, type Currency } from '../money/currency';
import type { AnyTableName } from './import-tables';
import { atOnce, forEach, type Steps } from './steps';
import type { TableSchema } from './tables';

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

/** Where the columns of a schema stand in a table of the workbook: finds the cells of its rows by the names of their columns. */
export class LocatedColumns<ColumnName extends string> {
  private readonly positions: ReadonlyMap<ColumnName, number>;
  /** What keeps the table from being read: a needed column is missing, or one of the schema is there twice; null if nothing does. */
  readonly fault: string | null;

  constructor(
    { name, header }: Pick<RawTable, 'name' | 'header'>,
    private readonly schema: TableSchema<ColumnName>,
  ) {
    const keys = header.map((cell) => columnKey(String(cell ?? '')));
    const columns = [...schema.columns, ...(schema.optional ?? [])];
    this.positions = new Map(columns.map((column) => [column.name, keys.indexOf(columnKey(column.name))]));
    this.fault = null;
    for (const { name: column, neededBy } of columns) {
      const key = columnKey(column);
      if (keys.indexOf(key) !== keys.lastIndexOf(key)) {
        this.fault = messages.twoColumns(name, column);
        break;
      }
      if (neededBy === 'everyone' && !keys.includes(key)) {
        const found = header.map((cell) => String(cell ?? '')).filter((text) => text !== '');
        this.fault = messages.noColumn(name, column, found);
        break;
      }
    }
  }

  /** How many columns stand before this one; null if the table lacks it. */
  position(column: ColumnName): number | null {
    const at = this.positions.get(column) ?? -1;
    return at < 0 ? null : at;
  }

  has(column: ColumnName): boolean {
    return this.position(column) !== null;
  }

  /** Those that the table has, optional ones too, in the order of the schema, each with how many columns stand before it. */
  places(): { readonly name: ColumnName; readonly at: number }[] {
    return [...this.positions].flatMap(([name, at]) => (at < 0 ? [] : [{ name, at }]));
  }

  /** What a row holds in a column; null if it is missing. */
  cell(cells: readonly CellValue[], column: ColumnName): CellValue {
    const at = this.position(column);
    return at === null ? null : (cells[at] ?? null);
  }

  /** The text of a row's cell, as `textOf` gives it. */
  text(cells: readonly CellValue[], column: ColumnName): string {
    return textOf(this.cell(cells, column));
  }

  /** A row as the schema orders its columns; null for those that are missing. */
  inOrder(cells: readonly CellValue[]): CellValue[] {
    return this.schema.columns.map(({ name }) => this.cell(cells, name));
  }
}

/** A row for a table, its values in the order of the schema's columns. */
export function rowOf<ColumnName extends string>(
  schema: Pick<TableSchema<ColumnName>, 'columns'>,
  values: Readonly<Record<ColumnName, CellValue>>,
): CellValue[] {
  return schema.columns.map(({ name }) => values[name]);
}

/** One row of a table, its cells found by the names of their columns. */
export interface RawRow<ColumnName extends string> {
  /** As the sheet numbers it. */
  readonly row: number;
  /** Null also for text of nothing but spaces. */
  cell(column: ColumnName): CellValue;
}

/**
 * The rows of a table that are not wholly blank. Columns are found by name, case and spaces ignored, in any order.
 *
 * @throws Problem if a needed column is missing, or one is there twice
 */
export function readRows<ColumnName extends string>(
  table: RawTable,
  schema: TableSchema<ColumnName>,
): RawRow<ColumnName>[] {
  const columns = new LocatedColumns(table, schema);
  if (columns.fault !== null) {
    throw new Problem('#VALUE!', columns.fault);
  }
  const rows: RawRow<ColumnName>[] = [];
  table.rows.forEach((cells, index) => {
    if (!isBlankRow(cells)) {
      rows.push(new RowOfTable(table.firstRow + index, cells, columns));
    }
  });
  return rows;
}

/** A class, for a table has very many: no row needs a function of its own. */
class RowOfTable<ColumnName extends string> implements RawRow<ColumnName> {
  constructor(
    readonly row: number,
    private readonly cells: readonly CellValue[],
    private readonly columns: LocatedColumns<ColumnName>,
  ) {}

  cell(column: ColumnName): CellValue {
    const value = this.columns.cell(this.cells, column);
    return isBlank(value) ? null : value;
  }
}

/** Tells the rows that are sound from those that are broken, as `check` finds them; none is dropped. */
export function sortedOut<Column extends string, Checked extends object>(
  rows: readonly RawRow<Column>[],
  check: (row: RawRow<Column>) => Checked,
): SortedOut<Checked> {
  return atOnce(sortedOutInSteps(rows, check));
}

/** As `sortedOut`, of very many rows. */
export function* sortedOutInSteps<Column extends string, Checked extends object>(
  rows: readonly RawRow<Column>[],
  check: (row: RawRow<Column>) => Checked,
): Steps<SortedOut<Checked>> {
  const sound: Exclude<Checked, Broken>[] = [];
  const broken: Extract<Checked, Broken>[] = [];
  yield* forEach(rows, (row) => {
    const checked = check(row);
    if ('problem' in checked) {
      broken.push(checked as Extract<Checked, Broken>);
    } else {
      sound.push(checked as Exclude<Checked, Broken>);
    }
  });
  return { sound, broken };
}

interface SortedOut<Checked> {
  readonly sound: Exclude<Checked, Broken>[];
  readonly broken: Extract<Checked, Broken>[];
}

interface Broken {
  readonly problem: string;
}

/** Whether a row holds nothing: nobody reads it. */
export function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every(isBlank);
}

/** What two spellings of one column's name have in common: case and all spaces are ignored. */
function columnKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Empty, or text of nothing but spaces. */
export function isBlank(value: CellValue | undefined): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && !startsPlain(value) && value.trim() === '')
  );
}

/** Whether a text begins with a sign of ASCII that can be seen: of a ledger's texts nearly all do, and need no second look. */
function startsPlain(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 32 && first < 127;
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

/** The currency of a cell that holds its code; null if it holds anything else. */
export function currencyOfCell(value: CellValue): Currency | null {
  return typeof value === 'string' ? parseCurrency(value) : null;
}

/** What is wrong with a cell that holds no currency. */
export function notCurrency(value: CellValue): string {
  return value === null ? messages.cellBlank('Currency') : messages.cellNotCurrency('Currency', value);
}

/** What is wrong with a cell that holds no month. */
export function notMonth(column: string, value: CellValue): string {
  return value === null ? messages.cellBlank(column) : messages.cellNotMonth(column, value);
}

/** The month of a cell that holds a date, 202411, or text such as 2024-11; null if it is none of these. */
export function monthOfCell(value: CellValue): Month | null {
  if (typeof value === 'number') {
    return monthOfNumber(value);
  }
  return typeof value === 'string' ? parseMonth(value) : null;
}
