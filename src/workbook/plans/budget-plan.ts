import { formatMonth, serialOf } from '../../domain/calendar/month';
import { knownMonth } from '../../domain/calendar/known-month';
import { budgetVendorKey } from '../../domain/ledger/budgets-table';
import { nameKey } from '../../domain/ledger/name-key';
import type { NewBudget } from '../../domain/ledger/rows-to-load';
import { isBlankRow, monthOfCell, rowOf, type RawTable } from '../../domain/ledger/table';
import { TABLES } from '../../domain/ledger/tables';
import { columnsToRead } from './load-columns';
import { refusals } from './load-refused';
import type { TablePlan } from './table-plan';

/**
 * Adds budgets to AIBudgets; what stands there is the user's and stays. One that stands there to the last cell is not added again.
 *
 * @throws LoadRefused if a row of the same client and vendor has one of the months already: two budgets for a month give no figure
 */
export function planBudgets(existing: RawTable | null, budgets: readonly NewBudget[]): TablePlan {
  const fresh = existing === null ? budgets : budgets.filter((budget) => !standsAlready(existing, budget));
  const added = fresh.map((budget) =>
    rowOf(TABLES.AIBudgets, {
      Client: budget.client,
      Vendor: budget.vendor,
      From: serialOf(knownMonth(budget.from)),
      To: serialOf(knownMonth(budget.to)),
      Budget: Number(budget.amount),
      Currency: budget.currency,
      Note: budget.note,
    }),
  );
  const kept = existing?.rows.filter((cells) => !isBlankRow(cells)).length ?? 0;
  return { replaced: [], removed: [], added, kept };
}

/** Whether a row is this very budget. */
function standsAlready(existing: RawTable, budget: NewBudget): boolean {
  const columns = columnsToRead(existing, TABLES.AIBudgets);
  const [from, to] = [knownMonth(budget.from), knownMonth(budget.to)];
  return existing.rows.some((cells, index) => {
    const first = monthOfCell(columns.cell(cells, 'From'));
    const last = monthOfCell(columns.cell(cells, 'To')) ?? first;
    const isSame =
      nameKey(columns.text(cells, 'Client')) === nameKey(budget.client) &&
      budgetVendorKey(columns.text(cells, 'Vendor')) === budgetVendorKey(budget.vendor);
    if (!isSame || first === null || last === null || first > to || last < from) {
      return false;
    }
    const isThis =
      first === from &&
      last === to &&
      columns.cell(cells, 'Budget') === Number(budget.amount) &&
      nameKey(columns.text(cells, 'Currency')) === nameKey(budget.currency);
    if (!isThis) {
      const row = existing.firstRow + index;
      throw refusals.budgetThereAlready(row, budget.client, formatMonth(first), formatMonth(last));
    }
    return true;
  });
}
