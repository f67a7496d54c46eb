import { cutAt, middleOf, type Bracket } from './dyadic';
import {
  bitLength,
  degree,
  dyadicValue,
  greatestCommonDivisor,
  magnitude,
  signOf,
  signVariations,
  type Polynomial,
} from './polynomial';
import { squareFreePart } from './square-free';
import { BIG_INTEGER_OPERATION, type WorkBudget } from './work-budget';

/** How far an isolation goes. */
interface Reach {
  /** Longer coefficients are rounded to so many bits. */
  readonly coefficientBits: number;
  /** Brackets that need more bits are not cut further. */
  readonly bracketBits: number;
}

/** Enough for nearly every series of flows; then as far as rounded coefficients tell; then to the end. */
const [FIRST_LOOK, ROUNDED, EXACT]: readonly [Reach, Reach, Reach] = [
  { coefficientBits: 1024, bracketBits: 16 },
  { coefficientBits: 1024, bracketBits: Infinity },
  { coefficientBits: Infinity, bracketBits: Infinity },
];

/** Roots parted from each other. */
export interface IsolatedRoots {
  /** `f` itself, or `f` with each of its roots once: it changes its sign at every root. */
  readonly simple: Polynomial;
  /** In ascending order, each with exactly one of the roots inside, and together with all of them. */
  readonly brackets: readonly Bracket[];
}

/**
 * A bracket and the Bernstein coefficients there of the polynomial, times a positive number. By Descartes' rule of signs the
 * polynomial has as many roots inside the bracket as they change their sign, or fewer by an even number.
 */
interface Piece {
  readonly bracket: Bracket;
  readonly coefficients: Polynomial;
  /** By how much a coefficient can be wrong, at most. */
  readonly error: bigint;
}

/** What a word of a long sum costs, memory and all, in multiplications of words. */
const WORD_OF_SUM = 4;

const UNIT: Bracket = { low: 0n, high: 1n, bits: 0 };

/**
 * Brackets for the roots between 0 and 1; 0 and 1 are not roots of `f`.
 *
 * Descartes' rule of signs with bisection (Collins and Akritas, 1976) on Bernstein coefficients (Mourrain, Rouillier and Roy, 2005):
 * if they change their sign once there is one root, if they do not change it there is none, and the rest is cut in two. Long
 * coefficients are rounded, with a known error, until that leaves a sign in doubt. If roots are very close, perhaps one and the same,
 * each root is taken once: then narrow brackets change the sign at most once, and this ends.
 *
 * @throws the budget's problem if the work would exceed it; a root is never left out or made up
 *
 * @example isolateUnitRoots([-10n, 11n]): one bracket, around 10/11
 * @example isolateUnitRoots([3n, -16n, 16n]): two brackets, for 1/4 and 3/4
 */
export function isolateUnitRoots(f: Polynomial, budget: WorkBudget): IsolatedRoots {
  if (signVariations(f) < 2) {
    return { simple: f, brackets: signOf(f[0] ?? 0n) === signOf(dyadicValue(f, 1n, 0)) ? [] : [UNIT] };
  }
  const brackets = isolate(f, budget, FIRST_LOOK);
  if (brackets !== null) {
    return { simple: f, brackets };
  }
  const simple = squareFreePart(f, budget);
  return { simple, brackets: isolate(simple, budget, ROUNDED) ?? isolate(simple, budget, EXACT) ?? [] };
}

/** The brackets, or null if they are beyond reach. */
function isolate(f: Polynomial, budget: WorkBudget, reach: Reach): Bracket[] | null {
  const found: Bracket[] = [];
  const open: Piece[] = [rounded({ bracket: UNIT, coefficients: bernsteinCoefficients(f, budget), error: 0n }, reach)];
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const { coefficients, error } = piece;
    if (error > 0n && coefficients.some((coefficient) => magnitude(coefficient) <= error)) {
      return null;
    }
    const variations = signVariations(coefficients);
    if (variations === 1) {
      found.push(piece.bracket);
    } else if (variations > 1) {
      if (piece.bracket.bits > reach.bracketBits) {
        return null;
      }
      const [below, above] = cut(piece, budget);
      open.push(rounded(above, reach), rounded(below, reach));
    }
  }
  return found;
}

