import type { Period } from '../arguments/period';
import type { AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { moneyOf, type SpendRow } from '../ledger/client-rows';
import { entryOf } from '../ledger/entry-of';
import { nameKey } from '../ledger/name-key';
import { baseQuantity, unitOf } from '../ledger/units';
import { bridgeMessages } from '../messages/bridge-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { Decimal, divide, ONE, sum, ZERO } from '../money/decimal';
import type { Money } from '../money/money';
import { EFFECTS, type Bridged, type Effect } from './bridge-words';
import { nameIn } from './client-ranking';
import { periodPair, type KnownPeriod, type PeriodPair } from './period-pair';

export interface BridgeQuestion {
  readonly client: string;
  readonly from: Period;
  readonly to: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
  readonly vendor: string;
  readonly by: Bridged;
}

/** Why a spend changed from one period to another: effects that add up to the change to the last digit. */
export interface Bridge extends PeriodPair {
  readonly by: Bridged;
  readonly effects: Readonly<Record<Effect, Decimal>>;
  /** The parts whose price and quantity are known in both periods, by what their quantities count. */
  readonly compared: readonly UnitGroup[];
}

/** What has quantities of one unit in both periods. */
export interface UnitGroup {
  readonly kind: string;
  readonly parts: readonly ComparedPart[];
}

export interface ComparedPart {
  readonly name: string;
  readonly quantities: readonly [Decimal, Decimal];
  /** Both at the first period's rates. */
  readonly values: readonly [Decimal, Decimal];
}

/** A row that counts. */
interface Counted {
  readonly name: string;
  readonly month: AccountMonth;
  readonly money: Money;
  /** Null: it has no quantity. */
  readonly used: { readonly kind: string; readonly direction: string | null; readonly quantity: Decimal } | null;
}

/** The rate at which a row is counted. */
type RateOf = (row: Counted) => Decimal;

/**
 * Why a spend changed between two periods: by volume, mix and price if quantities are known, by rates, by what is new or gone.
 *
 * @throws Problem `#VALUE!` for `client` beside one client; else as `spend` does
 */
export function bridge(book: Book, question: BridgeQuestion): Bridge {
  const everyone = book.clients().account(question.client, question.vendor);
  if (question.by === 'client' && everyone.client !== null) {
    throw new Problem('#VALUE!', bridgeMessages.byClientNeedsAll(everyone.client));
  }
  const pair = periodPair(book, everyone, question);
  const [before, after] = [rowsIn(pair.first, question.by), rowsIn(pair.second, question.by)];
  const atMonth: RateOf = ({ money: { currency }, month: { month } }) =>
    currency === pair.currency ? ONE : book.rates().cross(currency, pair.currency, month).rate;
  const [old, fresh] = [byName(before), byName(after)];
  const atFirst = firstRates(pair, old, atMonth);
  const left = before.filter(({ name }) => !fresh.has(nameKey(name)));
  const came = after.filter(({ name }) => !old.has(nameKey(name)));
  const stayed = after.filter(({ name }) => old.has(nameKey(name)));
  const first = worth(before, atMonth).minus(worth(left, atMonth));
  const second = worth(stayed, atFirst);
  const compared = comparedParts(old, fresh, atMonth, atFirst);
  const known = compared.map(volumeMixPrice);
  const total = (effect: 'Volume' | 'Mix' | 'Price'): Decimal => sum(known.map((effects) => effects[effect]));
  const explained = { Volume: total('Volume'), Mix: total('Mix'), Price: total('Price') };
  const effects = {
    ...explained,
    FX: worth(stayed, atMonth).minus(second),
    New: worth(came, atMonth),
    Gone: worth(left, atMonth).negated(),
    Unexplained: second.minus(first).minus(sum(Object.values(explained))),
  };
  return { ...pair, by: question.by, compared, effects: withoutDust(effects, first.abs().plus(second.abs())) };
}

/** What divisions leave in their 34th digit is no effect. */
const DUST = new Decimal('1e-25');

/** Takes such remains to the largest effect, so that the sum stays what it is. */
function withoutDust(effects: Bridge['effects'], scale: Decimal): Bridge['effects'] {
  const limit = scale.times(DUST);
  const isDust = (effect: Effect): boolean => effects[effect].abs().lessThanOrEqualTo(limit);
  const dust = sum(EFFECTS.filter(isDust).map((effect) => effects[effect]));
  const largest = EFFECTS.reduce((most, effect) =>
    effects[effect].abs().greaterThan(effects[most].abs()) ? effect : most,
  );
  const cleaned = EFFECTS.map((effect): [Effect, Decimal] => {
    const kept = isDust(effect) ? ZERO : effects[effect];
    return [effect, effect === largest ? kept.plus(dust) : kept];
  });
  return Object.fromEntries(cleaned) as Bridge['effects'];
}

/** The effects in their order, and that they are all. */
export function effectsInOrder({ effects }: Bridge): readonly (readonly [Effect, Decimal])[] {
  return EFFECTS.map((effect) => [effect, effects[effect]]);
}

function rowsIn({ months }: KnownPeriod, by: Bridged): Counted[] {
  return months.flatMap((month) =>
    month.groups.flatMap((group) =>
      group.counted().map((row) => ({ name: nameIn(by, group, row), month, money: moneyOf(row), used: usedIn(row) })),
    ),
  );
}

function usedIn({ more: { quantity, unit } }: SpendRow): Counted['used'] {
  if (quantity === null) {
    return null;
  }
  const { kind, direction } = unitOf(unit);
  return { kind, direction, quantity: baseQuantity(quantity, unit) };
}

function byName(rows: readonly Counted[]): Map<string, Counted[]> {
  const found = new Map<string, Counted[]>();
  for (const row of rows) {
    entryOf(found, nameKey(row.name), (): Counted[] => []).push(row);
  }
  return found;
}

function worth(rows: readonly Counted[], rateOf: RateOf): Decimal {
  return sum(rows.map((row) => row.money.amount.times(rateOf(row))));
}

/**
 * The rate of the first period, for a row of the second: if the period has several months, their mean, weighted by what was then spent
 * on the same; not weighted where nothing was, or one of its rows is a credit.
 */
function firstRates(
  { first, currency: to }: PeriodPair,
  old: ReadonlyMap<string, readonly Counted[]>,
  atMonth: RateOf,
): RateOf {
  const known = new Map<string, Decimal>();
  const rateOf = (row: Counted): Decimal => {
    const same = (old.get(nameKey(row.name)) ?? []).filter((other) => isSame(other, row));
    return meanRate(
      same,
      first.months.map((month) => ({ ...row, month })),
      atMonth,
    );
  };
  return (row) => {
    if (row.money.currency === to) {
      return ONE;
    }
    const key = [nameKey(row.name), row.money.currency, row.used?.kind ?? ' '].join('\n');
    const rate = known.get(key) ?? rateOf(row);
    known.set(key, rate);
    return rate;
  };
}

function isSame(a: Counted, b: Counted): boolean {
  return a.money.currency === b.money.currency && a.used?.kind === b.used?.kind;
}

function meanRate(same: readonly Counted[], inEachMonth: readonly Counted[], atMonth: RateOf): Decimal {
  const isWeighted = same.length > 0 && same.every(({ money }) => money.amount.greaterThan(ZERO));
  const rows = isWeighted ? same : inEachMonth.map((row) => ({ ...row, money: { ...row.money, amount: ONE } }));
  const [only] = rows;
  if (only !== undefined && rows.every(({ month }) => month === only.month)) {
    return atMonth(only);
  }
  return divide(worth(rows, atMonth), sum(rows.map(({ money }) => money.amount)));
}

/** What stayed and has quantities above 0 of one unit in both periods. */
function comparedParts(
  old: ReadonlyMap<string, readonly Counted[]>,
  fresh: ReadonlyMap<string, readonly Counted[]>,
  atMonth: RateOf,
  atFirst: RateOf,
): UnitGroup[] {
  const groups = new Map<string, ComparedPart[]>();
  for (const key of [...fresh.keys()].sort()) {
    const [before, after] = [old.get(key) ?? [], fresh.get(key) ?? []];
    const kinds = new Set(before.flatMap(({ used }) => used?.kind ?? []));
    for (const kind of kinds) {
      const of = (rows: readonly Counted[]): Counted[] => rows.filter(({ used }) => used?.kind === kind);
      for (const [way, first, second] of byDirection(of(before), of(after))) {
        const quantities = [quantityOf(first), quantityOf(second)] as const;
        if (quantities.every((quantity) => quantity.greaterThan(ZERO))) {
          const values = [worth(first, atMonth), worth(second, atFirst)] as const;
          const name = `${before[0]?.name ?? key}${way === null ? '' : `, ${way}`}`;
          entryOf(groups, kind, (): ComparedPart[] => []).push({ name, quantities, values });
        }
      }
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, parts]) => ({ kind, parts }));
}

