import type { ResolvedPeriod } from '../arguments/period';
import { addMonths, type Month } from '../calendar/month';
import type { Book } from '../ledger/book';
import { BudgetTable, budgetVendorKey, type BrokenBudget, type Budget } from '../ledger/budgets-table';
import { ALL, nameKey, spellings } from '../ledger/name-key';
import { refuseBroken } from '../messages/broken-row';
import { budgetMessages } from '../messages/budget-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { Decimal, divide, sum } from '../money/decimal';
import { exchange } from './exchange';
import { soleCurrency } from './spend';

/** The budgets of a client in a period, and with whom. */
export interface BudgetedMonths {
  /** As AIBudgets spells it; null: all clients. */
  readonly client: string | null;
  /** Empty: with all vendors together. */
  readonly vendor: string;
  readonly budgets: readonly Budget[];
  /** The months of the period that have a budget, the earliest first. */
  readonly months: readonly Month[];
}

/**
 * The budgets of a client, or of all clients together, that reach into a period. Without a vendor: those with all vendors together, else
 * those with the only vendor that has any.
 *
 * @throws Problem `#N/A` if there is none; `#VALUE!` for rows that share a month, several vendors without one named, a broken row
 */
export function budgetedMonths(
  book: Book,
  client: string,
  vendor: string | null,
  period: ResolvedPeriod,
): BudgetedMonths {
  const table = BudgetTable.in(book);
  const isClient = (row: { readonly client: string }): boolean => nameKey(row.client) === nameKey(client);
  const isAsked = (row: Pick<BrokenBudget, 'from' | 'to'>): boolean =>
    (row.from ?? period.from) <= period.to && (row.to ?? period.to) >= period.from;
  const ofClient = table.budgets.filter(isClient);
  const within = ofClient.filter(isAsked);
  const unusable = table.broken.filter((row) => (nameKey(row.client) === '' || isClient(row)) && isAsked(row));
  refuseBroken('AIBudgets', unusable.filter(isNeeded(vendor, within)));
  const budgets = withVendor(client, vendor, within);
  const [first] = budgets;
  if (first === undefined) {
    throw noBudget(client, vendor, period, ofClient);
  }
  refuseShared(budgets, period);
  const months = Array.from({ length: period.months }, (_, at) => addMonths(period.from, at)).filter((month) =>
    budgets.some(({ from, to }) => month >= from && month <= to),
  );
  return { client: nameKey(client) === ALL ? null : first.client, vendor: first.vendor, budgets, months };
}

/** Whether a broken row may be one of the budgets that are asked for: without a vendor, any if none is with all vendors together. */
function isNeeded(vendor: string | null, budgets: readonly Budget[]): (row: BrokenBudget) => boolean {
  const isAny = vendor === null && budgets.every((row) => row.vendor !== '');
  return (row) => isAny || budgetVendorKey(row.vendor) === budgetVendorKey(vendor ?? '');
}

function withVendor(client: string, vendor: string | null, budgets: readonly Budget[]): readonly Budget[] {
  if (vendor !== null) {
    return budgets.filter((row) => budgetVendorKey(row.vendor) === budgetVendorKey(vendor));
  }
  const all = budgets.filter((row) => row.vendor === '');
  const vendors = spellings(budgets.map((row) => row.vendor)).flatMap(([name]) => (name === '' ? [] : [name]));
  if (all.length === 0 && vendors.length > 1) {
    throw new Problem('#VALUE!', budgetMessages.nameAVendor(client, vendors));
  }
  return all.length > 0 ? all : budgets;
}

function noBudget(client: string, vendor: string | null, period: ResolvedPeriod, ofClient: readonly Budget[]): Problem {
  const known = ofClient.map((row) => ({ vendor: row.vendor, from: row.from, to: row.to }));
  return new Problem('#N/A', budgetMessages.noBudget(client, vendor, period.label, known));
}

/** @throws Problem if two rows have a budget for one month of the period */
function refuseShared(budgets: readonly Budget[], period: ResolvedPeriod): void {
  const sorted = [...budgets].sort((a, b) => a.from - b.from || a.row - b.row);
  let last: Budget | undefined;
  for (const budget of sorted) {
    const shared = Math.max(budget.from, period.from) as Month;
    if (last !== undefined && shared <= Math.min(last.to, budget.to, period.to)) {
      const rows = [last.row, budget.row].sort((a, b) => a - b);
      throw new Problem('#VALUE!', budgetMessages.budgetsShareAMonth(budget.client, budget.vendor, shared, rows));
    }
    last = last === undefined || budget.to > last.to ? budget : last;
  }
}

/** The currency of the budgets, if none is named. */
export function budgetCurrency({ budgets }: BudgetedMonths, asked: Currency | null): Currency {
  return asked ?? soleCurrency(budgets, budgetMessages.mixedCurrencies);
}

/**
 * What the budgets come to in some months: each is spread evenly over its own, and what is in another currency is converted month by
 * month, at that month's rate.
 *
 * @throws Problem if a rate is missing
 */
export function budgetFor(
  book: Book,
  { budgets }: Pick<BudgetedMonths, 'budgets'>,
  months: readonly Month[],
  currency: Currency,
): Decimal {
  return sum(budgets.map((budget) => partOf(book, budget, months, currency)));
}

function partOf(book: Book, budget: Budget, months: readonly Month[], currency: Currency): Decimal {
  const own = months.filter((month) => month >= budget.from && month <= budget.to);
  const all = new Decimal(budget.to - budget.from + 1);
  if (budget.currency === currency) {
    return own.length === budget.to - budget.from + 1 ? budget.amount : divide(budget.amount.times(own.length), all);
  }
  const amount = divide(budget.amount, all);
  return sum(
    own.map((month) => exchange(book, { amount, from: budget.currency, to: currency, month }).converted.amount),
  );
}
