import type { Book } from '../ledger/book';
import { isFact, moneyOf, type BrokenRow, type ClientRow, type SpendRow } from '../ledger/client-rows';
import { ALL, compareText, nameKey, spellings } from '../ledger/name-key';
import { isShared, partNote, splitKindOf, type SplitKind } from '../ledger/shared-rows';
import { baseQuantity, unitOf } from '../ledger/units';
import { brokenRow } from '../messages/broken-row';
import { scopeText, sharedCostMessages, type SplitScope } from '../messages/shared-cost-messages';
import { orProblem, Problem } from '../messages/problem';
import { apportion } from '../money/apportion';
import { decimalsOf, type Currency } from '../money/currency';
import { Decimal, ONE, sum, toDouble } from '../money/decimal';
import { formatAmount, groupThousands, type Money } from '../money/money';

/** By what shared cost is split. */
export type SplitKey =
  /** By what the other clients have on record in the month: of the same vendor, or of all. */
  | { readonly kind: Exclude<SplitKind, 'fixed'>; readonly vendors: 'same' | 'all' }
  | { readonly kind: 'fixed'; readonly parts: readonly FixedPart[] };

/** A client's part, whatever the parts add up to. */
export interface FixedPart {
  readonly client: string;
  /** More than 0. */
  readonly part: Decimal;
}

/** A row of `shared` and what is to become of it. */
export interface SharedRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly vendor: string;
  /** The amount and month, as far as the row tells them. */
  readonly said: string;
  /** Empty if the row stays as it is. */
  readonly parts: readonly SharedPart[];
  /** Why it stays; empty if it is split. */
  readonly reason: string;
}

/** What a client gets of a shared row. */
export interface SharedPart {
  readonly client: string;
  readonly amount: Decimal;
  /** Of the quantity that the row tells; null if it tells none. */
  readonly quantity: Decimal | null;
  readonly note: string;
}

/**
 * Splits the billed and accepted rows of the client `shared`, each by itself: to the last digit that its amount has, at least to the
 * unit of its currency, with the largest remainder, so that its parts add up to it exactly. Parts of earlier splits never
 * count as what a client has itself, so neither the order of splits nor that of rows matters. A row that cannot be split stays whole,
 * with the reason.
 *
 * @throws Problem if AIClients is missing or broken, or a client of the fixed parts is not in it
 */
export function splitShared(book: Book, key: SplitKey): SharedRow[] {
  const { sound, broken } = book.clients().rows;
  const fixed = key.kind === 'fixed' ? fixedWeights(book, key.parts) : null;
  const basis = new SplitBasis(book, sound.filter(isDirect), broken);
  const unusable = broken
    .filter(({ client, basis: of }) => client !== null && isShared(client) && of !== 'superseded' && of !== 'reported')
    .map(({ row, vendor, problem }) => ({ row, vendor, said: '', parts: [], reason: problem }));
  const rows = sound.filter((row) => isShared(row.client) && isFact(row));
  return [...rows.map((row) => splitRow(row, key, fixed, basis)), ...unusable].sort((a, b) => a.row - b.row);
}

/** Whether a row tells what a client itself has: it is neither shared nor a part of what is. */
function isDirect(row: ClientRow): boolean {
  return isFact(row) && !isShared(row.client) && splitKindOf(row.note) === null;
}

/** What each client weighs, and how a note says so. */
interface Weights {
  readonly clients: readonly { readonly client: string; readonly weight: Decimal }[];
  /** `600.00 of 1,000.00 EUR with Microsoft in 2024-03`. */
  says(weight: Decimal): string;
}

function splitRow(row: ClientRow, key: SplitKey, fixed: Weights | null, basis: SplitBasis): SharedRow {
  const { vendor, month, spend } = row;
  const said =
    spend === null
      ? scopeText({ vendor: null, month })
      : `${exact(moneyOf(row as SpendRow))} ${scopeText({ vendor: null, month })}`;
  const told = { row: row.row, vendor, said };
  const parts = orProblem(() => {
    const amount = amountToSplit(row);
    const weights = key.kind === 'fixed' ? fixed : basis.weights(key, row, amount.currency);
    return partsOf(row, amount, key.kind, weights as Weights);
  });
  return parts instanceof Problem ? { ...told, parts: [], reason: parts.message } : { ...told, parts, reason: '' };
}

