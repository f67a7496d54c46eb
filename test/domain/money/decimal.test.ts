import fc from 'fast-check';
import { Decimal, divide, QUOTIENT_DIGITS, sum, sumOfCells, toDouble } from '../../../src/domain/money/decimal';

const decimal = (value: number | string): Decimal => new Decimal(value);

describe('decimal arithmetic', () => {
  it('adds what doubles cannot', () => {
    expect(sum([decimal(0.1), decimal(0.2)]).toFixed()).toBe('0.3');
  });

  it('is exact over the whole range of doubles, in any order', () => {
    const amounts = [1e308, 1e-308, -1e308, 5e-324].map(decimal);
    expect(sum(amounts).eq(sum([...amounts].reverse()))).toBe(true);
    expect(sum(amounts).eq(decimal(1e-308).plus(5e-324))).toBe(true);
  });

  it('adds nothing up to 0', () => {
    expect(sum([]).toFixed()).toBe('0');
  });

  it('takes a double for the decimal number that a cell shows in full, not for its binary expansion', () => {
    expect(decimal(0.1).toFixed()).toBe('0.1');
    expect(decimal(1e-10).toFixed()).toBe('0.0000000001');
  });
});

describe('the sum of cells', () => {
  const decimals = (digits: number): fc.Arbitrary<number> =>
    fc.tuple(fc.maxSafeInteger(), fc.nat(digits)).map(([whole, places]) => Number(`${whole}e-${places}`));
  const cell = fc.oneof(
    decimals(2),
    decimals(8),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 0.1, 1e-5, 99_999_999_999.9999, 100_000_000_000, 1e15, 1e22, 2 ** 53, 5e-324),
  );

  it('is that of the decimal numbers which they show, in any order', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const exact = sum(cells.map(decimal));
        expect(sumOfCells(cells).minus(exact).toFixed()).toMatch(/^-?0$/);
        expect(sumOfCells([...cells].reverse()).eq(exact)).toBe(true);
      }),
    );
  });

  it('stays exact where it is larger than any of them, and nothing adds up to 0', () => {
    const many = Array.from({ length: 30_000 }, () => 99_999_999_999.9999);
    expect(sumOfCells(many).toFixed()).toBe(decimal('99999999999.9999').times(30_000).toFixed());
    expect(sumOfCells([]).toFixed()).toBe('0');
  });
});

describe('a quotient', () => {
  it('keeps 34 significant digits', () => {
    expect(divide(decimal(2), decimal(3)).toFixed()).toBe(`0.${'6'.repeat(QUOTIENT_DIGITS - 1)}7`);
    expect(divide(decimal(20_000_000), decimal(0.15)).precision()).toBe(QUOTIENT_DIGITS);
  });

  it('is rounded half to even', () => {
    const even = decimal(`1${'0'.repeat(32)}05`);
    const odd = decimal(`1${'0'.repeat(32)}15`);
    expect(divide(even, decimal(10)).toFixed()).toBe(`1${'0'.repeat(33)}`);
    expect(divide(odd, decimal(10)).toFixed()).toBe(`1${'0'.repeat(32)}2`);
  });

  it('of long operands is rounded once, from all their digits', () => {
    const long = decimal(`1.${'0'.repeat(60)}1`);
    expect(divide(long, decimal(3)).toFixed()).toBe(`0.${'3'.repeat(QUOTIENT_DIGITS)}`);
  });
});

describe('the double nearest to a decimal', () => {
  it.each([
    ['0.1', 0.1],
    ['0.30000000000000000000000000000001', 0.3],
    ['9007199254740993', 9007199254740992],
    ['1e308', 1e308],
    ['2e308', Infinity],
    ['1e-400', 0],
  ])('of %s is %p', (text, expected) => {
    expect(toDouble(decimal(text))).toBe(expected);
  });

  it('is never -0, which no cell can hold', () => {
    expect(toDouble(decimal(-0))).toBe(0);
    expect(toDouble(divide(decimal(0), decimal(-5)))).toBe(0);
    expect(toDouble(decimal('-1e-400'))).toBe(0);
  });
});
