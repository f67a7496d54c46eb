import { seriesCells, type SeriesBy, type SourceCell } from '../../../src/local/values/chart-layout';
import type { CellValue } from '../../../src/local/values/cell-value';

function cells(rows: readonly (readonly CellValue[])[], dates: readonly string[] = []): SourceCell[][] {
  return rows.map((row, down) => row.map((value, across) => ({ value, isDate: dates.includes(`${down}/${across}`) })));
}

/** The series as texts: name, categories and values by their rows and columns. */
function layout(
  rows: readonly (readonly CellValue[])[],
  by: SeriesBy = 'Auto',
  dates: readonly string[] = [],
): string[] {
  const area = { row: 4, column: 1, rowCount: rows.length, columnCount: rows[0]?.length ?? 0 };
  const text = (part: { row: number; column: number; rowCount: number; columnCount: number } | null): string =>
    part ? `R${part.row}C${part.column}:${part.rowCount}x${part.columnCount}` : '-';
  return seriesCells(area, cells(rows, dates), by).map(({ name, categories, values }) =>
    [name, categories, values].map(text).join(' '),
  );
}

it.each<[string, readonly (readonly CellValue[])[], readonly string[]]>([
  [
    'names above and beside',
    [
      ['', 'Spend', 'Budget'],
      ['Oct', 1, 2],
      ['Nov', 3, 4],
      ['Dec', 5, 6],
    ],
    ['R4C2:1x1 R5C1:3x1 R5C2:3x1', 'R4C3:1x1 R5C1:3x1 R5C3:3x1'],
  ],
  [
    'years above, under a blank corner, are names and not values',
    [
      ['', 2023, 2024],
      ['Search', 1, 2],
      ['Ads', 3, 4],
    ],
    ['R4C2:1x1 R5C1:2x1 R5C2:2x1', 'R4C3:1x1 R5C1:2x1 R5C3:2x1'],
  ],
  [
    'numbers alone have no names',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    ['- - R4C1:3x1', '- - R4C2:3x1'],
  ],
  ['one column below its name', [['Spend'], [1], [2]], ['R4C1:1x1 - R5C1:2x1']],
  ['one column of numbers', [[1], [2]], ['- - R4C1:2x1']],
  [
    'more columns than rows: a series a row',
    [
      ['', 'Oct', 'Nov', 'Dec'],
      ['Spend', 1, 2, 3],
    ],
    ['R5C1:1x1 R4C2:1x3 R5C2:1x3'],
  ],
  [
    'errors and cells that wait are values',
    [
      ['', 'Spend'],
      ['Oct', { error: '#N/A' }],
      ['Nov', 2],
    ],
    ['R4C2:1x1 R5C1:2x1 R5C2:2x1'],
  ],
])('%s', (_, rows, expected) => expect(layout(rows)).toEqual(expected));

it('dates beside the values are names', () => {
  const rows = [
    ['Month', 'Spend'],
    [45_566, 1],
    [45_597, 2],
  ];
  expect(layout(rows, 'Auto', ['1/0', '2/0'])).toEqual(['R4C2:1x1 R5C1:2x1 R5C2:2x1']);
});

it('series run the way that is asked for', () => {
  const rows = [
    ['', 'Oct', 'Nov', 'Dec'],
    ['Spend', 1, 2, 3],
  ];
  expect(layout(rows, 'Columns')).toEqual([
    'R4C2:1x1 R5C1:1x1 R5C2:1x1',
    'R4C3:1x1 R5C1:1x1 R5C3:1x1',
    'R4C4:1x1 R5C1:1x1 R5C4:1x1',
  ]);
});
