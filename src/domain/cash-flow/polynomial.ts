/** A polynomial with integer coefficients: the coefficient of x^t stands at index t, and the last one is not 0. */
export type Polynomial = readonly bigint[];

export function degree(f: Polynomial): number {
  return f.length - 1;
}

export function leading(f: Polynomial): bigint {
  return f[f.length - 1] ?? 0n;
}

export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** -1, 0 or 1. */
export function signOf(n: bigint): number {
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}

/** Binary digits of |n|; 0 for 0. */
export function bitLength(n: bigint): number {
  if (n === 0n) {
    return 0;
  }
  const hex = magnitude(n).toString(16);
  return 4 * hex.length - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

/** `f` divided by the greatest common divisor of its coefficients. */
export function primitivePart(f: Polynomial): Polynomial {
  let content = 0n;
  for (const coefficient of f) {
    content = greatestCommonDivisor(content, coefficient);
    if (content === 1n) {
      return f;
    }
  }
  return f.map((coefficient) => coefficient / content);
}

/**
 * How often the sign changes from one coefficient to the next, zeros left out. By Descartes' rule of signs the number of positive
 * roots, each counted as often as its multiplicity, is this number or smaller by an even one: one change means exactly one root.
 *
 * @example signVariations([-100n, 60n, 60n]) = 1
 * @example signVariations([-1600n, 10000n, -10000n]) = 2
 */
export function signVariations(f: Polynomial): number {
  let variations = 0;
  let last = 0;
  for (const coefficient of f) {
    const sign = signOf(coefficient);
    if (sign === 0) {
      continue;
    }
    if (last !== 0 && sign !== last) {
      variations++;
    }
    last = sign;
  }
  return variations;
}

export function derivative(f: Polynomial): Polynomial {
  return f.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1));
}

/** The polynomial whose roots are the reciprocals of the roots of `f`; `f(0)` is not 0. */
export function reciprocal(f: Polynomial): Polynomial {
  return [...f].reverse();
}

/**
 * `f(numerator / denominator) * denominator^degree`, exact: Horner's scheme on the homogeneous form.
 *
 * @example homogeneousValue([-100n, 110n], 10n, 11n) = 0n, for 10/11 is the root
 * @example homogeneousValue([1n, 1n, 1n], 1n, 2n) = 7n, for f(1/2) = 7/4
 */
export function homogeneousValue(f: Polynomial, numerator: bigint, denominator: bigint): bigint {
  let value = 0n;
  let power = 1n;
  for (let index = degree(f); index >= 0; index--) {
    value = value * numerator + (f[index] ?? 0n) * power;
    power *= denominator;
  }
  return value;
}

/** `f(numerator / 2^bits) * 2^(bits * degree)`, exact: as `homogeneousValue`, with shifts for products. */
export function dyadicValue(f: Polynomial, numerator: bigint, bits: number): bigint {
  let value = 0n;
  let shift = 0n;
  for (let index = degree(f); index >= 0; index--) {
    value = value * numerator + ((f[index] ?? 0n) << shift);
    shift += BigInt(bits);
  }
  return value;
}

/** `f / g` if the quotient has integer coefficients and no remainder is left, else null. */
export function exactQuotient(f: Polynomial, g: Polynomial): Polynomial | null {
  const rest = [...f];
  const quotient = Array<bigint>(Math.max(0, f.length - degree(g))).fill(0n);
  for (let index = degree(f) - degree(g); index >= 0; index--) {
    const top = rest[index + degree(g)] ?? 0n;
    if (top % leading(g) !== 0n) {
      return null;
    }
    const factor = top / leading(g);
    quotient[index] = factor;
    if (factor !== 0n) {
      g.forEach((coefficient, offset) => (rest[index + offset] = (rest[index + offset] ?? 0n) - factor * coefficient));
    }
  }
  return rest.every((coefficient) => coefficient === 0n) ? quotient : null;
}
