import * as fc from 'fast-check';
import { addAmount, addExactText, addSum, exactText, type ExactSum } from '../../../src/bills/sums/exact-sum';
import { Decimal } from '../../../src/domain/money/decimal';

describe('an exact sum', () => {
  it('is 0 of nothing, and never -0', () => {
    expect(exactText([])).toBe('0');
    const sum: ExactSum = [];
    addAmount(sum, -0, 3);
    expect(exactText(sum)).toBe('0');
  });

  it('passes 2^53 and keeps small scales beside large ones', () => {
    const sum: ExactSum = [];
    addAmount(sum, Number.MAX_SAFE_INTEGER, 0);
    addAmount(sum, Number.MAX_SAFE_INTEGER, 0);
    addAmount(sum, 1, 28);
    addAmount(sum, 3, -2);
    expect(exactText(sum)).toBe('18014398509482282.0000000000000000000000000001');
  });

  it('agrees with decimal arithmetic for any amounts, in any order, in parts or at once', () => {
    const amount = fc.record({
      unscaled: fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })),
      scale: fc.integer({ min: -5, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), (amounts) => {
        const sum: ExactSum = [];
        const parts: ExactSum = [];
        const texts: ExactSum = [];
        let expected = new Decimal(0);
        for (const { unscaled, scale } of amounts) {
          addAmount(sum, unscaled, scale);
          const one: ExactSum = [];
          addAmount(one, unscaled, scale);
          addSum(parts, one);
          addExactText(texts, exactText(one));
          expected = expected.plus(new Decimal(unscaled.toString()).times(new Decimal(10).pow(-scale)));
        }
        expect(exactText(sum)).toBe(expected.plus(0).toString());
        expect(exactText(parts)).toBe(exactText(sum));
        expect(exactText(texts)).toBe(exactText(sum));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