function amountToSplit(row: ClientRow): Money {
  if (row.share !== null || row.more.share !== null) {
    throw refused(sharedCostMessages.statesShare());
  }
  if (row.spend === null) {
    throw refused(sharedCostMessages.noAmount());
  }
  if (row.spend.amount === 0) {
    throw refused(sharedCostMessages.amountIsZero());
  }
  return moneyOf(row as SpendRow);
}

function partsOf(row: ClientRow, amount: Money, kind: SplitKind, { clients, says }: Weights): SharedPart[] {
  const weights = clients.map(({ weight }) => weight);
  const amounts = divided(amount.amount, decimalsOf(amount.currency), weights);
  const { quantity } = row.more;
  const quantities = quantity === null ? null : divided(new Decimal(quantity), 0, weights);
  const unkept = [...amounts, ...(quantities ?? [])].some((part) => !new Decimal(toDouble(part)).equals(part));
  if (unkept) {
    throw refused(sharedCostMessages.tooManyDigits(amount.amount));
  }
  return clients.flatMap(({ client, weight }, at): SharedPart[] => {
    const part = amounts[at] ?? new Decimal(0);
    const ofQuantity = quantities?.[at] ?? null;
    if (part.isZero() && (ofQuantity === null || ofQuantity.isZero())) {
      return [];
    }
    const how = `${exact({ ...amount, amount: part }).replace(` ${amount.currency}`, '')} of ${exact(amount)} (${says(weight)})`;
    return [{ client, amount: part, quantity: ofQuantity, note: partNote(kind, how, row.note) }];
  });
}

/** Divides an amount to its last digit, at least to so many decimals; the parts add up to it exactly. */
function divided(amount: Decimal, decimals: number, weights: readonly Decimal[]): Decimal[] {
  const scale = Decimal.pow(10, Math.max(decimals, amount.decimalPlaces()));
  const sign = amount.isNegative() ? -1 : 1;
  return apportion(amount.abs().times(scale), weights).map((part) => part.div(scale).times(sign));
}

/** `33.34 EUR`, with all the digits that the amount has. */
function exact({ amount, currency }: Money): string {
  return `${groupThousands(amount.toFixed(Math.max(decimalsOf(currency), amount.decimalPlaces())))} ${currency}`;
}

function fixedWeights(book: Book, parts: readonly FixedPart[]): Weights {
  if (parts.length === 0) {
    throw refused(sharedCostMessages.noParts());
  }
  const known = new Map(
    book
      .clients()
      .clientNames()
      .map((name) => [nameKey(name), name]),
  );
  const seen = new Set<string>();
  const clients = parts.map(({ client, part }) => {
    const key = nameKey(client);
    if (isShared(client)) {
      throw refused(sharedCostMessages.partOfShared());
    }
    if (seen.has(key)) {
      throw refused(sharedCostMessages.partTwice(client));
    }
    seen.add(key);
    if (!part.isPositive() || part.isZero()) {
      throw refused(sharedCostMessages.partNotPositive(client, part.toFixed()));
    }
    // Of a name that is not there the ledger says which it may be.
    return { client: known.get(key) ?? book.clients().account(client, ALL).client ?? client, weight: part };
  });
  const total = sum(parts.map(({ part }) => part)).toFixed();
  return {
    clients: clients.sort((a, b) => compareText(nameKey(a.client), nameKey(b.client))),
    says: (weight) => `part ${weight.toFixed()} of ${total}`,
  };
}

/** What the other clients have on record, month by month, to split by. */
class SplitBasis {
  private readonly byMonth = new Map<number, ClientRow[]>();

  constructor(
    private readonly book: Book,
    direct: readonly ClientRow[],
    private readonly broken: readonly BrokenRow[],
  ) {
    for (const row of direct) {
      const known = this.byMonth.get(row.month);
      if (known === undefined) {
        this.byMonth.set(row.month, [row]);
      } else {
        known.push(row);
      }
    }
  }

