import { parsePeriod, type Period } from '../../domain/arguments/period';
import { formatMonth } from '../../domain/calendar/month';
import { budget } from '../../domain/figures/budget';
import { boundedSpendIn } from '../../domain/figures/bounded-spend';
import { share, type ShareFigure } from '../../domain/figures/share';
import { spendIn, type SpendFigure } from '../../domain/figures/spend';
import { tellsOfAnySpend } from '../../domain/figures/spend-interval';
import type { Account } from '../../domain/ledger/account';
import type { Book } from '../../domain/ledger/book';
import { isFact, isLiving, type ClientRow } from '../../domain/ledger/client-rows';
import { messages } from '../../domain/messages/messages';
import { orProblem, Problem } from '../../domain/messages/problem';
import type { Currency } from '../../domain/money/currency';
import { formatAmount, type Money } from '../../domain/money/money';
import { markText } from '../../functions/call/mark-text';
import { marksInWords } from '../../functions/explain/marks-in-words';
import { rowsInDoubt } from '../../functions/explain/rows-in-doubt';
import type { BudgetUse, ClientKind, ClientLine } from '../contract/snapshot';

const LATEST = parsePeriod(null);

/** What is on record for a client, or a part of it. */
export interface ClientAccount {
  readonly name: string;
  readonly account: Account;
  /** It is a part of which neither shares nor budgets tell. */
  readonly isWithoutShare: boolean;
}

/** A client as the list shows it, and the spend of its latest month where there is a figure. */
export interface CountedLine {
  readonly line: ClientLine;
  readonly spent: Money | null;
}

/** A client with its latest figures; its `size` is left open, for it depends on the others. */
export function countedLine(book: Book, { name, account, isWithoutShare }: ClientAccount): CountedLine {
  const figure = latestSpend(book, account, null);
  const bounds = figure instanceof Problem && figure.code === '#N/A' ? latestBounds(book, account) : null;
  const told = bounds === null ? figure : bounds instanceof Problem ? bounds : bounds.low;
  const problem = told instanceof Problem ? told : null;
  const rows = rowsOf(account, figure, told);
  const line: ClientLine = {
    name,
    vendors: [...account.vendors],
    month: told instanceof Problem ? null : formatMonth(told.period.to),
    spend: figure instanceof Problem ? boundsText(bounds) : formatAmount(figure.total),
    size: null,
    hasFigure: !(figure instanceof Problem),
    kind: kindOf(rows),
    share: isWithoutShare ? null : shareOf(book, account),
    basis: basisOf(rows[0]),
    disclosed: account.months.some(tellsOfAnySpend) || account.undated.some((row) => row.couldCount),
    problem: problem !== null && problem.code === '#VALUE!' ? problem.message : null,
    doubt: rowsInDoubt(book, problem?.remedy ?? null),
    marks: figure instanceof Problem ? [] : marksInWords(figure.marks),
    budget: isWithoutShare || account.client === null ? null : budgetUse(book, account.client, account.vendor),
    source: rows[0]?.source ?? '',
    note: rows[0]?.note ?? '',
  };
  return { line, spent: figure instanceof Problem ? null : figure.total };
}

/** What was spent in the latest month on record, in a currency; null: that of the rows. */
export function latestSpend(book: Book, account: Account, currency: Currency | null): SpendFigure | Problem {
  return orProblem(() => spendIn(book, account, { period: LATEST, currency }));
}

/** The least that it was, and the most if that can be told. */
interface Bounds {
  readonly low: SpendFigure;
  readonly high: SpendFigure | null;
}

/** Where the spend lies, as AISPEND answers with "low" and "high"; null if nothing tells of it. */
function latestBounds(book: Book, account: Account): Bounds | Problem | null {
  if (!account.months.some(tellsOfAnySpend)) {
    return null;
  }
  const side = (bound: 'low' | 'high') =>
    orProblem(() => boundedSpendIn(book, account, { period: LATEST, currency: null }, bound));
  const low = side('low');
  const high = side('high');
  return low instanceof Problem ? low : { low, high: high instanceof Problem ? null : high };
}

/** `more than 1,000,000.00 USD`; a least of 0 beside a most tells nothing. */
function boundsText(bounds: Bounds | Problem | null): string | null {
  if (bounds === null || bounds instanceof Problem) {
    return null;
  }
  const low = bounds.low.total;
  const high = bounds.high?.total.amount.toNumber() ?? null;
  const tells = high === null || !low.amount.isZero();
  return messages.bounds({ low: tells ? low.amount.toNumber() : null, high, currency: low.currency });
}

/** `15.0% of Microsoft’s AI revenue`; null if no share is known. */
function shareOf(book: Book, account: Account): string | null {
  if (account.client === null) {
    return null;
  }
  const client = account.client;
  const vendor = account.vendor ?? (account.vendors.length === 1 ? (account.vendors[0] ?? null) : null);
  const figure = orProblem(() => share(book, { client, vendor, period: LATEST, of: null, bound: null }));
  return figure instanceof Problem ? null : `${figure.share.times(100).toFixed(1)}% of ${wholeOf(figure, vendor)}`;
}

/** How much of a client's budget is used, with a vendor and of a period if these are named; null if there is no such budget, or nothing to hold against it. */
export function budgetUse(
  book: Book,
  client: string,
  vendor: string | null,
  period: Period | null = null,
): BudgetUse | null {
  const figure = orProblem(() => budget(book, { client, period, measure: 'used', currency: null, vendor }));
  if (figure instanceof Problem) {
    return figure.code === '#N/A' ? null : { used: null, text: figure.message };
  }
  if (figure.result.kind !== 'share' || figure.budget === null) {
    return null;
  }
  const used = figure.result.share;
  const whole = `${formatAmount(figure.budget)}, the budget of ${figure.period.label}`;
  return { used: used.toNumber(), text: `${used.times(100).toFixed(1)}% of ${whole}${markText(figure.marks)}` };
}

function wholeOf(figure: ShareFigure, vendor: string | null): string {
  const stated = figure.kind === 'stated' ? (figure.rows[0]?.more.shareOf ?? '') : '';
  return stated === '' ? `${vendor ?? 'the vendor'}’s AI revenue` : stated;
}

function kindOf(rows: readonly ClientRow[]): ClientKind {
  const facts = rows.filter(isFact).length;
  return facts === 0 ? 'market' : facts === rows.length ? 'own' : 'both';
}

function basisOf(row: ClientRow | undefined): ClientLine['basis'] {
  return row === undefined || row.basis === 'superseded' ? null : row.basis;
}

/** The rows that count in the latest month of a figure, or that bound it; without either those of the latest month that has any. */
function rowsOf(account: Account, figure: SpendFigure | Problem, told: SpendFigure | Problem): ClientRow[] {
  if (!(figure instanceof Problem)) {
    return figure.months.at(-1)?.source.groups.flatMap((group) => [...group.counted()]) ?? [];
  }
  const months = told instanceof Problem ? account.months : told.months.map(({ source }) => source);
  const living = months.map(({ groups }) => groups.flatMap(({ rows }) => rows.filter(isLiving)));
  return living.filter((rows) => rows.length > 0).at(-1) ?? [];
}
