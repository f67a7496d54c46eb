import type { RawTable } from '../../domain/ledger/table';
import { TABLE_NAMES } from '../../domain/ledger/tables';
import type { ReadBook } from './current-book';

/** What was read of the tables, in their order; null for those that are missing. */
export function rawTables(tables: ReadBook['tables']): (RawTable | null)[] {
  return TABLE_NAMES.map((name) => tables[name]?.raw ?? null);
}
