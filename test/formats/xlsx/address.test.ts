import fc from 'fast-check';
import {
  boundingArea,
  cellCount,
  columnOf,
  columnLabel,
  contains,
  formatAddress,
  formatArea,
  intersect,
  isOnSheet,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  quoteSheetName,
  type Area,
} from '../../../src/formats/xlsx/address';

const areas = fc
  .record({
    row: fc.nat(MAX_ROWS - 1),
    column: fc.nat(MAX_COLUMNS - 1),
    rowCount: fc.integer({ min: 1, max: 500 }),
    columnCount: fc.integer({ min: 1, max: 500 }),
  })
  .filter(isOnSheet);

function area(row: number, column: number, rowCount: number, columnCount: number): Area {
  return { row, column, rowCount, columnCount };
}

test('an area survives being written and read', () => {
  fc.assert(fc.property(areas, (given) => expect(parseAddress(formatArea(given))?.area).toEqual(given)));
});

test('a sheet name survives being written and read, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 31 }), areas, (name, given) =>
      expect(parseAddress(` ${formatAddress(name, given)} `)).toEqual({ sheetName: name, area: given }),
    ),
  );
});

test.each([
  ['A', 0],
  ['Z', 25],
  ['AA', 26],
  ['XFD', 16_383],
])('column %s is number %i', (label, index) => {
  expect(columnOf(label)).toBe(index);
  expect(columnLabel(index)).toBe(label);
});

test.each([
  ['B2', area(1, 1, 1, 1)],
  ['$b$2:a1', area(0, 0, 2, 2)],
  ['C:D', area(0, 2, MAX_ROWS, 2)],
  ['2:4', area(1, 0, 3, MAX_COLUMNS)],
])('reads %s', (text, expected) => {
  expect(parseAddress(text)?.area).toEqual(expected);
});

test.each(['', 'A', '7', 'A0', 'XFE1', 'A1048577', 'A1:B', 'A1:B2:C3', 'AISPEND', 'Sheet1!'])(
  'refuses "%s"',
  (text) => {
    expect(parseAddress(text)).toBeNull();
  },
);

test('writes whole columns and rows as Excel does', () => {
  expect(formatArea(area(0, 1, MAX_ROWS, 2))).toBe('B:C');
  expect(formatArea(area(3, 0, 2, MAX_COLUMNS))).toBe('4:5');
});

test('quotes a sheet name that could be taken for something else', () => {
  expect([quoteSheetName('Data'), quoteSheetName('AI Clients'), quoteSheetName("It's"), quoteSheetName('A1')]).toEqual([
    'Data',
    "'AI Clients'",
    "'It''s'",
    "'A1'",
  ]);
});

test('the shared cells lie in both areas, and the bounding area holds both', () => {
  fc.assert(
    fc.property(areas, areas, (a, b) => {
      const shared = intersect(a, b);
      const bound = boundingArea(a, b);
      expect(contains(bound, a) && contains(bound, b)).toBe(true);
      if (shared) {
        expect(contains(a, shared) && contains(b, shared)).toBe(true);
        expect(cellCount(shared)).toBeLessThanOrEqual(Math.min(cellCount(a), cellCount(b)));
      }
    }),
  );
});
