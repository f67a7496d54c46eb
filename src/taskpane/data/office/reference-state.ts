import { tablesToLoad, tablesToRemove, type ReferenceSetId } from '../../../bills/reference/reference-sets';
import type { RawTable } from '../../../domain/ledger/table';
import type { TableName } from '../../../domain/ledger/tables';
import { columnsToAdd } from '../../../workbook/plans/load-columns';
import { LoadRefused } from '../../../workbook/plans/load-refused';
import { referencePlanner, removalPlanner } from '../../../workbook/plans/refresh-plan';
import type { TablePlan } from '../../../workbook/plans/table-plan';
import type { ReferenceSet, TableChange } from '../../contract/reference-data';

/** The tables that the functions read, as they stand in the workbook. */
export type RawTables = Readonly<Record<TableName, RawTable | null>>;

/** How much of a set the tables have, and what a load would do to them. */
export function stateOf(id: ReferenceSetId, tables: RawTables): ReferenceSet {
  const own = tablesToRemove(id);
  const rows = own.reduce((sum, table) => sum + table.rows.length, 0);
  try {
    const present = own.reduce((sum, table) => {
      const existing = tables[table.name];
      return sum + (existing === null ? 0 : removalPlanner(table).plan(existing, new Map()).removed.length);
    }, 0);
    const changes = tablesToLoad(id).flatMap((table) => {
      const existing = tables[table.name];
      return changeOf(table.name, existing, referencePlanner(table).plan(existing, new Map())) ?? [];
    });
    return { id, present, rows, changes, refused: null };
  } catch (failure) {
    if (!(failure instanceof LoadRefused)) {
      throw failure;
    }
    return { id, present: 0, rows, changes: [], refused: failure.message };
  }
}

/** What a plan does to a table, as a card tells it; null if it does nothing. */
export function changeOf(table: TableName, existing: RawTable | null, plan: TablePlan): TableChange | null {
  const change: TableChange = {
    table,
    isNew: existing === null,
    added: plan.added.length,
    replaced: plan.replaced.length,
    removed: plan.removed.length,
    columns: existing === null ? [] : columnsToAdd(existing, table, plan).map(({ name }) => name),
  };
  return change.isNew || change.added + change.replaced + change.removed > 0 ? change : null;
}
