import { ClientLedger } from './client-ledger';
import { parseFiscalYearStart } from '../arguments/period';
import { RateTable } from './rate-table';
import type { RawTable } from './table';
import type { TableName } from './tables';

/**
 * Everything in a workbook that a figure can depend on. Each part is checked when it is first asked for, and throws
 * the Problem it has, so that a broken table troubles only the questions that need it.
 */
export interface Book {
  clients(): ClientLedger;
  rates(): RateTable;
  /** 1 for January to 12 for December. */
  fiscalYearStart(): number;
  /**
   * A table as it stands, null if the workbook has none; for those that are checked by code which few workbooks need
   * (`ReturnTable.in`, `PriceTable.in`), and which the script that every workbook loads does not carry.
   */
  table(name: Exclude<TableName, 'AIClients' | 'AIRates'>): RawTable | null;
}

/** The workbook as read: a table that it does not have is null, and so is a name that it does not have. */
export interface RawBook {
  readonly tables: Readonly<Record<TableName, RawTable | null>>;
  readonly fiscalYearStart: unknown;
}

/** What a book was made of, and the latest ledger that it knows: its own, once that is built, or that of a book before it. */
interface Origin {
  readonly raw: RawBook;
  ledger: ClientLedger | null;
}

const origins = new WeakMap<Book, Origin>();

/**
 * @param before a book of the workbook before it changed: what has not changed since is taken over from it, and built only once
 */
export function bookOf(raw: RawBook, before: Book | null = null): Book {
  const known = before === null ? undefined : origins.get(before);
  const origin: Origin = { raw, ledger: known?.ledger ?? null };
  const { AIClients: clients, AIRates: rates } = raw.tables;
  const book: Book = {
    clients: once(() => {
      origin.ledger = ClientLedger.of(clients, origin.ledger);
      return origin.ledger;
    }),
    rates: before !== null && known?.raw.tables.AIRates === rates ? before.rates : ratesOf(rates),
    fiscalYearStart: once(() => parseFiscalYearStart(raw.fiscalYearStart)),
    table: (name) => raw.tables[name],
  };
  origins.set(book, origin);
  return book;
}

/** By itself, so that it keeps no other table in memory. */
function ratesOf(table: RawTable | null): () => RateTable {
  return once(() => RateTable.of(table));
}

/** Computes on the first call and remembers the outcome, a failure too. */
function once<T>(compute: () => T): () => T {
  let outcome: { value: T } | { failure: unknown } | null = null;
  return () => {
    if (outcome === null) {
      try {
        outcome = { value: compute() };
      } catch (failure) {
        outcome = { failure };
      }
    }
    if ('failure' in outcome) {
      throw outcome.failure;
    }
    return outcome.value;
  };
}