/** Tokens of each direction have a price of their own: they are told apart if both periods have the same directions. */
function byDirection(
  before: readonly Counted[],
  after: readonly Counted[],
): (readonly [direction: string | null, before: readonly Counted[], after: readonly Counted[]])[] {
  const [old, fresh] = [directionsOf(before), directionsOf(after)];
  if (old.size !== fresh.size || ![...old].every((way) => fresh.has(way))) {
    return [[null, before, after]];
  }
  const going = (rows: readonly Counted[], way: string | null): Counted[] =>
    rows.filter(({ used }) => (used?.direction ?? null) === way);
  return [...old].sort().map((way) => [way, going(before, way), going(after, way)]);
}

function directionsOf(rows: readonly Counted[]): Set<string | null> {
  return new Set(rows.map(({ used }) => used?.direction ?? null));
}

function quantityOf(rows: readonly Counted[]): Decimal {
  return sum(rows.map(({ used }) => used?.quantity ?? ZERO));
}

/** Price: what the second period's quantities cost more than at first; volume: more of them at the first mean price; mix: the rest. */
function volumeMixPrice({ parts }: UnitGroup): Readonly<Record<'Volume' | 'Mix' | 'Price', Decimal>> {
  const [quantity0, quantity1] = [0, 1].map((at) => sum(parts.map(({ quantities }) => quantities[at] ?? ZERO)));
  const [value0, value1] = [0, 1].map((at) => sum(parts.map(({ values }) => values[at] ?? ZERO)));
  if (quantity0 === undefined || quantity1 === undefined || value0 === undefined || value1 === undefined) {
    throw new Error('There are two periods');
  }
  const price = sum(parts.map(({ quantities: [q0, q1], values: [v0, v1] }) => v1.minus(divide(v0.times(q1), q0))));
  const volume = divide(quantity1.minus(quantity0).times(value0), quantity0);
  return { Price: price, Volume: volume, Mix: value1.minus(value0).minus(price).minus(volume) };
}
