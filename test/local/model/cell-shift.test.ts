import type { Area } from '../../../src/formats/xlsx/address';
import type { Grid } from '../../../src/local/grid/grid';
import { deleteCells, insertCells } from '../../../src/local/model/cell-shift';

interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  area: Area;
}

const area = (row: number, column: number, rowCount: number, columnCount: number): Area => ({
  row,
  column,
  rowCount,
  columnCount,
});

/** A grid of nothing but tables; it writes down what its cells are told. */
function gridOf(
  areas: readonly Area[],
  filtered: readonly string[] = [],
): { grid: Grid; areas: () => Area[]; log: string[] } {
  const log: string[] = [];
  const note =
    (what: string) =>
    (_sheet: string, { row, rowCount }: Area) =>
      void log.push(`${what} ${row}+${rowCount}`);
  let tables: Table[] = areas.map((each, at) => ({ id: String(at), name: `T${at}`, sheetId: 's', area: each }));
  const grid = {
    tables: {
      list: () => tables,
      isFiltered: (id: string) => filtered.includes(id),
      place: (id: string, to: Area) =>
        (tables = tables.map((table) => (table.id === id ? { ...table, area: to } : table))),
      convertToRange: (id: string) => (tables = tables.filter((table) => table.id !== id)),
    },
    sheets: { insertCells: note('insert'), deleteCells: note('delete') },
    cells: { clearContents: note('clear') },
  };
  return { grid: grid as unknown as Grid, areas: () => tables.map((table) => table.area), log };
}

describe('cells that are inserted', () => {
  it('between the rows of a table make it longer, and move the tables below', () => {
    const { grid, areas } = gridOf([area(0, 0, 4, 3), area(8, 0, 2, 3), area(8, 5, 2, 2)]);
    insertCells(grid, 's', area(2, 0, 5, 3), 'Down');
    expect(areas()).toEqual([area(0, 0, 9, 3), area(13, 0, 2, 3), area(8, 5, 2, 2)]);
  });

  it('right above or right below a table are none of its rows', () => {
    const { grid, areas } = gridOf([area(4, 0, 4, 3)]);
    insertCells(grid, 's', area(4, 0, 2, 3), 'Down');
    insertCells(grid, 's', area(10, 0, 2, 3), 'Down');
    expect(areas()).toEqual([area(6, 0, 4, 3)]);
  });

  it('are refused where they would tear a table', () => {
    const { grid, areas, log } = gridOf([area(8, 1, 2, 3)]);
    expect(() => insertCells(grid, 's', area(2, 0, 1, 3), 'Down')).toThrow(/only some cells of the table "T0"/);
    expect([areas(), log]).toEqual([[area(8, 1, 2, 3)], []]);
  });
});

describe('cells that are deleted', () => {
  it('make a table shorter, and move the tables below', () => {
    const { grid, areas } = gridOf([area(0, 0, 6, 3), area(8, 0, 2, 3)]);
    deleteCells(grid, 's', area(2, 0, 3, 3), 'Up');
    expect(areas()).toEqual([area(0, 0, 3, 3), area(5, 0, 2, 3)]);
  });

  it('leave a table one blank row', () => {
    const { grid, areas, log } = gridOf([area(0, 0, 4, 3)]);
    deleteCells(grid, 's', area(1, 0, 3, 3), 'Up');
    expect(areas()).toEqual([area(0, 0, 2, 3)]);
    expect(log).toEqual(['clear 1+1', 'delete 2+2']);
  });

  it('take a table with them that lies in them as a whole; a header alone cannot go', () => {
    const { grid, areas } = gridOf([area(2, 0, 3, 3)]);
    expect(() => deleteCells(grid, 's', area(0, 0, 3, 3), 'Up')).toThrow(/header row/);
    deleteCells(grid, 's', area(1, 0, 9, 3), 'Up');
    expect(areas()).toEqual([]);
  });
});

it('the rows of a filtered table are neither moved nor deleted, and others come in between only beside it', () => {
  const { grid, areas, log } = gridOf([area(8, 0, 4, 3), area(8, 5, 4, 2)], ['0']);
  const refused = /Can't move cells in a filtered range or table: clear the filter of "T0" first/;
  expect(() => insertCells(grid, 's', area(2, 0, 1, 3), 'Down')).toThrow(refused);
  expect(() => insertCells(grid, 's', area(10, 0, 1, 3), 'Down')).toThrow(refused);
  expect(() => deleteCells(grid, 's', area(10, 0, 1, 3), 'Up')).toThrow(refused);
  expect(log).toEqual([]);
  insertCells(grid, 's', area(10, 5, 1, 2), 'Down');
  expect(areas()).toEqual([area(8, 0, 4, 3), area(8, 5, 5, 2)]);
});
