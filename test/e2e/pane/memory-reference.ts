import {
  REFERENCE_SETS,
  tablesToLoad,
  tablesToRemove,
  type ReferenceSetId,
} from '../../../src/bills/reference/reference-sets';
import { bookOf } from '../../../src/domain/ledger/book';
import type { ReferenceTable } from '../../../src/domain/ledger/rows-to-load';
import type { FigureChange, ReferenceServices, ReferenceSet } from '../../../src/taskpane/contract/reference-data';
import type { LoadOutcome } from '../../../src/taskpane/contract/services';
import { changedFigures } from '../../../src/taskpane/data/office/changed-figures';
import { stateOf, type RawTables } from '../../../src/taskpane/data/office/reference-state';
import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { referencePlanner, removalPlanner } from '../../../src/workbook/plans/refresh-plan';
import type { TablePlan, TablePlanner } from '../../../src/workbook/plans/table-plan';
import { referenceTable } from '../../golden/workbook-file';

/** The sets that ship, and tables in memory that they are loaded into and taken out of. */
export class MemoryReference implements ReferenceServices {
  /** After the first load of the article. */
  tables: RawTables = {
    AIClients: referenceTable('AIClients'),
    AIRevenue: null,
    AIReturns: referenceTable('AIReturns'),
    AIRates: referenceTable('AIRates'),
    AIBudgets: null,
    AIPrices: null,
  };
  private changed = (): void => undefined;

  constructor(private readonly calls: string[]) {}

  async sets(): Promise<readonly ReferenceSet[]> {
    return REFERENCE_SETS.map((id) => stateOf(id, this.tables));
  }

  async figureChanges(set: ReferenceSetId): Promise<readonly FigureChange[]> {
    await fetchLateCode();
    return changedFigures(set, this.tables, bookOf({ tables: this.tables, fiscalYearStart: null }));
  }

  /** @param changed tells the pane */
  load(set: ReferenceSetId, changed: () => void): LoadOutcome {
    this.changed = changed;
    return this.carryOut(tablesToLoad(set), referencePlanner);
  }

  async remove(set: ReferenceSetId): Promise<LoadOutcome> {
    this.calls.push(`remove ${set}`);
    return this.carryOut(
      tablesToRemove(set).filter(({ name }) => this.tables[name] !== null),
      removalPlanner,
    );
  }

  private carryOut(sets: readonly ReferenceTable[], plannerOf: (set: ReferenceTable) => TablePlanner): LoadOutcome {
    const plans: TablePlan[] = [];
    for (const set of sets) {
      const plan = plannerOf(set).plan(this.tables[set.name], new Map());
      plans.push(plan);
      this.tables = { ...this.tables, [set.name]: plannedTable(set.name, this.tables[set.name], plan) };
    }
    this.changed();
    const count = (of: (plan: TablePlan) => number): number => plans.reduce((sum, plan) => sum + of(plan), 0);
    return {
      added: count(({ added }) => added.length),
      replaced: count(({ replaced }) => replaced.length),
      removed: count(({ removed }) => removed.length),
      kept: count(({ kept }) => kept),
      tables: sets.map(({ name }) => name),
    };
  }
}
