import { ClientLedger } from './client-ledger';
import { parseFiscalYearStart } from '../arguments/period';
import { RateTable } from './rate-table';
import { atOnce, type Steps } from './steps';
import type { RawTable } from './table';
import type { TableName } from './tables';

/**
 * Everything in a workbook that a figure can depend on. Each part is checked when it is first asked for, and throws
 * the Problem it has, so that a broken table troubles only the questions that need it.
 */
export interface Book {
  clients(): ClientLedger;
  /** Has the ledger built that `clients` gives, and would hold the thread for; what stands in the way, `clients` tells. */
  indexed(): Steps<unknown>;
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

/** What a book was made of. */
interface Origin {
  readonly raw: RawBook;
  /** The ledger that was built last for it or for another book of its workbook. */
  readonly latest: { ledger: ClientLedger | null };
}

const origins = new WeakMap<Book, Origin>();

/**
 * @param before a book of the workbook before it changed: what has not changed since is taken over from it, and built only once
 */
export function bookOf(raw: RawBook, before: Book | null = null): Book {
  const known = before === null ? undefined : origins.get(before);
  const latest = known?.latest ?? { ledger: null };
  const { AIClients: clients, AIRates: rates } = raw.tables;
  let index: (() => ClientLedger) | null = null;
  function* indexed(): Steps<() => ClientLedger> {
    if (index !== null) {
      return index;
    }
    let made: () => ClientLedger;
    try {
      const ledger = yield* ClientLedger.inSteps(clients, latest.ledger);
      latest.ledger = ledger;
      made = () => ledger;
    } catch (failure) {
      made = () => {
        throw failure;
      };
    }
    // Somebody may have asked between the steps, and waited for no other: all have the same.
    index ??= made;
    return index;
  }
  const book: Book = {
    clients: () => atOnce(indexed())(),
    indexed,
    rates: before !== null && known?.raw.tables.AIRates === rates ? before.rates : ratesOf(rates),
    fiscalYearStart: once(() => parseFiscalYearStart(raw.fiscalYearStart)),
    table: (name) => raw.tables[name],
  };
  origins.set(book, { raw, latest });
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
