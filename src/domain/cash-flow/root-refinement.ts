import { cutAt, middleOf, type Bracket } from './dyadic';
import { degree, dyadicValue, magnitude, signOf, type Polynomial } from './polynomial';

/** Accuracy of a refined root, relative to the root and to its distance from 1: 2^-160 is below 10^-48. */
const ACCURACY_BITS = 160n;

/** Bits that a value has beyond those of its argument, so that rounding seldom hides its sign. */
const GUARD_BITS = 64;

/** `f` at the point `numerator / 2^bits`: its sign, which is certain, and `f * 2^scale`, rounded. */
interface Sample {
  readonly numerator: bigint;
  readonly bits: number;
  readonly sign: number;
  readonly value: bigint;
  readonly scale: number;
}

/** Two points with opposite signs and one root between them; the same point twice if it is the root. */
interface Enclosure {
  readonly low: Sample;
  readonly high: Sample;
}

/**
 * Narrows a bracket that holds exactly one root, inside (0, 1), until its width is below 2^-160 of the root and of the root's
 * distance from 1. A root that is met exactly gives a bracket of width 0.
 *
 * Quadratic interval refinement (Abbott, "Quadratic Interval Refinement for Real Roots", 2006): the bracket is cut into 2^cut
 * pieces, linear interpolation says which of them should hold the root, and the signs at its ends decide. Success doubles `cut`, so
 * that the digits double as in Newton's method; failure halves it, down to bisection, which always succeeds.
 *
 * @example refineRoot([-10n, 11n], { low: 1n, high: 2n, bits: 1 }): 10/11 to 36 digits
 * @example refineRoot([-1n, 2n], { low: 1n, high: 3n, bits: 2 }) = width 0 at 1/2, met by bisection
 */
export function refineRoot(f: Polynomial, isolated: Bracket): Bracket {
  let enclosure = toOneMagnitude(f, isolated);
  let cut = 1;
  while (!isNarrow(enclosure)) {
    const piece = likelyPiece(f, enclosure, cut);
    cut = piece === null ? cut / 2 : cut * 2;
    enclosure = piece ?? enclosure;
  }
  return bracketOf(enclosure);
}

/** Narrows the bracket until its ends differ by no more than a factor of 4. */
function toOneMagnitude(f: Polynomial, isolated: Bracket): Enclosure {
  let bracket = isolated;
  let low = sample(f, bracket.low, bracket.bits);
  let high = sample(f, bracket.high, bracket.bits);
  while (bracket.high > 4n * bracket.low) {
    const middle = middleOf(bracket);
    const point = sample(f, middle.numerator, middle.bits);
    if (point.sign === 0) {
      return { low: point, high: point };
    }
    const [below, above] = cutAt(bracket, middle);
    if (point.sign === low.sign) {
      [bracket, low] = [above, point];
    } else {
      [bracket, high] = [below, point];
    }
  }
  return { low, high };
}

function bracketOf({ low, high }: Enclosure): Bracket {
  const bits = Math.max(low.bits, high.bits);
  return { low: numeratorAt(low, bits), high: numeratorAt(high, bits), bits };
}

function numeratorAt(point: Sample, bits: number): bigint {
  return point.numerator << BigInt(bits - point.bits);
}

function isNarrow(enclosure: Enclosure): boolean {
  const { low, high, bits } = bracketOf(enclosure);
  const fromOne = (1n << BigInt(bits)) - high;
  return (high - low) << ACCURACY_BITS <= (low < fromOne ? low : fromOne);
}

/** The piece, one of `2^cut`, that holds the root, or null if interpolation points to another one. */
function likelyPiece(f: Polynomial, { low, high }: Enclosure, cut: number): Enclosure | null {
  const bits = Math.max(low.bits, high.bits) + cut;
  const start = numeratorAt(low, bits);
  const width = (numeratorAt(high, bits) - start) >> BigInt(cut);
  const index = interpolatedIndex(low, high, cut);
  const point = sample(f, start + index * width, bits);
  if (point.sign === 0) {
    return { low: point, high: point };
  }
  if (point.sign === low.sign) {
    const next = index + 1n === 1n << BigInt(cut) ? high : sample(f, point.numerator + width, bits);
    return next.sign === low.sign ? null : { low: next.sign === 0 ? next : point, high: next };
  }
  const previous = index === 1n ? low : sample(f, point.numerator - width, bits);
  return previous.sign === high.sign ? null : { low: previous, high: previous.sign === 0 ? previous : point };
}

/** The inner cut (1 to 2^cut - 1) nearest to where the straight line between the two points crosses 0. */
function interpolatedIndex(low: Sample, high: Sample, cut: number): bigint {
  const scale = Math.max(low.scale, high.scale);
  const fromLow = magnitude(low.value) << BigInt(scale - low.scale);
  const fromHigh = magnitude(high.value) << BigInt(scale - high.scale);
  const pieces = 1n << BigInt(cut);
  const total = fromLow + fromHigh;
  const nearest = total === 0n ? pieces / 2n : (2n * fromLow * pieces + total) / (2n * total);
  return nearest < 1n ? 1n : nearest >= pieces ? pieces - 1n : nearest;
}

/** Horner's scheme with values cut off at `2^-scale`; if the error could hide the sign, the exact value settles it. */
function sample(f: Polynomial, numerator: bigint, bits: number): Sample {
  const scale = bits + GUARD_BITS;
  const [shift, scaleShift] = [BigInt(bits), BigInt(scale)];
  let value = 0n;
  for (let index = degree(f); index >= 0; index--) {
    value = ((value * numerator) >> shift) + ((f[index] ?? 0n) << scaleShift);
  }
  // Each step cuts off less than 1, and no later step enlarges that, for the point is not above 1: the true value lies between
  // `value` and `value + degree`.
  const certain = value > 0n || value + BigInt(degree(f)) <= 0n;
  return { numerator, bits, sign: signOf(certain ? value : dyadicValue(f, numerator, bits)), value, scale };
}
