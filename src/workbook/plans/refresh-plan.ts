import {
  isBlank,
  isBlankRow,
  monthOfCell,
  type CellValue,
  type LocatedColumns,
  type RawTable,
} from '../../domain/ledger/table';
import type { ReferenceTable } from '../../domain/ledger/rows-to-load';
import { basisOf } from '../../domain/ledger/client-rows';
import { nameKey } from '../../domain/ledger/name-key';
import { TABLES, type TableSchema } from '../../domain/ledger/tables';
import { columnsToLoad } from './load-columns';
import { plannedSchema, type TablePlan, type TablePlanner } from './table-plan';

/** Brings a table up to date with the reference data; creates it if it is missing. */
export function referencePlanner(reference: ReferenceTable): TablePlanner {
  return {
    name: reference.name,
    plan: (existing) =>
      existing === null
        ? { replaced: [], removed: [], added: reference.rows, kept: 0, ...optionalOf(reference) }
        : planRefresh(existing, reference),
  };
}

/** Takes rows that came from the reference data out of a table; one that is missing has none. */
export function removalPlanner(reference: ReferenceTable): TablePlanner {
  return {
    name: reference.name,
    plan: (existing) =>
      existing === null ? { replaced: [], removed: [], added: [], kept: 0 } : planRemoval(existing, reference),
  };
}

/**
 * Finds the rows that came from the reference data, whatever has become of their other cells; every other row is the user's own.
 *
 * @throws LoadRefused if the table lacks a column that a load needs, or has one twice
 */
export function planRemoval(existing: RawTable, reference: ReferenceTable): TablePlan {
  const schema = plannedSchema(reference.name, {});
  const columns = columnsToLoad(existing, schema, 'the reference data');
  const identify = identifier(schema, TABLES[reference.name].key);
  const ours = new Set(reference.rows.map(identify));
  const removed: number[] = [];
  let kept = 0;
  existing.rows.forEach((cells, row) => {
    if (isBlankRow(cells)) {
      return;
    }
    if (ours.has(identify(columns.inOrder(cells)))) {
      removed.push(row);
    } else {
      kept += 1;
    }
  });
  return { replaced: [], removed, added: [], kept };
}

function optionalOf({ optional }: ReferenceTable): Pick<TablePlan, 'optional'> {
  return optional === undefined ? {} : { optional };
}

/**
 * Compares a table with the reference data. A row came from the reference data if its Source and its key columns are
 * those of a reference row; every other row is the user's own and is kept. Such rows are replaced if they differ from
 * the reference data, and copies of them that are not in it are removed. What the user has decided of a claim, that it is superseded or accepted,
 * stays.
 *
 * @throws LoadRefused if the table lacks a column that a load needs, or has one twice
 */
export function planRefresh(existing: RawTable, reference: ReferenceTable): TablePlan {
  const schema = plannedSchema(reference.name, reference);
  const columns = columnsToLoad(existing, schema, 'the reference data');
  const identify = identifier(schema, TABLES[reference.name].key);
  const wanted = grouped(reference.rows, identify);
  const lacking = new Set((reference.optional ?? []).filter((name) => !columns.has(name)));
  const seen = new Map<string, number>();
  const replaced: { row: number; values: readonly CellValue[] }[] = [];
  const removed: number[] = [];
  let kept = 0;

  existing.rows.forEach((cells, row) => {
    if (isBlankRow(cells)) {
      return;
    }
    const current = columns.inOrder(cells);
    const identity = identify(current);
    const shipped = wanted.get(identity);
    if (shipped === undefined) {
      kept += 1;
      return;
    }
    const copies = seen.get(identity) ?? 0;
    const next = shipped[copies];
    if (next === undefined) {
      removed.push(row);
      return;
    }
    seen.set(identity, copies + 1);
    const values = withDecision(schema, next, current);
    if (!sameRow(schema, current, values, columns, lacking)) {
      replaced.push({ row, values });
    }
  });
  const added = [...wanted].flatMap(([identity, rows]) => rows.slice(seen.get(identity) ?? 0));
  return { replaced, removed, added, kept, ...optionalOf(reference) };
}

/** Rows by what identifies them: most have one of their own; prices by the time of day share theirs, and each stays. */
function grouped(
  rows: ReferenceTable['rows'],
  identify: (values: readonly CellValue[]) => string,
): Map<string, (readonly CellValue[])[]> {
  const groups = new Map<string, (readonly CellValue[])[]>();
  for (const values of rows) {
    const identity = identify(values);
    groups.set(identity, [...(groups.get(identity) ?? []), values]);
  }
  return groups;
}

/** A claim as it ships, but superseded or accepted if the user has marked it so. */
function withDecision(
  schema: TableSchema,
  shipped: readonly CellValue[],
  current: readonly CellValue[],
): readonly CellValue[] {
  const at = schema.columns.findIndex(({ name }) => name === 'Basis');
  const decided = basisOf(current[at] ?? null);
  return decided === 'superseded' || decided === 'accepted'
    ? shipped.map((value, index) => (index === at ? (current[at] ?? null) : value))
    : shipped;
}

/** What makes a row of this table the same as another: its Source and its key columns, spelling apart. */
function identifier(schema: TableSchema, key: readonly string[]): (values: readonly CellValue[]) => string {
  const positions = [...key, 'Source'].map((name) => schema.columns.findIndex((column) => column.name === name));
  return (values) => positions.map((at) => normal(schema, at, values[at] ?? null)).join('\n');
}

function normal(schema: TableSchema, at: number, value: CellValue): string {
  if (schema.columns[at]?.type === 'month') {
    return String(monthOfCell(value) ?? value ?? '');
  }
  return nameKey(String(value ?? ''));
}

/**
 * Whether two rows hold the same in the columns that the table has; both in the order of the schema's columns.
 *
 * @param lacking columns that the table is given if the second row has something for them
 */
export function sameRow<ColumnName extends string>(
  schema: TableSchema<ColumnName>,
  a: readonly CellValue[],
  b: readonly CellValue[],
  columns: LocatedColumns<ColumnName>,
  lacking: ReadonlySet<string> = new Set(),
): boolean {
  return schema.columns.every((column, at) => {
    if (!columns.has(column.name)) {
      return !lacking.has(column.name) || isBlank(b[at]);
    }
    const [left, right] = [a[at] ?? null, b[at] ?? null];
    if (isBlank(left) && isBlank(right)) {
      return true;
    }
    if (column.type === 'month') {
      return monthOfCell(left) === monthOfCell(right);
    }
    return left === right;
  });
}
