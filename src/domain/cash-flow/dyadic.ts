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
 * A point inside the bracket, so chosen that very small roots are reached in few steps: above 0 a much smaller power of 2; between
 * ends that differ by more than a factor of 4 the power of 2 nearest to their geometric mean; else the arithmetic mean.
 */
export function middleOf({ low, high, bits }: Bracket): Dyadic {
  if (low === 0n) {
    return { numerator: 1n, bits: 2 * bits + 1 };
  }
  return high > 4n * low
    ? { numerator: 1n << BigInt((bitLength(low) + bitLength(high)) >> 1), bits }
    : { numerator: low + high, bits: bits + 1 };
}

/** The brackets below and above a point inside the bracket. */
export function cutAt({ low, high, bits }: Bracket, point: Dyadic): [below: Bracket, above: Bracket] {
  const finer = BigInt(point.bits - bits);
  return [
    { low: low << finer, high: point.numerator, bits: point.bits },
    { low: point.numerator, high: high << finer, bits: point.bits },
  ];
}
