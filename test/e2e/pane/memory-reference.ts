import {
  REFERENCE_SETS,
  tablesToLoad,
  tablesToRemove,
  type ReferenceSetId,
} from '../../../src/bills/reference/reference-sets';
import { Problem } from '../../../src/domain/messages/problem';
import { PaneFailure } from '../../../src/taskpane/contract/failure';
import { bookOf } from '../../../src/domain/ledger/book';
import { checkPrices, type PriceCheck } from '../../../src/domain/figures/price-check';
import type { TableName } from '../../../src/domain/ledger/tables';
import type {
  FigureChange,
  ModelPrices,
  PriceScope,
  ReferenceServices,
  ReferenceSet,
} from '../../../src/taskpane/contract/reference-data';
import type { LoadOutcome } from '../../../src/taskpane/contract/services';
import { changedFigures } from '../../../src/taskpane/data/office/changed-figures';
import { pricePlanner, priceRemoval, pricesStateOf } from '../../../src/taskpane/data/office/price-state';
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

  /** @param changed tells the pane */
  constructor(
    private readonly calls: string[],
    private readonly changed: () => void,
  ) {}

  async sets(): Promise<readonly ReferenceSet[]> {
    return REFERENCE_SETS.map((id) => stateOf(id, this.tables));
  }

  async figureChanges(set: ReferenceSetId): Promise<readonly FigureChange[]> {
    await fetchLateCode();
    return changedFigures(set, this.tables, bookOf({ tables: this.tables, fiscalYearStart: null }));
  }

  load(set: ReferenceSetId): LoadOutcome {
    return this.carryOut(tablesToLoad(set).map(referencePlanner));
  }

  async remove(set: ReferenceSetId): Promise<LoadOutcome> {
    this.calls.push(`remove ${set}`);
    const present = tablesToRemove(set).filter(({ name }) => this.tables[name] !== null);
    return this.carryOut(present.map(removalPlanner));
  }

  async prices(): Promise<ModelPrices> {
    return pricesStateOf(this.tables);
  }

  async loadPrices(scope: PriceScope): Promise<LoadOutcome> {
    this.calls.push(`load prices ${scope}`);
    return this.carryOut([pricePlanner(scope, this.tables.AIClients)]);
  }

  async priceCheck(): Promise<PriceCheck> {
    try {
      return checkPrices(bookOf({ tables: this.tables, fiscalYearStart: null }));
    } catch (thrown) {
      throw thrown instanceof Problem ? new PaneFailure('Not compared.', thrown.message, '') : thrown;
    }
  }

  async removePrices(): Promise<LoadOutcome> {
    this.calls.push('remove prices');
    return this.carryOut([priceRemoval()]);
  }

  /** Does what planners say, as a load would. */
  carryOut(planners: readonly TablePlanner[]): LoadOutcome {
    const plans: TablePlan[] = [];
    const names = planners.map(({ name }) => name as TableName);
    planners.forEach((planner, index) => {
      const name = names[index] as TableName;
      const plan = planner.plan(this.tables[name], new Map());
      plans.push(plan);
      this.tables = { ...this.tables, [name]: plannedTable(name, this.tables[name], plan) };
    });
    this.changed();
    const count = (of: (plan: TablePlan) => number): number => plans.reduce((sum, plan) => sum + of(plan), 0);
    return {
      added: count(({ added }) => added.length),
      replaced: count(({ replaced }) => replaced.length),
      removed: count(({ removed }) => removed.length),
      kept: count(({ kept }) => kept),
      tables: names,
    };
  }
}
