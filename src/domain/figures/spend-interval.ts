import type { AccountMonth } from '../ledger/account';
import { addByCurrency } from '../ledger/add-by-currency';
import { claimOf, isFact, isLiving, tellsOfSpend, type ClientRow } from '../ledger/client-rows';
import { compareText, nameKey } from '../ledger/name-key';
import type { SpendGroup } from '../ledger/spend-group';
import { messages } from '../messages/messages';
import { revenueMessages } from '../messages/revenue-messages';
import { Problem, settleRows } from '../messages/problem';
import { Decimal } from '../money/decimal';
import type { Currency } from '../money/currency';
import type { Money } from '../money/money';
import { addIntervals, ANYTHING, intersection, pointAt, type Interval } from './interval';

/** Where a spend lies, the amounts of each currency by themselves. */
export interface SpendInterval {
  readonly low: readonly Money[];
  /** Null: there is no telling how high. */
  readonly high: readonly Money[] | null;
}

/** Intervals by currency; without one it is a spend of which nothing is known, not even in which currency. */
interface Sum {
  readonly known: ReadonlyMap<Currency, Interval>;
  readonly open: boolean;
}

const NOTHING: Sum = { known: new Map(), open: false };
const UNKNOWN: Sum = { known: new Map(), open: true };

/** Whether the month has a spend, by a point or by a bound, or a broken row that may have one. */
export function tellsOfAnySpend(month: AccountMonth): boolean {
  return month.onRecord || month.groups.some(groupTells);
}

/** Whether the rows tell of a spend, by a point or by a bound. */
export function groupTells(group: SpendGroup): boolean {
  return group.rows.some(tellsOfSpend);
}

/**
 * Where the spend of one client with a vendor in a month lies. As `decide` decides of points: bills and accepted claims add up, rival
 * claims lie where all of them say, and what may be the same money is not added.
 *
 * @throws Problem `#VALUE!` if claims exclude each other, or may be the same money and exclude each other
 */
export function spendInterval(group: SpendGroup): SpendInterval {
  const living = group.rows.filter(isLiving);
  const facts = addAll(living.filter(isFact).map(sumOf));
  const claims = claimsByService(living, group);
  const billed = living.some((row) => row.basis === 'billed' && tellsOfSpend(row));
  const known = living.filter((row) => isFact(row) && tellsOfSpend(row));
  const untold = known.some((row) => nameKey(row.service) === '');
  const besideFacts = claims.filter(({ service }) => billed || untold || (known.length > 0 && service === ''));
  const rest = claims.filter((claim) => !besideFacts.includes(claim));
  if (!isOnePart(besideFacts, known) && besideFacts.length > 0) {
    requireMeeting(facts, addAll(besideFacts.map(({ sum }) => sum)), group);
  }
  const whole = rest.find(({ service }) => service === '');
  const parts = rest.filter((claim) => claim !== whole);
  const told =
    whole === undefined || parts.length === 0
      ? addAll(rest.map(({ sum }) => sum))
      : requireMeeting(addAll(parts.map(({ sum }) => sum)), whole.sum, group);
  return amountsOf(addAll([facts, told]));
}

/** Where lies what was spent in the month: also of who has rows in it, but does not tell how much. */
export function monthInterval({ groups }: AccountMonth): SpendInterval {
  const living = groups.filter(({ rows }) => rows.some(isLiving));
  return addSpendIntervals(living.map(spendInterval));
}

/** Whether the only claim beside bills may tell of what the bills say of one service. */
function isOnePart([claim, ...others]: readonly Claims[], facts: readonly ClientRow[]): boolean {
  if (claim === undefined || others.length > 0 || claim.service === '') {
    return false;
  }
  const services = [...new Set(facts.map((row) => nameKey(row.service)))];
  return services.some(
    (service) => meet(addAll(facts.filter((row) => nameKey(row.service) === service).map(sumOf)), claim.sum) !== null,
  );
}

interface Claims {
  readonly service: string;
  readonly sum: Sum;
}

