import { monthlySeries } from '../../../domain/figures/monthly-series';
import type { Account } from '../../../domain/ledger/account';
import type { Book } from '../../../domain/ledger/book';
import { orProblem, Problem } from '../../../domain/messages/problem';
import { EUR, type Currency } from '../../../domain/money/currency';

/** The currency that a forecast has to name where no budget does: null for that of the rows, the euro if they have several; or why there is no forecast. */
export function currencyToForecast(book: Book, account: Account): Currency | null | Problem {
  const own = orProblem(() => monthlySeries(book, account, null));
  if (!(own instanceof Problem)) {
    return null;
  }
  const inEuros = own.code === '#VALUE!' ? orProblem(() => monthlySeries(book, account, EUR)) : own;
  return inEuros instanceof Problem ? inEuros : EUR;
}
