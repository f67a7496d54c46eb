import type { Month } from '../calendar/month';
import type { Book } from '../ledger/book';
import type { CrossRate } from '../ledger/rate-table';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import type { Money } from '../money/money';

export interface ExchangeQuestion {
  readonly amount: Decimal;
  readonly from: Currency;
  readonly to: Currency;
  /** Null: the latest month for which both currencies have a rate. */
  readonly month: Month | null;
}

/** An amount in another currency, and the rate it took. */
export interface Exchange {
  readonly amount: Money;
  /** Null if both currencies are one. */
  readonly rate: CrossRate | null;
  readonly converted: Money;
}

/**
 * An amount in another currency at a month's mean rate, crossing through the euro.
 * @throws Problem `#N/A` if a rate is missing; `#VALUE!` if rates disagree or a needed row is broken
 */
export function exchange(book: Book, { amount, from, to, month }: ExchangeQuestion): Exchange {
  if (from === to) {
    return { amount: { amount, currency: from }, rate: null, converted: { amount, currency: to } };
  }
  const rates = book.rates();
  const rate = rates.cross(from, to, month ?? rates.latestMonthWith(from, to));
  return { amount: { amount, currency: from }, rate, converted: { amount: amount.times(rate.rate), currency: to } };
}
