import { Account } from '../../domain/ledger/account';
import { addByCurrency } from '../../domain/ledger/add-by-currency';
import type { Book } from '../../domain/ledger/book';
import { ALL, nameKey, spellings } from '../../domain/ledger/name-key';
import { Problem } from '../../domain/messages/problem';
import { EUR } from '../../domain/money/currency';
import { formatAmount } from '../../domain/money/money';
import type { Steps } from '../../domain/ledger/steps';
import { mapped } from '../../workbook/plans/steps';
import { CLIENT_KINDS, type ClientGroup, type ClientKind, type Grouping } from '../contract/snapshot';
import { countedLine, latestSpend, type ClientAccount, type CountedLine } from './client-line';

/** Every client with its latest figures. They come from the functions' own computations, so pane and cells cannot disagree. */
export function* countedLines(book: Book): Steps<CountedLine[]> {
  const clients = book.clients();
  const accounts = yield* mapped(clients.clientNames(), (name) => ({
    name,
    account: clients.account(name, ALL),
    isWithoutShare: false,
  }));
  return yield* inComparison(book, accounts);
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
export function* clientGroups(book: Book, by: Exclude<Grouping, 'none'>): Steps<ClientGroup[]> {
  const { sound } = book.clients().rows;
  const living = sound.filter((row) => row.basis !== 'superseded');
  const groups: ClientGroup[] = [];
  for (const [name, key] of spellings(living.map((row) => row[by]))) {
    const clients = spellings(living.filter((row) => nameKey(row[by]) === key).map((row) => row.client));
    const lines = yield* inComparison(book, yield* mapped(clients, ([client]) => partOf(book, client, by, name)));
    for (const kind of CLIENT_KINDS) {
      const ofKind = lines.filter(({ line }) => line.kind === kind);
      if (ofKind.length > 0) {
        groups.push({ name, kind, clients: ofKind.map(({ line }) => line), totals: totals(ofKind) });
      }
    }
  }
  return groups;
}

/** What is on record for a client with a vendor, or for a service; without a name what is with none. */
function partOf(book: Book, client: string, by: Exclude<Grouping, 'none'>, name: string): ClientAccount {
  const clients = book.clients();
  if (nameKey(name) === '') {
    return { name: client, account: namelessPart(clients.account(client, ALL), by), isWithoutShare: true };
  }
  const account = by === 'vendor' ? clients.account(client, name) : clients.account(client, ALL, name);
  return { name: client, account, isWithoutShare: by === 'service' };
}

/** The rows of an account without a vendor or service. No formula asks for these alone. */
function namelessPart(whole: Account, by: Exclude<Grouping, 'none'>): Account {
  const isNameless = (row: Readonly<Record<typeof by, string>>): boolean => nameKey(row[by]) === '';
  const groups = whole.months.flatMap((month) => month.groups.flatMap((group) => group.only(isNameless) ?? []));
  const broken = [...whole.months.flatMap((month) => month.broken), ...whole.undated];
  return new Account(whole, groups, broken.filter(isNameless));
}

/** Lines that can be put in order: by their amounts if these are in one currency, else by what they are in euros, as far as rates are on record. */
function* inComparison(book: Book, accounts: readonly ClientAccount[]): Steps<CountedLine[]> {
  const lines = yield* mapped(accounts, (one) => ({ ...countedLine(book, one), account: one.account }));
  const currencies = new Set(lines.flatMap(({ spent }) => spent?.currency ?? []));
  return yield* mapped(lines, ({ line, spent, account }) => {
    const figure = spent === null || currencies.size === 1 ? null : latestSpend(book, account, EUR);
    const compared = figure === null ? spent : figure instanceof Problem ? null : figure.total;
    return { line: { ...line, size: compared?.amount.toNumber() ?? null }, spent };
  });
}