/** Where the claims on each service lie that has neither a bill nor an accepted claim. */
function claimsByService(rows: readonly ClientRow[], group: SpendGroup): Claims[] {
  const services = [...new Set(rows.map((row) => nameKey(row.service)))].sort(compareText);
  return services.flatMap((service) => {
    const ofService = rows.filter((row) => nameKey(row.service) === service);
    const claims = ofService.filter((row) => !isFact(row));
    const hasFact = ofService.some((row) => isFact(row) && tellsOfSpend(row));
    return hasFact || claims.length === 0 ? [] : [{ service, sum: meetingOf(claims, group) }];
  });
}

function meetingOf(claims: readonly ClientRow[], { client, month }: SpendGroup): Sum {
  const sums = claims.map(sumOf);
  const met = sums.reduce<Sum | null>((all, sum) => (all === null ? null : meet(all, sum)), UNKNOWN);
  if (met !== null) {
    return met;
  }
  const said = claims
    .filter(tellsOfSpend)
    .map(claimOf)
    .sort((a, b) => compareText(a.said, b.said) || compareText(a.source, b.source));
  throw new Problem('#VALUE!', messages.sourcesDisagree(client, month, said), settleRows('AIClients', claims));
}

/** @throws Problem if what is told twice cannot be the same money */
function requireMeeting(a: Sum, b: Sum, { client, vendor, month, rows }: SpendGroup): Sum {
  const met = meet(a, b);
  if (met === null) {
    const telling = rows
      .filter((row) => row.basis !== 'superseded' && (row.spend !== null || row.more.spend !== null))
      .sort((one, other) => one.row - other.row);
    throw new Problem(
      '#VALUE!',
      revenueMessages.mayBeSameMoney({ client, vendor }, month, telling.map(claimOf)),
      settleRows('AIClients', telling),
    );
  }
  return met;
}

/** Where an amount lies of which both tell; null if there is no such amount. */
function meet(a: Sum, b: Sum): Sum | null {
  if (a.known.size === 0 || b.known.size === 0) {
    const [nothing, other] = a.known.size === 0 ? [a, b] : [b, a];
    return nothing.open ? other : other.open || other.known.size === 0 ? nothing : null;
  }
  const met = new Map<Currency, Interval>();
  for (const currency of new Set([...a.known.keys(), ...b.known.keys()])) {
    const [left, right] = [a.known.get(currency), b.known.get(currency)];
    const both = left === undefined || right === undefined ? null : intersection(left, right);
    if (both === null) {
      return null;
    }
    met.set(currency, both);
  }
  return { known: met, open: a.open && b.open };
}

function addAll(sums: readonly Sum[]): Sum {
  return sums.reduce((all, { known, open }) => {
    const added = new Map(all.known);
    for (const [currency, interval] of known) {
      const before = added.get(currency);
      added.set(currency, before === undefined ? interval : addIntervals(before, interval));
    }
    return { known: added, open: all.open || open };
  }, NOTHING);
}

function sumOf({ spend, more }: ClientRow): Sum {
  if (spend !== null) {
    return { known: new Map([[spend.currency, pointAt(new Decimal(spend.amount))]]), open: false };
  }
  return more.spend === null
    ? UNKNOWN
    : { known: new Map([[more.spend.currency, intervalOf(more.spend)]]), open: false };
}

/** Of a side that is not known, a spend is 0 or more. */
export function intervalOf({ low, high }: { readonly low: number | null; readonly high: number | null }): Interval {
  const top = high === null ? null : new Decimal(high);
  const bottom = low === null ? ANYTHING.low : new Decimal(low);
  return { low: low === null && top?.isNegative() === true ? top : bottom, high: top };
}

function amountsOf({ known, open }: Sum): SpendInterval {
  const entries = [...known].sort(([a], [b]) => compareText(a, b));
  const high = entries.flatMap(([currency, interval]) =>
    interval.high === null ? [] : [{ amount: interval.high, currency }],
  );
  return {
    low: entries.map(([currency, interval]) => ({ amount: interval.low, currency })),
    high: open || high.length < entries.length ? null : high,
  };
}

/** The spends of several clients, or of several months. */
export function addSpendIntervals(intervals: readonly SpendInterval[]): SpendInterval {
  const low = addByCurrency(intervals.flatMap((interval) => interval.low));
  return intervals.some((interval) => interval.high === null)
    ? { low, high: null }
    : { low, high: addByCurrency(intervals.flatMap((interval) => interval.high ?? [])) };
}
