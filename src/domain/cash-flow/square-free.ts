import {
  degree,
  derivative,
  exactQuotient,
  greatestCommonDivisor,
  leading,
  primitivePart,
  type Polynomial,
} from './polynomial';
import type { WorkBudget } from './work-budget';

/** What an operation on residues costs, in multiplications of 64-bit words. */
const RESIDUE_OPERATION = 20;

/**
 * The polynomial with the roots of `f`, each of them once: `f / gcd(f, f')`.
 *
 * The gcd is computed modulo primes and put together by the Chinese remainder theorem (Brown 1971; Knuth, "The Art of Computer
 * Programming" vol. 2, 4.6.1): a Euclidean remainder sequence over the integers would need seconds for 360 coefficients, and nearly
 * every series of flows is shown to be square-free by a single prime.
 *
 * @throws the budget's problem where the work would exceed it
 *
 * @example squareFreePart([1n, -2n, 1n]) = [-1n, 1n] or [1n, -1n], for (1 - x)^2
 * @example squareFreePart([-100n, 110n]) = [-10n, 11n]
 */
export function squareFreePart(f: Polynomial, budget: WorkBudget): Polynomial {
  const primitive = primitivePart(f);
  const repeated = repeatedPart(primitive, budget);
  return degree(repeated) === 0 ? primitive : quotientOf(primitive, repeated);
}

function quotientOf(f: Polynomial, divisor: Polynomial): Polynomial {
  const quotient = exactQuotient(f, divisor);
  if (quotient === null) {
    throw new Error('A greatest common divisor does not divide its polynomial.');
  }
  return quotient;
}

/** gcd(f, f') of a primitive `f`, itself primitive. */
function repeatedPart(f: Polynomial, budget: WorkBudget): Polynomial {
  const slope = derivative(f);
  const scale = greatestCommonDivisor(leading(f), leading(slope));
  let combined: bigint[] = [];
  let modulus = 1n;
  for (const prime of primes()) {
    if (leading(f) % BigInt(prime) === 0n || leading(slope) % BigInt(prime) === 0n) {
      continue;
    }
    budget.spend(RESIDUE_OPERATION * f.length * slope.length);
    const image = gcdModulo(residues(f, prime), residues(slope, prime), prime);
    if (image.length === 1) {
      return [1n];
    }
    // An unlucky prime gives a degree that is too high: the lowest degree seen is the only one that can be right.
    if (combined.length > 0 && image.length > combined.length) {
      continue;
    }
    if (image.length !== combined.length) {
      combined = image.map(() => 0n);
      modulus = 1n;
    }
    const before = combined;
    const scaleResidue = Number(scale % BigInt(prime));
    combined = combine(
      combined,
      modulus,
      image.map((residue) => (residue * scaleResidue) % prime),
      prime,
    );
    modulus *= BigInt(prime);
    if (!combined.every((coefficient, index) => coefficient === before[index])) {
      continue;
    }
    const candidate = primitivePart(combined);
    if (exactQuotient(f, candidate) && exactQuotient(primitivePart(slope), candidate)) {
      return candidate;
    }
  }
  throw new Error('The primes below 2^26 do not suffice for these coefficients.');
}

/** The primes below 2^26, largest first: products of two residues stay below 2^53, so that doubles hold them exactly. */
function* primes(): Generator<number> {
  for (let candidate = 2 ** 26 - 1; candidate > 2; candidate -= 2) {
    if (isPrime(candidate)) {
      yield candidate;
    }
  }
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) {
    if (odd % divisor === 0) {
      return false;
    }
  }
  return true;
}

function residues(f: Polynomial, prime: number): number[] {
  const modulus = BigInt(prime);
  return f.map((coefficient) => (Number(coefficient % modulus) + prime) % prime);
}

/** The gcd modulo `prime` with leading coefficient 1, by Euclid's algorithm. */
function gcdModulo(f: number[], g: number[], prime: number): number[] {
  let [dividend, divisor] = [[...f], [...g]];
  while (divisor.length > 0) {
    makeMonic(divisor, prime);
    const monic = divisor;
    while (dividend.length >= monic.length) {
      const offset = dividend.length - monic.length;
      const factor = dividend[dividend.length - 1] ?? 0;
      for (let index = 0; index < monic.length; index++) {
        dividend[offset + index] = ((dividend[offset + index] ?? 0) + (prime - factor) * (monic[index] ?? 0)) % prime;
      }
      dropLeadingZeros(dividend);
    }
    [dividend, divisor] = [divisor, dividend];
  }
  return dividend;
}

function makeMonic(f: number[], prime: number): void {
  const inverse = inverseModulo(f[f.length - 1] ?? 0, prime);
  f.forEach((residue, index) => (f[index] = (residue * inverse) % prime));
}

function dropLeadingZeros(f: number[]): void {
  while (f.length > 0 && f[f.length - 1] === 0) {
    f.pop();
  }
}

function inverseModulo(residue: number, prime: number): number {
  let [a, b, x, y] = [prime, residue, 0, 1];
  while (b > 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return (x + prime) % prime;
}

/** The coefficients of least magnitude that are `known` modulo `modulus` and `image` modulo `prime`. */
function combine(known: readonly bigint[], modulus: bigint, image: readonly number[], prime: number): bigint[] {
  const inverse = inverseModulo(Number(modulus % BigInt(prime)), prime);
  const product = modulus * BigInt(prime);
  return known.map((coefficient, index) => {
    const residue = (Number(coefficient % BigInt(prime)) + prime) % prime;
    const step = ((((image[index] ?? 0) - residue + prime) % prime) * inverse) % prime;
    const lifted = coefficient + modulus * BigInt(step);
    return 2n * lifted > product ? lifted - product : lifted;
  });
}
