import { addMonths, formatMonth, type Month } from '../calendar/month';
import { resolvePeriod, type Period } from '../arguments/period';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { messages } from '../messages/messages';
import type { Currency } from '../money/currency';
import { divide, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { Problem } from '../messages/problem';
import { convertMonth, latestOnRecord, monthsOnRecord, nothingToCount, soleCurrency, type MonthSpend } from './spend';

export interface TrendQuestion {
  readonly client: string;
  /** The trend starts with the first month of this period; null: with the first month on record. */
  readonly from: Period | null;
  /** And ends with the last month of this one; null: with the latest month on record. */
  readonly to: Period | null;
  readonly currency: Currency | null;
  readonly vendor: string;
}

/** What a client spent month by month. */
export interface Trend {
  readonly account: Account;
  readonly currency: Currency;
  /** Every month from the first to the last, also those without a spend on record. */
  readonly months: readonly TrendMonth[];
}

export interface TrendMonth {
  readonly month: Month;
  /** Null: no spend on record. */
  readonly spend: MonthSpend | null;
  /** (spend - spend of the month before) / spend of the month before; null where either has no spend, or for the first month. */
  readonly change: Decimal | 'division by zero' | null;
}

/** Months that a trend may have: more would be a typing mistake, and a spill that no one reads. */
const LONGEST_TREND = 1200;

/**
 * A client's spend month by month, with the change from the previous month.
 * @throws Problem as `spend` does; `#VALUE!` where the trend would end before it starts
 */
export function trend(book: Book, question: TrendQuestion): Trend {
  const account = book.clients().account(question.client, question.vendor);
  const latest = latestOnRecord(account);
  const first = account.months.find((month) => month.onRecord)?.month;
  if (latest === null || first === undefined) {
    throw nothingToCount(account, null);
  }
  const from = question.from === null ? first : endOf(book, question.from, latest, 'from');
  const to = question.to === null ? latest : endOf(book, question.to, latest, 'to');
  if (to < from || to - from >= LONGEST_TREND) {
    throw new Problem('#VALUE!', messages.badTrend(from, to));
  }

  const recorded = monthsOnRecord(account, { from, to });
  if (recorded.length === 0) {
    const label = `${formatMonth(from)}:${formatMonth(to)}`;
    throw nothingToCount(account, { from, to, times: 1, months: to - from + 1, label });
  }
  const currency =
    question.currency ??
    soleCurrency(
      recorded.flatMap((month) => month.amounts()),
      messages.mixedCurrencies,
    );
  const spends = new Map(recorded.map((month) => [month.month, convertMonth(book, month, month.amounts(), currency)]));
  const months = Array.from({ length: to - from + 1 }, (_, index): TrendMonth => {
    const month = addMonths(from, index);
    const spend = spends.get(month) ?? null;
    const before = index === 0 ? null : (spends.get(addMonths(month, -1)) ?? null);
    return { month, spend, change: changeOn(before?.converted ?? null, spend?.converted ?? null) };
  });
  return { account, currency, months };
}

function endOf(book: Book, period: Period, latest: Month, end: 'from' | 'to'): Month {
  const resolved = resolvePeriod(period, latest, book.fiscalYearStart);
  return resolved?.[end] ?? latest;
}

function changeOn(before: Money | null, now: Money | null): TrendMonth['change'] {
  if (before === null || now === null) {
    return null;
  }
  if (before.amount.isZero()) {
    return 'division by zero';
  }
  return divide(now.amount.minus(before.amount), before.amount);
}
