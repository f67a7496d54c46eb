import fc from 'fast-check';
import type { CellValue } from '../../../src/domain/ledger/table';
import { byteBlocks, isOverRequest, REQUEST_BYTES, rowBytes } from '../../../src/workbook/host/byte-blocks';

/** What a row comes to where the request's JSON is put into JSON once more and every character beyond ASCII is escaped. */
function escapedTwice(row: readonly CellValue[]): number {
  const ascii = JSON.stringify(row).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return JSON.stringify(ascii).length - 2;
}

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('"', '\\', '\n', 'ü', '€', '😀', '='),
);
const row = fc.array(
  cell.filter((value) => typeof value !== 'number' || Number.isFinite(value)),
  { maxLength: 6 },
);

it('a row is never measured too small, whatever stands in it', () => {
  fc.assert(
    fc.property(row, (cells) => {
      expect(rowBytes(cells)).toBeGreaterThanOrEqual(escapedTwice(cells));
    }),
    { seed: 4 },
  );
});

it('blocks hold all rows in their order, none twice, and none more than the limit but a row that is larger by itself', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), fc.integer({ min: 1, max: 200 }), (rows, limit) => {
      const blocks = [...byteBlocks(rows, limit)];
      expect(blocks.flatMap(({ first, count }) => rows.slice(first, first + count))).toEqual(rows);
      for (const { first, count } of blocks) {
        const bytes = rows.slice(first, first + count).reduce((sum, cells) => sum + rowBytes(cells), 0);
        expect(count === 1 || bytes <= limit).toBe(true);
      }
    }),
    { seed: 5 },
  );
});

it('blocks are as large as they may be', () => {
  const rows = Array.from({ length: 10 }, () => ['x'.repeat(100)]);
  expect([...byteBlocks(rows, 3 * rowBytes(rows[0] ?? []))]).toEqual(
    [0, 3, 6, 9].map((first) => ({ first, count: first === 9 ? 1 : 3 })),
  );
  expect([...byteBlocks([], 100)]).toEqual([]);
});

it('rows are more than a request takes as soon as they come to more bytes than that', () => {
  const row = ['x'.repeat(REQUEST_BYTES / 3)];
  expect([isOverRequest([]), isOverRequest([row, row]), isOverRequest([row, row, row])]).toEqual([false, false, true]);
});

it('a row of the longest texts that cells hold is a request that Excel on the web takes', () => {
  const longest = Array.from({ length: 12 }, () => '€'.repeat(32_767));
  expect([...byteBlocks([longest, longest])]).toHaveLength(2);
  expect(rowBytes(longest)).toBeLessThan(3_000_000);
  expect(REQUEST_BYTES).toBeLessThan(2_000_000);
});
