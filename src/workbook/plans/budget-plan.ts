import { formatMonth, parseMonth, serialOf, type Month } from '../../domain/calendar/month';
import { nameKey } from '../../domain/ledger/name-key';
import type { NewBudget } from '../../domain/ledger/rows-to-load';
import { isBlankRow, monthOfCell, rowOf, type RawTable } from '../../domain/ledger/table';
import { TABLES } from '../../domain/ledger/tables';
import { columnsToRead } from './load-columns';
import { refusals } from './load-refused';
import type { TablePlan } from './table-plan';

/**
 * Adds budgets to AIBudgets; what stands there is the user's and stays.
 *
 * @throws LoadRefused if a row of the same client and vendor has one of the months already: two budgets for a month give no figure
 */
export function planBudgets(existing: RawTable | null, budgets: readonly NewBudget[]): TablePlan {
  const added = budgets.map((budget) =>
    rowOf(TABLES.AIBudgets, {
      Client: budget.client,
      Vendor: budget.vendor,
      From: serialOf(parsed(budget.from)),
      To: serialOf(parsed(budget.to)),
      Budget: Number(budget.amount),
      Currency: budget.currency,
      Note: budget.note,
    }),
  );
  if (existing !== null) {
    budgets.forEach((budget) => refuseShared(existing, budget));
  }
  const kept = existing?.rows.filter((cells) => !isBlankRow(cells)).length ?? 0;
  return { replaced: [], removed: [], added, kept };
}

function refuseShared(existing: RawTable, budget: NewBudget): void {
  const columns = columnsToRead(existing, TABLES.AIBudgets);
  const [from, to] = [parsed(budget.from), parsed(budget.to)];
  existing.rows.forEach((cells, index) => {
    const first = monthOfCell(columns.cell(cells, 'From'));
    const last = monthOfCell(columns.cell(cells, 'To')) ?? first;
    const isSame =
      nameKey(columns.text(cells, 'Client')) === nameKey(budget.client) &&
      nameKey(columns.text(cells, 'Vendor')) === nameKey(budget.vendor);
    if (isSame && first !== null && last !== null && first <= to && last >= from) {
      const row = existing.firstRow + index;
      throw refusals.budgetThereAlready(row, budget.client, formatMonth(first), formatMonth(last));
    }
  });
}

function parsed(text: string): Month {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`"${text}" is no month`);
  }
  return month;
}
