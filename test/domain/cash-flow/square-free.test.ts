import fc from 'fast-check';
import { primitivePart } from '../../../src/domain/cash-flow/polynomial';
import { Problem } from '../../../src/domain/messages/problem';
import { squareFreePart } from '../../../src/domain/cash-flow/square-free';
import { WorkBudget } from '../../../src/domain/cash-flow/work-budget';

const ample = (): WorkBudget => new WorkBudget(1e9, () => new Problem('#NUM!', 'Too much work.'));

/** The product of (numerator - denominator x), one factor for each root. */
function withRoots(roots: readonly (readonly [bigint, bigint])[]): bigint[] {
  return roots.reduce<bigint[]>(
    (f, [numerator, denominator]) => [...f, 0n].map((a, index) => a * numerator - (f[index - 1] ?? 0n) * denominator),
    [1n],
  );
}

const positive = (f: readonly bigint[]): bigint[] => ((f[f.length - 1] ?? 0n) < 0n ? f.map((a) => -a) : [...f]);

describe('the square-free part', () => {
  it('of a polynomial without repeated roots is that polynomial, without a common divisor', () => {
    expect(squareFreePart([-100n, 60n, 60n], ample())).toEqual([-5n, 3n, 3n]);
  });

  it('of a power is its base', () => {
    expect(positive(squareFreePart([1n, -2n, 1n], ample()))).toEqual([-1n, 1n]);
    expect(positive(squareFreePart(withRoots(Array<[bigint, bigint]>(200).fill([10n, 11n])), ample()))).toEqual([
      -10n,
      11n,
    ]);
  });

  it('has repeated complex roots once, too: (1 + x^2)^2 (x - 2)', () => {
    expect(positive(squareFreePart([-2n, 1n, -4n, 2n, -2n, 1n], ample()))).toEqual([-2n, 1n, -2n, 1n]);
  });

  it('has each root once, whatever its multiplicity', () => {
    const primes = [2n, 3n, 5n, 7n, 11n, 13n, 10n ** 40n + 1n];
    const root = fc.tuple(
      fc.constantFrom(...primes),
      fc.constantFrom(17n, 19n, 10n ** 30n + 57n),
      fc.integer({ min: 1, max: 4 }),
    );
    const distinct = fc.uniqueArray(root, {
      minLength: 1,
      maxLength: 5,
      selector: ([numerator, denominator]) => `${numerator}/${denominator}`,
    });
    fc.assert(
      fc.property(distinct, (roots) => {
        const once = withRoots(roots.map(([numerator, denominator]) => [numerator, denominator]));
        const repeated = withRoots(roots.flatMap(([n, d, times]) => Array<[bigint, bigint]>(times).fill([n, d])));
        expect(positive(squareFreePart(repeated, ample()))).toEqual(positive(primitivePart(once)));
      }),
    );
  });

  it('is not looked for where the work would exceed its budget', () => {
    const small = new WorkBudget(10, () => new Problem('#NUM!', 'Too much work.'));
    expect(() => squareFreePart([1n, -2n, 1n], small)).toThrow('Too much work.');
  });
});
