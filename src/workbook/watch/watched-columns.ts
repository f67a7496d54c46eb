import { formatMonth } from '../../domain/calendar/month';
import { isBlank, LocatedColumns, monthOfCell, type CellValue, type RawTable } from '../../domain/ledger/table';
import { TABLES, TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { Problem } from '../../domain/messages/problem';
import { splitSheetName } from '../../formats/xlsx/address';
import type { CurrentBook, ReadBook, WatchCell } from '../book/current-book';
import { isBusy } from '../formulas/busy-cell';
import { watchedColumns } from './watch-formulas';

/** Columns as a call hands them over, each from top to bottom. */
export type Columns = readonly (readonly CellValue[])[];

/** Which columns of which table a call hands over, each by its place there. */
type Watched = Pick<WatchCell, 'table' | 'places'>;

const NOT_BESIDE_A_TABLE =
  'AIWATCH stands beside a table of AI Spend and watches its columns. Press Repair in the AI Spend pane to write it anew.';

/** More cells than these are rather read anew: to be sure of what a call hands over matters more than to save the reading. */
const MOST_CHANGES = 1_000;

/**
 * Takes the columns that a watch cell hands over, so that a change of a table need not be read again, and gives what the cell shows:
 * "in step, 472 rows to 2026-03".
 *
 * A call carries values only, not where they come from. So which columns a watch cell hands over is found out by comparing them
 * with the tables as they were read; from then on, the same cell's next call is compared with them and what has changed is taken.
 * What cannot be told so is read: that takes longer, and is right as well.
 *
 * @param address of the cell, with its sheet, by which its next call is known again; null if the host does not tell
 * @throws Problem if the cell does not watch a table; Error if the tables cannot be read
 */
export async function takeColumns(
  book: Pick<CurrentBook, 'lastRead' | 'read' | 'reread' | 'watchCellAt' | 'adopt'>,
  address: string | null,
  columns: Columns,
): Promise<string> {
  const place = placeOf(address);
  const latest = book.lastRead() ?? (await book.read());
  const known = place && book.watchCellAt(place.sheet, place.cell);
  if (known !== null) {
    const rows = rowsHandedOver(known, latest, columns);
    if (rows !== null) {
      book.adopt(known, rows);
      return inStep(known.table, latest.tables[known.table]?.raw.header ?? [], rows, known.places);
    }
  }
  // What an event told of is read by now, or is read once for all who ask; the rest no event told of.
  const looks = [
    { look: () => latest, isSame: isSameCell },
    { look: () => book.read(), isSame: isSameCell },
    { look: () => book.reread(), isSame: isSameButForZero },
  ];
  for (const { look, isSame } of looks) {
    const read = await look();
    const found = findColumns(read, columns, isSame);
    const table = found && read.tables[found.table];
    if (table) {
      if (table.sheet === place?.sheet) {
        book.adopt({ ...found, address: place.cell }, table.raw.rows);
      }
      return inStep(found.table, table.raw.header, table.raw.rows, found.places);
    }
  }
  return besideTable(await book.read(), place?.sheet ?? null);
}

/**
 * A table's rows with what a call hands over; null if rows have come or gone, too much has changed, a cell is not calculated yet, or
 * one has become 0: Excel may hand over a blank cell as 0, and an amount that is not there is not one of 0.
 */
function rowsHandedOver({ table, places }: Watched, read: ReadBook, columns: Columns): RawTable['rows'] | null {
  const rows = read.tables[table]?.raw.rows;
  if (rows === undefined || places.length !== columns.length || columns.some(({ length }) => length !== rows.length)) {
    return null;
  }
  const changed = changedCells(rows, places, columns, isSameCell);
  if (changed.length > MOST_CHANGES || changed.some(({ value }) => isBusy(value) || value === 0)) {
    return null;
  }
  return changed.length === 0 ? rows : withChanges(rows, changed);
}

/**
 * What a watch cell shows of the table on its sheet where cells are still calculating, or columns cannot be told from one another:
 * what was read is right all the same.
 */
function besideTable(read: ReadBook, sheet: string | null): string {
  for (const table of TABLE_NAMES) {
    const found = read.tables[table];
    if (found !== null && found.sheet === sheet) {
      return inStep(table, found.raw.header, found.raw.rows, watchedColumns(found.raw));
    }
  }
  throw new Problem('#VALUE!', NOT_BESIDE_A_TABLE);
}

/** Rows that have not changed are the very same, so that nobody has to compare them. */
function withChanges(rows: RawTable['rows'], changed: readonly ChangedCell[]): RawTable['rows'] {
  const fresh = new Map<number, CellValue[]>();
  for (const { row, at, value } of changed) {
    const cells = fresh.get(row) ?? [...(rows[row] ?? [])];
    cells[at] = value;
    fresh.set(row, cells);
  }
  return rows.map((cells, row) => fresh.get(row) ?? cells);
}

interface ChangedCell {
  readonly row: number;
  readonly at: number;
  readonly value: CellValue;
}

/** One more than are adopted at most. */
function changedCells(
  rows: RawTable['rows'],
  places: readonly number[],
  columns: Columns,
  isSame: SameCell,
): ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (const [index, column] of columns.entries()) {
    const at = places[index] ?? -1;
    for (let row = 0; row < column.length && changed.length <= MOST_CHANGES; row += 1) {
      const value = column[row] ?? '';
      if (!isSame(value, rows[row]?.[at])) {
        changed.push({ row, at, value });
      }
    }
  }
  return changed;
}

