import {
  isBlank,
  isBlankRow,
  monthOfCell,
  type CellValue,
  type LocatedColumns,
  type RawTable,
} from '../../domain/ledger/table';
import type { ReferenceTable } from '../../domain/ledger/rows-to-load';
import { nameKey } from '../../domain/ledger/name-key';
import { TABLES, type TableSchema } from '../../domain/ledger/tables';
import { columnsToLoad } from './load-columns';
import type { TablePlan, TablePlanner } from './table-plan';

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
 * @throws LoadRefused if the table lacks a column that a load needs, or has one twice
 */
export function planRefresh(existing: RawTable, reference: ReferenceTable): TablePlan {
  const schema = TABLES[reference.name];
  const columns = columnsToLoad(existing, schema, 'the reference data');
  const identify = identifier(schema, schema.key);
  const wanted = new Map(reference.rows.map((values) => [identify(values), values]));
  const seen = new Set<string>();
  const replaced: { row: number; values: readonly CellValue[] }[] = [];
  const removed: number[] = [];
  let kept = 0;

  existing.rows.forEach((cells, row) => {
    if (isBlankRow(cells)) {
      return;
    }
    const current = columns.inOrder(cells);
    const identity = identify(current);
    const values = wanted.get(identity);
    if (values === undefined) {
      kept += 1;
    } else if (seen.has(identity)) {
      removed.push(row);
    } else {
      seen.add(identity);
      if (!sameRow(schema, current, values, columns)) {
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
export function sameRow<ColumnName extends string>(
  schema: TableSchema<ColumnName>,
  a: readonly CellValue[],
  b: readonly CellValue[],
  columns: LocatedColumns<ColumnName>,
): boolean {
  return schema.columns.every((column, at) => {
    if (!columns.has(column.name)) {
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
