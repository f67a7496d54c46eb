import { claimOf, isFact, isLiving, moneyOf, tellsOfSpend, type ClientRow, type SpendRow } from './client-rows';
import { addSpends } from './add-by-currency';
import { compareText, nameKey } from './name-key';
import { messages, type NamedAmount } from '../messages/messages';
import { Problem, settleRows } from '../messages/problem';
import type { Money } from '../money/money';

/** Whose rows they are, as messages spell it. */
export interface Whose {
  readonly client: string;
  readonly vendor: string;
}

/** Why a row with a spend does not count: its service has a bill, it repeats a claim, it tells of money that is counted, claims disagree. */
export type NotCounted = 'bill-first' | 'same-claim' | 'same-money' | 'in-doubt';

/** What counts of the rows for one client, vendor and month, and why the others do not. */
export interface Decision {
  readonly counted: readonly SpendRow[];
  /** Why a row with a spend that is not superseded does not count. */
  readonly reasons: ReadonlyMap<ClientRow, NotCounted>;
  /** Why there is no figure; then nothing counts. */
  readonly problem: Problem | null;
}

/** One service's rows. */
interface Service {
  readonly key: string;
  /** What is taken as fact: it adds up. */
  readonly facts: readonly SpendRow[];
  /** Rival claims on the spend. */
  readonly claims: readonly SpendRow[];
  readonly rows: readonly ClientRow[];
}

/**
 * Decides what counts. Bills and accepted claims add up; if a service has one, its other claims do not count. If it has none, its
 * claims are rivals, of which one counts if they agree. What may be the same money is never added: a claim beside a bill of another or of
 * no service, or one without a service beside what has one, unless the amounts agree.
 */
export function decide(rows: readonly ClientRow[], whose: Whose): Decision {
  const reasons = new Map<ClientRow, NotCounted>();
  const services = servicesOf(rows);
  const facts = services.flatMap((service) => service.facts);
  const standing: SpendRow[] = [];
  try {
    for (const service of services) {
      if (hasFact(service)) {
        service.claims.forEach((row) => reasons.set(row, 'bill-first'));
        continue;
      }
      const agreed = agreedClaim(service, whose);
      service.claims.filter((row) => row !== agreed).forEach((row) => reasons.set(row, 'same-claim'));
      standing.push(...(agreed === null ? [] : [agreed]));
    }
    const own = standing.filter((claim) => !isSameAsFacts(claim, standing, facts, whose));
    const kept = own.filter((claim) => !isSameAsOtherClaims(claim, own, whose));
    standing.filter((row) => !kept.includes(row)).forEach((row) => reasons.set(row, 'same-money'));
    return { counted: [...facts, ...kept], reasons, problem: null };
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    const undecided = rows.filter((row) => row.spend !== null && isLiving(row) && !reasons.has(row));
    return { counted: [], reasons: new Map([...reasons, ...undecided.map(inDoubt)]), problem };
  }
}

function inDoubt(row: ClientRow): [ClientRow, NotCounted] {
  return [row, 'in-doubt'];
}

/** In an order that does not depend on that of the rows. */
function servicesOf(rows: readonly ClientRow[]): Service[] {
  const byKey = new Map<string, ClientRow[]>();
  for (const row of rows) {
    if (isLiving(row)) {
      const key = nameKey(row.service);
      const known = byKey.get(key);
      if (known) {
        known.push(row);
      } else {
        byKey.set(key, [row]);
      }
    }
  }
  return [...byKey]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, ofService]) => {
      const spends = ofService.filter((row): row is SpendRow => row.spend !== null);
      return {
        key,
        facts: spends.filter(isFact),
        claims: spends.filter((row) => !isFact(row)).sort(byAmountThenSource),
        rows: ofService,
      };
    });
}

/** Whether bills or accepted claims say what the service cost, be it by bounds alone. */
function hasFact({ rows }: Service): boolean {
  return rows.some((row) => isFact(row) && tellsOfSpend(row));
}

/**
 * The one of a service's claims that counts: the first by source, so that the order of rows does not matter.
 * @throws Problem if two of them name different amounts, or one an amount beyond the bounds that another gives
 */
