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

/** Of all clients the own bills alone, where there are any on record. */
export function accountOf(book: Book, client: string, vendor: string): Account {
  const everyone = book.clients().account(client, vendor);
  const own = everyone.client === null ? everyone.ownRows() : everyone;
  return own.months.some((month) => month.onRecord) ? own : everyone;
}

/**
 * The last run of complete months, up to the latest that is complete. A month without a row of a billed account is 0 where the vendor's
 * bill of it is on record; one that is not over, as one of which nothing is on record, is a gap.
 *
 * @param currency null: that of the rows
 * @throws Problem `#N/A` where nothing is on record or the run is too short; else as `spend` does
 */
export function monthlySeries(book: Book, account: Account, currency: Currency | null): MonthlySeries {
  refuse(account.undated);
  const recorded = account.months.filter((month) => month.onRecord);
  if (recorded.length === 0) {
    throw nothingToCount(account, null);
  }
  const months = lastRun(book, account, recorded);
  if (months.length < SHORTEST_SERIES) {
    const run = months.map(({ month }) => month);
    throw new Problem('#N/A', budgetMessages.seriesTooShort(nameOf(account), run, SHORTEST_SERIES));
  }
  const amounts = months.map(({ source }) => source?.amounts() ?? []);
  const sole = currency ?? soleCurrency(amounts.flat(), messages.mixedCurrencies);
  return {
    account,
    currency: sole,
    months: months.map(({ month, source }, at) => {
      const spend = source === null ? null : convertMonth(book, source, amounts[at] ?? [], sole);
      return { month, spend, amount: spend?.converted.amount ?? ZERO };
    }),
  };
}

function lastRun(
  book: Book,
  account: Account,
  recorded: readonly AccountMonth[],
): { readonly month: Month; readonly source: AccountMonth | null }[] {
  const complete = new Map(recorded.filter((month) => !month.partial).map((month) => [month.month, month]));
  const isBegun = new Set(recorded.map(({ month }) => month));
  const isZero = zeroMonths(book, account);
  const [first] = recorded;
  const run: { month: Month; source: AccountMonth | null }[] = [];
  let month = [...complete.keys()].at(-1) ?? null;
  while (month !== null && first !== undefined && month >= first.month) {
    const source = complete.get(month) ?? null;
    if (source === null && (isBegun.has(month) || !isZero(month))) {
      break;
    }
    run.unshift({ month, source });
    month = addMonths(month, -1);
  }
  return run;
}
