import type { ExactAmount } from './bill-summary';

/** Amounts of one scale: `safe + beyond` times ten to the power of minus `scale`. */
interface ScaleSum {
  readonly scale: number;
  /** A whole number below 2^53, so that adding to it is exact and quick. */
  safe: number;
  /** What had no more room in `safe`. */
  beyond: bigint;
}

/** An exact sum of decimal amounts, kept apart by scale until it is asked for. */
export type ExactSum = ScaleSum[];

/** Adds `unscaled` times ten to the power of minus `scale`. An `unscaled` that is a number is whole and below 2^53. */
export function addAmount(sum: ExactSum, unscaled: number | bigint, scale: number): void {
  const part = partOf(sum, scale);
  if (typeof unscaled === 'bigint') {
    part.beyond += unscaled;
    return;
  }
  const next = part.safe + unscaled;
  if (Math.abs(next) <= Number.MAX_SAFE_INTEGER) {
    part.safe = next;
  } else {
    part.beyond += BigInt(part.safe) + BigInt(unscaled);
    part.safe = 0;
  }
}

/** Adds all of `other`. */
export function addSum(sum: ExactSum, other: ExactSum): void {
  for (const { scale, safe, beyond } of other) {
    addAmount(sum, safe, scale);
    addAmount(sum, beyond, scale);
  }
}

/** Adds an amount that `exactText` wrote. */
export function addExactText(sum: ExactSum, amount: ExactAmount): void {
  const point = amount.indexOf('.');
  if (point < 0) {
    addAmount(sum, BigInt(amount), 0);
  } else {
    addAmount(sum, BigInt(amount.slice(0, point) + amount.slice(point + 1)), amount.length - point - 1);
  }
}

/** The sum to its last digit. */
export function exactText(sum: ExactSum): ExactAmount {
  const scale = sum.reduce((most, part) => Math.max(most, part.scale), 0);
  const unscaled = sum.reduce(
    (total, part) => total + (BigInt(part.safe) + part.beyond) * 10n ** BigInt(scale - part.scale),
    0n,
  );
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits.slice(digits.length - scale).replace(/(?<!0)0+$/, '');
  return decimals === '' ? `${sign}${whole}` : `${sign}${whole}.${decimals}`;
}

function partOf(sum: ExactSum, scale: number): ScaleSum {
  for (const part of sum) {
    if (part.scale === scale) {
      return part;
    }
  }
  const part = { scale, safe: 0, beyond: 0n };
  sum.push(part);
  return part;
}
