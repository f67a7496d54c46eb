import type { Period, ResolvedPeriod } from '../arguments/period';
import { resolvePeriod } from '../arguments/period';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { messages } from '../messages/messages';
import type { Currency } from '../money/currency';
import { sum } from '../money/decimal';
import type { Money } from '../money/money';
import { leftOutOf, marksOf, monthsOnRecord, type Marks } from './asked-months';
import { convertMonth, nothingToCount, soleCurrency, type MonthSpend } from './spend';

/** A period of which something is on record, and what was spent in it. */
export interface KnownPeriod {
  readonly period: ResolvedPeriod;
  readonly months: readonly AccountMonth[];
  readonly spends: readonly MonthSpend[];
  readonly total: Money;
  readonly marks: Marks;
}

/** Two periods of one account. */
export interface PeriodPair {
  readonly account: Account;
  readonly currency: Currency;
  readonly first: KnownPeriod;
  readonly second: KnownPeriod;
}

/**
 * What was spent in two stated periods, by the same rows: of all clients own bills in both, if there are any in either.
 * @throws Problem as `spend` does
 */
export function periodPair(
  book: Book,
  everyone: Account,
  { from, to, currency: asked }: { readonly from: Period; readonly to: Period; readonly currency: Currency | null },
): PeriodPair {
  const periods = [from, to].map((period) => resolvePeriod(period, null, book.fiscalYearStart) as ResolvedPeriod);
  const own = everyone.client === null ? everyone.ownRows() : everyone;
  const account = periods.some((period) => monthsOnRecord(own, period).length > 0) ? own : everyone;
  refuse(account.undated);
  const recorded = periods.map((period) => {
    const months = monthsOnRecord(account, period);
    if (months.length === 0) {
      throw nothingToCount(account, period);
    }
    return { period, months, amounts: months.map((month) => month.amounts()) };
  });
  const currency =
    asked ??
    soleCurrency(
      recorded.flatMap(({ amounts }) => amounts.flat()),
      messages.mixedCurrencies,
    );
  const [first, second] = recorded.map(({ period, months, amounts }, at): KnownPeriod => {
    const spends = months.map((month, index) => convertMonth(book, month, amounts[index] ?? [], currency));
    const total = { amount: sum(spends.map(({ converted }) => converted.amount)), currency };
    const leftOut = leftOutOf(everyone, account, period);
    const marks = marksOf(book, at === 0 ? from : to, { account, period, months, leftOut });
    return { period, months, spends, total, marks };
  }) as [KnownPeriod, KnownPeriod];
  return { account, currency, first, second };
}
