import { keyOfCell, knownAmong, type CellRef } from '../../../src/local/values/cell-ref';

const cell = (row: number, column = 0, sheetId = 'one/two'): CellRef => ({ sheetId, row, column });
const known = (...cells: CellRef[]): Map<string, boolean> => new Map(cells.map((each) => [keyOfCell(each), true]));

it('of cells those are found that something is known of, be they more or fewer than what is known', () => {
  const many = Array.from({ length: 50 }, (_, row) => cell(row));
  const few = [cell(3), cell(7, 1), cell(9, 0, 'another'), cell(60)];
  expect(knownAmong(many, known(...few))).toEqual([keyOfCell(cell(3))]);
  expect(knownAmong(few, known(...many))).toEqual([keyOfCell(cell(3))]);
  expect(knownAmong(many, known())).toEqual([]);
  expect(knownAmong([], known(...many))).toEqual([]);
});
