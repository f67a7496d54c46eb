import type { Account } from '../../../domain/ledger/account';
import type { Book } from '../../../domain/ledger/book';
import { orProblem, Problem } from '../../../domain/messages/problem';
import { EUR, type Currency } from '../../../domain/money/currency';
import { ZERO, type Decimal } from '../../../domain/money/decimal';

/** A report shows as many months. */
const MONTHS = 12;

/**
 * The currencies of an account, first the one in which most of what a report shows was billed: in that the report converts least, and
 * has the amounts that its reader knows from the bills. What was billed is compared in euros; where an amount or a rate is not to be
 * had, by the number of its rows.
 */
export function billedCurrencies(book: Book, account: Account): Currency[] {
  const rows = rowsByCurrency(account);
  const euros = orProblem(() => eurosByCurrency(book, account));
  const billed = (currency: Currency): [Decimal | number, number] => [
    euros instanceof Problem ? 0 : (euros.get(currency) ?? ZERO),
    rows.get(currency) ?? 0,
  ];
  return [...rows.keys()].sort((a, b) => {
    const [[ofA, rowsA], [ofB, rowsB]] = [billed(a), billed(b)];
    return Number(ofB) - Number(ofA) || rowsB - rowsA || (a < b ? -1 : 1);
  });
}

/** How many rows of the months that a report shows are in each currency; those of earlier months have none. */
function rowsByCurrency({ months }: Account): Map<Currency, number> {
  const counts = new Map<Currency, number>();
  for (const [at, { groups }] of months.entries()) {
    const shown = at >= months.length - MONTHS ? 1 : 0;
    for (const { spend } of groups.flatMap((group) => group.rows)) {
      if (spend !== null) {
        counts.set(spend.currency, (counts.get(spend.currency) ?? 0) + shown);
      }
    }
  }
  return counts;
}

/** @throws Problem if an amount or a rate is not to be had */
function eurosByCurrency(book: Book, { months }: Account): Map<Currency, Decimal> {
  const sums = new Map<Currency, Decimal>();
  for (const shown of months.slice(-MONTHS)) {
    for (const { amount, currency } of shown.amounts()) {
      const rate = currency === EUR ? 1 : book.rates().cross(currency, EUR, shown.month).rate;
      sums.set(currency, (sums.get(currency) ?? ZERO).plus(amount.times(rate)));
    }
  }
  return sums;
}