/** Whether a cell as it is handed over is the cell as it was read. */
type SameCell = (handed: CellValue, read: CellValue | undefined) => boolean;

/** Excel gives a blank as an empty text when it is read, and as nothing when it is handed over. */
function isSameCell(handed: CellValue, read: CellValue | undefined): boolean {
  return handed === read || (isBlank(handed) && isBlank(read));
}

/** Or as 0; what has just been read tells which it is. */
function isSameButForZero(handed: CellValue, read: CellValue | undefined): boolean {
  return isSameCell(handed, read) || (handed === 0 && isBlank(read));
}

/** The one table that has these columns, side by side in the order of its schema; null if none has, or it cannot be told which. */
function findColumns(read: ReadBook, columns: Columns, isSame: SameCell): Watched | null {
  const found: Watched[] = [];
  for (const table of TABLE_NAMES) {
    const raw = read.tables[table]?.raw;
    const watched = raw === undefined ? [] : watchedColumns(raw);
    for (let first = 0; raw !== undefined && first + columns.length <= watched.length; first += 1) {
      const places = watched.slice(first, first + columns.length);
      const isThis = columns.every(({ length }) => length === raw.rows.length);
      if (isThis && changedCells(raw.rows, places, columns, isSame).length === 0) {
        found.push({ table, places });
      }
    }
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

function inStep(
  name: TableName,
  header: RawTable['header'],
  rows: RawTable['rows'],
  places: readonly number[],
): string {
  const count = rows.filter((row) => places.some((at) => !isBlank(row[at]))).length;
  const ofMonth = monthColumn(name, header);
  // Many rows share few months: each is read once.
  const written = new Set(ofMonth !== null && places.includes(ofMonth) ? rows.map((row) => row[ofMonth] ?? null) : []);
  const last = [...written]
    .map(monthOfCell)
    .reduce((latest, month) => ((month ?? -1) > (latest ?? -1) ? month : latest), null);
  const shown = `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
  return last === null ? `in step, ${shown}` : `in step, ${shown} to ${formatMonth(last)}`;
}

/** Where the months of a table stand; null if it has none. */
function monthColumn(name: TableName, header: RawTable['header']): number | null {
  const month = TABLES[name].columns.find(({ type }) => type === 'month');
  return month === undefined ? null : new LocatedColumns<string>({ name, header }, TABLES[name]).position(month.name);
}

/** The sheet and the cell of an address; null if it does not tell both. */
function placeOf(address: string | null): { readonly sheet: string; readonly cell: string } | null {
  const { sheetName, cells } = splitSheetName(address ?? '');
  return sheetName === null ? null : { sheet: sheetName, cell: cells };
}
