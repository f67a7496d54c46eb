import { fiscalYearStartBefore, resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { addMonths, formatMonth, type Month } from '../calendar/month';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { ALL, nameKey } from '../ledger/name-key';
import { budgetMessages } from '../messages/budget-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { divide, sum, ZERO } from '../money/decimal';
import type { Money } from '../money/money';
import { latestOnRecord, monthsBetween, type Marks } from './asked-months';
import { budgetCurrency, budgetedMonths, budgetFor, type BudgetedMonths } from './budgeted-months';
import type { BudgetMeasure } from './budget-words';
import { forecastAccount, type Forecast } from './forecast';
import { LONGEST_FORECAST } from './forecast-words';
import { accountOf, latestWhole } from './monthly-series';
import { convertMonth, nothingToCount, type MonthSpend } from './spend';

export interface BudgetQuestion {
  readonly client: string;
  /** Null: the fiscal year of the latest month on record. */
  readonly period: Period | null;
  readonly measure: BudgetMeasure;
  /** Null: that of the budget. */
  readonly currency: Currency | null;
  /** Null: with all vendors together. */
  readonly vendor: string | null;
}

/** A budget against what was spent and will be. */
export interface BudgetFigure {
  readonly measure: BudgetMeasure;
  readonly period: ResolvedPeriod;
  readonly budgeted: BudgetedMonths;
  readonly budget: Money;
  /** The months with a spend among those that have a budget; none where the budget alone is asked for. */
  readonly spends: readonly MonthSpend[];
  readonly actual: Money;
  /** The budget of the months to the latest on record. */
  readonly toDate: Money;
  /** Null where none was needed. */
  readonly forecast: Forecast | null;
  /** Actual and forecast by month. */
  readonly course: readonly CourseMonth[];
  readonly result: BudgetResult;
  readonly marks: Pick<Marks, 'covered' | 'partial'>;
}

export type BudgetResult =
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'share'; readonly share: Decimal }
  | { readonly kind: 'month'; readonly month: Month };

/** What a month of the budget comes to. */
export interface CourseMonth {
  readonly month: Month;
  readonly amount: Decimal;
  readonly forecast: boolean;
}

/**
 * A client's budget in a period, or how its spend stands against it. Months without a budget are left out of both.
 *
 * @throws Problem `#N/A` where no budget or no spend is on record, the spend cannot be forecast, or it stays within the budget (`runout`);
 *   `#VALUE!` for budgets that share a month, mixed currencies without one named, a run rate; `#DIV/0!` for a budget of 0 (`used`)
 */
export function budget(book: Book, question: BudgetQuestion): BudgetFigure {
  const { measure } = question;
  const period = periodOf(book, question);
  const budgeted = budgetedMonths(book, question.client, question.vendor, period);
  const currency = budgetCurrency(budgeted, question.currency);
  const money = (amount: Decimal): Money => ({ amount, currency });
  const whole = money(budgetFor(book, budgeted, budgeted.months, currency));
  const nothing = { spends: [], actual: money(ZERO), toDate: money(ZERO), forecast: null, course: [] };
  if (measure === 'budget') {
    const marks = { covered: coverage(budgeted.months.length, period.months), partial: false };
    return { measure, period, budgeted, budget: whole, ...nothing, result: { kind: 'amount', amount: whole }, marks };
  }
  const account = accountOf(book, question.client, budgeted.vendor === '' ? ALL : budgeted.vendor);
  const spends = spendsIn(book, account, budgeted, period, currency);
  const actual = money(sum(spends.map(({ converted }) => converted.amount)));
  const latest = spends.at(-1)?.source.month ?? period.from;
  const untilNow = budgeted.months.filter((month) => month <= latest);
  const toDate = measure === 'variance' ? money(budgetFor(book, budgeted, untilNow, currency)) : money(ZERO);
  const spent = { measure, period, budgeted, budget: whole, spends, actual, toDate };
  const known = spends.map(({ source, converted }) => ({
    month: source.month,
    amount: converted.amount,
    forecast: false,
  }));
  const isLate = measure === 'forecast' || (measure === 'runout' && passes(known, whole.amount) === null);
  const forecast = isLate ? forecastTo(book, account, budgeted.months.at(-1) ?? period.to, currency) : null;
  const course = forecast === null ? known : courseOf(budgeted, spends, forecast);
  return {
    ...spent,
    forecast,
    course,
    result: resultOf(spent, course),
    marks: {
      covered: measure === 'forecast' ? coverage(course.length, period.months) : coverage(spends.length, period.months),
      partial: measure !== 'forecast' && spends.some(({ source }) => source.partial),
    },
  };
}

function coverage(months: number, of: number): Marks['covered'] {
  return months < of ? { months, of } : null;
}

