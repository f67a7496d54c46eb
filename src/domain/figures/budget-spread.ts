import { MONTHS_IN_YEAR, addMonths, type Month } from '../calendar/month';
import { stretchOf } from '../arguments/stretch';
import type { Book } from '../ledger/book';
import { ALL } from '../ledger/name-key';
import { budgetMessages } from '../messages/budget-messages';
import { Problem } from '../messages/problem';
import { apportion } from '../money/apportion';
import { decimalsOf } from '../money/currency';
import { Decimal, divide, sum, ZERO } from '../money/decimal';
import type { Money } from '../money/money';
import { zeroMonths, monthsBetween } from './asked-months';
import { accountOf } from './monthly-series';
import { convertMonth, nothingToCount } from './spend';

export interface SpreadQuestion {
  /** `*`: all clients together. */
  readonly client: string;
  /** Empty: all vendors together. */
  readonly vendor: string;
  /** The first month of the year of the budget. */
  readonly from: Month;
  /** What the year may cost. */
  readonly budget: Money;
}

/** A month of a year's budget, and what it was spread by. */
export interface SpreadMonth {
  readonly month: Month;
  readonly amount: Money;
  /** The spend of the same month a year before, in the currency of the budget; null: not on record, or not over. */
  readonly before: Money | null;
}

/**
 * Spreads a year's budget by the spend of the same months a year before, to the last unit of the currency. A month that is not on record
 * whole weighs as the mean of those that are.
 *
 * @throws Problem `#N/A` if none of these months is on record, or a rate is missing; `#VALUE!` for an amount with more decimals than
 *   the currency has, a month of credits, a year of nothing
 */
export function spreadBudget(book: Book, question: SpreadQuestion): SpreadMonth[] {
  const { from, budget } = question;
  const { currency } = budget;
  const units = budget.amount.times(Decimal.pow(10, decimalsOf(currency)));
  if (!units.isInteger()) {
    throw new Problem('#VALUE!', budgetMessages.moreDecimals(budget.amount, currency));
  }
  const before = spendBefore(book, question);
  const known = before.flatMap((amount) => amount ?? []);
  const total = sum(known);
  const negative = before.findIndex((amount) => amount?.isNegative());
  if (negative >= 0) {
    throw new Problem('#VALUE!', budgetMessages.spreadByCredit(addMonths(from, negative - MONTHS_IN_YEAR)));
  }
  if (total.isZero()) {
    throw new Problem('#VALUE!', budgetMessages.spreadByNothing(addMonths(from, -MONTHS_IN_YEAR), addMonths(from, -1)));
  }
  const mean = divide(total, new Decimal(known.length));
  const parts = apportion(
    units,
    before.map((amount) => amount ?? mean),
  );
  return parts.map((part, at) => {
    const spent = before[at] ?? null;
    return {
      month: addMonths(from, at),
      amount: { amount: part.div(Decimal.pow(10, decimalsOf(currency))), currency },
      before: spent === null ? null : { amount: spent, currency },
    };
  });
}

/** What each month of the year before came to; null if it is not on record, or not over. */
function spendBefore(book: Book, { client, vendor, from, budget }: SpreadQuestion): (Decimal | null)[] {
  const [first, last] = [addMonths(from, -MONTHS_IN_YEAR), addMonths(from, -1)];
  const account = accountOf(book, client, vendor === '' ? ALL : vendor);
  const months = new Map(monthsBetween(account, first, last).map((month) => [month.month, month]));
  const isZero = zeroMonths(book, account);
  const spends = Array.from({ length: MONTHS_IN_YEAR }, (_, at): Decimal | null => {
    const month = addMonths(first, at);
    const source = months.get(month);
    if (source?.onRecord === true && !source.partial) {
      return convertMonth(book, source, source.amounts(), budget.currency).converted.amount;
    }
    return isZero(month) ? ZERO : null;
  });
  if (spends.every((amount) => amount === null)) {
    throw nothingToCount(account, stretchOf(first, last));
  }
  return spends;
}
