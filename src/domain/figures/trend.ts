import { addMonths, type Month } from '../calendar/month';
import { resolvePeriod, type Period } from '../arguments/period';
import { stretchOf } from '../arguments/stretch';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { compareText } from '../ledger/name-key';
import { messages } from '../messages/messages';
import { figureMessages } from '../messages/figure-messages';
import type { Currency } from '../money/currency';
import { divide, ZERO, type Decimal } from '../money/decimal';
import { Problem } from '../messages/problem';
import { latestOnRecord, monthsBetween, monthsOnRecord, type Marks } from './asked-months';
import { convertMonth, nothingToCount, soleCurrency, type MonthSpend } from './spend';

export interface TrendQuestion {
  readonly client: string;
  /** The trend starts with the first month of this period; null: with the first month on record. */
  readonly from: Period | null;
  /** And ends with the last month of this one; null: with the latest month on record. */
  readonly to: Period | null;
  readonly currency: Currency | null;
  readonly vendor: string;
  /** A service's name; `*`: every service. */
  readonly service: string;
}

/** What a client spent month by month. */
export interface Trend {
  readonly account: Account;
  readonly currency: Currency;
  /** Every month from the first to the last, also those without a spend on record. */
  readonly months: readonly TrendMonth[];
  /** What a reader of all months together would otherwise miss. */
  readonly marks: Marks;
}

export interface TrendMonth {
  readonly month: Month;
  /** Null: no spend on record. */
  readonly spend: MonthSpend | null;
  /**
   * (spend - spend of the month before) / spend of the month before; null if either has no spend or is not over, if the month
   * before is not positive, and for the first month.
   */
  readonly change: Decimal | null;
  /** What a reader of the spend would otherwise miss. */
  readonly marks: MonthMarks;
}

type MonthMarks = Pick<Marks, 'partial' | 'undisclosed' | 'reported'>;

/** Months that a trend may have: more would be a typing mistake, and a spill that no one reads. */
const LONGEST_TREND = 1200;

/**
 * A client's spend month by month, with the change from the previous month.
 * @throws Problem as `spend` does; `#VALUE!` if the trend would end before it starts
 */
export function trend(book: Book, question: TrendQuestion): Trend {
  const everyone = book.clients().account(question.client, question.vendor, question.service);
  const { account, from, to } = stretch(book, everyone, question);
  const recorded = monthsOnRecord(account, { from, to });
  if (to - from < 0 || to - from >= LONGEST_TREND) {
    throw new Problem('#VALUE!', figureMessages.badTrend(from, to));
  }
  if (recorded.length === 0) {
    throw nothingToCount(account, stretchOf(from, to));
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
    const change = changeOn(index === 0 ? null : (spends.get(addMonths(month, -1)) ?? null), spend);
    return { month, spend, change, marks: marksOfMonth(everyone, account, spend) };
  });
  return { account, currency, months, marks: marksOfAll(months) };
}

/** Of all clients: who has rows in the month but tells no amount, and whose claims stay out because own bills count. */
function marksOfMonth(everyone: Account, account: Account, spend: MonthSpend | null): MonthMarks {
  if (spend === null) {
    return { partial: false, undisclosed: [], reported: [] };
  }
  const { month, partial, quiet } = spend.source;
  const beside = account === everyone ? [] : monthsBetween(everyone, month, month);
  return {
    partial,
    undisclosed: account.client === null ? quiet : [],
    reported: beside.flatMap(({ claimants }) => claimants),
  };
}

function marksOfAll(months: readonly TrendMonth[]): Marks {
  const names = (of: 'undisclosed' | 'reported'): string[] =>
    [...new Set(months.flatMap(({ marks }) => marks[of]))].sort(compareText);
  return {
    times: 1,
    month: null,
    covered: null,
    partial: months.some(({ marks }) => marks.partial),
    undisclosed: names('undisclosed'),
    reported: names('reported'),
  };
}

/** Where the trend begins and ends; and of all clients whose rows it is of: own bills where there are any in it, else the market's claims. */
function stretch(book: Book, everyone: Account, question: TrendQuestion): { account: Account; from: Month; to: Month } {
  const accounts = everyone.client === null ? [everyone.ownRows(), everyone] : [everyone];
  const stretches = accounts.flatMap((account) => {
    const latest = latestOnRecord(account);
    const first = account.months.find((month) => month.onRecord)?.month;
    if (latest === null || first === undefined) {
      return [];
    }
    // A trend that is to begin after the latest month has that one month, of which nothing is on record; one that is to end before the first too.
    const stated = question.from === null ? null : endOf(book, question.from, latest, 'from');
    const to =
      question.to === null ? (Math.max(latest, stated ?? latest) as Month) : endOf(book, question.to, latest, 'to');
    return [{ account, from: stated ?? (Math.min(first, to) as Month), to }];
  });
  const [fallback] = [...stretches].reverse();
  if (fallback === undefined) {
    throw nothingToCount(everyone, null);
  }
  return stretches.find(({ account, from, to }) => monthsOnRecord(account, { from, to }).length > 0) ?? fallback;
}

function endOf(book: Book, period: Period, latest: Month, end: 'from' | 'to'): Month {
  const resolved = resolvePeriod(period, latest, book.fiscalYearStart);
  return resolved?.[end] ?? latest;
}

function changeOn(before: MonthSpend | null, now: MonthSpend | null): TrendMonth['change'] {
  if (before === null || now === null || before.source.partial || now.source.partial) {
    return null;
  }
  const [was, is] = [before.converted.amount, now.converted.amount];
  return was.greaterThan(ZERO) ? divide(is.minus(was), was) : null;
}
