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
   * A table as it stands, null where the workbook has none; for those that are checked by code which few workbooks need
   * (`ReturnTable.in`, `RevenueTable.in`), and which the script that every workbook loads does not carry.
   */
  table(name: 'AIReturns' | 'AIRevenue'): RawTable | null;
}

/** The workbook as read: a table that it does not have is null, and so is a name that it does not have. */
export interface RawBook {
  readonly tables: Readonly<Record<TableName, RawTable | null>>;
  readonly fiscalYearStart: unknown;
}

export function bookOf(raw: RawBook): Book {
  return {
    clients: once(() => ClientLedger.of(raw.tables.AIClients)),
    rates: once(() => RateTable.of(raw.tables.AIRates)),
    fiscalYearStart: once(() => parseFiscalYearStart(raw.fiscalYearStart)),
    table: (name) => raw.tables[name],
  };
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
