import type { AnyTableName } from '../../domain/ledger/import-tables';
import { forEach, type Steps } from '../../domain/ledger/steps';
import type { CellValue, RawTable } from '../../domain/ledger/table';
import { COLUMN_FORMATS, type Column } from '../../domain/ledger/tables';
import { MAX_TEXT } from '../../formats/xlsx/excel-limits';
import type { Block } from '../host/byte-blocks';
import { columnsToAdd, columnsToRead } from '../plans/load-columns';
import { refusals } from '../plans/load-refused';
import { plannedSchema, type TablePlan } from '../plans/table-plan';

/** Each place takes about a kilobyte of the one request that changes the tables. */
const MOST_PLACES = 1_000;

/** Columns of ours that stand side by side in a table. */
export interface ColumnGroup {
  /** Where the group begins among our columns, and in the table. */
  readonly offset: number;
  readonly across: number;
  readonly columns: readonly Column[];
}

/** What a load has to do to one table. */
export interface TableWork {
  readonly name: AnyTableName;
  /** The table as it was when it was planned; null if it is to be created. */
  readonly existing: RawTable | null;
  readonly plan: TablePlan;
  /** Optional columns that the table lacks and is given, right of its last. */
  readonly newColumns: readonly Column[];
  /** The columns of the schema that the table has, or is given, from left to right. The user's own are never written. */
  readonly columns: readonly Column[];
  readonly groups: readonly ColumnGroup[];
  /** What is written, a value for each of `columns`: first the replaced rows from top to bottom, then the added ones. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The replaced and the removed rows of the table, run by run from top to bottom. */
  readonly replaced: readonly Block[];
  readonly removed: readonly Block[];
}

/**
 * Prepares what a plan asks for; null if that is nothing.
 *
 * @throws LoadRefused if a text is too long for a cell, or the rows stand in too many places for one request
 */
export function* workOf(name: AnyTableName, existing: RawTable | null, plan: TablePlan): Steps<TableWork | null> {
  if (existing !== null && plan.added.length + plan.replaced.length + plan.removed.length === 0) {
    return null;
  }
  const newColumns = existing === null ? [] : columnsToAdd(existing, name, plan);
  const placed = placedColumns(existing, name, plan, newColumns);
  const replacedRows = [...plan.replaced].sort((a, b) => a.row - b.row);
  const rows: CellValue[][] = [];
  yield* forEach([...replacedRows.map(({ values }) => values), ...plan.added], (values) =>
    rows.push(placed.map(({ at }) => values[at] ?? null)),
  );
  const work: TableWork = {
    name,
    existing,
    plan,
    newColumns,
    columns: placed.map(({ column }) => column),
    groups: groupsOf(placed),
    rows,
    replaced: runsOf(replacedRows.map(({ row }) => row)),
    removed: runsOf([...plan.removed].sort((a, b) => a - b)),
  };
  yield* refuseLongTexts(work);
  const places = work.replaced.length * work.groups.length + work.removed.length;
  if (places > MOST_PLACES) {
    throw refusals.tooScattered(name, places);
  }
  return work;
}

/** A column of the schema that the table has: its place among those of the schema, and in the table. */
interface PlacedColumn {
  readonly column: Column;
  readonly at: number;
  readonly across: number;
}

/**
 * From left to right. A table that is to be created has all of them, in the order of the schema; to one that is there the new ones are
 * added on the right.
 */
function placedColumns(
  existing: RawTable | null,
  name: AnyTableName,
  plan: TablePlan,
  newColumns: readonly Column[],
): PlacedColumn[] {
  const schema = plannedSchema(name, plan);
  const located = existing === null ? null : columnsToRead(existing, schema);
  const acrossNew = (column: Column): number | null =>
    newColumns.includes(column) ? (existing?.header.length ?? 0) + newColumns.indexOf(column) : null;
  return schema.columns
    .flatMap((column, at) => {
      const across = located === null ? at : (located.position(column.name) ?? acrossNew(column));
      return across === null ? [] : [{ column, at, across }];
    })
    .sort((a, b) => a.across - b.across);
}

/** Columns side by side that have one format: to set it takes one step. */
export function formatRuns(
  columns: readonly Column[],
): { readonly at: number; readonly count: number; readonly format: string }[] {
  const runs: { at: number; count: number; format: string }[] = [];
  columns.forEach(({ type }, at) => {
    const format = COLUMN_FORMATS[type];
    const last = runs.at(-1);
    if (last?.format === format) {
      last.count += 1;
    } else {
      runs.push({ at, count: 1, format });
    }
  });
  return runs;
}

function groupsOf(placed: readonly PlacedColumn[]): ColumnGroup[] {
  const groups: { offset: number; across: number; columns: Column[] }[] = [];
  placed.forEach(({ column, across }, offset) => {
    const last = groups.at(-1);
    if (last !== undefined && last.across + last.columns.length === across) {
      last.columns.push(column);
    } else {
      groups.push({ offset, across, columns: [column] });
    }
  });
  return groups;
}

/** Sorted row numbers as runs of consecutive ones. */
export function runsOf(rows: readonly number[]): Block[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === row) {
      last.count += 1;
    } else {
      runs.push({ first: row, count: 1 });
    }
  }
  return runs;
}

/** The runs of rows that are deleted. A table has at least one row: if all go and none come, the first is only cleared. */
export function deletedRuns(work: TableWork): Block[] {
  if (!isEmptied(work)) {
    return [...work.removed];
  }
  const count = work.plan.removed.length - 1;
  return count > 0 ? [{ first: 1, count }] : [];
}

/** The table as the work leaves it, with the rows that go: for its watch cells, of which it may rather have one too many. */
export function rowsAfter({
  existing,
  columns,
  newColumns,
  groups,
  rows,
  plan,
}: TableWork): Pick<RawTable, 'header' | 'rows'> {
  const header =
    existing === null ? columns.map(({ name }) => name) : [...existing.header, ...newColumns.map(({ name }) => name)];
  const written = rows.map((values) => {
    const cells: CellValue[] = header.map(() => null);
    for (const group of groups) {
      group.columns.forEach((_, at) => (cells[group.across + at] = values[group.offset + at] ?? null));
    }
    return cells;
  });
  const replaced = new Set(plan.replaced.map(({ row }) => row));
  return { header, rows: [...(existing?.rows ?? []).filter((_, row) => !replaced.has(row)), ...written] };
}

/** Whether all rows of a table go, and none come. */
export function isEmptied({ existing, plan }: TableWork): boolean {
  return plan.added.length === 0 && plan.removed.length === existing?.rows.length;
}

function refuseLongTexts({ name, columns, rows }: TableWork): Steps<void> {
  return forEach(rows, (row) => {
    row.forEach((value, at) => {
      if (typeof value !== 'string' || value.length <= MAX_TEXT) {
        return;
      }
      throw refusals.textTooLong(name, columns[at]?.name ?? '', value, MAX_TEXT);
    });
  });
}
