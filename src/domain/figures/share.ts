import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { stretchOf } from '../arguments/stretch';
import type { Month } from '../calendar/month';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import type { BrokenRow, ClientRow } from '../ledger/client-rows';
import { ALL, compareText } from '../ledger/name-key';
import { refuseBroken } from '../messages/broken-row';
import { orProblem, Problem, settleRows, type Remedy } from '../messages/problem';
import { revenueMessages } from '../messages/revenue-messages';
import type { Currency } from '../money/currency';
import { Decimal, divide, ONE, sum, ZERO } from '../money/decimal';
import { formatAmount, type Money } from '../money/money';
import { askedMonths, isBehind, latestAsked, monthsBetween, type Marks } from './asked-months';
import { denominatorKey, tellsOfShare, wholeName } from './denominator';
import type { Bound, Precision } from './interval';
import { soleWhole, wholeWords } from './revenue';
import { quotientOf, revenueMonth, vendorRecord, type RevenueMonth, type VendorRecord } from './revenue-month';
import { convertMonth, nothingToCount, type MonthSpend } from './spend';
import { comparisonCurrency } from './comparison-currency';
import { monthInterval, tellsOfAnySpend, type SpendInterval } from './spend-interval';
import { shareInterval, shareText, statedShare, wholesStated, type StatedShare } from './stated-share';

export interface ShareQuestion {
  readonly client: string;
  /** Null: the client's only vendor. */
  readonly vendor: string | null;
  readonly period: Period;
  /** What the share is a share of; null: the only thing that one is on record of. */
  readonly of: string | null;
  /** Null: only what is known to the point. */
  readonly bound: Bound | null;
}

/** The client's share of the vendor's AI revenue, what it rests on, and what a reader would otherwise miss of that. */
export type ShareFigure = FoundShare & { readonly marks: Marks };

type FoundShare = SharesStated | ComputedShare;

/** A share that a source states. */
export interface SharesStated {
  readonly kind: 'stated';
  readonly account: Account;
  readonly period: ResolvedPeriod;
  readonly month: Month;
  /** The rows that state it; if there are several, they agree. */
  readonly rows: readonly ClientRow[];
  readonly share: Decimal;
}

/** A share worked out from spends and revenues, compared in one currency. */
export interface ComputedShare {
  readonly kind: 'computed';
  readonly account: Account;
  readonly period: ResolvedPeriod;
  readonly months: readonly ComparedMonth[];
  readonly spend: Money;
  readonly revenue: Money;
  readonly share: Decimal;
  /** Nothing but that a share is between 0 and 1 bounds it. */
  readonly isLimited: boolean;
}

/** A month of which both the client's spend and the vendor's revenue are known. */
export interface ComparedMonth {
  readonly spend: MonthSpend;
  readonly basis: RevenueMonth;
  /** What the revenue is worked out from: spends, or a year's revenue. */
  readonly revenueFrom: MonthSpend;
  readonly revenue: Decimal;
}

/** How messages call all clients. */
const EVERYONE = 'everyone';

/** A question, and where its answer is looked for. */
interface Search {
  readonly book: Book;
  readonly account: Account;
  readonly record: VendorRecord;
  /** What the share is asked of: a key; null: if none was named. */
  readonly of: string | null;
  readonly precision: Precision;
}

/**
 * A client's share of a vendor's AI revenue. In one month: the share that a source states, else the client's spend over the vendor's
 * revenue, by the same denominator as `revenue`, so that share x revenue = spend wherever all three are known. Over several months:
 * spends over revenues of the months that have both; if none has, the latest share stated.
 *
 * @throws Problem as `spend` does; `#N/A` if none of it is known; `#VALUE!` if the client has several vendors and none is named,
 *   shares of several things are on record and none is named, or sources disagree
 */
export function share(book: Book, question: ShareQuestion): ShareFigure {
  const figure = findShare(book, question);
  return { ...figure, marks: shareMarks(book, question.period, figure) };
}

