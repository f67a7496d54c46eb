import { fiscalYearStartBefore, resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { stretchOf } from '../arguments/stretch';
import { MONTHS_IN_YEAR, addMonths, type Month } from '../calendar/month';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { ALL, nameKey } from '../ledger/name-key';
import { budgetMessages } from '../messages/budget-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { divide, sum, ZERO } from '../money/decimal';
import type { Money } from '../money/money';
import { latestOnRecord, leftOutOf, monthsBetween, undisclosedIn, zeroMonths, type Marks } from './asked-months';
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
  /** Of the months that the measure looks at; null if it looks at none. */
  readonly budget: Money | null;
  /** The months with a spend among those that have a budget; none if the budget alone is asked for. */
  readonly spends: readonly MonthSpend[];
  readonly actual: Money;
  /** Null if none was needed. */
  readonly forecast: Forecast | null;
  /** Actual and forecast by month. */
  readonly course: readonly CourseMonth[];
  readonly result: BudgetResult;
  readonly marks: BudgetMarks;
}

type BudgetMarks = Pick<Marks, 'covered' | 'partial' | 'undisclosed' | 'reported'>;

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
 * @throws Problem `#N/A` if no budget or no spend is on record, the spend cannot be forecast, or it stays within the budget (`runout`);
 *   `#VALUE!` for budgets that share a month, mixed currencies without one named, a run rate; `#DIV/0!` for a budget of 0 (`used`)
 */
export function budget(book: Book, question: BudgetQuestion): BudgetFigure {
  const { measure } = question;
  const period = periodOf(book, question);
  const budgeted = budgetedMonths(book, question.client, question.vendor, period);
  const currency = budgetCurrency(budgeted, question.currency);
  const limitOf = (months: readonly Month[]): Money => ({
    amount: budgetFor(book, budgeted, months, currency),
    currency,
  });
  if (measure === 'budget') {
    const [whole, actual] = [limitOf(budgeted.months), { amount: ZERO, currency }];
    const covered = coverage(budgeted.months.length, period.months);
    const marks = { covered, partial: false, undisclosed: [], reported: [] };
    const nothing = { spends: [], actual, forecast: null, course: [], marks };
    return { measure, period, budgeted, budget: whole, ...nothing, result: { kind: 'amount', amount: whole } };
  }
  const vendor = budgeted.vendor === '' ? ALL : budgeted.vendor;
  const account = accountOf(book, question.client, vendor);
  const latest = latestOnRecord(account) ?? period.to;
  const spends = isToCome(account, budgeted, measure) ? [] : spendsIn(book, account, budgeted, period, currency);
  const actual = { amount: sum(spends.map(({ converted }) => converted.amount)), currency };
  const lookedAt = measure === 'variance' ? budgeted.months.filter((month) => month <= latest) : budgeted.months;
  // Nobody has to know the rates of months to come for what was spent.
  const limit = measure === 'actual' || measure === 'forecast' ? null : limitOf(lookedAt);
  const known = courseOf(budgeted, spends, null);
  const isLate = measure === 'forecast' || (measure === 'runout' && limit !== null && passes(known, limit) === null);
  const forecast = isLate ? forecastTo(book, account, budgeted, currency, limit) : null;
  const course = courseOf(budgeted, spends, forecast);
  return {
    measure,
    period,
    budgeted,
    budget: limit,
    spends,
    actual,
    forecast,
    course,
    result: resultOf(measure, limit, actual, course, budgeted),
    marks: {
      covered: coverage(coveredIn(book, account, budgeted, course), period.months),
      partial: measure !== 'forecast' && spends.some(({ source }) => source.partial),
      undisclosed: account.client === null ? undisclosedIn(account, period) : [],
      reported: leftOutOf(book.clients().account(question.client, vendor), account, period),
    },
  };
}

/** How many months of the budget have an amount, or are known to have none. */
function coveredIn(book: Book, account: Account, { months }: BudgetedMonths, course: readonly CourseMonth[]): number {
  const told = new Set(course.map(({ month }) => month));
  const isZero = zeroMonths(book, account);
  return months.filter((month) => told.has(month) || isZero(month)).length;
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
  return stretchOf(from, addMonths(from, MONTHS_IN_YEAR - 1));
}

/** Whether nothing can be on record yet, and the measure looks ahead: the budget of next year also has a forecast. */
function isToCome(account: Account, { months }: BudgetedMonths, measure: BudgetMeasure): boolean {
  const [latest, [first]] = [latestOnRecord(account), months];
  return (measure === 'forecast' || measure === 'runout') && latest !== null && first !== undefined && first > latest;
}