function agreedClaim({ claims, rows }: Service, { client }: Whose): SpendRow | null {
  const [first] = claims;
  if (first === undefined) {
    return null;
  }
  const rivals = claims.filter((row, index) => index === 0 || !sameSpend(row, claims[index - 1] ?? row));
  const bounds = rows
    .filter((row) => !isFact(row) && row.more.spend !== null && !rivals.every((claim) => isWithin(claim, row)))
    .sort((a, b) => compareText(a.source, b.source) || a.row - b.row);
  if (rivals.length + bounds.length > 1) {
    throw new Problem(
      '#VALUE!',
      messages.sourcesDisagree(client, first.month, [...rivals, ...bounds].map(claimOf)),
      settleRows('AIClients', [...claims, ...bounds]),
    );
  }
  return first;
}

function isWithin(claim: SpendRow, { more: { spend } }: ClientRow): boolean {
  return (
    spend === null ||
    (claim.spend.currency === spend.currency &&
      claim.spend.amount >= (spend.low ?? -Infinity) &&
      claim.spend.amount <= (spend.high ?? Infinity))
  );
}

/**
 * Whether a claim tells of the very money that bills or accepted claims of other services tell of.
 * @throws Problem if it may, but the amounts do not agree
 */
function isSameAsFacts(
  claim: SpendRow,
  claims: readonly SpendRow[],
  facts: readonly SpendRow[],
  whose: Whose,
): boolean {
  const beside = facts.filter((fact) => mayBeSame(claim, fact));
  if (beside.length === 0) {
    return false;
  }
  const rivals = claims.filter((other) => beside.some((fact) => mayBeSame(other, fact)));
  const whole = addSpends(beside);
  const parts = servicesOf(beside).map((service) => addSpends(service.facts));
  const all = addSpends(rivals);
  const isOnePart =
    rivals.length === 1 && claim.service !== '' && parts.some((part) => sameAmounts(part, [moneyOf(claim)]));
  if (isOnePart || sameAmounts(whole, all)) {
    return true;
  }
  throw new Problem(
    '#VALUE!',
    messages.claimBesideBill(whose, claim.month, namedAmount(beside), namedAmount([claim])),
    settleRows('AIClients', [...beside, claim]),
  );
}

/** A bill may hold what a claim of another service tells of; two claims may only if one of them does not say of which service. */
function mayBeSame(claim: SpendRow, fact: SpendRow): boolean {
  return fact.basis === 'billed' || claim.service === '' || fact.service === '';
}

/**
 * Whether a claim that names no service tells of the very money that claims with a service tell of.
 * @throws Problem if the amounts do not agree
 */
function isSameAsOtherClaims(claim: SpendRow, claims: readonly SpendRow[], whose: Whose): boolean {
  const others = claims.filter((other) => other !== claim);
  if (claim.service !== '' || others.length === 0) {
    return false;
  }
  if (sameAmounts(addSpends(others), [moneyOf(claim)])) {
    return true;
  }
  throw new Problem(
    '#VALUE!',
    messages.claimBesideClaim(whose, claim.month, namedAmount(others), namedAmount([claim])),
    settleRows('AIClients', [...others, claim]),
  );
}

function namedAmount(rows: readonly SpendRow[]): NamedAmount {
  const texts = (of: (row: SpendRow) => string): string[] =>
    [...new Set(rows.map(of))].filter((text) => text !== '').sort(compareText);
  return {
    amounts: addSpends(rows),
    services: texts((row) => row.service),
    sources: texts((row) => row.source),
    rows: rows.map(({ row }) => row).sort((a, b) => a - b),
  };
}

function sameAmounts(a: readonly Money[], b: readonly Money[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ amount, currency }, at) => b[at]?.currency === currency && b[at].amount.eq(amount))
  );
}

function sameSpend(a: SpendRow, b: SpendRow): boolean {
  return a.spend.amount === b.spend.amount && a.spend.currency === b.spend.currency;
}

/** The largest first, and among equals the first by source. */
function byAmountThenSource(a: SpendRow, b: SpendRow): number {
  return (
    b.spend.amount - a.spend.amount ||
    compareText(a.spend.currency, b.spend.currency) ||
    compareText(a.source, b.source) ||
    a.row - b.row
  );
}
