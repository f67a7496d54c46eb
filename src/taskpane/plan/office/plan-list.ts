import { fiscalYearStartBefore, parsePeriod, resolvePeriod } from '../../../domain/arguments/period';
import { MONTHS_IN_YEAR, addMonths, formatMonth, type Month } from '../../../domain/calendar/month';
import { latestOnRecord } from '../../../domain/figures/asked-months';
import { accountOf } from '../../../domain/figures/monthly-series';
import type { Book } from '../../../domain/ledger/book';
import { BudgetTable, budgetVendorKey, type Budget } from '../../../domain/ledger/budgets-table';
import { ALL, nameKey } from '../../../domain/ledger/name-key';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { PlanList, PlanSubject } from '../../contract/plan-services';
import { currencyToForecast } from './plan-currency';

const ALL_CLIENTS = 'All clients';

/**
 * Whose plans there are. Of the year of the latest month on record: all clients together if there are several, those with a budget,
 * as AIBudgets has them, then the clients whose spend can be forecast. Of another year: those with a budget in it.
 */
export function planList(book: Book, year: string | null = null): PlanList {
  const budgets = budgetsOf(book);
  const years = yearsOf(book, budgets);
  if (year !== null) {
    const within = budgets.filter((budget) => reaches(book, budget, year));
    return { subjects: budgetSubjects(within, year), without: [], years };
  }
  const budgeted = budgetSubjects(budgets, null);
  const known = new Set(budgeted.map(({ client }) => nameKey(client)));
  const names = orProblem(() => book.clients().clientNames());
  const clients = names instanceof Problem ? [] : names;
  const isMissing = (name: string): boolean => !known.has(nameKey(name));
  const [total] = clients.length > 1 && isMissing(ALL) ? [tried(book, ALL)] : [];
  const others = clients.filter(isMissing).map((name) => tried(book, name));
  const unplanned = [...(total === undefined ? [] : [total]), ...others];
  return {
    subjects: [...plansOf(total === undefined ? [] : [total]), ...budgeted, ...plansOf(others)],
    without: unplanned.flatMap(({ name, message }) => (message === null ? [] : [{ name, message }])),
    years,
  };
}

/** A client without a budget. */
interface Tried {
  readonly name: string;
  readonly client: string;
  /** Why its spend cannot be forecast; null if it can. */
  readonly message: string | null;
}

function tried(book: Book, client: string): Tried {
  const currency = orProblem(() => currencyToForecast(book, accountOf(book, client, ALL)));
  const name = client === ALL ? ALL_CLIENTS : client;
  return { name, client, message: currency instanceof Problem ? currency.message : null };
}

function plansOf(clients: readonly Tried[]): PlanSubject[] {
  return clients.flatMap(({ name, client, message }) =>
    message === null ? [{ name, client, vendor: null, year: null }] : [],
  );
}

function budgetsOf(book: Book): readonly Budget[] {
  const table = orProblem(() => BudgetTable.in(book));
  return table instanceof Problem ? [] : table.budgets;
}

/** The years that budgets reach into, as a formula names them, without that of the latest month on record. */
function yearsOf(book: Book, budgets: readonly Budget[]): string[] {
  const latest = orProblem(() => latestOnRecord(accountOf(book, ALL, ALL)));
  const current = latest instanceof Problem || latest === null ? null : yearOf(book, latest);
  const years = new Set(
    budgets.flatMap(({ from, to }) =>
      Array.from({ length: Math.floor((to - from) / MONTHS_IN_YEAR) + 2 }, (_, at) =>
        yearOf(book, Math.min(to, from + at * MONTHS_IN_YEAR) as Month),
      ),
    ),
  );
  return [...years].flatMap((year) => (year === null || year === current ? [] : [year])).sort();
}

/** `2025`, or `FY2025` if the fiscal year is another than the calendar's; null if its start cannot be read. */
function yearOf(book: Book, month: Month): string | null {
  const start = orProblem(() => book.fiscalYearStart());
  if (start instanceof Problem) {
    return null;
  }
  const last = addMonths(fiscalYearStartBefore(month, start), MONTHS_IN_YEAR - 1);
  return `${start === 1 ? '' : 'FY'}${formatMonth(last).slice(0, 4)}`;
}

function reaches(book: Book, { from, to }: Budget, year: string): boolean {
  const period = resolvePeriod(parsePeriod(year), null, () => book.fiscalYearStart());
  return period !== null && from <= period.to && to >= period.from;
}

/** One for each client and vendor that has a budget. Only if others have budgets beside it, one with all vendors says so. */
function budgetSubjects(budgets: readonly Budget[], year: string | null): PlanSubject[] {
  const subjects = new Map<string, PlanSubject>();
  for (const { client, vendor } of budgets) {
    const key = `${nameKey(client)} with ${budgetVendorKey(vendor)}`;
    if (!subjects.has(key)) {
      const isAlone = budgets.every((other) => nameKey(other.client) !== nameKey(client) || other.vendor === '');
      const name = nameKey(client) === ALL ? ALL_CLIENTS : client;
      subjects.set(
        key,
        vendor === ''
          ? { name, client, vendor: isAlone ? null : ALL, year }
          : { name: `${name} with ${vendor}`, client, vendor, year },
      );
    }
  }
  return [...subjects.values()];
}
