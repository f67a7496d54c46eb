import {
  degree,
  derivative,
  exactQuotient,
  greatestCommonDivisor,
  leading,
  primitivePart,
  type Polynomial,
} from './polynomial';
import { BIG_INTEGER_OPERATION, type WorkBudget } from './work-budget';

/** Exponents e of primes 2^e - 1 (Mersenne), each about twice the one before it. */
const MERSENNE_EXPONENTS = [61, 127, 521, 1279, 2203, 4423, 9689, 21701, 44497, 86243, 216091];

/**
 * The polynomial with the roots of `f`, each of them once: `f / gcd(f, f')`.
 *
 * The gcd is computed modulo a prime (Knuth, "The Art of Computer Programming" vol. 2, 4.6.1), for the remainders of Euclid's
 * algorithm over the integers grow without measure. The first prime shows nearly every series of flows to be square-free; if there is
 * a common factor, it comes whole out of the first prime that is larger than twice its coefficients, and that it divides both `f` and
 * `f'` proves it: the degree of a gcd modulo a prime is never too low.
 *
 * @throws the budget's problem if the work would exceed it
 *
 * @example squareFreePart([1n, -2n, 1n]) = [-1n, 1n] or [1n, -1n], for (1 - x)^2
 * @example squareFreePart([-100n, 110n]) = [-10n, 11n]
 */
export function squareFreePart(f: Polynomial, budget: WorkBudget): Polynomial {
  const primitive = primitivePart(f);
  const slope = primitivePart(derivative(primitive));
  const scale = greatestCommonDivisor(leading(primitive), leading(slope));
  for (const exponent of MERSENNE_EXPONENTS) {
    const prime = (1n << BigInt(exponent)) - 1n;
    if (leading(primitive) % prime === 0n) {
      continue;
    }
    budget.spend(2 * f.length * f.length * (BIG_INTEGER_OPERATION + (exponent / 64) ** 2));
    const image = gcdModulo(primitive, slope, prime);
    if (degree(image) === 0) {
      return primitive;
    }
    const repeated = primitivePart(image.map((residue) => nearestZero(modulo(residue * scale, prime), prime)));
    const quotient = exactQuotient(primitive, repeated);
    if (quotient !== null && exactQuotient(slope, repeated) !== null) {
      return quotient;
    }
  }
  throw new Error('The primes do not suffice for these coefficients.');
}

/** The gcd modulo `prime` with leading coefficient 1, by Euclid's algorithm. */
function gcdModulo(f: Polynomial, g: Polynomial, prime: bigint): Polynomial {
  let [dividend, divisor] = [residues(f, prime), residues(g, prime)];
  while (divisor.length > 0) {
    const inverse = inverseModulo(leading(divisor), prime);
    const monic = divisor.map((residue) => modulo(residue * inverse, prime));
    while (dividend.length >= monic.length) {
      const offset = dividend.length - monic.length;
      const factor = prime - leading(dividend);
      for (const [index, residue] of monic.entries()) {
        dividend[offset + index] = modulo((dividend[offset + index] ?? 0n) + factor * residue, prime);
      }
      dropLeadingZeros(dividend);
    }
    [dividend, divisor] = [monic, dividend];
  }
  return dividend;
}

function residues(f: Polynomial, prime: bigint): bigint[] {
  const result = f.map((coefficient) => modulo(coefficient, prime));
  dropLeadingZeros(result);
  return result;
}

function dropLeadingZeros(f: bigint[]): void {
  while (f.length > 0 && leading(f) === 0n) {
    f.pop();
  }
}

/** The remainder from 0 to `prime - 1`. */
function modulo(n: bigint, prime: bigint): bigint {
  const remainder = n % prime;
  return remainder < 0n ? remainder + prime : remainder;
}

/** The number of least magnitude with that remainder. */
function nearestZero(remainder: bigint, prime: bigint): bigint {
  return 2n * remainder > prime ? remainder - prime : remainder;
}

function inverseModulo(residue: bigint, prime: bigint): bigint {
  let [a, b, x, y] = [prime, residue, 0n, 1n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return modulo(x, prime);
}