/** What was spent in the months that have a budget. */
function spendsIn(
  book: Book,
  account: Account,
  { months }: BudgetedMonths,
  period: ResolvedPeriod,
  currency: Currency,
): MonthSpend[] {
  const hasBudget = new Set(months);
  const recorded = monthsBetween(account, period.from, period.to).filter(
    ({ month, onRecord }) => onRecord && hasBudget.has(month),
  );
  if (recorded.length === 0) {
    throw nothingToCount(account, period);
  }
  return recorded.map((month) => convertMonth(book, month, month.amounts(), currency));
}

/**
 * As far as the last month of the budget; null if all of its months are over.
 * @param limit null: it is to be told to the end; else as far as a forecast is told, while it does not say when the limit is passed
 * @throws Problem if that is further than a forecast is told
 */
function forecastTo(
  book: Book,
  account: Account,
  budgeted: BudgetedMonths,
  currency: Currency,
  limit: Money | null,
): Forecast | null {
  const known = latestWhole(book, account);
  const last = budgeted.months.at(-1);
  const months = known === null || last === undefined ? 1 : last - known;
  if (limit === null && last !== undefined && months > LONGEST_FORECAST) {
    throw new Problem('#VALUE!', budgetMessages.budgetTooLong(last, months, LONGEST_FORECAST));
  }
  const asked = { months: Math.min(months, LONGEST_FORECAST), method: 'auto', currency } as const;
  return months < 1 ? null : forecastAccount(book, account, asked);
}

/**
 * The months of the budget: those over as they were, those to come as they are forecast. A month that is not over comes to its forecast,
 * or to what is on record already if that is more.
 */
function courseOf({ months }: BudgetedMonths, spends: readonly MonthSpend[], forecast: Forecast | null): CourseMonth[] {
  const actual = new Map(spends.map((spend) => [spend.source.month, spend.converted.amount]));
  const ahead = new Map(forecast?.months.map(({ month, amount }) => [month, amount]));
  return months.flatMap((month): CourseMonth[] => {
    const [spent, expected] = [actual.get(month), ahead.get(month)];
    if (expected !== undefined && (spent === undefined || expected.greaterThan(spent))) {
      return [{ month, amount: expected, forecast: true }];
    }
    return spent === undefined ? [] : [{ month, amount: spent, forecast: false }];
  });
}

function resultOf(
  measure: BudgetMeasure,
  limit: Money | null,
  actual: Money,
  course: readonly CourseMonth[],
  budgeted: BudgetedMonths,
): BudgetResult {
  const total = sum(course.map(({ amount }) => amount));
  if (limit === null) {
    return { kind: 'amount', amount: { ...actual, amount: total } };
  }
  if (measure === 'used') {
    if (limit.amount.isZero()) {
      throw new Problem('#DIV/0!', budgetMessages.budgetIsZero());
    }
    return { kind: 'share', share: divide(actual.amount, limit.amount) };
  }
  if (measure === 'runout') {
    const month = passes(course, limit);
    if (month === null) {
      throw notUsedUp(budgeted, limit, course, total);
    }
    return { kind: 'month', month };
  }
  return { kind: 'amount', amount: { ...limit, amount: limit.amount.minus(actual.amount) } };
}

/** Why there is no month in which a budget runs out: it is not used up, or not as far as a forecast tells. */
function notUsedUp(budgeted: BudgetedMonths, limit: Money, course: readonly CourseMonth[], total: Decimal): Problem {
  const [told, last] = [course.at(-1), budgeted.months.at(-1)];
  const isCut = told?.forecast === true && last !== undefined && told.month < last;
  return new Problem(
    '#N/A',
    isCut
      ? budgetMessages.notUsedUpBefore(nameOf(budgeted), limit, told.month, LONGEST_FORECAST)
      : budgetMessages.notUsedUp(nameOf(budgeted), limit, total),
  );
}

/** The month in which the amounts, added up, come to more than the budget; null if they do not. */
function passes(course: readonly CourseMonth[], limit: Money): Month | null {
  let total = ZERO;
  for (const { month, amount } of course) {
    total = total.plus(amount);
    if (total.greaterThan(limit.amount)) {
      return month;
    }
  }
  return null;
}

function nameOf({ client, vendor }: BudgetedMonths): string {
  return `${client ?? 'All clients'}${nameKey(vendor) === '' ? '' : ` with ${vendor}`}`;
}
