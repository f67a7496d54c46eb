import { PageMemory } from '../../../src/formats/parquet/page-memory';

it('Memory for pages is as long as is asked for, whatever was asked for before', () => {
  const memory = new PageMemory();
  for (const size of [3, 10, 2, 11]) {
    const { unscaled, scales } = memory.ofNumbers(size);
    const lengths = [memory.ofSize(size), memory.ofIndices(4, size), memory.ofIndices(9, size), unscaled, scales];
    expect(lengths.map(({ length }) => length)).toEqual(lengths.map(() => size));
  }
});

it('Memory for numbers of pages has room for as many bits as they have', () => {
  const memory = new PageMemory();
  const largest = [1, 8, 9, 16, 17, 32].map((bits) => {
    const indices = memory.ofIndices(bits, 1);
    indices[0] = 2 ** bits - 1;
    return indices[0];
  });
  expect(largest).toEqual([1, 255, 511, 65_535, 131_071, 4_294_967_295]);
});

it('Memory for pages is the same one, not new for each', () => {
  const memory = new PageMemory();
  const { buffer } = memory.ofSize(10);
  expect(memory.ofSize(5).buffer).toBe(buffer);
});
