import fc from 'fast-check';
import { apportion } from '../../../src/domain/money/apportion';
import { Decimal, divide, sum, ZERO } from '../../../src/domain/money/decimal';

const parts = (units: number, weights: number[]): number[] =>
  apportion(
    new Decimal(units),
    weights.map((weight) => new Decimal(weight)),
  ).map((part) => part.toNumber());

describe('whole units by weights', () => {
  it('what is left over goes to the largest remainders, of equals to the earlier', () => {
    expect(parts(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(parts(10, [1.5, 1.4, 0.1])).toEqual([5, 5, 0]);
    expect(parts(0, [1, 2])).toEqual([0, 0]);
    expect(parts(7, [0, 3])).toEqual([0, 7]);
  });

  it('add up exactly, and each is less than one unit from its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 12 }),
        (units, numbers) => {
          const weights = [...numbers, 1].map((weight) => new Decimal(weight));
          const split = apportion(new Decimal(units), weights);
          expect(sum(split).toNumber()).toBe(units);
          const whole = sum(weights);
          split.forEach((part, at) => {
            const share = divide(new Decimal(units).times(weights[at] ?? ZERO), whole);
            expect(part.minus(share).abs().lessThan(1)).toBe(true);
          });
        },
      ),
    );
  });
});
