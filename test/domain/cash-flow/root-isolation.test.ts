import type { Bracket } from '../../../src/domain/cash-flow/dyadic';
import { Problem } from '../../../src/domain/messages/problem';
import { isolateUnitRoots as isolate } from '../../../src/domain/cash-flow/root-isolation';
import { refineRoot } from '../../../src/domain/cash-flow/root-refinement';
import { WorkBudget } from '../../../src/domain/cash-flow/work-budget';

const budget = (limit = 1e9): WorkBudget => new WorkBudget(limit, () => new Problem('#NUM!', 'Too much work.'));
const isolateUnitRoots = (f: readonly bigint[], spent: WorkBudget): readonly Bracket[] => isolate(f, spent).brackets;
const ends = ({ low, high, bits }: Bracket): [number, number] => [Number(low) / 2 ** bits, Number(high) / 2 ** bits];

/** Whether `numerator / denominator` lies in the bracket. */
const holds = ({ low, high, bits }: Bracket, numerator: bigint, denominator: bigint): boolean =>
  low * denominator <= numerator << BigInt(bits) && numerator << BigInt(bits) <= high * denominator;

describe('isolating the roots between 0 and 1', () => {
  it('gives one bracket for one change of sign, and none where the root lies beyond 1', () => {
    const [bracket, ...others] = isolateUnitRoots([-10n, 11n], budget());
    expect(others).toEqual([]);
    expect(bracket && holds(bracket, 10n, 11n)).toBe(true);
    expect(isolateUnitRoots([-11n, 10n], budget())).toEqual([]);
  });

  it('gives brackets in ascending order with one root each, even where halving meets one exactly', () => {
    // (4x - 1)(2x - 1)(4x - 3)
    const brackets = isolateUnitRoots([-3n, 22n, -48n, 32n], budget());
    expect(brackets).toHaveLength(3);
    const refined = brackets.map((bracket) => refineRoot([-3n, 22n, -48n, 32n], bracket));
    expect(refined.map((bracket) => ends(bracket)[0])).toEqual([0.25, 0.5, 0.75]);
  });

  it('gives none where the changes of sign come from complex roots', () => {
    expect(isolateUnitRoots([1n, -1n, 1n], budget())).toEqual([]);
  });

  it('parts roots that are 10^-30 apart', () => {
    const scale = 10n ** 30n;
    const [first, second] = [scale / 3n, scale / 3n + 1n];
    const brackets = isolateUnitRoots([first * second, -scale * (first + second), scale * scale], budget());
    expect(brackets).toHaveLength(2);
  });

  it('stops with the problem of its budget where that is spent', () => {
    expect(() => isolateUnitRoots([3n, -16n, 16n], budget(100))).toThrow('Too much work.');
  });
});

describe('refining a root', () => {
  it('gives 10/11 to 36 digits', () => {
    const root = refineRoot([-10n, 11n], { low: 1n, high: 2n, bits: 1 });
    expect(holds(root, 10n, 11n)).toBe(true);
    expect((root.high - root.low) * 10n ** 36n < root.low).toBe(true);
  });

  it('gives a bracket of width 0 where the root is met exactly', () => {
    const root = refineRoot([-1n, 2n], { low: 1n, high: 3n, bits: 2 });
    expect([root.low, root.low << 1n]).toEqual([root.high, 1n << BigInt(root.bits)]);
  });

  it('reaches a root of 10^-300 and one that close to 1', () => {
    const tiny = 10n ** 300n;
    const [small] = isolateUnitRoots([-1n, tiny], budget());
    const [close] = isolateUnitRoots([1n - tiny, tiny], budget());
    expect(small && holds(refineRoot([-1n, tiny], small), 1n, tiny)).toBe(true);
    const refined = close && refineRoot([1n - tiny, tiny], close);
    expect(refined && holds(refined, tiny - 1n, tiny)).toBe(true);
    expect(refined && (refined.high - refined.low) * 10n ** 336n < refined.high).toBe(true);
  });

  it('is not misled by a function that is flat for most of the bracket: x^1000 = 1/2', () => {
    const f = [-1n, ...Array<bigint>(999).fill(0n), 2n];
    const [low, high] = ends(refineRoot(f, { low: 1n, high: 4n, bits: 2 }));
    expect(low).toBeCloseTo(0.5 ** 0.001, 15);
    expect(high).toBeCloseTo(0.5 ** 0.001, 15);
  });
});
