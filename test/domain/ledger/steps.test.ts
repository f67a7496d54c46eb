import { forEach } from '../../../src/domain/ledger/steps';

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
