import type { Bracket, Dyadic } from './dyadic';
import { bitLength, degree, magnitude, type Polynomial } from './polynomial';
import { BIG_INTEGER_OPERATION, type WorkBudget } from './work-budget';

/**
 * The first Taylor coefficients of a polynomial about a point of an interval within [0, 1], with a bound for the rest (Lagrange's
 * form of the remainder). All numbers are exact integers: the variable is counted in units of `2^-bits` of the point, and the
 * values are scaled by `2^(bits * degree)`.
 *
 * @example x^2 - 3 on [0, 1], about 1/2: -2.75 + h + h^2 with |h| <= 1/2 has no zero, for 2.75 > 1/2 + 1/4
 * @example x^2 + 2x on [0, 1], about 1/2: the derivative 3 + 2h has no zero, for 3 > 2 * 1/2
 */
export class TaylorExpansion {
  /** The terms not yet split off, as a polynomial: the quotient of the synthetic divisions so far. */
  private readonly quotient: bigint[];
  /** |coefficients| of f^(order) / order!, ascending. */
  private readonly bounds: bigint[];
  private readonly terms: bigint[] = [];
  private readonly point: bigint;
  private readonly top: bigint;
  private readonly radius: bigint;
  /** Work of one step of Horner's scheme. */
  private readonly stepWork: number;
  private boundOrder = 0;
  private remainder = 0n;

  constructor(
    f: Polynomial,
    interval: Bracket,
    point: Dyadic,
    private readonly budget: WorkBudget,
  ) {
    const finer = BigInt(point.bits - interval.bits);
    const below = point.numerator - (interval.low << finer);
    this.point = point.numerator;
    this.top = interval.high << finer;
    const above = this.top - point.numerator;
    this.radius = below > above ? below : above;
    const words = (bitLength(f[0] ?? 0n) + point.bits * degree(f)) / 64;
    this.stepWork = BIG_INTEGER_OPERATION + words * Math.ceil(point.bits / 64);
    budget.spend(2 * f.length * this.stepWork);
    this.quotient = f.map((coefficient, index) => coefficient << BigInt(point.bits * (degree(f) - index)));
    this.bounds = this.quotient.map(magnitude);
  }

  /** Whether no term is missing. */
  isComplete(): boolean {
    return this.quotient.length === 0;
  }

  /** Computes the terms below `order`, and the bound for the others. */
  extend(order: number): void {
    while (this.terms.length < order && !this.isComplete()) {
      this.terms.push(this.splitOffTerm());
    }
    this.remainder = this.remainderBound();
  }

  /** Whether the terms show that the polynomial has no zero on the interval. */
  excludesZero(): boolean {
    return this.dominates(0);
  }

  /** Whether the terms show that the derivative has no zero on the interval. */
  isMonotone(): boolean {
    return this.dominates(1);
  }

  /** Whether the first term of the derivative of that order (0 or 1) exceeds all others together, anywhere on the interval. */
  private dominates(order: 0 | 1): boolean {
    const factor = (index: number): bigint => (order === 0 ? 1n : BigInt(index));
    let others = this.remainder * factor(this.terms.length);
    for (let index = this.terms.length - 1; index > order; index--) {
      others = others * this.radius + magnitude(this.terms[index] ?? 0n) * factor(index);
    }
    return magnitude(this.terms[order] ?? 0n) > others * this.radius;
  }

  /** One synthetic division by `x - point`: the remainder is the next Taylor coefficient. */
  private splitOffTerm(): bigint {
    this.budget.spend(this.quotient.length * this.stepWork);
    let carry = 0n;
    for (let index = this.quotient.length - 1; index >= 0; index--) {
      carry = carry * this.point + (this.quotient[index] ?? 0n);
      this.quotient[index] = carry;
    }
    return this.quotient.shift() ?? 0n;
  }

  /** An upper bound on the interval of |f^(order) / order!|, order being the number of terms: all signs positive, at the upper end. */
  private remainderBound(): bigint {
    while (this.boundOrder < this.terms.length) {
      this.boundOrder++;
      this.bounds.shift();
      // From binomial(t, order - 1) to binomial(t, order), t being index + order.
      this.bounds.forEach(
        (bound, index) => (this.bounds[index] = (bound * BigInt(index + 1)) / BigInt(this.boundOrder)),
      );
    }
    this.budget.spend(this.bounds.length * this.stepWork);
    return this.bounds.reduceRight((value, bound) => value * this.top + bound, 0n);
  }
}
