import { bitLength } from './polynomial';

/** The numbers from `low / 2^bits` to `high / 2^bits`. */
export interface Bracket {
  readonly low: bigint;
  readonly high: bigint;
  readonly bits: number;
}

/** The number `numerator / 2^bits`. */
export interface Dyadic {
  readonly numerator: bigint;
  readonly bits: number;
}

/**
 * A point inside the interval: the power of 2 nearest to the geometric mean while the ends differ by more than a factor of 4,
 * so that very small roots are reached in few steps, then the arithmetic mean.
 */
export function middleOf({ low, high, bits }: Bracket): Dyadic {
  return high > 4n * low
    ? { numerator: 1n << BigInt((bitLength(low) + bitLength(high)) >> 1), bits }
    : { numerator: low + high, bits: bits + 1 };
}

/** The same interval with the smallest numerators. */
export function reduced({ low, high, bits }: Bracket): Bracket {
  let spare = 0;
  while (spare < bits && (((low | high) >> BigInt(spare)) & 1n) === 0n) {
    spare++;
  }
  return { low: low >> BigInt(spare), high: high >> BigInt(spare), bits: bits - spare };
}
