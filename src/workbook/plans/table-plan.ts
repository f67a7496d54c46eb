import { EVERY_TABLE, type AnyTableName } from '../../domain/ledger/import-tables';
import { isBlank, LocatedColumns, type CellValue, type RawTable } from '../../domain/ledger/table';
import type { TableSchema } from '../../domain/ledger/tables';
import type { Steps } from '../../domain/ledger/steps';
import { mapped } from './steps';

/**
 * What a load is to do to a table. Rows are counted from 0; values are those of the schema's columns, in its order, and after them those
 * of the optional columns that the plan names.
 */
export interface TablePlan {
  /** Optional columns for which there are values. A table that lacks one is given it if a row has something for it. */
  readonly optional?: readonly string[];
  /** Rows that are given other values. */
  readonly replaced: readonly { readonly row: number; readonly values: readonly CellValue[] }[];
  /** Rows that go. */
  readonly removed: readonly number[];
  /** Rows that come, at the end. */
  readonly added: readonly (readonly CellValue[])[];
  /** The user's own rows, which stay as they are. */
  readonly kept: number;
}

/**
 * Decides what is to become of one table. It is asked anew whenever the table has changed meanwhile, so it must not
 * remember an earlier answer; asked about a table that it has filled itself, it should find little or nothing to do.
 */
export interface TablePlanner {
  readonly name: AnyTableName;
  /**
   * `existing` is null if the workbook lacks the table: it is created with the rows that are `added`. `tables` are all that
   * the load plans for.
   *
   * @throws LoadRefused if the load cannot be done
   */
  plan(existing: RawTable | null, tables: Tables): TablePlan;
}

/** A `TablePlanner` that works in steps: a bill can have as many sums as a sheet has rows. */
export interface SteppedPlanner extends Pick<TablePlanner, 'name'> {
  steps(existing: RawTable | null, tables: Tables): Steps<TablePlan>;
}

/** Tables as they were read together; null if the workbook lacks one. */
export type Tables = ReadonlyMap<AnyTableName, RawTable | null>;

/** The schema as the values of a plan follow it: the optional columns that it names are columns like the others. */
export function plannedSchema(name: AnyTableName, { optional: named = [] }: Pick<TablePlan, 'optional'>): TableSchema {
  const schema: TableSchema = EVERY_TABLE[name];
  const { columns, optional = [] } = schema;
  return {
    ...schema,
    columns: [...columns, ...optional.filter((column) => named.includes(column.name))],
    optional: optional.filter((column) => !named.includes(column.name)),
  };
}

/** Whether a table stands as it was planned; blank rows, which nobody reads, and the user's own columns do not count. */
export function* standsAsPlanned(before: RawTable | null, plan: TablePlan, after: RawTable | null): Steps<boolean> {
  if (after === null) {
    return false;
  }
  const replaced = new Map(plan.replaced.map(({ row, values }) => [row, values]));
  const removed = new Set(plan.removed);
  const schema = plannedSchema(after.name, plan);
  const old = before === null ? [] : yield* schemaRows(before, schema);
  const expected = [
    ...old.map((cells, row) => replaced.get(row) ?? cells).filter((_, row) => !removed.has(row)),
    ...plan.added,
  ];
  const missing = before === null ? new Set<number>() : missingColumns([before, after], schema);
  const isFilled = (cells: readonly CellValue[]): boolean =>
    !cells.every((cell, at) => missing.has(at) || isBlank(cell));
  const wanted = expected.filter(isFilled);
  const found = (yield* schemaRows(after, schema)).filter(isFilled);
  if (wanted.length !== found.length) {
    return false;
  }
  for (const [row, cells] of wanted.entries()) {
    yield;
    if (!sameCells(cells, found[row] ?? [], missing)) {
      return false;
    }
  }
  return true;
}

/** The columns that a table lacks before and after, as the schema numbers them: it is compared by the others. */
function missingColumns(tables: readonly RawTable[], schema: TableSchema): Set<number> {
  const located = tables.map((table) => new LocatedColumns(table, schema));
  return new Set(schema.columns.flatMap(({ name }, at) => (located.some((columns) => columns.has(name)) ? [] : [at])));
}

function schemaRows(table: RawTable, schema: TableSchema): Steps<CellValue[][]> {
  const columns = new LocatedColumns(table, schema);
  return mapped(table.rows, (cells) => columns.inOrder(cells));
}

function sameCells(a: readonly CellValue[], b: readonly CellValue[], missing: ReadonlySet<number>): boolean {
  return a.every((cell, at) => missing.has(at) || sameCell(cell, b[at] ?? null));
}

/** Excel keeps 15 digits and one kind of line end, and takes an empty text for a blank. */
function sameCell(a: CellValue, b: CellValue): boolean {
  if (a === b || (isBlank(a) && isBlank(b))) {
    return true;
  }
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= Math.abs(a) * 1e-14;
  }
  return String(a).replace(/\r\n?/g, '\n') === String(b).replace(/\r\n?/g, '\n');
}
