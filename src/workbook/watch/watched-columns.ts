import { formatMonth, type Month } from '../../domain/calendar/month';
import { isBlank, monthOfCell, type CellValue, type RawTable } from '../../domain/ledger/table';
import { TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';
import type { CurrentBook, ReadBook } from '../book/current-book';
import { isBusy } from '../formulas/busy-cell';
import { watchedColumns } from './watch-formulas';

/** Columns as a call hands them over, each from top to bottom. */
export type Columns = readonly (readonly CellValue[])[];

/** What a watch cell hands over: which columns of which table, each by its place there. */
interface Watched {
  readonly table: TableName;
  readonly places: readonly number[];
}

/** More cells than these are rather read anew: to be sure of what a call hands over matters more than to save the reading. */
const MOST_CHANGES = 1_000;

/**
 * Takes the columns that watch cells hand over, so that a change of a table need not be read again.
 *
 * A call carries values only, not where they come from. So which columns a watch cell hands over is found out by comparing them
 * with the tables as they were read; from then on, the same cell's next call is compared with them and what has changed is taken.
 * What cannot be told so is read: that takes longer, and is right as well.
 */
export class WatchedColumns {
  /** By the address of the watch cell. */
  private readonly known = new Map<string, Watched>();

  constructor(private readonly book: Pick<CurrentBook, 'lastRead' | 'read' | 'reread' | 'adopt'>) {}

  /**
   * What a watch cell shows, once the tables in memory are as it hands them over: "in step, 472 rows to 2026-03".
   *
   * @param cell its address with the sheet, by which the next call is known again; null where the host does not tell
   * @throws Problem if the cell does not watch a table; Error if the tables cannot be read
   */
  async take(cell: string | null, columns: Columns): Promise<string> {
    const latest = this.book.lastRead() ?? (await this.book.read());
    const known = cell === null ? undefined : this.known.get(cell);
    if (cell !== null && known !== undefined && this.adopt(known, cell, latest, columns)) {
      return inStep(latest, known, columns);
    }
    const [found, read] = await this.find(latest, columns);
    if (cell !== null && found !== null) {
      this.known.set(cell, found);
      this.adopt(found, cell, read, columns);
    } else if (cell !== null) {
      this.known.delete(cell);
    }
    if (found !== null) {
      return inStep(read, found, columns);
    }
    // Cells that are still calculating, or columns that cannot be told from one another: what was read is right all the same.
    const beside = TABLE_NAMES.find((name) => cell !== null && sheetOf(cell) === read.tables[name]?.sheet);
    const raw = beside && read.tables[beside]?.raw;
    if (!raw) {
      throw new Problem('#VALUE!', messages.notWatched());
    }
    const places = watchedColumns(raw).map(({ at }) => at);
    return inStep(
      read,
      { table: beside, places },
      places.map((at) => raw.rows.map((row) => row[at] ?? null)),
    );
  }

  private async find(latest: ReadBook, columns: Columns): Promise<[Watched | null, ReadBook]> {
    const found = findColumns(latest, columns);
    if (found !== null) {
      return [found, latest];
    }
    const read = await this.book.reread();
    return [findColumns(read, columns), read];
  }

  /** Whether the columns are now in memory. Not if rows have come or gone, too much has changed, or a cell is not calculated yet. */
  private adopt({ table, places }: Watched, cell: string, read: ReadBook, columns: Columns): boolean {
    const rows = read.tables[table]?.raw.rows;
    if (
      rows === undefined ||
      places.length !== columns.length ||
      columns.some(({ length }) => length !== rows.length)
    ) {
      return false;
    }
    const changed = changedCells(rows, places, columns);
    if (changed.length > MOST_CHANGES || changed.some(({ value }) => isBusy(value))) {
      return false;
    }
    this.book.adopt(
      table,
      changed.length === 0 ? rows : withChanges(rows, changed),
      cell.slice(cell.lastIndexOf('!') + 1),
    );
    return true;
  }
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
function changedCells(rows: RawTable['rows'], places: readonly number[], columns: Columns): ChangedCell[] {
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

/** Excel gives a blank as an empty text when it is read, and as nothing when it is handed over. */
function isSame(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return a === b || (isBlank(a) && isBlank(b));
}

/** The one table that has these columns, side by side in the order of its schema; null if none has, or it cannot be told which. */
function findColumns(read: ReadBook, columns: Columns): Watched | null {
  const found: Watched[] = [];
  for (const table of TABLE_NAMES) {
    const raw = read.tables[table]?.raw;
    const watched = raw === undefined ? [] : watchedColumns(raw);
    for (let first = 0; raw !== undefined && first + columns.length <= watched.length; first += 1) {
      const places = watched.slice(first, first + columns.length).map(({ at }) => at);
      const isThis = columns.every(({ length }) => length === raw.rows.length);
      if (isThis && changedCells(raw.rows, places, columns).length === 0) {
        found.push({ table, places });
      }
    }
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

function inStep(read: ReadBook, { table, places }: Watched, columns: Columns): string {
  const count = columns[0]?.filter((_, row) => columns.some((column) => !isBlank(column[row]))).length ?? 0;
  const header = read.tables[table]?.raw.header ?? [];
  const ofMonth = columns[places.findIndex((place) => /^\s*month\s*$/i.test(String(header[place] ?? '')))] ?? [];
  const last = ofMonth.reduce<Month | null>((latest, cell) => {
    const month = monthOfCell(cell);
    return month !== null && (latest === null || month > latest) ? month : latest;
  }, null);
  const rows = `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
  return last === null ? `in step, ${rows}` : `in step, ${rows} to ${formatMonth(last)}`;
}

/** The sheet of an address, without the apostrophes that some names need. */
function sheetOf(address: string): string {
  const sheet = address.slice(0, Math.max(address.lastIndexOf('!'), 0));
  return sheet.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
}
