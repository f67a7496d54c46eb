import { messages } from '../../domain/messages';
import { Problem } from '../../domain/problem';
import { columnKey, isBlank, locateColumns, monthOfCell, type CellValue, type RawTable } from '../../domain/ledger/table';
import { nameKey } from '../../domain/ledger/name-key';
import { TABLES, type TableName, type TableSchema } from '../../domain/ledger/tables';
import type { TablePlan, TablePlanner } from './table-plan';

/** The rows that the reference data has for one table. */
export interface ReferenceTable {
  readonly name: TableName;
  /** One value for each column of the schema, in its order. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The columns that tell one row from another. Together with Source they say which rows came from the reference data. */
  readonly key: readonly string[];
}

/** Brings a table up to date with the reference data; creates it where it is missing. */
export function referencePlanner(reference: ReferenceTable): TablePlanner {
  return {
    name: reference.name,
    plan: (existing) =>
      existing === null
        ? { replaced: [], removed: [], added: reference.rows, kept: 0 }
        : planRefresh(existing, reference),
  };
}

/**
 * Compares a table with the reference data. A row came from the reference data if its Source and its key columns are
 * those of a reference row; every other row is the user's own and is kept. Such rows are replaced where they differ from
 * the reference data, and second copies of them are removed.
 *
 * @throws Problem where the table lacks a column that is needed, or has it twice; also one that only a load needs:
 *   without Source and the key the rows of an earlier load could not be told from the user's and would be added again,
 *   and without Basis what is reported would count as billed
 */
export function planRefresh(existing: RawTable, reference: ReferenceTable): TablePlan {
  const schema = TABLES[reference.name];
  const position = locateColumns(existing, schema);
  for (const { name } of schema.columns) {
    const needed = name === 'Source' || name === 'Basis' || reference.key.includes(name);
    if (needed && !position.has(columnKey(name))) {
      throw new Problem('#VALUE!', messages.loadNeedsColumn(reference.name, name));
    }
  }
  const identify = identifier(schema, reference.key);
  const wanted = new Map(reference.rows.map((values) => [identify(values), values]));
  const seen = new Set<string>();
  const replaced: { row: number; values: readonly CellValue[] }[] = [];
  const removed: number[] = [];
  let kept = 0;

  existing.rows.forEach((cells, row) => {
    if (cells.every(isBlank)) {
      return;
    }
    const current = schema.columns.map((column) => cells[position.get(columnKey(column.name)) ?? -1] ?? null);
    const identity = identify(current);
    const values = wanted.get(identity);
    if (values === undefined) {
      kept += 1;
    } else if (seen.has(identity)) {
      removed.push(row);
    } else {
      seen.add(identity);
      if (!sameRow(schema, current, values, position)) {
        replaced.push({ row, values });
      }
    }
  });
  const added = reference.rows.filter((values) => !seen.has(identify(values)));
  return { replaced, removed, added, kept };
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

/** Whether two rows hold the same in the columns that the table has; both in the order of the schema's columns. */
export function sameRow(
  schema: TableSchema,
  a: readonly CellValue[],
  b: readonly CellValue[],
  position: ReadonlyMap<string, number>,
): boolean {
  return schema.columns.every((column, at) => {
    if (!position.has(columnKey(column.name))) {
      return true;
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