function rounded({ bracket, coefficients, error }: Piece, { coefficientBits }: Reach): Piece {
  const excess = BigInt(Math.max(0, longest(coefficients) - coefficientBits));
  return excess === 0n
    ? { bracket, coefficients, error }
    : {
        bracket,
        coefficients: coefficients.map((coefficient) => coefficient >> excess),
        error: (error >> excess) + 2n,
      };
}

/** Bernstein coefficients on [0, 1], times the least common multiple of the binomials that they are divided by. */
function bernsteinCoefficients(f: Polynomial, budget: WorkBudget): Polynomial {
  const last = degree(f);
  // The coefficients of (1 + x)^last f(x / (1 + x)), from the last to the first, by Taylor's shift: coefficient i is that of
  // Bernstein's basis times the binomial of `last` over i.
  const shifted = [...f].reverse();
  spendOnTriangle(budget, shifted, longest(shifted), 1);
  for (let start = 0; start < last; start++) {
    for (let index = last - 1; index >= start; index--) {
      shifted[index] = (shifted[index] ?? 0n) + (shifted[index + 1] ?? 0n);
    }
  }
  // lcm(binomials of `last`) = lcm(1, ..., last + 1) / (last + 1).
  let multiple = 1n;
  for (let factor = 2n; factor <= BigInt(last + 1); factor++) {
    multiple = (multiple * factor) / greatestCommonDivisor(factor, multiple % factor);
  }
  multiple /= BigInt(last + 1);
  let binomial = 1n;
  return shifted.reverse().map((coefficient, index) => {
    const scaled = coefficient * (multiple / binomial);
    binomial = (binomial * BigInt(last - index)) / BigInt(index + 1);
    return scaled;
  });
}

/** Cuts a piece in two at a point that is not a root. */
function cut({ bracket, coefficients, error }: Piece, budget: WorkBudget): [Piece, Piece] {
  let [below, above] = cutAt(bracket, middleOf(bracket));
  for (;;) {
    const [before, after] = lowestTerms(below.high - below.low, above.high - above.low);
    const [first, second] = subdivide(coefficients, before, after, budget);
    if (first.at(-1) !== 0n) {
      const scaledError = error * (before + after) ** BigInt(degree(coefficients));
      return [
        { bracket: below, coefficients: first, error: scaledError },
        { bracket: above, coefficients: second, error: scaledError },
      ];
    }
    [below, above] = cutAt(bracket, middleOf(below));
  }
}

/**
 * De Casteljau's algorithm: the Bernstein coefficients before and after the point that divides the bracket as `before : after`, all
 * of them times (before + after)^degree.
 */
function subdivide(
  coefficients: Polynomial,
  before: bigint,
  after: bigint,
  budget: WorkBudget,
): [first: Polynomial, second: Polynomial] {
  const whole = before + after;
  const halves = before === after;
  spendOnTriangle(budget, coefficients, longest(coefficients), bitLength(whole) - 1);
  const first: bigint[] = [];
  const second = [...coefficients];
  for (let left = degree(coefficients); left >= 0; left--) {
    first.push((second[0] ?? 0n) * whole ** BigInt(left));
    for (let index = 0; index < left; index++) {
      const [here, next] = [second[index] ?? 0n, second[index + 1] ?? 0n];
      second[index] = halves ? here + next : here * after + next * before;
    }
  }
  return [first, second.map((coefficient, index) => coefficient * whole ** BigInt(index))];
}

function lowestTerms(a: bigint, b: bigint): [bigint, bigint] {
  const common = greatestCommonDivisor(a, b);
  return [a / common, b / common];
}

/** Bits of the longest coefficient. */
function longest(f: Polynomial): number {
  const largest = f.reduce((most, coefficient) => (magnitude(coefficient) > most ? magnitude(coefficient) : most), 0n);
  return bitLength(largest);
}

/** Counts a triangle of sums of neighbours that grow by `growth` bits from row to row, and the products that bring it to one scale. */
function spendOnTriangle(budget: WorkBudget, { length }: Polynomial, bits: number, growth: number): void {
  const words = (bits + growth * length) / 64;
  const sums = (length * length * (BIG_INTEGER_OPERATION + WORD_OF_SUM * words * Math.ceil(growth / 64))) / 2;
  budget.spend(sums + (length * length * words * growth) / 64);
}
