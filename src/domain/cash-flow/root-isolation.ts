import { middleOf, reduced, type Bracket } from './dyadic';
import { bitLength, dyadicValue, magnitude, signOf, signVariations, type Polynomial } from './polynomial';
import { TaylorExpansion } from './taylor-expansion';
import type { WorkBudget } from './work-budget';

/** Most Taylor terms that are tried on an interval before it is split: few where each costs a pass over many coefficients. */
function maxOrder(f: Polynomial, interval: Bracket): number {
  const usual = f.length <= 128 ? 32 : 16;
  // Where even narrow intervals are undecided, several roots lie close together: only terms of their number's order can part them.
  return Math.max(usual, Math.min(64, interval.bits));
}

/**
 * Brackets in ascending order, each holding exactly one of the roots between 0 and 1; all those roots are covered. A root that is
 * met exactly gives a bracket of width 0. `f` has no repeated root, and 0 and 1 are not roots.
 *
 * One sign change: Descartes' rule of signs. Several: branch and prune (Moore, "Interval Analysis", 1966) in exact integer
 * arithmetic. An interval is done where Taylor's theorem about its middle keeps `f` from 0, or its derivative (then the signs at the
 * ends tell); otherwise it is split. Without repeated roots this ends.
 *
 * @throws the budget's problem where the work would exceed it; a root is never left out or made up
 *
 * @example isolateUnitRoots([-10n, 11n]): one bracket, around 10/11
 * @example isolateUnitRoots([3n, -16n, 16n]): two brackets, for 1/4 and 3/4
 */
export function isolateUnitRoots(f: Polynomial, budget: WorkBudget): Bracket[] {
  const start = wholeRange(f);
  const variations = signVariations(f);
  if (variations === 0) {
    return [];
  }
  if (variations === 1) {
    return signOf(f[0] ?? 0n) === signOf(dyadicValue(f, 1n, 0)) ? [] : [start];
  }

  const found: Bracket[] = [];
  const open = [start];
  for (let interval = open.pop(); interval !== undefined; interval = open.pop()) {
    const middle = middleOf(interval);
    const behaviour = behaviourOn(new TaylorExpansion(f, interval, middle, budget), maxOrder(f, interval));
    if (behaviour === 'monotone') {
      const root = rootOfMonotone(f, interval);
      if (root !== null) {
        found.push(root);
      }
    } else if (behaviour === 'unknown') {
      const finer = BigInt(middle.bits - interval.bits);
      open.push(reduced({ low: middle.numerator, high: interval.high << finer, bits: middle.bits }));
      open.push(reduced({ low: interval.low << finer, high: middle.numerator, bits: middle.bits }));
    }
  }
  return found;
}

/** Asks for ever more Taylor terms, up to `mostTerms`, until they tell. */
function behaviourOn(expansion: TaylorExpansion, mostTerms: number): 'without root' | 'monotone' | 'unknown' {
  for (let order = 2; ; order *= 2) {
    expansion.extend(order);
    if (expansion.excludesZero()) {
      return 'without root';
    }
    if (expansion.isMonotone()) {
      return 'monotone';
    }
    if (order >= mostTerms || expansion.isComplete()) {
      return 'unknown';
    }
  }
}

/** From a power of 2 below every positive root (Cauchy's bound) to 1. */
function wholeRange(f: Polynomial): Bracket {
  const constant = magnitude(f[0] ?? 0n);
  const largest = f.reduce((most, coefficient) => (magnitude(coefficient) > most ? magnitude(coefficient) : most), 0n);
  const bits = bitLength(constant + largest) - bitLength(constant) + 1;
  return { low: 1n, high: 1n << BigInt(bits), bits };
}

/** The interval itself, or its upper end, where a root lies above the lower end and not above the upper one. */
function rootOfMonotone(f: Polynomial, interval: Bracket): Bracket | null {
  const { low, high, bits } = interval;
  const atHigh = signOf(dyadicValue(f, high, bits));
  if (atHigh === 0) {
    return { low: high, high, bits };
  }
  return signOf(dyadicValue(f, low, bits)) === -atHigh ? interval : null;
}
