import { Decimal, ONE, QUOTIENT_DIGITS, ZERO } from '../money/decimal';
import type { Bracket } from './dyadic';
import {
  degree,
  exactQuotient,
  homogeneousValue,
  primitivePart,
  reciprocal,
  signOf,
  signVariations,
  type Polynomial,
} from './polynomial';
import { Problem } from '../messages/problem';
import { isolateUnitRoots } from './root-isolation';
import { refineRoot } from './root-refinement';
import { WorkBudget } from './work-budget';

/** Rates are looked for below 10^6 per period, that is below a growth by 1,000,001. */
const LARGEST_GROWTH = 1_000_001n;

/**
 * Most work for the rates of one series: a few seconds at most. Usual flows need milliseconds, 1,500 noisy ones half a second; it is
 * reached by some 2,500 noisy flows, and by hundreds whose amounts are hundreds of orders of magnitude apart.
 */
const MAX_WORK = 3e9;

/** Quotients of refined roots, before they are rounded to 34 digits. */
const Working = Decimal.clone({ precision: 2 * QUOTIENT_DIGITS });

/**
 * All internal rates of return: the rates r per period, -1 < r < 10^6, at which the present value of the flows is 0 (Brealey, Myers
 * and Allen, "Principles of Corporate Finance", ch. 5), in ascending order and each once. 0.1 is 10 %.
 *
 * With x = 1 / (1 + r) the present value is a polynomial in x, so that no rate can escape: by Descartes' rule of signs flows that
 * change their sign once have one rate above -1; if they change it more often all roots are isolated in exact integer arithmetic.
 * Rates have 34 significant digits. If no rate is defined (no flows, all of them 0, or all of one sign) there is none.
 *
 * @param flows of period 0, 1, ..., the first of them not discounted; zeros at either end are allowed and change nothing
 * @throws Problem `#NUM!` if flows with several changes of sign would cost more work than a cell may: no guess is given
 *
 * @example internalRates([-100, 110]) = [0.1]
 * @example internalRates([-1600, 10000, -10000]) = [0.25, 4]
 */
export function internalRates(flows: readonly Decimal[]): Decimal[] {
  const all = discountPolynomial(flows);
  const variations = signVariations(all);
  if (variations === 0) {
    return [];
  }
  const budget = new WorkBudget(MAX_WORK, () => new Problem('#NUM!', tooClose(flows.length, variations)));
  const rest = withoutRootOne(all);
  const zero = degree(rest) < degree(all) ? [ZERO] : [];
  return [...negativeRates(reciprocal(rest), budget), ...zero, ...positiveRates(rest, budget)];
}

/** The flows without zeros at their ends, scaled to integers without a common divisor, as coefficients of x = 1 / (1 + r). */
function discountPolynomial(flows: readonly Decimal[]): Polynomial {
  const first = flows.findIndex((flow) => !flow.isZero());
  if (first < 0) {
    return [];
  }
  const trailingZeros = [...flows].reverse().findIndex((flow) => !flow.isZero());
  const decimals = flows.reduce((most, flow) => Math.max(most, flow.decimalPlaces()), 0);
  return primitivePart(
    flows.slice(first, flows.length - trailingZeros).map((flow) => BigInt(flow.toFixed(decimals).replace('.', ''))),
  );
}

/** Without the factors x - 1, which stand for the rate 0. */
function withoutRootOne(f: Polynomial): Polynomial {
  const quotient = exactQuotient(f, [-1n, 1n]);
  return quotient === null ? f : withoutRootOne(quotient);
}

/** Rates between -1 and 0 from the roots y = 1 + r of the flows in reverse order. */
function negativeRates(growth: Polynomial, budget: WorkBudget): Decimal[] {
  const { simple, brackets } = isolateUnitRoots(growth, budget);
  return brackets.map((bracket) => {
    const { middle, one } = midpoint(refineRoot(simple, bracket));
    const factor = Working.div(middle, one);
    // The digits go if they tell: near -1 into 1 + r, which must not vanish, near 0 into r.
    return factor.lessThan(0.5)
      ? exact(rounded(factor)).minus(ONE)
      : exact(rounded(Working.div(middle.minus(one), one)));
  });
}

/** Rates between 0 and 10^6 from the roots x = 1 / (1 + r). */
function positiveRates(discount: Polynomial, budget: WorkBudget): Decimal[] {
  const { simple, brackets } = isolateUnitRoots(discount, budget);
  return brackets
    .map((bracket) => refineRoot(simple, bracket))
    .filter((bracket) => isWithinRange(simple, bracket))
    .map((bracket) => {
      const { middle, one } = midpoint(bracket);
      return exact(rounded(Working.div(one.minus(middle), middle)));
    })
    .reverse();
}

/** Whether the root in the bracket lies above 1 / (1 + 10^6), decided exactly where the bracket holds that bound. */
function isWithinRange(discount: Polynomial, { low, high, bits }: Bracket): boolean {
  const one = 1n << BigInt(bits);
  if (low * LARGEST_GROWTH > one) {
    return true;
  }
  if (high * LARGEST_GROWTH <= one) {
    return false;
  }
  return signOf(homogeneousValue(discount, 1n, LARGEST_GROWTH)) === signOf(homogeneousValue(discount, low, one));
}

function midpoint({ low, high, bits }: Bracket): { middle: Decimal; one: Decimal } {
  return { middle: new Decimal((low + high).toString()), one: new Decimal((1n << BigInt(bits + 1)).toString()) };
}

/** To 34 digits, half to even. Ten digits more come first: a rate that lies exactly half-way must not be taken for one just beside it. */
function rounded(value: Decimal): Decimal {
  return value.toSignificantDigits(QUOTIENT_DIGITS + 10).toSignificantDigits(QUOTIENT_DIGITS, Decimal.ROUND_HALF_EVEN);
}

/** The same value as a Decimal whose sums and products are exact. */
function exact(value: Decimal): Decimal {
  return new Decimal(value);
}

/** Said by this file alone, so that the functions' script does not carry it. */
function tooClose(flows: number, changes: number): string {
  return `The ${flows} net flows change sign ${changes} times: their rates of return are too many or too close together to tell apart. Use longer periods, or "net" with a rate.`;
}