function findShare(book: Book, question: ShareQuestion): FoundShare {
  const ledger = book.clients();
  const rows = ledger.account(question.client, question.vendor ?? ALL);
  const vendor = rows.vendor ?? soleVendor(rows);
  const precision = question.bound ?? 'point';
  // Rows without a vendor are in no vendor's revenue, so they do not count as the client's part of it either. Own bills or the market's
  // claims: that is decided once for all that is asked, as for a spend.
  const everyone = ledger.account(question.client, vendor);
  refuseShares(everyone.undated);
  const asked = askedMonths(book, everyone, question.period, knowsSpend(precision));
  const search: Search = {
    book,
    account: asked.account,
    record: vendorRecord(book, vendor, 'REVSHARE'),
    of: question.of === null ? null : denominatorKey(question.of, vendor),
    precision,
  };
  const months = [...new Set([...search.record.months, ...asked.account.months.map(({ month }) => month)])].sort(
    (a, b) => b - a,
  );
  if (question.period.kind === 'relative') {
    const latest = latestShare(search, question.period, months);
    if (question.period.word === 'month' || question.period.word === 'runrate') {
      return orThrow(latest, search, null);
    }
    const end = Math.max(latest?.period.to ?? 0, asked.period?.to ?? 0);
    const period = end === 0 ? null : resolvePeriod(question.period, end as Month, book.fiscalYearStart);
    return period === null ? orThrow(null, search, null) : shareOfPeriod(search, period, months);
  }
  const { period } = asked;
  if (period?.months === 1) {
    return orThrow(shareOfMonth(search, period.from, period), search, period);
  }
  return period === null ? orThrow(null, search, null) : shareOfPeriod(search, period, months);
}

/** @throws Problem for the first broken row that may state a share */
function refuseShares(rows: readonly BrokenRow[]): void {
  refuseBroken(
    'AIClients',
    rows.filter((row) => row.hasShare),
  );
}

/** What makes a month one on record: to the point a spend, else also its bounds. */
function knowsSpend(precision: Precision): (month: AccountMonth) => boolean {
  return precision === 'point' ? (month) => month.onRecord : tellsOfAnySpend;
}

/** The share in the latest month in which it is known. */
function latestShare(search: Search, asked: Period, latestFirst: readonly Month[]): FoundShare | null {
  const latest = latestAsked<Known>(asked, (fits) =>
    firstKnown(latestFirst, (month) => {
      const figure = shareOfMonth(search, month, stretchOf(month, month));
      const known = figure === null ? null : { figure, partial: isPartial(figure) };
      return known !== null && fits(known) ? known : null;
    }),
  );
  return latest?.figure ?? null;
}

interface Known {
  readonly figure: FoundShare;
  readonly partial: boolean;
}

function isPartial(figure: FoundShare): boolean {
  const { account } = figure;
  const revenues = figure.kind === 'computed' ? figure.months.map(({ basis }) => basis) : [];
  const spends = monthsIn(figure).flatMap((month) => monthsBetween(account, month, month));
  return [...spends, ...revenues].some(({ partial }) => partial);
}

/** The months that a share rests on. */
function monthsIn(figure: FoundShare): Month[] {
  return figure.kind === 'stated' ? [figure.month] : figure.months.map(({ spend }) => spend.source.month);
}

/** What a reader of a share would otherwise miss: which month it is of, how many of those asked for, and that one is not over. */
function shareMarks(book: Book, asked: Period, figure: FoundShare): Marks {
  const { account, period, kind } = figure;
  const months = monthsIn(figure);
  const isOfAnother = kind === 'stated' && period.months > 1;
  const isLatest = asked.kind === 'relative' && asked.word === 'month';
  return {
    times: 1,
    month: isOfAnother || (isLatest && isBehind(book, account, period.to)) ? (months[0] ?? null) : null,
    covered: kind === 'computed' && months.length < period.months ? { months: months.length, of: period.months } : null,
    partial: isPartial(figure),
    undisclosed: [],
    reported: [],
  };
}

function orThrow(figure: FoundShare | null, search: Search, period: ResolvedPeriod | null): FoundShare {
  if (figure === null) {
    throw unknownShare(search, period);
  }
  return figure;
}

