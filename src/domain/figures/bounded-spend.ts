import { refuse, type Account, type AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import { revenueMessages } from '../messages/revenue-messages';
import { addUp, type Money } from '../money/money';
import { askedMonths, marksOf } from './asked-months';
import type { Bound } from './interval';
import { convertMonth, nameOf, nothingToCount, soleCurrency, type SpendFigure, type SpendQuestion } from './spend';
import { monthInterval, tellsOfAnySpend, groupTells } from './spend-interval';

/**
 * The least, or the most, that a client spent on AI in a period, by interval arithmetic: what is known to the point is both, a spend
 * without a bound is 0 or more. A month is on record where it has a point or a bound.
 *
 * @throws Problem as `spend` does; `#N/A` if there is no telling how much it was at most
 */
export function boundedSpend(book: Book, question: SpendQuestion, bound: Bound): SpendFigure {
  return boundedSpendIn(
    book,
    book.clients().account(question.client, question.vendor, question.service),
    question,
    bound,
  );
}

/** As `boundedSpend`, for what is on record in an account. */
export function boundedSpendIn(
  book: Book,
  of: Account,
  question: Pick<SpendQuestion, 'period' | 'currency'>,
  bound: Bound,
): SpendFigure {
  const asked = askedMonths(book, of, question.period, tellsOfAnySpend);
  const { account, period, months } = asked;
  if (period === null || months.length === 0) {
    throw nothingToCount(account, period);
  }
  const sides = months.map((month) => sideOf(month, bound, nameOf(account)));
  const currency = question.currency ?? soleCurrency(sides.flat(), messages.mixedCurrencies);
  const spends = months.map((source, index) => convertMonth(book, source, sides[index] ?? [], currency));
  const sum = addUp(
    currency,
    spends.map(({ converted }) => converted),
  );
  const marks = marksOf(book, question.period, asked);
  return {
    account,
    period,
    months: spends,
    sum,
    total: { amount: sum.amount.times(period.times), currency },
    marks: { ...marks, undisclosed: marks.undisclosed.filter((client) => !tells(months, client)) },
  };
}

/** Whether what a client spent is known at least to lie somewhere: then it is in the sum. */
function tells(months: readonly AccountMonth[], client: string): boolean {
  return months.some(({ groups }) => groups.some((group) => group.client === client && groupTells(group)));
}

function sideOf(month: AccountMonth, bound: Bound, whose: string): readonly Money[] {
  refuse(month.broken);
  const { low, high } = monthInterval(month);
  if (bound === 'low') {
    return low;
  }
  if (high === null) {
    throw new Problem('#N/A', revenueMessages.noBound(`The spend of ${whose}`, 'high'));
  }
  return high;
}
