import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import type { Month } from '../calendar/month';
import { AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { compareText } from '../ledger/name-key';
import { RevenueTable } from '../ledger/revenue-table';
import { Problem } from '../messages/problem';
import { revenueMessages } from '../messages/revenue-messages';
import type { Currency } from '../money/currency';
import { sum, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { askedMonths, latestAsked, type Marks } from './asked-months';
import { denominatorKey, wholeName } from './denominator';
import type { Bound, Interval, Precision } from './interval';
import {
  quotientOf,
  revenueMonth,
  revenueText,
  vendorRecord,
  type RevenueMonth,
  type VendorRecord,
} from './revenue-month';
import { convertMonth, soleCurrency, type MonthSpend } from './spend';

export interface RevenueQuestion {
  readonly vendor: string;
  readonly period: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
  /** What is counted, as `Line` of AIRevenue or `Share of` of AIClients name it; null: the vendor's AI revenue. */
  readonly line: string | null;
  /** Null: only what is known to the point. */
  readonly bound: Bound | null;
}

/** A vendor's AI revenue, and what it rests on. */
export interface RevenueFigure {
  readonly vendor: string;
  /** `Microsoft's AI revenue`. */
  readonly whole: string;
  readonly period: ResolvedPeriod;
  readonly months: readonly RevenueOfMonth[];
  readonly revenue: Money;
  readonly marks: Marks;
}

/** One month's revenue in the figure's currency: `spend` (or what AIRevenue states of a year) over `divisor`. */
export interface RevenueOfMonth {
  readonly basis: RevenueMonth;
  readonly spend: MonthSpend;
  readonly divisor: Decimal;
  readonly revenue: Decimal;
}

/**
 * A vendor's AI revenue: in a month what AIRevenue states, else what shares imply, which is the spends of the clients that state a
 * share over the sum of these shares. Longer periods are the sum of the months that are known.
 *
 * @throws Problem `#N/A` for an unknown vendor or where nothing is known in the period; `#VALUE!` for sources that disagree, several
 *   lines of which none is named, mixed currencies without one named, a broken row that is needed; `#DIV/0!` if the shares add up to 0
 */
export function revenue(book: Book, question: RevenueQuestion): RevenueFigure {
  const record = vendorRecord(book, question.vendor, 'AIREVENUE');
  RevenueTable.in(book).refuseBroken(record.vendor, () => false);
  const precision: Precision = question.bound ?? 'point';
  const key = question.line === null ? soleWhole(record) : denominatorKey(question.line, record.vendor);
  if (key === null) {
    throw new Problem('#VALUE!', revenueMessages.nameALine(record.vendor, wholeWords(record)));
  }
  const whole = wholeName(record.vendor, record.wholes.get(key) ?? question.line ?? '');
  const { period, months } = revenueMonths(record, question.period, key, precision);
  const [first] = months;
  if (period === null || first === undefined) {
    throw unknownRevenue(record, key, period);
  }
  const sides = months.map((month) => sideOf(month, precision, whole));
  const currency =
    question.currency ?? soleCurrency(sides.flat(), (found) => revenueMessages.mixedCurrencies(whole, found));
  const known = months.map((month) => inCurrency(book, month, currency, precision, period.times, whole));
  return {
    vendor: record.vendor,
    whole,
    period,
    months: known,
    revenue: { amount: sum(known.map((month) => month.revenue)), currency },
    marks: {
      times: period.times,
      month: isOld(record, question.period, period.to) ? period.to : null,
      covered: months.length < period.months ? { months: months.length, of: period.months } : null,
      partial: months.some((month) => month.partial),
      undisclosed: [],
      reported: [],
    },
  };
}

/** What is meant if nothing is named: the vendor's AI business as a whole if something is on record of it, else the only thing that is; null if there are several. */
export function soleWhole(record: VendorRecord): string | null {
  const [first = '', ...others] = record.wholes.keys();
  return others.length === 0 || record.wholes.has('') ? (record.wholes.has('') ? '' : first) : null;
}

/** What may be named, in the words of the tables. */
export function wholeWords(record: VendorRecord): string[] {
  return [...record.wholes].map(([key, written]) => (key === '' ? 'AI revenue' : written)).sort(compareText);
}

/** The months of a period of which the revenue is known, the earliest first. */
function revenueMonths(
  record: VendorRecord,
  asked: Period,
  whole: string,
  precision: Precision,
): { period: ResolvedPeriod | null; months: RevenueMonth[] } {
  const months = record.months;
  const ask: Ask = (month) => revenueMonth(record, month, whole, precision);
  const fiscal = record.book.fiscalYearStart;
  if (asked.kind === 'relative') {
    const latest = latestAsked<RevenueMonth>(asked, (fits) => latestWhere(months, ask, fits));
    const window = asked.word === 'ttm' || asked.word === 'ytd' ? latestSpend(record, asked) : null;
    const end = latest === null ? window : window === null ? latest.month : (Math.max(window, latest.month) as Month);
    const period = resolvePeriod(asked, end, fiscal);
    return { period, months: latest === null ? [] : within(months, period, ask) };
  }
  const period = resolvePeriod(asked, null, fiscal);
  return { period, months: within(months, period, ask) };
}

type Ask = (month: Month) => RevenueMonth | null;

function latestWhere(months: readonly Month[], ask: Ask, fits: (found: RevenueMonth) => boolean): RevenueMonth | null {
  for (const month of [...months].reverse()) {
    const found = ask(month);
    if (found !== null && fits(found)) {
      return found;
    }
  }
  return null;
}

function within(months: readonly Month[], period: ResolvedPeriod | null, ask: Ask): RevenueMonth[] {
  return months
    .filter((month) => period !== null && month >= period.from && month <= period.to)
    .flatMap((month) => ask(month) ?? []);
}

/** The month with which AISPEND's window ends, so that both have the same. */
function latestSpend({ book, everyone }: VendorRecord, asked: Period): Month | null {
  return everyone === null ? null : (askedMonths(book, everyone, asked).period?.to ?? null);
}

/** The amounts of the side that is asked for. */
function sideOf({ amount }: RevenueMonth, precision: Precision, whole: string): readonly Money[] {
  if (precision !== 'high') {
    return amount.low;
  }
  if (amount.high === null) {
    throw new Problem('#N/A', revenueMessages.noBound(whole, 'high'));
  }
  return amount.high;
}

function inCurrency(
  book: Book,
  basis: RevenueMonth,
  currency: Currency,
  precision: Precision,
  times: number,
  whole: string,
): RevenueOfMonth {
  const source = new AccountMonth(
    basis.month,
    basis.implying.map(({ group }) => group),
    [],
  );
  const spend = convertMonth(book, source, sideOf(basis, precision, whole), currency);
  const amount: Interval = { low: spend.converted.amount, high: spend.converted.amount };
  const revenue = quotientOf(amount, basis.divisor, precision, times);
  if (revenue === null) {
    throw new Problem('#N/A', revenueMessages.noBound(whole, precision === 'high' ? 'high' : 'low'));
  }
  const { low, high } = basis.divisor;
  return { basis, spend, divisor: precision === 'high' ? low : (high ?? low), revenue };
}

/** Whether no period was asked for, and someone's spend with the vendor is on record for a later month. */
function isOld({ book, everyone, vendor }: VendorRecord, asked: Period, month: Month): boolean {
  const latest = everyone === null ? null : book.clients().vendorMonths(vendor);
  return asked.kind === 'relative' && asked.word === 'month' && (latest?.latest ?? month) > month;
}

/** Why there is no revenue: nothing is on record, or only where it lies. */
function unknownRevenue(record: VendorRecord, whole: string, period: ResolvedPeriod | null): Problem {
  const isAsked = ({ month }: { readonly month: Month }): boolean =>
    period === null || (month >= period.from && month <= period.to);
  const written = record.wholes.get(whole) ?? '';
  const bounded = record.rows.filter(
    (row) => row.bounds !== null && denominatorKey(row.line, record.vendor) === whole && isAsked(row),
  );
  const latest = bounded.sort((a, b) => b.month - a.month || compareText(a.source, b.source))[0];
  if (latest !== undefined && latest.bounds !== null) {
    const { low, high } = latest.bounds;
    const words = [...(low === null ? [] : ['low']), ...(high === null ? [] : ['high'])];
    return new Problem(
      '#N/A',
      revenueMessages.revenueByBounds(record.vendor, written, revenueText(latest), latest.source, words),
    );
  }
  return new Problem('#N/A', revenueMessages.revenueUnknown(record.vendor, written, period?.label ?? null));
}
