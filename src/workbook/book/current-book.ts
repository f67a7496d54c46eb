import { bookOf, type Book } from '../../domain/ledger/book';
import { messages } from '../../domain/messages/messages';
import type { Steps } from '../../domain/ledger/steps';
import { Problem } from '../../domain/messages/problem';
import { LocatedColumns, type RawTable } from '../../domain/ledger/table';
import { TABLES, TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { Circles } from './circles';
import type { FiscalYearName, ReadTable } from './read-parts';
import { firstChange, sameCells } from './row-changes';
import { inTurns } from '../host/turns';
import { withinTime } from '../host/within-time';

/** Edits that come within this time of one another are announced together. */
const SETTLE_MS = 50;

/**
 * After an edit of a table that a watch cell watches, its call comes within this time, and for each row of the table the second, and
 * brings what would have to be read: of a large table that would take seconds.
 */
const WATCH_MS = 200;
const WATCH_ROW_MS = 0.1;

/** What the book needs of the workbook. */
export interface BookHost {
  /** Listens to the workbook for as long as the runtime lives. */
  watch(listener: WorkbookListener): Promise<void>;
  /** Gives `batch` a reader, as soon as the workbook can be read. */
  read<T>(batch: (reader: PartReader) => Promise<T>): Promise<T>;
  /** Whether the user is editing a cell, which ends: what waits for that is not given up. */
  isBeingEdited(): Promise<boolean>;
}

/** What the workbook tells of. None of these may write in answer: a co-author's change reaches every co-author. */
export interface WorkbookListener {
  /** Cells of a table changed, by hand or by a co-author. */
  tableChanged(tableId: string): void;
  /** Formulas of a sheet were calculated. */
  sheetCalculated(worksheetId: string): void;
  /**
   * Cells of a sheet changed.
   *
   * @param cell the one that was edited, without its sheet; null if there were more, or rows or columns came or went
   */
  sheetChanged(worksheetId: string, cell: string | null): void;
  /** A table or a sheet was added or deleted. */
  tablesComeOrGo(): void;
}

/** A cell that hands over columns of the table beside which it stands. */
export interface WatchCell {
  readonly table: TableName;
  /** Without its sheet, which is the table's. */
  readonly address: string;
  /** Where its columns stand in the table. */
  readonly places: readonly number[];
}

/** Reads the parts of the workbook one by one. */
export interface PartReader {
  /** Null if the workbook does not have the table. */
  table(name: TableName): Promise<ReadTable | null>;
  fiscalYear(): Promise<FiscalYearName>;
}

/** A part of the workbook that is read, and follows its changes, by itself. */
type Part = TableName | 'fiscal-year';
const PARTS: readonly Part[] = [...TABLE_NAMES, 'fiscal-year'];

/** The workbook as it was read. */
export interface ReadBook {
  readonly book: Book;
  readonly tables: Readonly<Record<TableName, ReadTable | null>>;
  readonly fiscalYear: FiscalYearName;
  /** How many changes of each part had been heard of when it was read. */
  readonly versions: Readonly<Record<Part, number>>;
}

/** Hears which tables have changed; of none if they could not be read, or if it was the fiscal year. */
export type BookListener = (changed: readonly TableName[]) => void;

/**
 * What the functions compute from: the tables and the start of the fiscal year, in memory. They are read on the first call and
 * after a change, and all who ask meanwhile wait for that one read.
 */
export class CurrentBook {
  /** How many changes of each part have been heard of. */
  private readonly heard: Record<Part, number> = recordOf(PARTS, () => 0);
  private latest: ReadBook | null = null;
  /** The book of which the ledger has been built. */
  private indexed: Book | null = null;
  /** What the listeners last knew of. */
  private announced: ReadBook | null = null;
  private reading: Promise<ReadBook> | null = null;
  private watching: Promise<void> | null = null;
  private settling: ReturnType<typeof setTimeout> | null = null;
  /** Tables and sheets, by their ids, that changed since the last read began and were not known to be ours: it may be finding them. */
  private readonly changedElsewhere = new Set<string>();
  private changedAt: Date | null = null;
  private watchCells: readonly WatchCell[] = [];
  private readonly circles = new Circles();
  /** What answers while a table rests on itself; null while none is known to. */
  private circle: Book | null = null;
  /** Cells have to be calculated though the data may be the same: a circle may have been opened. */
  private isOwed = false;
  private readonly listeners = new Set<BookListener>();
  private readonly firstReaders = new Set<() => void>();

  private readonly listener: WorkbookListener = {
    tableChanged: (id) => this.edited(id),
    sheetChanged: (id, cell) => {
      this.forgetWatches(id, cell);
      this.edited(id);
    },
    sheetCalculated: (id) => this.calculated(id),
    tablesComeOrGo: () => {
      this.openCircle();
      this.hear(PARTS);
    },
  };

  constructor(private readonly host: BookHost) {}

  /**
   * The book as the workbook is now.
   *
   * Never rejects and never waits for ever: if the tables cannot be read, the book answers each question with a
   * Problem that says so, and the next call tries again.
   */
  async get(): Promise<Book> {
    try {
      return (await this.read()).book;
    } catch (failure) {
      return unreadableBook(failure);
    }
  }

  /** What was last read, though it may be out of date; null before the first read. */
  lastRead(): ReadBook | null {
    return this.latest;
  }

  /** As `get`, with where the tables stand; rejects if they cannot be read. */
  read(): Promise<ReadBook> {
    if (this.latest !== null && this.isReady(this.latest)) {
      return Promise.resolve(this.latest);
    }
    this.reading ??= withinTime(this.readUntilReady(), () => this.host.isBeingEdited()).finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  /** Reads everything again, whatever events have told, and announces what has changed. */
  async reread(): Promise<ReadBook> {
    this.hear(PARTS);
    return this.read();
  }

  /** Calls `listener` whenever the data that the functions compute from has changed. Returns how to stop that. */
  onChange(listener: BookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls `listener` once, when the tables have been read for the first time: what happened before nobody told this runtime. */
  onFirstRead(listener: () => void): void {
    this.firstReaders.add(listener);
  }

  /** The watch cell at an address, if it is known which columns it hands over. */
  watchCellAt(sheet: string, address: string): WatchCell | null {
    const isHere = (cell: WatchCell): boolean =>
      cell.address === address && this.latest?.tables[cell.table]?.sheet === sheet;
    return this.watchCells.find(isHere) ?? null;
  }

  /**
   * Takes over what a watch cell hands over: the rows of its table as the workbook has them now, so that they need not be read.
   *
   * @param rows those of the last read with the cells that have changed, or the very same if none has
   */
  adopt(watchCell: WatchCell, rows: RawTable['rows']): void {
    const name = watchCell.table;
    const latest = this.latest;
    const table = latest?.tables[name];
    if (latest === null || table === null || table === undefined) {
      return;
    }
    this.watchCells = [
      ...this.watchCells.filter(({ table, address }) => table !== name || address !== watchCell.address),
      watchCell,
    ];
    // A read that is under way began before, so what it finds in this table is out of date.
    this.heard[name] += 1;
    const versions = { ...latest.versions, [name]: this.heard[name] };
    if (rows === table.raw.rows) {
      this.latest = { ...latest, versions };
      return;
    }
    const tables = { ...latest.tables, [name]: { ...table, raw: { ...table.raw, rows } } };
    this.latest = { ...latest, book: this.bookOf(tables, latest.fiscalYear), tables, versions };
    this.settle(0);
  }

  /** What cells could not work out can be worked out now: they have to be calculated, as after a change. */
  announceAnew(): void {
    this.isOwed = true;
    this.settle(SETTLE_MS);
  }

  /** When the data last changed, as far as this session has seen; null before the first change. */
  lastChange(): Date | null {
    return this.changedAt;
  }

  private lookForCircle(before: ReadBook, after: ReadBook): void {
    const name = TABLE_NAMES.find((table) => !sameTable(table, before, after));
    const [old, raw] = [name && before.tables[name]?.raw, name && after.tables[name]?.raw];
    const at = old && raw ? firstChange(old.rows, raw.rows) : null;
    if (name !== undefined && raw && at !== null && this.circles.changedByCalculation()) {
      const cell = messages.tableRestsOnItself(name, raw.firstRow + at.row, String(raw.header[at.column] ?? ''));
      this.circle = refusingBook(new Problem('#VALUE!', cell));
      this.latest = { ...after, book: this.circle };
    }
  }

  private isCurrent(read: ReadBook): boolean {
    return PARTS.every((part) => read.versions[part] === this.heard[part]);
  }

  /** Whether a read can be computed from: nothing has changed since, and to ask for a client takes no time. */
  private isReady(read: ReadBook): boolean {
    return this.isCurrent(read) && read.book === this.indexed;
  }

  private async readUntilReady(): Promise<ReadBook> {
    await this.watch();
    // A change that is heard of while we read makes the read out of date: read again until it is not.
    const isFirst = this.latest === null;
    let read = this.latest;
    while (read === null || !this.isReady(read)) {
      if (read === null || !this.isCurrent(read)) {
        const before: ReadBook | null = read;
        this.changedElsewhere.clear();
        read = await this.host.read((reader) => this.readParts(reader, before));
        this.latest = read;
        this.announced ??= read;
        for (const id of this.changedElsewhere) {
          this.hear(partsIn(id, read));
        }
      } else {
        const { book } = read;
        await inTurns(book.indexed());
        this.indexed = book;
        // Between the turns, a watch cell may have handed over what has changed.
        read = this.latest;
      }
    }
    if (isFirst) {
      this.firstReaders.forEach((listener) => listener());
      this.firstReaders.clear();
    }
    return read;
  }

  /** Listens from the first read on; if that failed, the next read tries again. */
  private async watch(): Promise<void> {
    this.watching ??= withinTime(this.host.watch(this.listener), () => this.host.isBeingEdited());
    await this.watching.catch((failure: unknown) => {
      this.watching = null;
      throw failure;
    });
  }

  /** Reads the parts that have changed since `before`; the others are taken over. */
  private async readParts(reader: PartReader, before: ReadBook | null): Promise<ReadBook> {
    const versions = { ...this.heard };
    const isKept = (part: Part): boolean => before?.versions[part] === versions[part];
    const read: [TableName, ReadTable | null][] = [];
    for (const name of TABLE_NAMES) {
      read.push([name, before !== null && isKept(name) ? before.tables[name] : await reader.table(name)]);
    }
    const fiscalYear = before !== null && isKept('fiscal-year') ? before.fiscalYear : await reader.fiscalYear();
    const found = new Map(read);
    const tables = recordOf(TABLE_NAMES, (name) => found.get(name) ?? null);
    return { book: this.bookOf(tables, fiscalYear), tables, fiscalYear, versions };
  }

  /** While a table rests on itself, no figure can be had. */
  private bookOf(tables: ReadBook['tables'], fiscalYear: FiscalYearName): Book {
    const raw = {
      tables: recordOf(TABLE_NAMES, (name) => tables[name]?.raw ?? null),
      fiscalYearStart: fiscalYear.value,
    };
    return this.circle ?? bookOf(raw, this.latest?.book);
  }

  /** Whether watch cells hand over every column of a table that a figure can rest on. */
  private isWatched(name: TableName): boolean {
    const raw = this.latest?.tables[name]?.raw;
    const handedOver = new Set(this.watchCells.flatMap((cell) => (cell.table === name ? cell.places : [])));
    return (
      raw !== undefined && new LocatedColumns<string>(raw, TABLES[name]).places().every(({ at }) => handedOver.has(at))
    );
  }

  /** A watch cell may be gone, or hand over other columns: what it has handed over is read, and its next call tells. */
  private forgetWatches(worksheetId: string, cell: string | null): void {
    const isMeant = ({ table, address }: WatchCell): boolean =>
      this.latest?.tables[table]?.worksheetId === worksheetId && (cell === null || cell === address);
    const forgotten = this.watchCells.filter(isMeant);
    this.watchCells = this.watchCells.filter((known) => !isMeant(known));
    this.hear(forgotten.map(({ table }) => table));
  }

  /** Takes note of an edit in a table or on a sheet. */
  private edited(id: string): void {
    this.openCircle();
    const parts = partsIn(id, this.latest);
    if (parts.length > 0) {
      this.hear(parts);
    } else {
      this.changedElsewhere.add(id);
    }
  }

  /** Somebody has edited the workbook: if that did not open the circle, it will be found again. */
  private openCircle(): void {
    this.circles.end();
    if (this.circle !== null) {
      this.circle = null;
      this.isOwed = true;
      this.hear(PARTS);
    }
  }

  /** A calculation raises no event of a change: what no watch cell hands over has to be looked at. */
  private calculated(worksheetId: string): void {
    const { latest } = this;
    this.hear([
      ...TABLE_NAMES.filter((name) => latest?.tables[name]?.worksheetId === worksheetId && !this.isWatched(name)),
      ...(latest?.fiscalYear.worksheetId === worksheetId ? (['fiscal-year'] as const) : []),
    ]);
  }

  /** Makes what was read of `parts` out of date at once, so that no call computes from it, and announces it. */
  private hear(parts: readonly Part[]): void {
    if (parts.length === 0) {
      return;
    }
    for (const part of parts) {
      this.heard[part] += 1;
    }
    const waits = parts.map((part) => (part === 'fiscal-year' || !this.isWatched(part) ? null : this.watchTime(part)));
    this.settle(waits.includes(null) ? SETTLE_MS : Math.max(...waits.map(Number)));
  }

  private watchTime(name: TableName): number {
    return WATCH_MS + Math.floor((this.latest?.tables[name]?.raw.rows.length ?? 0) * WATCH_ROW_MS);
  }

  /** Announces what has changed when the edits have settled. */
  private settle(time: number): void {
    if (this.settling !== null) {
      clearTimeout(this.settling);
    }
    this.settling = setTimeout(() => {
      this.settling = null;
      void this.announce();
    }, time);
  }

  private async announce(): Promise<void> {
    if (this.circle !== null) {
      // What changes now follows from the cells that tell of it.
      return;
    }
    const after = await this.read().catch(() => null);
    // If the read failed, listeners are told all the same: they ask for themselves, and show why.
    const before = this.announced;
    if (after !== null && before !== null && sameData(before, after) && !this.isOwed) {
      return;
    }
    this.isOwed = false;
    this.announced = after ?? this.announced;
    if (after !== null && before !== null) {
      this.lookForCircle(before, after);
    }
    this.changedAt = new Date();
    const changed =
      after === null || before === null ? [] : TABLE_NAMES.filter((name) => !sameTable(name, before, after));
    for (const listener of this.listeners) {
      listener(changed);
    }
  }
}

/** The parts that a read found in this table or on this sheet. */
function partsIn(id: string, read: ReadBook | null): Part[] {
  return PARTS.filter(
    (part) => id === (part === 'fiscal-year' ? read?.fiscalYear.worksheetId : read?.tables[part]?.id),
  );
}

/** Whether two reads hold the same data: a change of a format is none. */
function sameData(a: ReadBook, b: ReadBook): boolean {
  return a.fiscalYear.value === b.fiscalYear.value && TABLE_NAMES.every((name) => sameTable(name, a, b));
}

function sameTable(name: TableName, a: ReadBook, b: ReadBook): boolean {
  const [before, after] = [a.tables[name]?.raw, b.tables[name]?.raw];
  return (
    before === after ||
    (before !== undefined &&
      after !== undefined &&
      before.firstRow === after.firstRow &&
      sameCells(before.header, after.header) &&
      before.rows.length === after.rows.length &&
      firstChange(before.rows, after.rows) === null)
  );
}

function unreadableBook(failure: unknown): Book {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return refusingBook(new Problem('#VALUE!', messages.workbookUnreadable(reason)));
}

// eslint-disable-next-line require-yield -- nothing to wait for
function* nothingToIndex(): Steps<void> {
  return undefined;
}

function refusingBook(problem: Problem): Book {
  const refuse = (): never => {
    throw problem;
  };
  return { clients: refuse, indexed: nothingToIndex, rates: refuse, fiscalYearStart: refuse, table: refuse };
}

function recordOf<Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
