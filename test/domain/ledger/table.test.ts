import { formatMonth } from '../../../src/domain/calendar/month';
import { isBlank, monthOfCell, readRows, textOf, type CellValue, type RawRow } from '../../../src/domain/ledger/table';
import { TABLES, type ColumnOf } from '../../../src/domain/ledger/tables';
import { problemOf } from '../sample-book';

const ratesRows = (header: readonly CellValue[], ...rows: CellValue[][]): RawRow<ColumnOf<'AIRates'>>[] =>
  readRows({ name: 'AIRates', firstRow: 5, header, rows }, TABLES.AIRates);

describe('the columns of a table', () => {
  it('are found by name in any order, case, width and spaces ignored, among columns of the user', () => {
    const [row] = ratesRows(['My own', ' units PER eur ', 'ＭＯＮＴＨ', 'Cur rency'], ['x', 1.1, '2024-01', 'USD']);
    expect((['Month', 'Currency', 'Units per EUR', 'Source'] as const).map((name) => row?.cell(name))).toEqual([
      '2024-01',
      'USD',
      1.1,
      null,
    ]);
  });

  it('must be there where they are needed', () => {
    expect(problemOf(() => ratesRows(['Month', 'Currency', null]))).toBe(
      '#VALUE! AIRates has no column "Units per EUR"; it has "Month" and "Currency". Rename or add the column.',
    );
  });

  it('must not be there twice, optional ones neither', () => {
    const header = ['Month', 'Currency', 'Units per EUR'];
    expect(problemOf(() => ratesRows([...header, 'MONTH']))).toBe(
      '#VALUE! AIRates has two columns named "Month". Rename one of them.',
    );
    expect(problemOf(() => ratesRows([...header, 'Source', 'source ']))).toMatch(/two columns named "Source"/);
  });

  it("of the user's own may be there twice", () => {
    expect(() => ratesRows(['Month', 'Currency', 'Units per EUR', 'Mine', 'Mine'])).not.toThrow();
  });
});

describe('the rows of a table', () => {
  const header = ['Month', 'Currency', 'Units per EUR'] as const;

  it('keep the numbers that the sheet gives them where blank rows lie between', () => {
    const rows = ratesRows(header, ['', null, '  '], ['2024-01', 'USD', 1], [null, null, null], ['2024-02', '', null]);
    expect(rows.map((row) => row.row)).toEqual([6, 8]);
  });

  it('are none where there is but a header', () => {
    expect(ratesRows(header)).toEqual([]);
  });

  it('give null for a blank, for text of spaces, and for a cell that a short row does not have', () => {
    const [row] = ratesRows(header, ['2024-01', '   ']);
    expect([row?.cell('Currency'), row?.cell('Units per EUR')]).toEqual([null, null]);
  });

  it('tell 0 and FALSE from a blank', () => {
    const [row] = ratesRows(header, [0, false, 0]);
    expect(header.map((name) => row?.cell(name))).toEqual([0, false, 0]);
  });
});

describe('a cell', () => {
  it.each([
    [null, true],
    [undefined, true],
    ['', true],
    [' \t\u00a0', true],
    [0, false],
    [false, false],
    ['x', false],
  ])('%p is blank: %p', (value, blank) => {
    expect(isBlank(value)).toBe(blank);
  });

  it.each([
    [' Meta ', 'Meta'],
    [3, '3'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [null, ''],
  ])('%p reads as "%s"', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    [45626, '2024-11'],
    [202411, '2024-11'],
    [202413, null],
    [45626.75, '2024-11'],
    ['2024-11', '2024-11'],
    ['2024-11-30', '2024-11'],
    [2024, null],
    ['Nov 24', null],
    [true, null],
    [null, null],
  ])('%p lies in the month %p', (value, expected) => {
    const month = monthOfCell(value);
    expect(month === null ? null : formatMonth(month)).toBe(expected);
  });
});
