import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Decimal arithmetic that is exact for sums, differences and products.
 *
 * The precision is far beyond what doubles and our formulas can need (a sum of 1e308 and 1e-308 has 617
 * digits), and decimal.js does not pay for digits that are not there. Only a quotient can be inexact: use `divide`.
 */
export const Decimal = DecimalJs.clone({ precision: 2000, defaults: true, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = DecimalJs;

/** Significant digits that a quotient or a power keeps. */
export const QUOTIENT_DIGITS = 34;

/** For quotients and powers: IEEE 754 decimal128's digits and its rounding, half to even. */
export const Quotient = DecimalJs.clone({
  precision: QUOTIENT_DIGITS,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  defaults: true,
});

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** `a / b`, rounded to 34 significant digits, half to even. The caller has made sure that `b` is not zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return new Decimal(Quotient.div(a, b));
}

/** The exact sum of `amounts`; 0 for none. */
export function sum(amounts: Iterable<Decimal>): Decimal {
  let total: Decimal | null = null;
  for (const amount of amounts) {
    total = total === null ? amount : total.plus(amount);
  }
  return total ?? ZERO;
}

/** Cells are counted in these parts of one. */
const PARTS = 10_000;
/** So many parts have 15 digits, which no other double is shown with. */
const MOST_PARTS = 1e15;

/**
 * The exact sum of what cells hold, each the decimal number that it shows in full; 0 for none. Those of at most four decimals are counted
 * in whole numbers, which takes a tenth of the time: a ledger has many rows.
 */
export function sumOfCells(values: readonly number[]): Decimal {
  let total = ZERO;
  let counted = 0;
  for (const value of values) {
    const parts = Math.round(value * PARTS);
    if (Math.abs(parts) < MOST_PARTS && Math.abs(counted) < MOST_PARTS && parts / PARTS === value) {
      counted += parts;
    } else {
      total = total.plus(value);
    }
  }
  return total.plus(new Decimal(counted).div(PARTS));
}

/** The double nearest to `value`, which is what a cell can hold; never -0, which a cell cannot. */
export function toDouble(value: Decimal): number {
  return value.toNumber() + 0;
}
