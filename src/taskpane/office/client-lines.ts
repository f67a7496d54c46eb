import { parsePeriod } from '../../domain/arguments/period';
import { formatMonth } from '../../domain/calendar/month';
import { budget } from '../../domain/figures/budget';
import { share, type ShareFigure } from '../../domain/figures/share';
import { spend, type SpendFigure } from '../../domain/figures/spend';
import type { Account } from '../../domain/ledger/account';
import { addByCurrency } from '../../domain/ledger/add-by-currency';
import type { Book } from '../../domain/ledger/book';
import { isFact, type ClientRow } from '../../domain/ledger/client-rows';
import { ALL, nameKey, spellings } from '../../domain/ledger/name-key';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';
import { EUR } from '../../domain/money/currency';
import { formatAmount, type Money } from '../../domain/money/money';
import { markText } from '../../functions/call/mark-text';
import { marksInWords } from '../../functions/explain/marks-in-words';
import { rowsInDoubt } from '../../functions/explain/rows-in-doubt';
import type { BudgetUse, ClientGroup, ClientKind, ClientLine, Grouping } from '../contract/snapshot';

const LATEST = parsePeriod(null);
const KINDS: readonly ClientKind[] = ['own', 'both', 'market'];

/** A client as the list shows it, and the spend of its latest month where there is a figure. */
export interface CountedLine {
  readonly line: ClientLine;
  readonly spent: Money | null;
}

/** Every client with its latest figures. They come from the functions' own computations, so pane and cells cannot disagree. */
export function countedLines(book: Book): CountedLine[] {
  return book
    .clients()
    .clientNames()
    .map((name) => countedLine(book, { name, vendor: ALL, service: ALL }));
}

/** What the clients of each kind spent in their latest months. */
export function totalsOf(lines: readonly CountedLine[] | Problem): Record<ClientKind, string[]> {
  const of = (kind: ClientKind): string[] =>
    lines instanceof Problem ? [] : totals(lines.filter(({ line }) => line.kind === kind));
  return { own: of('own'), both: of('both'), market: of('market') };
}

function totals(lines: readonly CountedLine[]): string[] {
  return addByCurrency(lines.flatMap(({ spent }) => spent ?? [])).map(formatAmount);
}

/** The clients by vendor or service; of each the figures with that vendor, or for that service. */
export function clientGroups(book: Book, by: Exclude<Grouping, 'none'>): ClientGroup[] {
  const { sound } = book.clients().rows;
  const living = sound.filter((row) => row.basis !== 'superseded');
  return spellings(living.map((row) => row[by])).flatMap(([name, key]) => {
    const rows = living.filter((row) => nameKey(row[by]) === key);
    const lines = spellings(rows.map((row) => row.client)).map(([client]) =>
      key === '' ? nameless(client, rows) : countedLine(book, { name: client, vendor: ALL, service: ALL, [by]: name }),
    );
    return KINDS.flatMap((kind): ClientGroup[] => {
      const ofKind = lines.filter(({ line }) => line.kind === kind);
      return ofKind.length === 0
        ? []
        : [{ name, kind, clients: ofKind.map(({ line }) => line), totals: totals(ofKind) }];
    });
  });
}

/** A client's rows without a vendor or service: no formula asks for these alone, so they have no figure of their own. */
function nameless(name: string, rows: readonly ClientRow[]): CountedLine {
  const own = rows.filter((row) => nameKey(row.client) === nameKey(name));
  const line: ClientLine = {
    name,
    vendors: [...new Set(own.map(({ vendor }) => vendor))].filter(Boolean),
    month: null,
    spend: null,
    size: null,
    kind: kindOf(own),
    share: null,
    basis: null,
    disclosed: own.some((row) => row.spend !== null),
    problem: null,
    doubt: [],
    marks: [],
    budget: null,
    source: own[0]?.source ?? '',
    note: '',
  };
  return { line, spent: null };
}

interface Whose {
  readonly name: string;
  readonly vendor: string;
  readonly service: string;
}

