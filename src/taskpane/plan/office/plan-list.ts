import { orProblem, Problem } from '../../../domain/messages/problem';
import { accountOf, monthlySeries } from '../../../domain/figures/monthly-series';
import type { Book } from '../../../domain/ledger/book';
import { BudgetTable, budgetVendorKey, type Budget } from '../../../domain/ledger/budgets-table';
import { ALL, nameKey } from '../../../domain/ledger/name-key';
import type { PlanList, PlanSubject } from '../../contract/plan-services';

/** Whose plans there are: first those with a budget, as AIBudgets has them, then the clients whose spend can be forecast. */
export function planList(book: Book): PlanList {
  const budgeted = budgetSubjects(budgetsOf(book));
  const known = new Set(budgeted.map(({ client }) => nameKey(client)));
  const names = orProblem(() => book.clients().clientNames());
  const others = (names instanceof Problem ? [] : names).filter((name) => !known.has(nameKey(name)));
  const tried = others.map((name) => {
    const series = orProblem(() => monthlySeries(book, accountOf(book, name, ALL), null));
    return { name, message: series instanceof Problem ? series.message : null };
  });
  return {
    subjects: [
      ...budgeted,
      ...tried.flatMap(({ name, message }) => (message === null ? [{ name, client: name, vendor: null }] : [])),
    ],
    without: tried.flatMap(({ name, message }) => (message === null ? [] : [{ name, message }])),
  };
}

function budgetsOf(book: Book): readonly Budget[] {
  const table = orProblem(() => BudgetTable.in(book));
  return table instanceof Problem ? [] : table.budgets;
}

/** One for each client and vendor that has a budget. Only where others have budgets beside it, one with all vendors says so. */
function budgetSubjects(budgets: readonly Budget[]): PlanSubject[] {
  const subjects = new Map<string, PlanSubject>();
  for (const { client, vendor } of budgets) {
    const key = `${nameKey(client)} with ${budgetVendorKey(vendor)}`;
    if (!subjects.has(key)) {
      const isAlone = budgets.every((other) => nameKey(other.client) !== nameKey(client) || other.vendor === '');
      const name = nameKey(client) === ALL ? 'All clients' : client;
      subjects.set(
        key,
        vendor === ''
          ? { name, client, vendor: isAlone ? null : ALL }
          : { name: `${name} with ${vendor}`, client, vendor },
      );
    }
  }
  return [...subjects.values()];
}
