import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { LocatedColumns, type CellValue, type RawTable } from '../../domain/ledger/table';
import type { TableName } from '../../domain/ledger/tables';
import { plannedSchema, type TablePlan } from './table-plan';

/** A table as a plan leaves it, in memory: what a load would come to, before anything is written. */
export function plannedTable(name: TableName, existing: RawTable | null, plan: TablePlan): RawTable {
  const schema = plannedSchema(name, plan);
  const before: RawTable = existing ?? {
    name,
    firstRow: 2,
    header: EVERY_TABLE[name].columns.map((column) => column.name),
    rows: [],
  };
  const located = new LocatedColumns(before, schema);
  const added = schema.columns.filter((column) => !located.has(column.name)).map((column) => column.name);
  const after = { ...before, header: [...before.header, ...added] };
  const places = new LocatedColumns(after, schema);
  const written = (cells: readonly CellValue[], values: readonly CellValue[]): CellValue[] => {
    const row = after.header.map((_, at) => cells[at] ?? null);
    schema.columns.forEach((column, at) => {
      const place = places.position(column.name);
      if (place !== null) {
        row[place] = values[at] ?? null;
      }
    });
    return row;
  };
  const replaced = new Map(plan.replaced.map(({ row, values }) => [row, values]));
  const removed = new Set(plan.removed);
  const kept = before.rows.flatMap((cells, row) => {
    const values = replaced.get(row);
    return removed.has(row) ? [] : [values === undefined ? cells : written(cells, values)];
  });
  return { ...after, rows: [...kept, ...plan.added.map((values) => written([], values))] };
}
