import { pairIds } from '../../../src/bills/sums/ids';

describe('ids of pairs', () => {
  it('count up in the order of new pairs, and stay', () => {
    const idOf = pairIds();
    const expected = new Map<string, number>();
    for (let turn = 0; turn < 40_000; turn++) {
      const [first, second] = [(turn * 7919) % 211, (turn * 104_729) % 97];
      const key = `${first} ${second}`;
      if (!expected.has(key)) {
        expected.set(key, expected.size);
      }
      if (idOf(first, second) !== expected.get(key)) {
        throw new Error(`${key} has another id`);
      }
    }
    expect(expected.size).toBe(211 * 97);
    expect([idOf(0, 1), idOf(1, 0)].every((id) => id < expected.size)).toBe(true);
  });
});
