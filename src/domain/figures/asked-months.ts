import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { addMonths, type Month } from '../calendar/month';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { isLiving, tellsOfSpend } from '../ledger/client-rows';
import { nameKey } from '../ledger/name-key';

/** The months that a question is about, and whose rows answer it. */
export interface AskedMonths {
  /** Of all clients: own bills alone if there are any, for they and the market's claims are never one total. */
  readonly account: Account;
  /** Null if it is relative, and no month is on record to relate it to. */
  readonly period: ResolvedPeriod | null;
  /** The months on record in the period, earliest first. */
  readonly months: readonly AccountMonth[];
  /** The clients whose claims stay out because own bills count. */
  readonly leftOut: readonly string[];
}

type Knows = (month: AccountMonth) => boolean;
const onRecord: Knows = (month) => month.onRecord;

/**
 * The months on record that a question is about.
 *
 * @param isKnown what makes a month one on record: a spend, unless it is said otherwise
 * @throws Problem for a broken row without a month, which could belong to any
 */
export function askedMonths(book: Book, account: Account, asked: Period, isKnown = onRecord): AskedMonths {
  // Whose rows they are is asked of all that is on record: own bills that do not tell what is asked are own bills.
  const isOwn: Knows = isKnown === onRecord ? onRecord : (month) => month.onRecord || isKnown(month);
  const own = account.client === null ? within(book, account.ownRows(), asked, isOwn) : null;
  if (own === null || own.period === null || own.months.length === 0) {
    return { ...within(book, account, asked, isKnown), leftOut: [] };
  }
  const found = isOwn === isKnown ? own : within(book, own.account, asked, isKnown);
  return { ...found, leftOut: leftOutOf(account, found.account, found.period ?? own.period) };
}

/** The clients of whom somebody claims something in a period, and whose claims stay out because own bills alone count. */
export function leftOutOf(
  everyone: Account,
  counted: Account,
  { from, to }: Pick<ResolvedPeriod, 'from' | 'to'>,
): readonly string[] {
  return counted === everyone
    ? []
    : [...new Set(monthsBetween(everyone, from, to).flatMap((month) => month.claimants))];
}

function within(book: Book, account: Account, asked: Period, isKnown: Knows): Omit<AskedMonths, 'leftOut'> {
  const period = resolvePeriod(asked, latestOnRecord(account, asked, isKnown), book.fiscalYearStart);
  const months = period === null ? [] : monthsBetween(account, period.from, period.to).filter(isKnown);
  return { account, period, months };
}

/**
 * The latest of what is known. If a question is about that month alone, one that is not over is it only if there is no other: it
 * would pass for a fall, and times 12 for a collapse.
 */
export function latestAsked<T extends { readonly partial: boolean }>(
  asked: Period | null,
  latest: (fits: (known: T) => boolean) => T | null,
): T | null {
  const isOneMonth = asked?.kind === 'relative' && (asked.word === 'month' || asked.word === 'runrate');
  return (isOneMonth ? latest((known) => !known.partial) : null) ?? latest(() => true);
}

/**
 * The latest month that has a spend, or a broken row that may have one; null if there is none.
 *
 * @param asked where it is about one month alone, that is the latest that is over
 * @param isKnown what makes a month one on record
 */
export function latestOnRecord(account: Account, asked: Period | null = null, isKnown = onRecord): Month | null {
  refuse(account.undated);
  const latest = latestAsked<AccountMonth>(asked, (fits) =>
    latestWhere(account, (month) => isKnown(month) && fits(month)),
  );
  return latest?.month ?? null;
}

function latestWhere(account: Account, fits: Knows): AccountMonth | null {
  for (let index = account.months.length - 1; index >= 0; index -= 1) {
    const month = account.months[index];
    if (month !== undefined && fits(month)) {
      return month;
    }
  }
  return null;
}

/** The months on record from `from` to `to`. */
export function monthsOnRecord(account: Account, { from, to }: Pick<ResolvedPeriod, 'from' | 'to'>): AccountMonth[] {
  return monthsBetween(account, from, to).filter((month) => month.onRecord);
}