function firstKnown<T>(months: readonly Month[], ask: (month: Month) => T | null): T | null {
  for (const month of months) {
    const found = ask(month);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function soleVendor(account: Account): string {
  const [only, ...more] = account.vendors;
  const client = account.client ?? `"${ALL}"`;
  if (only === undefined) {
    throw new Problem('#VALUE!', revenueMessages.noVendorOnRecord(client));
  }
  if (more.length > 0) {
    throw new Problem('#VALUE!', revenueMessages.nameAVendor(client, account.vendors));
  }
  return only;
}

/** The share in one month; null if it is not known. */
function shareOfMonth(search: Search, month: Month, period: ResolvedPeriod): FoundShare | null {
  const { account, precision } = search;
  const found = monthsBetween(account, month, month)[0];
  const whole = wholeIn(search, found === undefined ? [] : [found]);
  if (found === undefined || whole === null) {
    return whole === null ? null : compared(search, [month], whole, period);
  }
  refuseShares(account.client === null ? [] : found.broken);
  const stated = statedIn(search, found, whole);
  if (stated === null) {
    const worked = compared(search, [month], whole, period);
    // To the point, bounds are no share; but it lies in them.
    const bounds = worked === null ? null : statedIn({ ...search, precision: 'low' }, found, whole);
    if (worked !== null && bounds !== null) {
      requireMeeting(search, month, bounds, worked, worked);
    }
    return worked;
  }
  const share = precision === 'high' ? (stated.share.high ?? ONE) : stated.share.low;
  return agreeing(search, { kind: 'stated', account, period, month, rows: stated.rows, share }, whole, stated);
}

/**
 * What a share is asked of in some months: what was named, else the one thing that sources state the client's share of, else what the
 * vendor's revenue is known of; null if nothing is.
 *
 * @throws Problem if that is several
 */
function wholeIn({ account, record, of, precision }: Search, months: readonly AccountMonth[]): string | null {
  if (of !== null) {
    return of;
  }
  const groups = account.client === null ? [] : months.flatMap((month) => month.groups);
  const stated = new Map(groups.flatMap((group) => [...wholesStated(group)]));
  const [only] = stated.keys();
  // A share of one line beside a revenue of the whole: which of them is meant would have to be guessed.
  const hasWhole =
    only !== undefined &&
    only !== '' &&
    months.some(({ month }) => revenueMonth(record, month, '', precision) !== null);
  if (stated.size > 1 || hasWhole) {
    const kinds = new Map([...stated, ...(hasWhole ? [['', ''] as const] : [])]);
    const words = [...kinds].map(([key, written]) => (key === '' ? 'AI revenue' : written)).sort(compareText);
    throw new Problem('#VALUE!', revenueMessages.nameWhatOf(account.client ?? EVERYONE, words));
  }
  const sole = only ?? soleWhole(record);
  if (sole === null) {
    throw new Problem('#VALUE!', revenueMessages.nameALine(record.vendor, wholeWords(record)));
  }
  return sole;
}

function statedIn({ account, precision }: Search, month: AccountMonth, whole: string): StatedShare | null {
  const [group] = account.client === null ? [] : month.groups;
  return group === undefined ? null : statedShare(group, whole, precision);
}

/**
 * A stated share, held against spend and revenue if both are known: all three must fit, or which of them is wrong would be guessed.
 * Of what is known only to lie between, it is on the side that is asked for what says more.
 *
 * @throws Problem if they contradict it
 */
function agreeing(search: Search, figure: SharesStated, whole: string, stated: StatedShare): FoundShare {
  const { precision } = search;
  const work = (side: Precision): ComputedShare | Problem | null =>
    orProblem(() => compared({ ...search, precision: side }, [figure.month], whole, figure.period));
  const [low, high] = [work('low'), work('high')];
  // What is in doubt of spend and revenue says nothing against the share.
  if (low === null || low instanceof Problem || high === null || high instanceof Problem) {
    return figure;
  }
  requireMeeting(search, figure.month, stated, low, high);
  if (precision === 'low' && low.share.minus(figure.share).greaterThan(SAME)) {
    return low;
  }
  return precision === 'high' && figure.share.minus(high.share).greaterThan(SAME) ? high : figure;
}

/** @throws Problem if spend and revenue say that the share lies where what is stated of it says that it does not */
function requireMeeting(
  { account, record }: Search,
  month: Month,
  { rows }: StatedShare,
  low: ComputedShare,
  high: ComputedShare,
): void {
  for (const row of rows) {
    const said = shareInterval(row);
    const isAbove = low.share.minus(said.high ?? ONE).greaterThan(SAME);
    if (isAbove || said.low.minus(high.share).greaterThan(SAME)) {
      const worked = isAbove ? low : high;
      throw new Problem(
        '#VALUE!',
        revenueMessages.shareContradicts(
          account.client ?? EVERYONE,
          wholeName(record.vendor, row.more.shareOf),
          month,
          { share: shareText(row), source: row.source },
          {
            share: `${worked.share.times(100).toSignificantDigits(4).toFixed()}%`,
            spend: formatAmount(worked.spend),
            revenue: formatAmount(worked.revenue),
          },
        ),
        settling(rows, worked),
      );
    }
  }
}

/** What may be marked so that a stated share and what is worked out do not stand against each other any more. */
function settling(stated: readonly ClientRow[], { months }: ComputedShare): Remedy {
  const spends = months.flatMap(({ spend }) => spend.source.groups.flatMap((group) => group.counted()));
  const revenues = months.flatMap(({ basis }) => basis.stated);
  return settleRows('AIClients', [...new Set([...stated, ...spends])], revenues);
}

/** Divisions round in the 34th digit. */
const SAME = new Decimal('1e-28');

function shareOfPeriod(search: Search, period: ResolvedPeriod, latestFirst: readonly Month[]): FoundShare {
  const months = monthsBetween(search.account, period.from, period.to);
  const whole = wholeIn(search, months);
  const both = whole === null ? null : compared(search, [...latestFirst].reverse(), whole, period);
  if (both !== null) {
    return both;
  }
  const [latest] = [...months].reverse().flatMap((month) => {
    const stated = whole === null ? null : statedIn(search, month, whole);
    return stated === null ? [] : [{ month, stated }];
  });
  if (latest === undefined) {
    throw unknownShare(search, period);
  }
  // A broken row of a later month may state a later share.
  refuseShares(monthsBetween(search.account, latest.month.month, period.to).flatMap((month) => month.broken));
  return {
    kind: 'stated',
    account: search.account,
    period,
    month: latest.month.month,
    rows: latest.stated.rows,
    share: search.precision === 'high' ? (latest.stated.share.high ?? ONE) : latest.stated.share.low,
  };
}

/** The client's spends over the vendor's revenues, of the months that have both; null if none has. */
function compared(
  search: Search,
  months: readonly Month[],
  whole: string,
  period: ResolvedPeriod,
): ComputedShare | null {
  const { book, account, record, precision } = search;
  const pairs = months
    .filter((month) => month >= period.from && month <= period.to)
    .flatMap((month) => {
      const spend = spendIn(search, month);
      const basis = spend === null ? null : revenueMonth(record, month, whole, precision);
      return spend === null || basis === null ? [] : [{ ...spend, basis }];
    });
  if (pairs.length === 0) {
    return null;
  }
  const currency = comparisonCurrency(
    pairs.flatMap(({ amount, basis }) => [amount, basis.amount].flatMap((side) => [...side.low, ...(side.high ?? [])])),
  );
  const counted = pairs.map((pair) => comparedMonth(book, pair, currency, precision));
  const spend = sum(counted.map((month) => month.spend.converted.amount));
  const known = counted.flatMap((month) => month.revenue ?? []);
  const [only] = pairs.length === 1 ? counted : [];
  const revenue = sum(known);
  const isOpen = known.length < counted.length || counted.some(({ isUnbounded }) => isUnbounded);
  if (precision === 'point' && revenue.isZero()) {
    throw new Problem(
      '#DIV/0!',
      revenueMessages.revenueIsZero(wholeName(record.vendor, record.wholes.get(whole) ?? '')),
    );
  }
  const exact = only === undefined || isOpen ? null : only.exact;
  const worked = isOpen || revenue.isZero() ? null : (exact ?? divide(spend, revenue));
  const other = (side: Precision): Decimal | undefined =>
    compared({ ...search, precision: side }, months, whole, period)?.share;
  const limit = limitOf(worked, precision, other);
  return {
    kind: 'computed',
    account,
    period,
    months: counted.map(({ spend: converted, basis, revenueFrom, revenue: amount }) => ({
      spend: converted,
      basis,
      revenueFrom,
      revenue: amount ?? ZERO,
    })),
    spend: { amount: spend, currency },
    revenue: { amount: revenue, currency },
    share: limit ?? worked ?? ZERO,
    isLimited: limit !== null,
  };
}

/**
 * A share is between 0 and 1, if nothing else bounds it there or what does lies beyond; null if it is as worked out, also if
 * what is known leaves nothing within.
 */
function limitOf(
  worked: Decimal | null,
  precision: Precision,
  other: (side: Precision) => Decimal | undefined,
): Decimal | null {
  if (precision === 'high') {
    return worked === null || (worked.greaterThan(ONE) && other('low')?.lessThanOrEqualTo(ONE) === true) ? ONE : null;
  }
  const isBelow = precision === 'low' && worked?.isNegative() === true && other('high')?.isNegative() === false;
  return worked === null || isBelow ? ZERO : null;
}

interface Pair {
  readonly source: AccountMonth;
  readonly amount: SpendInterval;
  readonly basis: RevenueMonth;
}

/** A month's spend on the side that is asked for, and its revenue on the other: a share is low if the revenue is high. */
function comparedMonth(
  book: Book,
  { source, amount, basis }: Pair,
  currency: Currency,
  precision: Precision,
): {
  spend: MonthSpend;
  basis: RevenueMonth;
  revenueFrom: MonthSpend;
  revenue: Decimal | null;
  exact: Decimal | null;
  isUnbounded: boolean;
} {
  const other: Precision = precision === 'point' ? 'point' : precision === 'low' ? 'high' : 'low';
  const spendSide = precision === 'high' ? amount.high : amount.low;
  const revenueSide = other === 'high' ? basis.amount.high : basis.amount.low;
  const spend = convertMonth(book, source, spendSide ?? [], currency);
  const revenueFrom = convertMonth(book, source, revenueSide ?? [], currency);
  const top = revenueFrom.converted.amount;
  const revenue = revenueSide === null ? null : quotientOf({ low: top, high: top }, basis.divisor, other);
  const divisor = other === 'high' ? basis.divisor.low : (basis.divisor.high ?? basis.divisor.low);
  return {
    spend,
    basis,
    revenueFrom,
    revenue,
    // One rounding instead of two: 20 over (20 / 0.15) is 0.15.
    exact: top.isZero() || revenue === null ? null : divide(spend.converted.amount.times(divisor), top),
    isUnbounded: spendSide === null,
  };
}

/** What the client, or all clients, spent in the month; null if that is not known so precisely. */
function spendIn({ account, precision }: Search, month: Month): Omit<Pair, 'basis'> | null {
  const found = monthsBetween(account, month, month).find(knowsSpend(precision));
  if (found === undefined) {
    return null;
  }
  if (precision === 'point') {
    return { source: found, amount: { low: found.amounts(), high: found.amounts() } };
  }
  refuse(found.broken);
  return { source: found, amount: monthInterval(found) };
}

/** Why there is no share. */
function unknownShare({ account, record, of, precision }: Search, period: ResolvedPeriod | null): Problem {
  const asked = period === null ? account.months : monthsBetween(account, period.from, period.to);
  const client = account.client ?? EVERYONE;
  const bounded = [...asked]
    .reverse()
    .flatMap((month) => month.groups)
    .flatMap((group) => group.rows)
    .filter((row) => tellsOfShare(row) && row.more.share !== null)
    .filter((row) => of === null || denominatorKey(row.more.shareOf, record.vendor) === of)[0];
  const bounds = bounded?.more.share ?? null;
  if (precision === 'point' && bounded !== undefined && bounds !== null && typeof bounds === 'object') {
    const words = [...(bounds.low === null ? [] : ['low']), ...(bounds.high === null ? [] : ['high'])];
    const whole = wholeName(record.vendor, bounded.more.shareOf);
    return new Problem('#N/A', revenueMessages.shareByBounds(client, whole, shareText(bounded), bounded.source, words));
  }
  if (!asked.some((month) => month.onRecord)) {
    return nothingToCount(account, period);
  }
  const written = of === null ? '' : (record.wholes.get(of) ?? '');
  return new Problem('#N/A', revenueMessages.shareUnknown(client, wholeName(record.vendor, written)));
}
