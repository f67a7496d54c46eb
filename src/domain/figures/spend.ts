import type { Book } from '../ledger/book';
import type { Account, AccountMonth } from '../ledger/account';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { sum } from '../money/decimal';
import { messages } from '../messages/messages';
import { addUp, type Money } from '../money/money';
import type { Period, ResolvedPeriod } from '../arguments/period';
import { Problem } from '../messages/problem';
import type { CrossRate } from '../ledger/rate-table';
import { compareText } from '../ledger/name-key';
import { askedMonths, marksOf, monthsBetween, type Marks } from './asked-months';

export interface SpendQuestion {
  /** A client's name, or `*` for all clients. */
  readonly client: string;
  readonly period: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
  /** A vendor's name; `*`: every vendor. */
  readonly vendor: string;
  /** A service's name; `*`, also if it is left out: every service. */
  readonly service?: string;
}

/** What was spent, with everything it rests on. The amount of a cell and its explanation are both taken from here. */
export interface SpendFigure {
  readonly account: Account;
  readonly period: ResolvedPeriod;
  /** The months on record in the period, earliest first. */
  readonly months: readonly MonthSpend[];
  /** The sum of the months. */
  readonly sum: Money;
  /** The sum times `period.times`. */
  readonly total: Money;
  /** What a reader would otherwise miss. */
  readonly marks: Marks;
}

/** One month's spend, in the figure's currency, and how it came into it. */
export interface MonthSpend {
  readonly source: AccountMonth;
  /** What counts, by currency, as the rows have it. */
  readonly amounts: readonly Money[];
  /** One for each of `amounts` in another currency than the figure's. */
  readonly conversions: readonly Conversion[];
  readonly converted: Money;
}

export interface Conversion {
  readonly amount: Money;
  readonly rate: CrossRate;
  readonly converted: Money;
}

/**
 * What a client spent on AI in a period.
 *
 * @param mixedCurrencies what to say where the rows are in several currencies and none is named
 * @throws Problem `#N/A` for a name or a period that is not on record, an amount not disclosed, a missing rate;
 *   `#VALUE!` for sources that disagree, mixed currencies without one named, a broken row that is needed
 */
export function spend(
  book: Book,
  question: SpendQuestion,
  mixedCurrencies: (currencies: Currency[]) => string = messages.mixedCurrencies,
): SpendFigure {
  return spendIn(
    book,
    book.clients().account(question.client, question.vendor, question.service),
    question,
    mixedCurrencies,
  );
}

/** As `spend`, for what is on record in an account. */
export function spendIn(
  book: Book,
  of: Account,
  question: Pick<SpendQuestion, 'period' | 'currency'>,
  mixedCurrencies: (currencies: Currency[]) => string = messages.mixedCurrencies,
): SpendFigure {
  const asked = askedMonths(book, of, question.period);
  const { account, period, months } = asked;
  if (period === null || months.length === 0) {
    throw nothingToCount(account, period);
  }

  const amounts = months.map((month) => month.amounts());
  const currency = question.currency ?? soleCurrency(amounts.flat(), mixedCurrencies);
  const spends = months.map((source, index) => convertMonth(book, source, amounts[index] ?? [], currency));
  const total = addUp(
    currency,
    spends.map(({ converted }) => converted),
  );
  return {
    account,
    period,
    months: spends,
    sum: total,
    total: period.times === 1 ? total : { amount: total.amount.times(period.times), currency },
    marks: marksOf(book, question.period, asked),
  };
}

/** @throws Problem if the amounts are in several currencies; `message` says what to do about it */
export function soleCurrency(amounts: readonly Money[], message: (currencies: Currency[]) => string): Currency {
  const [first] = amounts;
  if (first === undefined) {
    throw new Error('soleCurrency needs an amount');
  }
  if (amounts.every((amount) => amount.currency === first.currency)) {
    return first.currency;
  }
  const currencies = [...new Set(amounts.map((amount) => amount.currency))].sort(compareText);
  throw new Problem('#VALUE!', message(currencies));
}

/** A month's amounts in one currency, at the mean rates of that month. */
export function convertMonth(
  book: Book,
  source: AccountMonth,
  amounts: readonly Money[],
  currency: Currency,
): MonthSpend {
  const conversions: Conversion[] = [];
  const converted: Decimal[] = [];
  for (const amount of amounts) {
    if (amount.currency === currency) {
      converted.push(amount.amount);
    } else {
      const rate = book.rates().cross(amount.currency, currency, source.month);
      const result = amount.amount.times(rate.rate);
      conversions.push({ amount, rate, converted: { amount: result, currency } });
      converted.push(result);
    }
  }
  return { source, amounts, conversions, converted: { amount: sum(converted), currency } };
}

/** Why there is no figure: the amount is not disclosed, or nothing is on record in the period. */
export function nothingToCount(account: Account, period: ResolvedPeriod | null): Problem {
  const asked = period === null ? account.months : monthsBetween(account, period.from, period.to);
  const undisclosed = asked
    .flatMap((month) => month.groups)
    .flatMap((group) => group.rows)
    .filter((row) => row.spend === null && row.basis !== 'superseded')
    .sort((a, b) => b.month - a.month || compareText(a.source, b.source));
  const [latest] = undisclosed;
  const bounded = account.client === null ? undefined : undisclosed.find((row) => row.more.spend !== null);
  if (bounded !== undefined && account.client !== null) {
    return new Problem('#N/A', messages.knownByBounds(account.client, bounded.more.spend, bounded.source));
  }
  if (latest !== undefined && account.client !== null) {
    return new Problem('#N/A', messages.notDisclosed(account.client, latest.source));
  }
  const recorded = account.months.filter((month) => month.onRecord).map((month) => month.month);
  return new Problem('#N/A', messages.nothingOnRecord(nameOf(account), period?.label ?? null, recorded));
}

/** How messages call an account: `ByteDance`, `ByteDance with Google for Gemini`, `AIClients`. */
export function nameOf({ client, vendor, service }: Account): string {
  return `${client ?? 'AIClients'}${vendor === null ? '' : ` with ${vendor}`}${service === null ? '' : ` for ${service}`}`;
}
