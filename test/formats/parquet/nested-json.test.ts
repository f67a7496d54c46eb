import type { ColumnNode } from '../../../src/formats/parquet/column-tree';
import { nestedJson } from '../../../src/formats/parquet/nested-json';
import { FileProblem } from '../../../src/formats/file/file-problem';

/** A list of texts; if `values` is infinite, it never ends. */
function listOf(values: number, text: string): { node: ColumnNode; taken: () => number; read: () => string | null } {
  const node = {
    name: 'v',
    element: { name: 'v', repetition_type: 'REPEATED', type: 'BYTE_ARRAY' },
    children: [],
    definition: 1,
    repetition: 1,
    firstLeaf: 0,
    endLeaf: 1,
  } as unknown as ColumnNode;
  let taken = 0;
  const cursor = {
    definition: () => 1,
    repetition: () => (taken < values ? 1 : 0),
    next: () => {
      taken += 1;
      if (taken > 2_000_000) {
        throw new Error('It read on');
      }
      return text;
    },
  };
  return { node, taken: () => taken, read: () => nestedJson(node, [{ cursor, json: 'text' as never }]) };
}

describe('a list of Parquet', () => {
  it('is read as JSON', () => {
    expect(listOf(3, 'a').read()).toBe('["a","a","a"]');
  });

  it('that is longer than a cell may be is given up as soon as that is known, and not when all of it is held', () => {
    const endless = listOf(Infinity, 'x'.repeat(7));
    expect(endless.read).toThrow(FileProblem);
    expect(endless.taken()).toBe(100_001);
  });
});
