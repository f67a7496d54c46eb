import { EVERY_TABLE, type AnyTableName } from '../../domain/ledger/import-tables';
import { isBlank, LocatedColumns, type RawTable } from '../../domain/ledger/table';
import type { Column, TableSchema } from '../../domain/ledger/tables';
import { LoadRefused, refusals } from './load-refused';
import { plannedSchema, type TablePlan } from './table-plan';

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

/** Those of the plan's optional columns that the table lacks, and for which a row that is written has something. */
export function columnsToAdd(existing: RawTable, name: AnyTableName, plan: TablePlan): Column[] {
  const schema = plannedSchema(name, plan);
  const located = columnsToRead(existing, schema);
  const written = [...plan.replaced.map(({ values }) => values), ...plan.added];
  return schema.columns.filter(
    (column, at) =>
      at >= EVERY_TABLE[name].columns.length &&
      !located.has(column.name) &&
      written.some((values) => !isBlank(values[at])),
  );
}
