import { addMonths, type Month } from '../calendar/month';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { budgetMessages } from '../messages/budget-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { forecastSeries, type MethodErrors } from './forecast-method';
import { LONGEST_FORECAST, type AskedMethod, type ForecastMethod } from './forecast-words';
import { accountOf, monthlySeries, type MonthlySeries } from './monthly-series';

export interface ForecastQuestion {
  readonly client: string;
  /** How many months after the latest complete one. */
  readonly months: number;
  readonly method: AskedMethod;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
  readonly vendor: string;
}

/** What a client will spend, if it goes on as it did. */
export interface Forecast {
  readonly account: Account;
  readonly series: MonthlySeries;
  readonly currency: Currency;
  readonly method: ForecastMethod;
  readonly months: readonly ForecastMonth[];
  /** What each method missed. */
  readonly tried: readonly MethodErrors[];
}

export interface ForecastMonth {
  readonly month: Month;
  readonly amount: Decimal;
  /** Between these with a probability of 80 %; null if no month of the series could be forecast to compare. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/**
 * What a client will spend in the months after the latest complete one on record, by the last run of months without a gap.
 *
 * @throws Problem `#N/A` for a name that is not on record, a run of less than three months or one that the method does not fit; `#VALUE!`
 *   for more months than are told, mixed currencies without one named, sources that disagree, a broken row that is needed
 */
export function forecast(book: Book, question: ForecastQuestion): Forecast {
  if (question.months > LONGEST_FORECAST) {
    throw new Problem('#VALUE!', budgetMessages.tooManyMonths(question.months, LONGEST_FORECAST));
  }
  return forecastAccount(book, accountOf(book, question.client, question.vendor), question);
}

/** As `forecast`, for an account that is known. */
export function forecastAccount(
  book: Book,
  account: Account,
  { months, method, currency }: Pick<ForecastQuestion, 'months' | 'method' | 'currency'>,
): Forecast {
  const series = monthlySeries(book, account, currency);
  const found = forecastSeries(
    series.months.map(({ amount }) => amount),
    months,
    method,
  );
  if (found === null) {
    throw new Problem('#N/A', budgetMessages.methodDoesNotFit(method, series.months.length));
  }
  const last = series.months.at(-1)?.month;
  return {
    account,
    series,
    currency: series.currency,
    method: found.method,
    months:
      last === undefined
        ? []
        : found.values.map(({ value, low, high }, at) => ({
            month: addMonths(last, at + 1),
            amount: value,
            low,
            high,
          })),
    tried: found.tried,
  };
}
