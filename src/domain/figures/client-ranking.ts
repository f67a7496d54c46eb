import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import { ALL } from '../ledger/client-ledger';
import { compareText } from '../ledger/name-key';
import { messages } from '../messages/messages';
import type { Currency } from '../money/currency';
import { divide, sum, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import {
  comparisonCurrency,
  convertMonth,
  latestOnRecord,
  monthsBetween,
  monthsOnRecord,
  nothingToCount,
  soleCurrency,
  type MonthSpend,
} from './spend';

export interface RankingQuestion {
  /** A vendor's name; `*`: every vendor. */
  readonly vendor: string;
  readonly period: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
}

/** The clients of a vendor by what they spent in a period, the largest first. */
export interface ClientRanking {
  readonly everyone: Account;
  readonly period: ResolvedPeriod;
  readonly clients: readonly RankedClient[];
  /** Clients with rows in the period, none of which discloses an amount; in the order of the alphabet. */
  readonly undisclosed: readonly string[];
  readonly total: Money;
}

export interface RankedClient {
  readonly client: string;
  readonly months: readonly MonthSpend[];
  /** Times `period.times`. */
  readonly spend: Money;
  /** Of the total; null where the total is 0. */
  readonly share: Decimal | null;
}

/**
 * Ranks the clients of a vendor.
 *
 * @param mixed what to do with several currencies where none is named: refuse, or compare in euros
 * @throws Problem as `spend` does
 */
export function rankClients(
  book: Book,
  question: RankingQuestion,
  mixed: 'refuse' | 'compare' = 'refuse',
): ClientRanking {
  const ledger = book.clients();
  const everyone = ledger.account(ALL, question.vendor);
  const period = resolvePeriod(question.period, latestOnRecord(everyone), book.fiscalYearStart);
  const counted = period === null ? [] : monthsOnRecord(everyone, period);
  if (period === null || counted.length === 0) {
    throw nothingToCount(everyone, period);
  }
  const amounts = counted.flatMap((month) => month.amounts());
  const currency =
    question.currency ??
    (mixed === 'compare' ? comparisonCurrency(amounts) : soleCurrency(amounts, messages.mixedCurrencies));

  const names = clientsBetween(everyone, period);
  const ranked = names.map((client) => spendOf(book, ledger.account(client, question.vendor), period, currency));
  const total = sum(ranked.map(({ spend }) => spend?.amount ?? sum([])));
  return {
    everyone,
    period,
    clients: ranked
      .flatMap(({ client, months, spend }) =>
        spend === null ? [] : [{ client, months, spend, share: shareOf(spend.amount, total) }],
      )
      .sort((a, b) => b.spend.amount.comparedTo(a.spend.amount) || compareText(a.client, b.client)),
    undisclosed: ranked.flatMap(({ client, spend }) => (spend === null ? [client] : [])).sort(compareText),
    total: { amount: total, currency },
  };
}

/** The clients that have a row in the period which is not superseded. */
function clientsBetween(everyone: Account, period: ResolvedPeriod): string[] {
  const groups = monthsBetween(everyone, period.from, period.to).flatMap((month) => month.groups);
  const living = groups.filter((group) => group.rows.some((row) => row.basis !== 'superseded'));
  return [...new Set(living.map((group) => group.client))];
}

function spendOf(
  book: Book,
  account: Account,
  period: ResolvedPeriod,
  currency: Currency,
): { client: string; months: MonthSpend[]; spend: Money | null } {
  const months = monthsOnRecord(account, period).map((month) => convertMonth(book, month, month.amounts(), currency));
  const total = sum(months.map((month) => month.converted.amount)).times(period.times);
  return { client: account.client ?? '', months, spend: months.length === 0 ? null : { amount: total, currency } };
}

function shareOf(amount: Decimal, total: Decimal): Decimal | null {
  return total.isZero() ? null : divide(amount, total);
}
