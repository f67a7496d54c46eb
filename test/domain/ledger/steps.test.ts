import fc from 'fast-check';
import { compareText } from '../../../src/domain/ledger/name-key';
import { atOnce, forEach, sorted } from '../../../src/domain/ledger/steps';

it('texts that are put in order in steps are in the order of their code units', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 30 }), fc.nat(5_000), (some, count) => {
      const texts = Array.from({ length: count }, (_, at) => `${some[at % some.length]}${(at * 7_919) % 3_001}`);
      expect(atOnce(sorted(texts))).toEqual([...texts].sort(compareText));
    }),
    { numRuns: 20 },
  );
});

it('each item is come to once and in order; of many there are steps, of few there is none', () => {
  const steps = (count: number): [number, number[]] => {
    const seen: number[] = [];
    const items = Array.from({ length: count }, (_, at) => at);
    return [[...forEach(items, (item) => seen.push(item))].length, seen];
  };
  expect(steps(1_000)[0]).toBe(0);
  const [count, seen] = steps(4_500);
  expect(count).toBe(4);
  expect(seen).toEqual(Array.from({ length: 4_500 }, (_, at) => at));
});
