import { LocatedColumns, type RawTable } from '../../domain/ledger/table';
import type { TableSchema } from '../../domain/ledger/tables';
import { LoadRefused, refusals } from './load-refused';

/**
 * The columns of a table from which a load reads.
 *
 * @throws LoadRefused if one that everyone needs is missing, or one is there twice
 */
export function columnsToRead<ColumnName extends string>(
  table: RawTable,
  schema: TableSchema<ColumnName>,
): LocatedColumns<ColumnName> {
  const columns = new LocatedColumns(table, schema);
  if (columns.fault !== null) {
    throw new LoadRefused(columns.fault);
  }
  return columns;
}

/**
 * The columns of a table whose rows a load replaces: without those that loads need, the rows of an earlier load could not be told
 * from the user's, and would be added again.
 *
 * @param what needs them: "the reference data", "a bill"
 * @throws LoadRefused if one that is needed is missing, or one is there twice
 */
export function columnsToLoad<ColumnName extends string>(
  table: RawTable,
  schema: TableSchema<ColumnName>,
  what: string,
): LocatedColumns<ColumnName> {
  const columns = columnsToRead(table, schema);
  const missing = schema.columns.find(({ name, neededBy }) => neededBy !== 'no one' && !columns.has(name));
  if (missing !== undefined) {
    throw refusals.columnNeeded(schema.name, missing.name, what);
  }
  return columns;
}