/** Without one: the fiscal year of the latest month on record of the client, with the vendor if one is named. */
function periodOf(book: Book, { client, vendor, period }: BudgetQuestion): ResolvedPeriod {
  if (period?.kind === 'stated') {
    return resolvePeriod(period, null, book.fiscalYearStart) as ResolvedPeriod;
  }
  if (period?.word === 'runrate') {
    throw new Problem('#VALUE!', budgetMessages.runRate());
  }
  const account = accountOf(book, client, vendor ?? ALL);
  const latest = latestOnRecord(account, period);
  if (latest === null) {
    throw nothingToCount(account, null);
  }
  if (period !== null) {
    return resolvePeriod(period, latest, book.fiscalYearStart) as ResolvedPeriod;
  }
  const from = fiscalYearStartBefore(latest, book.fiscalYearStart());
  const to = addMonths(from, 11);
  return { from, to, times: 1, months: 12, label: `${formatMonth(from)}:${formatMonth(to)}` };
}

/** What was spent in the months that have a budget. */
function spendsIn(
  book: Book,
  account: Account,
  { months }: BudgetedMonths,
  period: ResolvedPeriod,
  currency: Currency,
): MonthSpend[] {
  latestOnRecord(account);
  const hasBudget = new Set(months);
  const recorded = monthsBetween(account, period.from, period.to).filter(
    ({ month, onRecord }) => onRecord && hasBudget.has(month),
  );
  if (recorded.length === 0) {
    throw nothingToCount(account, period);
  }
  return recorded.map((month) => convertMonth(book, month, month.amounts(), currency));
}

/** As far as the last month of the budget; null where all of its months are over. */
function forecastTo(book: Book, account: Account, last: Month, currency: Currency): Forecast | null {
  const known = latestWhole(book, account);
  const months = known === null ? 1 : Math.min(last - known, LONGEST_FORECAST);
  return months < 1 ? null : forecastAccount(book, account, { months, method: 'auto', currency });
}

/**
 * The months of the budget: those over as they were, those to come as they are forecast. A month that is not over comes to its forecast,
 * or to what is on record already if that is more.
 */
function courseOf({ months }: BudgetedMonths, spends: readonly MonthSpend[], forecast: Forecast): CourseMonth[] {
  const actual = new Map(spends.map((spend) => [spend.source.month, spend.converted.amount]));
  const ahead = new Map(forecast.months.map(({ month, amount }) => [month, amount]));
  return months.flatMap((month): CourseMonth[] => {
    const [spent, expected] = [actual.get(month), ahead.get(month)];
    if (expected !== undefined && (spent === undefined || expected.greaterThan(spent))) {
      return [{ month, amount: expected, forecast: true }];
    }
    return spent === undefined ? [] : [{ month, amount: spent, forecast: false }];
  });
}

function resultOf(
  {
    measure,
    budgeted,
    budget: whole,
    actual,
    toDate,
  }: Pick<BudgetFigure, 'measure' | 'budgeted' | 'budget' | 'actual' | 'toDate'>,
  course: readonly CourseMonth[],
): BudgetResult {
  const amountOf = (amount: Decimal): BudgetResult => ({ kind: 'amount', amount: { ...whole, amount } });
  switch (measure) {
    case 'budget':
      return { kind: 'amount', amount: whole };
    case 'actual':
      return { kind: 'amount', amount: actual };
    case 'variance':
      return amountOf(toDate.amount.minus(actual.amount));
    case 'left':
      return amountOf(whole.amount.minus(actual.amount));
    case 'used':
      if (whole.amount.isZero()) {
        throw new Problem('#DIV/0!', budgetMessages.budgetIsZero());
      }
      return { kind: 'share', share: divide(actual.amount, whole.amount) };
    case 'forecast':
      return amountOf(sum(course.map(({ amount }) => amount)));
    case 'runout': {
      const month = passes(course, whole.amount);
      if (month === null) {
        throw new Problem(
          '#N/A',
          budgetMessages.notUsedUp(nameOf(budgeted), whole, sum(course.map(({ amount }) => amount))),
        );
      }
      return { kind: 'month', month };
    }
  }
}

/** The month in which the amounts, added up, come to more than the budget; null where they do not. */
function passes(course: readonly CourseMonth[], limit: Decimal): Month | null {
  let total = ZERO;
  for (const { month, amount } of course) {
    total = total.plus(amount);
    if (total.greaterThan(limit)) {
      return month;
    }
  }
  return null;
}

function nameOf({ client, vendor }: BudgetedMonths): string {
  return `${client ?? 'All clients'}${nameKey(vendor) === '' ? '' : ` with ${vendor}`}`;
}