/** The account's months from `from` to `to`, whether on record or not. Found by halving: a ledger has many months, a cell asks for one. */
export function monthsBetween(account: Account, from: Month, to: Month): AccountMonth[] {
  const { months } = account;
  let low = 0;
  let high = months.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((months[middle]?.month ?? from) < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found: AccountMonth[] = [];
  for (let month = months[low]; month !== undefined && month.month <= to; month = months[++low]) {
    found.push(month);
  }
  return found;
}

/** What a reader would otherwise miss: shown in the number format, told by Explain. */
export interface Marks {
  /** 12: a run rate. */
  readonly times: 1 | 12;
  /** The month, if no period was asked for and others of the vendor have a later one. */
  readonly month: Month | null;
  /** Months covered of months asked for; null if all are. */
  readonly covered: { readonly months: number; readonly of: number } | null;
  /** A month marked not complete is in it. */
  readonly partial: boolean;
  /** Of all clients: those whose amount is not disclosed. */
  readonly undisclosed: readonly string[];
  /** Of all clients: those whose claims stay out. */
  readonly reported: readonly string[];
}

/** What a reader of the figure would otherwise miss. */
export function marksOf(book: Book, asked: Period, { account, period, months, leftOut }: AskedMonths): Marks {
  if (period === null) {
    return { times: 1, month: null, covered: null, partial: false, undisclosed: [], reported: leftOut };
  }
  const covered = period.months === 1 ? 1 : coveredMonths(book, account, period, months.length);
  return {
    times: period.times,
    month: asked.kind === 'relative' && asked.word === 'month' && isBehind(book, account, period.to) ? period.to : null,
    covered: covered < period.months ? { months: covered, of: period.months } : null,
    partial: months.some((month) => month.partial),
    undisclosed: account.client === null ? undisclosedIn(account, period) : [],
    reported: leftOut,
  };
}

/** Whether someone's spend with the vendor is on record for a later month. */
export function isBehind(book: Book, account: Account, month: Month): boolean {
  const vendors = account.vendor === null ? account.vendors : [account.vendor];
  return vendors.some((vendor) => (book.clients().vendorMonths(vendor)?.latest ?? month) > month);
}

/** The months on record, and those of which it is known that nothing was spent in them. */
function coveredMonths(
  book: Book,
  account: Account,
  { from, to, months: asked }: ResolvedPeriod,
  onRecord: number,
): number {
  if (account.client === null || onRecord === asked) {
    return onRecord;
  }
  const isZero = zeroMonths(book, account);
  let covered = onRecord;
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    covered += Number(isZero(month));
  }
  return covered;
}

/**
 * Tells the months in which nothing was spent: the account has no row of them, and of every vendor that it pays by bills the whole bill
 * is on record, with rows of other clients.
 */
export function zeroMonths(book: Book, account: Account): (month: Month) => boolean {
  const rows = account.months.flatMap(({ groups }) => groups.flatMap((group) => group.rows)).filter(isLiving);
  const broken = account.months.flatMap((month) => month.broken).filter(isLiving);
  const told = new Set([...rows, ...broken].map(({ month }) => month));
  const vendorsOf = (fits: typeof tellsOfSpend): Set<string> =>
    new Set(rows.filter(fits).map((row) => nameKey(row.vendor)));
  const billed = vendorsOf((row) => row.basis === 'billed' && row.spend !== null);
  const paid = [...vendorsOf(tellsOfSpend)].map((vendor) =>
    billed.has(vendor) ? book.clients().vendorMonths(vendor)?.billed : undefined,
  );
  return (month) => paid.length > 0 && !told.has(month) && paid.every((bills) => bills?.has(month) === true);
}

/** The clients with rows in the period, none of which tells an amount; in the order of the alphabet. */
export function undisclosedIn(account: Account, { from, to }: ResolvedPeriod): readonly string[] {
  const months = monthsBetween(account, from, to);
  const quiet = new Set(months.flatMap((month) => month.quiet));
  if (quiet.size > 0 && months.length > 1) {
    months
      .flatMap((month) => month.groups)
      .filter((group) => group.onRecord)
      .forEach((group) => quiet.delete(group.client));
  }
  return [...quiet].sort();
}
