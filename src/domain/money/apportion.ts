import type { Decimal } from './decimal';
import { sum, ZERO } from './decimal';

/**
 * Splits a whole number of units by weights. Each part is its share rounded down; the units that are left go one by one to the parts
 * that lost most by that, of equals to the earlier: the parts add up exactly (the method of the largest remainder).
 *
 * @param units a whole number, 0 or more
 * @param weights 0 or more each, not all 0
 */
export function apportion(units: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights);
  // Exactly: remainders are compared as numerators over the sum of the weights.
  const shares = weights.map((weight, at) => {
    const numerator = units.times(weight);
    const part = numerator.divToInt(whole);
    return { at, part, rest: numerator.minus(part.times(whole)) };
  });
  const left = units.minus(sum(shares.map(({ part }) => part))).toNumber();
  const favoured = [...shares].sort((a, b) => b.rest.comparedTo(a.rest) || a.at - b.at).slice(0, left);
  const plusOne = new Set(favoured.map(({ at }) => at));
  return shares.map(({ at, part }) => part.plus(plusOne.has(at) ? 1 : ZERO));
}