  /** @throws Problem if there is nothing to split by, or it cannot be told */
  weights(
    { kind, vendors }: Extract<SplitKey, { vendors: string }>,
    { vendor, month }: ClientRow,
    currency: Currency,
  ): Weights {
    const scope: SplitScope = { vendor: vendors === 'same' ? vendor : null, month };
    this.refuseBroken(scope);
    const rows = (this.byMonth.get(month) ?? []).filter(
      (row) => scope.vendor === null || nameKey(row.vendor) === nameKey(scope.vendor),
    );
    if (rows.length === 0) {
      throw refused(sharedCostMessages.noClients(scope));
    }
    if (kind === 'equal') {
      const clients = clientsOf(rows).map(({ client }) => ({ client, weight: ONE }));
      return { clients, says: () => `1 of ${clients.length} clients ${scopeText(scope)}` };
    }
    return kind === 'spend' ? this.bySpend(rows, scope, currency) : byQuantity(rows, scope);
  }

  private bySpend(rows: readonly ClientRow[], scope: SplitScope, currency: Currency): Weights {
    const clients = clientsOf(rows).map(({ client, rows: own }) => ({
      client,
      weight: sum(own.map((row) => this.spendIn(row, scope, currency))),
    }));
    const total = checked(clients, 'spend', scope);
    const shown = (amount: Decimal): string => formatAmount({ amount, currency });
    return {
      clients,
      says: (weight) => `${shown(weight).replace(` ${currency}`, '')} of ${shown(total)} ${scopeText(scope)}`,
    };
  }

  private spendIn(row: ClientRow, scope: SplitScope, currency: Currency): Decimal {
    if (row.spend === null) {
      throw refused(sharedCostMessages.notDisclosed(row.client, scope));
    }
    const { amount, currency: own } = moneyOf(row as SpendRow);
    return own === currency ? amount : amount.times(this.book.rates().cross(own, currency, row.month).rate);
  }

  /** A row that cannot be read may be of those that weigh. */
  private refuseBroken({ vendor, month }: SplitScope): void {
    const first = this.broken.find(
      (row) =>
        (row.client === null || !isShared(row.client)) &&
        row.basis !== 'reported' &&
        row.basis !== 'superseded' &&
        (row.month === null || row.month === month) &&
        (vendor === null || row.vendor === '' || nameKey(row.vendor) === nameKey(vendor)),
    );
    if (first !== undefined) {
      throw brokenRow('AIClients', first);
    }
  }
}

/** Only rows that tell a quantity weigh; a client without any gets no part. */
function byQuantity(rows: readonly ClientRow[], scope: SplitScope): Weights {
  const told = rows.filter(({ more }) => more.quantity !== null);
  const kinds = new Map(told.map(({ more }) => [unitOf(more.unit).kind, more.unit]));
  if (kinds.size > 1) {
    throw refused(sharedCostMessages.unlikeUnits([...kinds.values()].sort(compareText), scope));
  }
  const clients = clientsOf(told).map(({ client, rows: own }) => ({
    client,
    weight: sum(own.map(({ more }) => baseQuantity(more.quantity ?? 0, more.unit))),
  }));
  const total = checked(clients, 'quantity', scope);
  const [kind = ''] = kinds.keys();
  const shown = (amount: Decimal): string => groupThousands(amount.toFixed());
  return {
    clients,
    says: (weight) => `${shown(weight)} of ${shown(total)}${kind === '' ? '' : ` ${kind}s`} ${scopeText(scope)}`,
  };
}

/** What the weights add up to; refuses weights that divide nothing. */
function checked(
  clients: readonly { readonly client: string; readonly weight: Decimal }[],
  what: 'spend' | 'quantity',
  scope: SplitScope,
): Decimal {
  const credit = clients.find(({ weight }) => weight.isNegative() && !weight.isZero());
  if (credit !== undefined) {
    throw refused(sharedCostMessages.creditToSplitBy(credit.client, what, scope));
  }
  const total = sum(clients.map(({ weight }) => weight));
  if (total.isZero()) {
    throw refused(sharedCostMessages.nothingToSplitBy(what, scope));
  }
  return total;
}

/** The clients of some rows in the order of the alphabet, each in its commonest spelling. */
function clientsOf(rows: readonly ClientRow[]): { readonly client: string; readonly rows: readonly ClientRow[] }[] {
  const groups = new Map<string, ClientRow[]>();
  for (const row of rows) {
    const key = nameKey(row.client);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [row]);
    } else {
      known.push(row);
    }
  }
  return spellings(rows.map(({ client }) => client)).map(([client, key]) => ({ client, rows: groups.get(key) ?? [] }));
}

function refused(message: string): Problem {
  return new Problem('#VALUE!', message);
}
