import { columnKey, locateColumns, type CellValue, type RawTable } from '../../domain/ledger/table';
import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import type { AnyTableName, Column } from '../../domain/ledger/tables';
import { Problem } from '../../domain/problem';
import { MAX_TEXT } from '../../formats/xlsx/excel-limits';
import { rowBytes, type Block } from '../host/byte-blocks';
import { loadMessages } from './load-messages';
import type { TablePlan } from '../plans/table-plan';

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
  /** The table as it was when it was planned; null where it is to be created. */
  readonly existing: RawTable | null;
  readonly plan: TablePlan;
  /** The columns of the schema that the table has, from left to right. The user's own are never written. */
  readonly columns: readonly Column[];
  readonly groups: readonly ColumnGroup[];
  /** What is written, a value for each of `columns`: first the replaced rows from top to bottom, then the added ones. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The replaced and the removed rows of the table, run by run from top to bottom. */
  readonly replaced: readonly Block[];
  readonly removed: readonly Block[];
}

/**
 * Prepares what a plan asks for; null where that is nothing.
 *
 * @throws Problem where a text is too long for a cell, or the rows stand in too many places for one request
 */
export function workOf(name: AnyTableName, existing: RawTable | null, plan: TablePlan): TableWork | null {
  const { columns: schema } = EVERY_TABLE[name];
  if (existing !== null && plan.added.length + plan.replaced.length + plan.removed.length === 0) {
    return null;
  }
  const position =
    existing === null
      ? new Map(schema.map((column, at) => [columnKey(column.name), at]))
      : locateColumns(existing, EVERY_TABLE[name]);
  const placed = schema
    .map((column, at) => ({ column, at, across: position.get(columnKey(column.name)) ?? -1 }))
    .filter(({ across }) => across >= 0)
    .sort((a, b) => a.across - b.across);
  const replacedRows = [...plan.replaced].sort((a, b) => a.row - b.row);
  const rows = [...replacedRows.map(({ values }) => values), ...plan.added].map((values) =>
    placed.map(({ at }) => values[at] ?? null),
  );
  const work: TableWork = {
    name,
    existing,
    plan,
    columns: placed.map(({ column }) => column),
    groups: groupsOf(placed),
    rows,
    replaced: runsOf(replacedRows.map(({ row }) => row)),
    removed: runsOf([...plan.removed].sort((a, b) => a - b)),
  };
  refuseLongTexts(work);
  const places = work.replaced.length * work.groups.length + work.removed.length;
  if (places > MOST_PLACES) {
    throw new Problem('#VALUE!', loadMessages.tooScattered(name, places));
  }
  return work;
}

/** The bytes that the rows of a work come to in a request. */
export function workBytes({ rows }: TableWork): number {
  return rows.reduce((sum, row) => sum + rowBytes(row), 0);
}

function groupsOf(placed: readonly { readonly column: Column; readonly across: number }[]): ColumnGroup[] {
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

/** The runs of rows that are deleted. A table has at least one row: where all go and none come, the first is only cleared. */
export function deletedRuns(work: TableWork): Block[] {
  if (!isEmptied(work)) {
    return [...work.removed];
  }
  const count = work.plan.removed.length - 1;
  return count > 0 ? [{ first: 1, count }] : [];
}

/** Whether all rows of a table go, and none come. */
export function isEmptied({ existing, plan }: TableWork): boolean {
  return plan.added.length === 0 && plan.removed.length === existing?.rows.length;
}

function refuseLongTexts({ name, columns, rows }: TableWork): void {
  for (const row of rows) {
    row.forEach((value, at) => {
      if (typeof value !== 'string' || value.length <= MAX_TEXT) {
        return;
      }
      throw new Problem('#VALUE!', loadMessages.textTooLong(name, columns[at]?.name ?? '', value, MAX_TEXT));
    });
  }
}