function countedLine(book: Book, { name, vendor, service }: Whose): CountedLine {
  const account = book.clients().account(name, vendor, service);
  const question = { client: name, period: LATEST, vendor, service };
  const figure = attempt(() => spend(book, { ...question, currency: null }));
  const problem = figure instanceof Problem ? figure : null;
  const rows = figure instanceof Problem ? livingRows(account) : countedRows(figure);
  const bounded = problem === null ? null : lastBounded(account);
  const onRecord = account.months.some((month) => month.onRecord) || account.undated.some((row) => row.couldCount);
  const line: ClientLine = {
    name,
    vendors: [...account.vendors],
    month: figure instanceof Problem ? null : formatMonth(figure.period.to),
    spend: figure instanceof Problem ? bounded && messages.bounds(bounded.more.spend) : formatAmount(figure.total),
    size: sizeOf(book, question, figure),
    kind: kindOf(rows),
    share: shareOf(book, account, service),
    basis: figure instanceof Problem ? basisOf(rows[0]) : basisOf(countedRows(figure)[0]),
    disclosed: onRecord || bounded !== null,
    problem: problem !== null && problem.code === '#VALUE!' ? problem.message : null,
    doubt: rowsInDoubt(book, problem?.remedy ?? null),
    marks: figure instanceof Problem ? [] : marksInWords(figure.marks),
    budget: service === ALL ? budgetOf(book, name, vendor) : null,
    source: rows[0]?.source ?? '',
    note: rows[0]?.note ?? '',
  };
  return { line, spent: figure instanceof Problem ? null : figure.total };
}

/** The spend in euros; where no rate is on record, and it is not in euros, there is nothing to compare. */
function sizeOf(book: Book, question: Parameters<typeof asEuros>[1], figure: SpendFigure | Problem): number | null {
  if (figure instanceof Problem) {
    return null;
  }
  const euros = attempt(() => asEuros(book, question));
  return (euros instanceof Problem ? figure : euros).total.amount.toNumber();
}

function asEuros(book: Book, question: Omit<Parameters<typeof spend>[1], 'currency'>): SpendFigure {
  return spend(book, { ...question, currency: EUR });
}

/** `15.0% of Microsoft’s AI revenue`; null where no share is known, and for a single service, of which shares do not tell. */
function shareOf(book: Book, account: Account, service: string): string | null {
  if (service !== ALL || account.client === null) {
    return null;
  }
  const client = account.client;
  const vendor = account.vendor ?? (account.vendors.length === 1 ? (account.vendors[0] ?? null) : null);
  const figure = attempt(() => share(book, { client, vendor, period: LATEST, of: null, bound: null }));
  return figure instanceof Problem ? null : `${figure.share.times(100).toFixed(1)}% of ${wholeOf(figure, vendor)}`;
}

/** How much of a client's budget is used, with a vendor if one is named; null where there is no such budget, or nothing to hold against it. */
function budgetOf(book: Book, client: string, vendor: string): BudgetUse | null {
  const withVendor = vendor === ALL ? null : vendor;
  const figure = attempt(() =>
    budget(book, { client, period: null, measure: 'used', currency: null, vendor: withVendor }),
  );
  if (figure instanceof Problem) {
    return figure.code === '#N/A' ? null : { used: null, text: figure.message };
  }
  if (figure.result.kind !== 'share' || figure.budget === null) {
    return null;
  }
  const share = figure.result.share;
  const whole = `${formatAmount(figure.budget)}, the budget of ${figure.period.label}`;
  return { used: share.toNumber(), text: `${share.times(100).toFixed(1)}% of ${whole}${markText(figure.marks)}` };
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

function countedRows(figure: SpendFigure): ClientRow[] {
  return figure.months.at(-1)?.source.groups.flatMap((group) => [...group.counted()]) ?? [];
}

/** The rows of the latest month that has any that are not superseded. */
function livingRows(account: Account): ClientRow[] {
  const months = account.months.map((month) =>
    month.groups.flatMap((group) => group.rows.filter((row) => row.basis !== 'superseded')),
  );
  return months.filter((rows) => rows.length > 0).at(-1) ?? [];
}

function lastBounded(account: Account): ClientRow | null {
  const rows = account.months.flatMap((month) => month.groups.flatMap((group) => group.rows));
  return rows.filter((row) => row.basis !== 'superseded' && row.more.spend !== null).at(-1) ?? null;
}

/** A Problem is an answer that the pane shows; anything else is a mistake and is thrown on. */
export function attempt<T>(ask: () => T): T | Problem {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return thrown;
    }
    throw thrown;
  }
}
