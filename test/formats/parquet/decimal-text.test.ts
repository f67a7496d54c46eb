import * as fc from 'fast-check';
import { bigEndianInteger, decimalInteger, decimalText } from '../../../src/formats/parquet/decimal-text';

describe('a decimal of Parquet', () => {
  it('is the same integer, however few of its bytes tell', () => {
    const filled = fc
      .tuple(fc.constantFrom(0, 0xff, 0x80, 0x7f), fc.nat({ max: 12 }), fc.uint8Array({ maxLength: 16 }))
      .map(([filling, times, bytes]) => Uint8Array.of(...new Array<number>(times).fill(filling), ...bytes));
    fc.assert(
      fc.property(filled, (bytes) => {
        expect(BigInt(decimalInteger(bytes))).toBe(bigEndianInteger(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same text from a number and from a bigint', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat({ max: 20 }), (unscaled, scale) => {
        const value = unscaled === 0 ? 0 : unscaled;
        expect(decimalText(value, scale)).toBe(decimalText(BigInt(value), scale));
      }),
    );
  });

  it.each([
    [0, 2, '0'],
    [150, 2, '1.5'],
    [-5, 2, '-0.05'],
    [100, 0, '100'],
    [100, 2, '1'],
  ])('%d at scale %d is %s', (unscaled, scale, text) => {
    expect(decimalText(unscaled, scale)).toBe(text);
  });
});
