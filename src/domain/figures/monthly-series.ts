import { addMonths, type Month } from '../calendar/month';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { budgetMessages } from '../messages/budget-messages';
import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { ZERO, type Decimal } from '../money/decimal';
import { zeroMonths } from './asked-months';
import { SHORTEST_SERIES } from './forecast-method';
import { convertMonth, nameOf, nothingToCount, soleCurrency, type MonthSpend } from './spend';

/** The last months of an account without a gap: what a forecast rests on. */
export interface MonthlySeries {
  readonly account: Account;
  readonly currency: Currency;
  /** The earliest first. */
  readonly months: readonly SeriesMonth[];
}

export interface SeriesMonth {
  readonly month: Month;
  /** Null: nothing was spent in it, for the vendor's bill is on record, and has no row of the account. */
  readonly spend: MonthSpend | null;
  readonly amount: Decimal;
}

/** Of all clients the own bills alone, if there are any on record. */
export function accountOf(book: Book, client: string, vendor: string): Account {
  const everyone = book.clients().account(client, vendor);
  const own = everyone.client === null ? everyone.ownRows() : everyone;
  return own.months.some((month) => month.onRecord) ? own : everyone;
}

/**
 * The last run of complete months, up to `latestWhole`. A month is 0 if it is known that nothing was spent in it; one that is not over
 * is a gap, and so is one of which nothing is known.
 *
 * @param currency null: that of the rows
 * @throws Problem `#N/A` if nothing is on record or the run is too short; else as `spend` does
 */
export function monthlySeries(book: Book, account: Account, currency: Currency | null): MonthlySeries {
  refuse(account.undated);
  const recorded = account.months.filter((month) => month.onRecord);
  if (recorded.length === 0) {
    throw nothingToCount(account, null);
  }
  const months = lastRun(book, account);
  if (months.length < SHORTEST_SERIES) {
    const run = months.map(({ month }) => month);
    throw new Problem('#N/A', budgetMessages.seriesTooShort(nameOf(account), run, SHORTEST_SERIES));
  }
  const amounts = months.map(({ source }) => source?.amounts() ?? []);
  const counted = amounts.some((ofMonth) => ofMonth.length > 0) ? amounts.flat() : (recorded.at(-1)?.amounts() ?? []);
  const sole = currency ?? soleCurrency(counted, messages.mixedCurrencies);
  return {
    account,
    currency: sole,
    months: months.map(({ month, source }, at) => {
      const spend = source === null ? null : convertMonth(book, source, amounts[at] ?? [], sole);
      return { month, spend, amount: spend?.converted.amount ?? ZERO };
    }),
  };
}

interface RunMonth {
  readonly month: Month;
  readonly source: AccountMonth | null;
}

function lastRun(book: Book, account: Account): RunMonth[] {
  const ask = wholeMonths(book, account);
  const run: RunMonth[] = [];
  let found = latestOf(book, account, ask);
  while (found !== null) {
    run.push(found);
    found = ask(addMonths(found.month, -1));
  }
  return run.reverse();
}

/** The latest month that is known whole: a complete one on record, or one of which it is known that nothing was spent in it. */
export function latestWhole(book: Book, account: Account): Month | null {
  return latestOf(book, account, wholeMonths(book, account))?.month ?? null;
}

function latestOf(book: Book, account: Account, ask: AskWhole): RunMonth | null {
  const [first, last] = [account.months[0]?.month, account.months.at(-1)?.month];
  if (first === undefined || last === undefined) {
    return null;
  }
  const ends = account.vendors.map((vendor) => book.clients().vendorMonths(vendor)?.latest ?? last);
  for (let month = Math.max(last, ...ends) as Month; month >= first; month = addMonths(month, -1)) {
    const found = ask(month);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

type AskWhole = (month: Month) => RunMonth | null;

/** Tells of a month what it came to; null if that is not known, or it is not over. */
function wholeMonths(book: Book, account: Account): AskWhole {
  const recorded = account.months.filter((month) => month.onRecord);
  const complete = new Map(recorded.filter((month) => !month.partial).map((month) => [month.month, month]));
  const isZero = zeroMonths(book, account);
  const first = recorded[0]?.month ?? Infinity;
  return (month) => {
    const source = complete.get(month) ?? null;
    return source !== null || (month >= first && isZero(month)) ? { month, source } : null;
  };
}
