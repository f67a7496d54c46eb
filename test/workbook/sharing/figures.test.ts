// Says which functions are ours.
import '../../../src/functions/family/family';
import { ailmentOf } from '../../../src/workbook/sharing/repair';
import {
  figureAddress,
  figureBatches,
  figureCell,
  figureCells,
  type Figure,
} from '../../../src/workbook/sharing/figure';
import { figuresIn } from '../../../src/workbook/sharing/figures';
import { formatOf, freeSheetName } from '../../../src/workbook/sharing/values-copy';
import { withoutFollowers } from '../../../src/workbook/sharing/spill-extents';

function figure(part: Partial<Figure> = {}): Figure {
  return {
    sheet: 'Report',
    row: 1,
    column: 1,
    formula: '=AISPEND("a")',
    value: 1,
    text: '1',
    rows: 1,
    columns: 1,
    ...part,
  };
}

it('cells are named as the sheet names them', () => {
  const cells = [
    [0, 0],
    [1, 25],
    [2, 26],
    [1_048_575, 16_383],
  ] as const;
  expect(cells.map(([row, column]) => figureCell(figure({ row, column })))).toEqual(['A1', 'Z2', 'AA3', 'XFD1048576']);
  expect(figureAddress(figure())).toBe('Report!B2');
  expect(figureAddress(figure({ sheet: "Bob's sheet" }))).toBe("'Bob''s sheet'!B2");
  expect(figureCells(figure())).toBe('B2');
  expect(figureCells(figure({ rows: 3, columns: 2 }))).toBe('B2:C4');
});

it('figures are the cells whose formulas call our functions, also in a stored form', () => {
  const block = {
    rowIndex: 4,
    columnIndex: 2,
    formulas: [
      ['=SUM(A1)', '=_xldudf_AISPEND_AISPEND(1)'],
      ['AISPEND(1)', '="AISPEND(1)"'],
      [7, '=IFERROR(aifx("USD"),0)'],
    ],
    values: [
      [1, '#NAME?'],
      ['AISPEND(1)', 'AISPEND(1)'],
      [7, 2],
    ],
    text: [
      ['1', '#NAME?'],
      ['AISPEND(1)', 'AISPEND(1)'],
      ['7', '2.00'],
    ],
  };
  expect(
    figuresIn(block as unknown as Excel.Range, 'Report').map(({ row, column, text }) => [row, column, text]),
  ).toEqual([
    [4, 3, '#NAME?'],
    [6, 3, '2.00'],
  ]);
});

it('what ails a figure', () => {
  const ailment = (part: Partial<Figure>): unknown => ailmentOf(figure(part));
  expect(ailment({})).toBeNull();
  expect(ailment({ value: '#N/A', text: '#N/A' })).toBeNull();
  expect(ailment({ value: '#NAME?', text: '#NAME?' })).toBe('name');
  expect(ailment({ value: '#BUSY!', text: '#BUSY!' })).toBe('busy');
  expect(ailment({ value: '#GETTING_DATA', text: '#GETTING_DATA' })).toBe('busy');
  expect(ailment({ formula: '=[2]!_xldudf_AISPEND("a")' })).toBe('prefix');
  expect(ailment({ formula: '=AISPEND("a")&"_xldudf_AISPEND(1)"' })).toBeNull();
});

it('of a spill whose every cell tells the formula, the first cell is the figure', () => {
  const anchor = figure({ rows: 2, columns: 2 });
  const cells = [
    anchor,
    figure({ column: 2 }),
    figure({ row: 2 }),
    figure({ row: 2, column: 2 }),
    figure({ row: 3 }),
    figure({ column: 3 }),
  ];
  expect(withoutFollowers(cells).map(({ row, column }) => [row, column])).toEqual([
    [1, 1],
    [3, 1],
    [1, 3],
  ]);
});

it('batches carry no more cells than asked, and all figures in their order', () => {
  const figures = [figure({ rows: 50 }), figure({ row: 60 }), figure({ row: 70, rows: 500 }), figure({ row: 80 })];
  const batches = figureBatches(figures, 100);
  expect(batches.map((batch) => batch.map(({ row }) => row))).toEqual([[1, 60], [70], [80]]);
  expect(figureBatches([], 100)).toEqual([]);
});

it('the format that came with a value counts where the cell has none of its own', () => {
  const brought = {
    type: 'FormattedNumber',
    basicValue: 1,
    numberFormat: '#,##0.00 [$EUR]',
  } as unknown as Excel.CellValue;
  expect(formatOf('General', brought)).toBe('#,##0.00 [$EUR]');
  expect(formatOf('0.0', brought)).toBe('0.0');
  expect(formatOf('General', { type: 'Double', basicValue: 1 } as unknown as Excel.CellValue)).toBe('General');
  expect(formatOf('General', undefined)).toBe('General');
});

it('a copy has a name that is free and short enough', () => {
  expect(freeSheetName('Report', ['Report'])).toBe('Report (values)');
  expect(freeSheetName('Report', ['Report', 'REPORT (VALUES)', 'Report (values 2)'])).toBe('Report (values 3)');
  expect(freeSheetName('x'.repeat(31), [])).toHaveLength(31);
});
