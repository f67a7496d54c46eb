import type { Period, ResolvedPeriod } from '../arguments/period';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import { addByCurrency } from '../ledger/add-by-currency';
import type { Book } from '../ledger/book';
import { moneyOf, type SpendRow } from '../ledger/client-rows';
import { entryOf } from '../ledger/entry-of';
import { ALL, compareText, nameKey, spellings } from '../ledger/name-key';
import type { SpendGroup } from '../ledger/spend-group';
import { messages } from '../messages/messages';
import { orProblem, Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { divide, sum, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import type { Ranked } from './ranking-words';
import { askedMonths, marksOf, monthsBetween, undisclosedIn, type Marks } from './asked-months';
import { convertMonth, nothingToCount, soleCurrency, type MonthSpend } from './spend';
import { comparisonCurrency } from './comparison-currency';

export interface RankingQuestion {
  /** A vendor's name; `*`: every vendor. */
  readonly vendor: string;
  readonly period: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
  readonly by: Ranked;
  /** Whose services, models, teams or vendors are ranked; `*`: those of all clients together. */
  readonly client: string;
}

/** Clients, or what they spend on, by what was spent in a period, the largest first. */
export interface ClientRanking {
  readonly by: Ranked;
  readonly account: Account;
  readonly period: ResolvedPeriod;
  /** The months on record in the period, whose rows count. */
  readonly months: readonly AccountMonth[];
  readonly clients: readonly RankedClient[];
  /** Clients with rows in the period, none of which discloses an amount; in the order of the alphabet. */
  readonly undisclosed: readonly string[];
  /** What the market claims of clients, which stays out because own bills count; null: no one amount in the currency of `total`. */
  readonly reported: readonly { readonly client: string; readonly claim: Money | null }[];
  readonly total: Money;
  readonly marks: Marks;
}

export interface RankedClient {
  /** A client's name, or that of a service, a model, a team, a vendor. */
  readonly client: string;
  readonly months: readonly MonthSpend[];
  /** Times `period.times`. */
  readonly spend: Money;
  /** Of the total; null if that is 0, or someone is in credit: shares of it then mean nothing. */
  readonly share: Decimal | null;
}

/**
 * Ranks the clients of a vendor, or what is spent on.
 *
 * @param mixed what to do with several currencies if none is named: refuse, or compare in euros
 * @throws Problem as `spend` does
 */
export function rankClients(
  book: Book,
  question: RankingQuestion,
  mixed: 'refuse' | 'compare' = 'refuse',
): ClientRanking {
  const everyone = book.clients().account(question.client, question.vendor);
  const asked = askedMonths(book, everyone, question.period);
  const { account, period, months } = asked;
  if (period === null || months.length === 0) {
    throw nothingToCount(account, period);
  }
  const named = amountsByName(months, question.by);
  const amounts = named.flatMap(({ byMonth }) => byMonth.flatMap((month) => month.amounts));
  const currency =
    question.currency ??
    (mixed === 'compare' ? comparisonCurrency(amounts) : soleCurrency(amounts, messages.mixedCurrencies));

  const ranked = named.map((entry) => rankedSpend(book, entry, currency, period.times));
  const total = sum(ranked.map(({ spend }) => spend.amount));
  const hasShares = !total.isZero() && !ranked.some(({ spend }) => spend.amount.isNegative() && !spend.amount.isZero());
  return {
    by: question.by,
    account,
    period,
    months,
    clients: ranked
      .map((entry) => ({ ...entry, share: hasShares ? divide(entry.spend.amount, total) : null }))
      .sort((a, b) => b.spend.amount.comparedTo(a.spend.amount) || compareText(a.client, b.client)),
    undisclosed: question.by === 'client' && account.client === null ? undisclosedIn(account, period) : [],
    reported: question.by === 'client' ? claimsOn(book, everyone, asked.leftOut, period, ranked, currency) : [],
    total: { amount: total, currency },
    marks: marksOf(book, question.period, asked),
  };
}

/** What counts of one client, service, model, team or vendor. */
interface NamedAmounts {
  readonly name: string;
  readonly byMonth: readonly { readonly month: AccountMonth; readonly amounts: readonly Money[] }[];
}

/** What counts, by what is ranked and by month, added up by currency. One walk: a ledger has many rows. */
function amountsByName(months: readonly AccountMonth[], by: Ranked): NamedAmounts[] {
  const written: string[] = [];
  const byKey = new Map<string, Map<AccountMonth, Money[]>>();
  for (const month of months) {
    refuse(month.broken);
    for (const group of month.groups) {
      for (const row of group.counted()) {
        const name = nameIn(by, group, row);
        written.push(name);
        const ofName = entryOf(byKey, nameKey(name), () => new Map<AccountMonth, Money[]>());
        entryOf(ofName, month, (): Money[] => []).push(moneyOf(row));
      }
    }
  }
  const names = new Map(spellings(written).map(([name, key]) => [key, name]));
  return [...byKey].map(([key, ofName]) => ({
    name: names.get(key) ?? key,
    byMonth: [...ofName].map(([month, amounts]) => ({ month, amounts: addByCurrency(amounts) })),
  }));
}

function rankedSpend(
  book: Book,
  { name, byMonth }: NamedAmounts,
  currency: Currency,
  times: number,
): Omit<RankedClient, 'share'> {
  const spends = byMonth.map(({ month, amounts }) => convertMonth(book, month, amounts, currency));
  const amount = sum(spends.map(({ converted }) => converted.amount)).times(times);
  return { client: name, months: spends, spend: { amount, currency } };
}

/** What a row is told apart by: the name of its client, service, model, team or vendor. */
export function nameIn(by: Ranked, group: SpendGroup, row: SpendRow): string {
  switch (by) {
    case 'client':
      return group.client;
    case 'vendor':
      return group.vendor === '' ? '(no vendor)' : group.vendor;
    case 'service':
      return row.service === '' ? '(no service)' : row.service;
    case 'model':
    case 'team':
      return row.more[by] === '' ? `(no ${by})` : row.more[by];
  }
}

/** What the market claims of clients, those with an amount first; of one that has own bills only if it has an amount. */
function claimsOn(
  book: Book,
  everyone: Account,
  leftOut: readonly string[],
  { from, to, times }: ResolvedPeriod,
  ranked: readonly Pick<RankedClient, 'client'>[],
  currency: Currency,
): ClientRanking['reported'] {
  const claims = new Map(leftOut.map((client): [string, Claim[]] => [client, []]));
  for (const month of monthsBetween(everyone, from, to)) {
    for (const group of month.groups) {
      const reported = group.only((row) => row.basis === 'reported');
      if (reported !== null) {
        claims.get(group.client)?.push({ month, group: reported });
      }
    }
  }
  const own = new Set(ranked.map(({ client }) => client));
  return [...claims]
    .map(([client, told]) => ({ client, claim: claimed(book, told, times, currency) }))
    .filter(({ client, claim }) => claim !== null || !own.has(client))
    .sort((a, b) => Number(a.claim === null) - Number(b.claim === null) || compareText(a.client, b.client));
}

/** What is claimed of a client with one vendor in one month. */
interface Claim {
  readonly month: AccountMonth;
  readonly group: SpendGroup;
}

/**
 * What is claimed of a client, in the currency of the ranking: one column never holds two. Null if claims disagree, none tells an
 * amount, or a rate is missing.
 */
function claimed(book: Book, claims: readonly Claim[], times: number, currency: Currency): Money | null {
  const spends = orProblem(() =>
    claims
      .map(({ month, group }) => ({ month, amounts: group.amounts() }))
      .filter(({ amounts }) => amounts.length > 0)
      .map(({ month, amounts }) => convertMonth(book, month, amounts, currency)),
  );
  if (spends instanceof Problem || spends.length === 0) {
    return null;
  }
  return { amount: sum(spends.map(({ converted }) => converted.amount)).times(times), currency };
}

/** Of all clients. */
export const EVERYONE = { by: 'client', client: ALL } as const;
