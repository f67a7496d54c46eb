import fc from 'fast-check';
import {
  bitLength,
  derivative,
  dyadicValue,
  exactQuotient,
  greatestCommonDivisor,
  homogeneousValue,
  primitivePart,
  signVariations,
} from '../../../src/domain/cash-flow/polynomial';

const coefficient = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const polynomial = fc.array(coefficient, { minLength: 1, maxLength: 12 }).filter((f) => f[f.length - 1] !== 0n);

function product(f: readonly bigint[], g: readonly bigint[]): bigint[] {
  const result = Array<bigint>(f.length + g.length - 1).fill(0n);
  f.forEach((a, i) => g.forEach((b, j) => (result[i + j] = (result[i + j] ?? 0n) + a * b)));
  return result;
}

describe('integer polynomials', () => {
  it.each([
    [[], 0],
    [[0n, 0n], 0],
    [[-1n, 0n, 2n], 1],
    [[-1600n, 10000n, -10000n], 2],
    [[1n, 0n, 0n, -1n, 0n, 1n, 1n], 2],
  ])('count the changes of sign of %j past zeros', (f, expected) => {
    expect(signVariations(f)).toBe(expected);
  });

  it.each([
    [0n, 0],
    [1n, 1],
    [-1n, 1],
    [7n, 3],
    [8n, 4],
    [-255n, 8],
    [256n, 9],
    [2n ** 2000n, 2001],
  ])('know that %s has %s binary digits', (n, expected) => {
    expect(bitLength(n)).toBe(expected);
  });

  it('divide out what all coefficients share, and keep the signs', () => {
    expect(primitivePart([-7000000n, 1200000n, 0n])).toEqual([-35n, 6n, 0n]);
    expect(greatestCommonDivisor(-12n, 18n)).toBe(6n);
  });

  it('have the derivative 6 x - 4 for 3 x^2 - 4 x + 5', () => {
    expect(derivative([5n, -4n, 3n])).toEqual([-4n, 6n]);
  });

  it('are evaluated alike at a power of two and at any other denominator', () => {
    fc.assert(
      fc.property(polynomial, fc.bigInt({ min: -1000n, max: 1000n }), fc.nat(40), (f, numerator, bits) => {
        expect(dyadicValue(f, numerator, bits)).toBe(homogeneousValue(f, numerator, 1n << BigInt(bits)));
      }),
    );
  });

  it('give the factor back that they were multiplied with', () => {
    fc.assert(
      fc.property(polynomial, polynomial, (f, g) => {
        expect(exactQuotient(product(f, g), g)).toEqual(f);
      }),
    );
  });

  it('have no exact quotient where a remainder is left', () => {
    expect(exactQuotient([1n, 0n, 1n], [1n, 1n])).toBeNull();
    expect(exactQuotient([1n, 1n], [2n, 2n])).toBeNull();
    expect(exactQuotient([1n, 1n], [1n, 0n, 1n])).toBeNull();
  });
});
