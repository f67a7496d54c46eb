import { bookOf, type Book } from '../../domain/ledger/book';
import { messages } from '../../domain/messages';
import { Problem } from '../../domain/problem';
import { TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { runWhenNotEditing } from '../host/excel-run';
import { readFiscalYearName, type FiscalYearName } from './fiscal-year-name';
import { readTable, type ReadTable } from './table-reader';
import { watchWorkbook } from '../host/workbook-events';

/** A cell must never wait for ever: after this time a read that Excel has not answered is given up. */
const LONGEST_READ_MS = 30_000;

/** Edits that come within this time of one another are announced together. */
const SETTLE_MS = 50;

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

/** Hears which tables have changed; of none where they could not be read, or where it was the fiscal year. */
export type BookListener = (changed: readonly TableName[]) => void;

/** How many changes of each part have been heard of. */
const heard: Record<Part, number> = { AIClients: 0, AIReturns: 0, AIRates: 0, 'fiscal-year': 0 };
let latest: ReadBook | null = null;
/** What the listeners last knew of. */
let announced: ReadBook | null = null;
let reading: Promise<ReadBook> | null = null;
let watching: Promise<void> | null = null;
let settling: ReturnType<typeof setTimeout> | null = null;
/** Tables and sheets, by their ids, that changed since the last read began and were not known to be ours: it may be finding them. */
const changedElsewhere = new Set<string>();
let changedAt: Date | null = null;
const listeners = new Set<BookListener>();

/**
 * What the functions compute from: the three tables, in memory. On the first call, and after a change, they are read,
 * and all who ask meanwhile wait for that one read.
 *
 * Never rejects and never waits for ever: where the tables cannot be read, the book answers each question with a
 * Problem that says so, and the next call tries again.
 */
export async function currentBook(): Promise<Book> {
  if (latest !== null && isCurrent(latest)) {
    return latest.book;
  }
  try {
    return (await currentRead()).book;
  } catch (failure) {
    return unreadableBook(failure);
  }
}

/** As `currentBook`, with where the tables stand; rejects where they cannot be read. */
export function currentRead(): Promise<ReadBook> {
  if (latest !== null && isCurrent(latest)) {
    return Promise.resolve(latest);
  }
  reading ??= withinTime(readUntilCurrent()).finally(() => {
    reading = null;
  });
  return reading;
}

/** Reads everything again, whatever events have told, and announces what has changed. */
export async function rereadBook(): Promise<ReadBook> {
  hear(PARTS);
  return currentRead();
}

/** Calls `listener` whenever the data that the functions compute from has changed. Returns how to stop that. */
export function onBookChange(listener: BookListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** When the data last changed, as far as this session has seen; null before the first change. */
export function lastChange(): Date | null {
  return changedAt;
}

function isCurrent(read: ReadBook): boolean {
  return PARTS.every((part) => read.versions[part] === heard[part]);
}

async function readUntilCurrent(): Promise<ReadBook> {
  watching ??= watchWorkbook({ tableChanged: changed, sheetChanged: changed, tablesComeOrGo: () => hear(PARTS) });
  await watching.catch((failure: unknown) => {
    watching = null;
    throw failure;
  });
  // A change that is heard of while we read makes the read out of date: read again until it is not.
  let read = latest;
  while (read === null || !isCurrent(read)) {
    const before: ReadBook | null = read;
    changedElsewhere.clear();
    read = await runWhenNotEditing((context) => readParts(context, before));
    latest = read;
    announced ??= read;
    for (const id of changedElsewhere) {
      hear(partsIn(id, read));
    }
  }
  return read;
}

/** Reads the parts that have changed since `before`; the others are taken over. */
async function readParts(context: Excel.RequestContext, before: ReadBook | null): Promise<ReadBook> {
  const versions = { ...heard };
  const isStale = (part: Part): boolean => before?.versions[part] !== versions[part];
  const table = async (name: TableName): Promise<ReadTable | null> =>
    before === null || isStale(name) ? readTable(context, name) : before.tables[name];
  const tables = {
    AIClients: await table('AIClients'),
    AIReturns: await table('AIReturns'),
    AIRates: await table('AIRates'),
  };
  const fiscalYear = before === null || isStale('fiscal-year') ? await readFiscalYearName(context) : before.fiscalYear;
  const book = bookOf({
    tables: {
      AIClients: tables.AIClients?.raw ?? null,
      AIReturns: tables.AIReturns?.raw ?? null,
      AIRates: tables.AIRates?.raw ?? null,
    },
    fiscalYearStart: fiscalYear.value,
  });
  return { book, tables, fiscalYear, versions };
}

/** Takes note of a change in a table or on a sheet. */
function changed(id: string): void {
  const parts = partsIn(id, latest);
  if (parts.length > 0) {
    hear(parts);
  } else {
    changedElsewhere.add(id);
  }
}

/** The parts that a read found in this table or on this sheet. */
function partsIn(id: string, read: ReadBook | null): Part[] {
  return PARTS.filter(
    (part) => id === (part === 'fiscal-year' ? read?.fiscalYear.worksheetId : read?.tables[part]?.id),
  );
}

/** Makes what was read of `parts` out of date at once, so that no call computes from it, and announces it when the edits have settled. */
function hear(parts: readonly Part[]): void {
  if (parts.length === 0) {
    return;
  }
  for (const part of parts) {
    heard[part] += 1;
  }
  if (settling !== null) {
    clearTimeout(settling);
  }
  settling = setTimeout(() => {
    settling = null;
    void announce();
  }, SETTLE_MS);
}

async function announce(): Promise<void> {
  const after = await currentRead().catch(() => null);
  // Where the read failed, listeners are told all the same: they ask for themselves, and show why.
  const before = announced;
  if (after !== null && before !== null && sameData(before, after)) {
    return;
  }
  announced = after ?? announced;
  changedAt = new Date();
  const changed =
    after === null || before === null ? [] : TABLE_NAMES.filter((name) => !sameTable(name, before, after));
  for (const listener of listeners) {
    listener(changed);
  }
}

/** Whether two reads hold the same data: a change of a format is none. */
function sameData(a: ReadBook, b: ReadBook): boolean {
  return a.fiscalYear.value === b.fiscalYear.value && TABLE_NAMES.every((name) => sameTable(name, a, b));
}

function sameTable(name: TableName, a: ReadBook, b: ReadBook): boolean {
  const [before, after] = [a.tables[name], b.tables[name]];
  return before === after || JSON.stringify(before?.raw ?? null) === JSON.stringify(after?.raw ?? null);
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Excel did not answer within ${LONGEST_READ_MS / 1000} seconds`));
    }, LONGEST_READ_MS);
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}

function unreadableBook(failure: unknown): Book {
  const reason = failure instanceof Error ? failure.message : String(failure);
  const refuse = (): never => {
    throw new Problem('#VALUE!', messages.workbookUnreadable(reason));
  };
  return { clients: refuse, returns: refuse, rates: refuse, fiscalYearStart: refuse };
}
