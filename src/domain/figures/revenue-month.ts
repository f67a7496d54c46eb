import type { Month } from '../calendar/month';
import type { Account, AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { isFact } from '../ledger/client-rows';
import { ALL, compareText, nameKey } from '../ledger/name-key';
import { perBook } from '../ledger/per-book';
import { RevenueTable, type RevenueRow } from '../ledger/revenue-table';
import type { SpendGroup } from '../ledger/spend-group';
import { refuseBroken } from '../messages/broken-row';
import { messages } from '../messages/messages';
import { orProblem, Problem, settleRows } from '../messages/problem';
import { revenueMessages } from '../messages/revenue-messages';
import { Decimal, divide, ZERO } from '../money/decimal';
import type { Money } from '../money/money';
import { denominatorKey, wholeName } from './denominator';
import { addIntervals, intersection, pointAt, type Interval, type Precision } from './interval';
import { addSpendIntervals, intervalOf, groupTells, spendInterval, type SpendInterval } from './spend-interval';
import { statedShare, wholesStated, type StatedShare } from './stated-share';

/** A vendor and all that is on record of its revenue. */
export interface VendorRecord {
  readonly book: Book;
  readonly vendor: string;
  /** Null if AIClients has no row of it. */
  readonly everyone: Account | null;
  readonly rows: readonly RevenueRow[];
  /** What revenues and shares on record are of: the keys, each with how it is first written. */
  readonly wholes: ReadonlyMap<string, string>;
  /** Every month that may tell of a revenue: a row of AIRevenue, a share, or a broken row that may state one; the earliest first. */
  readonly months: readonly Month[];
  /** Revenues that have been worked out: many cells ask for the same month. */
  readonly known: Map<string, RevenueMonth | null>;
}

/** A vendor's revenue in a month, as an amount and what it is to be divided by: twelve, or the sum of shares. */
export interface RevenueMonth {
  readonly month: Month;
  /** The rows of AIRevenue that state it; none if shares imply it. */
  readonly stated: readonly RevenueRow[];
  /** The clients whose spends and shares imply it. */
  readonly implying: readonly ImplyingClient[];
  readonly amount: SpendInterval;
  readonly divisor: Interval;
  /** A spend that implies it is marked not complete. */
  readonly partial: boolean;
}

/** A client of whom both a spend and a share are known: together they imply the vendor's revenue. */
export interface ImplyingClient {
  readonly group: SpendGroup;
  readonly spend: SpendInterval;
  readonly share: StatedShare;
}

/**
 * What is on record of a vendor, in AIRevenue and in AIClients.
 * @throws Problem `#N/A` for a vendor that neither has, `#VALUE!` for `*`
 */
export function vendorRecord(book: Book, vendor: string, functionName: string): VendorRecord {
  if (nameKey(vendor) === ALL) {
    throw new Problem('#VALUE!', revenueMessages.oneVendor(functionName));
  }
  const records = recordsOf(book);
  const record = records.get(nameKey(vendor)) ?? readRecord(book, vendor);
  records.set(nameKey(vendor), record);
  return record;
}

const recordsOf = perBook(() => new Map<string, VendorRecord>());

function readRecord(book: Book, vendor: string): VendorRecord {
  const table = RevenueTable.in(book);
  const named = table.vendorName(vendor);
  const everyone = named !== null && !hasClientsOf(book, vendor) ? null : book.clients().account(ALL, vendor);
  const found = { book, vendor: everyone?.vendor ?? named ?? vendor, everyone, rows: table.rowsOf(vendor) };
  return { ...found, wholes: wholesOf(found), months: monthsThatTell(found), known: new Map() };
}

type Found = Pick<VendorRecord, 'book' | 'vendor' | 'everyone' | 'rows'>;

function hasClientsOf(book: Book, vendor: string): boolean {
  return orProblem(() => book.clients().hasVendor(vendor)) === true;
}

function wholesOf({ vendor, everyone, rows }: Found): Map<string, string> {
  const lines = rows.map((row): [string, string] => [denominatorKey(row.line, vendor), row.line]);
  const shares = (everyone?.months ?? []).flatMap((month) => month.groups).flatMap((group) => [...wholesStated(group)]);
  return new Map([...lines, ...shares].sort(([a], [b]) => compareText(a, b)).reverse());
}

function monthsThatTell({ book, vendor, everyone, rows }: Found): Month[] {
  const broken = RevenueTable.in(book).brokenMonths(vendor);
  const told = (everyone?.months ?? []).filter(
    (month) =>
      month.groups.some((group) => wholesStated(group).size > 0) || month.broken.some(({ hasShare }) => hasShare),
  );
  return [...new Set([...broken, ...[...rows, ...told].map(({ month }) => month)])].sort((a, b) => a - b);
}

/**
 * A vendor's revenue of `whole` in a month: what AIRevenue states, else what shares imply; null if neither does.
 * @throws Problem if sources disagree, or a row that is needed is broken
 */
export function revenueMonth(
  record: VendorRecord,
  month: Month,
  whole: string,
  precision: Precision,
): RevenueMonth | null {
  const key = `${month}\n${precision}\n${whole}`;
  const known = record.known.get(key);
  if (known !== undefined) {
    return known;
  }
  const found = workOut(record, month, whole, precision);
  record.known.set(key, found);
  return found;
}

function workOut(record: VendorRecord, month: Month, whole: string, precision: Precision): RevenueMonth | null {
  RevenueTable.in(record.book).refuseBroken(record.vendor, (broken) => broken === month);
  const rows = record.rows.filter((row) => row.month === month && denominatorKey(row.line, record.vendor) === whole);
  const stated = statedRevenue(record.vendor, month, rows, precision);
  if (stated !== null) {
    return stated;
  }
  const found = record.everyone?.months.find((candidate) => candidate.month === month);
  return found === undefined ? null : impliedRevenue(record, found, whole, precision);
}

function statedRevenue(
  vendor: string,
  month: Month,
  rows: readonly RevenueRow[],
  precision: Precision,
): RevenueMonth | null {
  const facts = rows.filter(isFact);
  const claims = [...(facts.length > 0 ? facts : rows)].sort(
    (a, b) => compareText(a.source, b.source) || a.row - b.row,
  );
  const usable = precision === 'point' ? claims.filter((row) => row.revenue !== null) : claims;
  const [first] = usable;
  if (first === undefined) {
    return null;
  }
  const met =
    facts.length > 0
      ? usable.map(yearlyInterval).reduce(addIntervals)
      : claims
          .map(yearlyInterval)
          .reduce<Interval | null>((all, one) => (all === null ? null : intersection(all, one)), yearlyInterval(first));
  if (met === null || claims.some(({ currency }) => currency !== first.currency)) {
    const said = claims.map((row) => ({ said: revenueText(row), source: row.source }));
    throw new Problem(
      '#VALUE!',
      revenueMessages.revenuesDisagree(vendor, first.line, month, said),
      settleRows('AIRevenue', claims),
    );
  }
  const money = (amount: Decimal): Money[] => [{ amount, currency: first.currency }];
  return {
    month,
    stated: usable,
    implying: [],
    amount: { low: money(met.low), high: met.high === null ? null : money(met.high) },
    divisor: pointAt(new Decimal(12)),
    partial: false,
  };
}

/** What a row says of a year: a month's revenue twelve times. */
function yearlyInterval(row: RevenueRow): Interval {
  const times = new Decimal(12 / row.over);
  const { low, high } =
    row.revenue === null ? intervalOf(row.bounds ?? { low: null, high: null }) : pointAt(new Decimal(row.revenue));
  return { low: low.times(times), high: high?.times(times) ?? null };
}

/** `1,000.00 USD a year`, `more than 5.00 USD a month`. */
export function revenueText({ revenue, bounds, currency, over }: RevenueRow): string {
  const amount =
    revenue === null
      ? messages.bounds(bounds && { ...bounds, currency })
      : messages.amount({ amount: new Decimal(revenue), currency });
  return `${amount} a ${over === 12 ? 'year' : 'month'}`;
}

function impliedRevenue(
  { everyone, vendor }: VendorRecord,
  month: AccountMonth,
  whole: string,
  precision: Precision,
): RevenueMonth | null {
  const stating = month.groups.flatMap((group) => {
    const share = statedShare(group, whole, precision);
    return share === null ? [] : [{ group, share }];
  });
  // A broken row of a client that states a share may be part of its spend; and any may state a share itself.
  const clients = new Set(stating.map(({ group }) => nameKey(group.client)));
  const needed = [...month.broken, ...(everyone?.undated ?? [])].filter(
    (row) => row.hasShare || (row.couldCount && row.client !== null && clients.has(nameKey(row.client))),
  );
  refuseBroken('AIClients', needed);
  const implying = stating.flatMap(({ group, share }) => {
    const spend = spendOfGroup(group, precision);
    return spend === null ? [] : [{ group, share, spend }];
  });
  if (implying.length === 0) {
    return null;
  }
  const divisor = implying.map(({ share }) => share.share).reduce(addIntervals);
  if (divisor.high?.isZero() === true) {
    throw new Problem('#DIV/0!', revenueMessages.sharesAreZero(wholeName(vendor, whole)));
  }
  return {
    month: month.month,
    stated: [],
    implying,
    amount: addSpendIntervals(implying.map(({ spend }) => spend)),
    divisor,
    partial: implying.some(({ group }) => group.partial),
  };
}

/** What a client spent with a vendor in a month, as AISPEND counts it; null if that is not known so precisely, or nothing is. */
function spendOfGroup(group: SpendGroup, precision: Precision): SpendInterval | null {
  if (precision === 'point') {
    return group.onRecord ? { low: group.amounts(), high: group.amounts() } : null;
  }
  return groupTells(group) ? spendInterval(group) : null;
}

/** `amount / divisor`, on the side that is asked for, `times` so much before the division; null if it has no bound there. */
export function quotientOf(amount: Interval, divisor: Interval, precision: Precision, times = 1): Decimal | null {
  const factor = new Decimal(times);
  if (precision === 'high') {
    const [over, under] = [amount.high, amount.high?.isNegative() === true ? divisor.high : divisor.low];
    return over === null || under === null || under.isZero() ? null : divide(over.times(factor), under);
  }
  const under = amount.low.isNegative() ? divisor.low : divisor.high;
  return under === null
    ? amount.low.isNegative()
      ? null
      : ZERO
    : under.isZero()
      ? null
      : divide(amount.low.times(factor), under);
}
