import { columnLabel, MAX_COLUMNS, type Area } from '../../../src/formats/xlsx/address';
import { stepsOf, type Mutation } from '../../../src/local/grid/carried-steps';
import { Replay } from '../../../src/local/grid/replay';
import type { LineShift } from '../../../src/local/values/line-shift';

const SHEET = { unitId: 'w', subUnitId: 's' };

/** What the grid of a test has, by address, and what was done to it. */
class TestGrid {
  readonly done: string[] = [];
  constructor(
    readonly contents: Record<string, string>,
    private readonly sheetNames: Record<string, string> = { s: 'Sheet1' },
    private readonly tableNames: Record<string, string> = {},
  ) {}

  replay(...theirs: Mutation[][]): Replay {
    const tables = Object.entries(this.tableNames).map(([id, name]) => ({
      id,
      name,
      sheetId: 's',
      area: { row: 0, column: 0, rowCount: 3, columnCount: 2 },
    }));
    const sheet = (wanted: string): string | null =>
      Object.entries(this.sheetNames).find(([, known]) => known === wanted)?.[0] ?? null;
    return new Replay(
      {
        cells: {
          formula: () => '',
          texts: (_, { row, column }) => [[this.contents[`${columnLabel(column)}${row + 1}`] ?? '']],
          usedArea: (_, area) => ({ ...area, columnCount: Math.min(area.columnCount, 5) }),
        },
        sheets: {
          exists: (id) => id in this.sheetNames,
          find: sheet,
          name: (id) => this.sheetNames[id] ?? '',
          insertCells: (_, area) => this.noteShift('insert', area),
          deleteCells: (_, area) => this.noteShift('delete', area),
        },
        objects: { sheet, tables: () => tables, definedName: (name) => (name === 'Taken' ? 'their id' : null) },
        execute: (mutation) => this.execute(mutation),
      },
      theirs.flatMap(stepsOf),
    );
  }

  private noteShift(what: string, area: Area): void {
    const whole = area.columnCount === MAX_COLUMNS;
    this.done.push(`${what} ${area.row}+${area.rowCount}${whole ? '' : ` in ${area.column}+${area.columnCount}`}`);
  }

  private execute({ id, params }: Mutation): void {
    if (id.endsWith('refused')) {
      throw new Error('the grid says no');
    }
    const { cellValue } = params as { cellValue?: Record<string, Record<string, { v?: string; f?: string }>> };
    if (cellValue === undefined) {
      this.done.push(`${id.replace('sheet.mutation.', '')} ${JSON.stringify(params)}`);
    }
    for (const [row, cells] of Object.entries(cellValue ?? {})) {
      for (const [column, { v, f }] of Object.entries(cells)) {
        this.contents[`${columnLabel(Number(column))}${Number(row) + 1}`] = f ?? v ?? '';
      }
    }
  }
}

function write(row: number, column: number, content: string): Mutation {
  const cell = content.startsWith('=') ? { f: content } : { v: content };
  return { id: 'sheet.mutation.set-range-values', params: { ...SHEET, cellValue: { [row]: { [column]: cell } } } };
}

function range(startRow: number, endRow: number, endColumn = 1): object {
  return { startRow, endRow, startColumn: 0, endColumn };
}

let shifts = 0;

/** What a command that inserts or deletes whole rows makes: the shift, and formulas that follow it. */
function rows(how: LineShift['how'], at: number, count: number): Mutation[] {
  shifts += 1;
  const partOf = { sheetId: 's', how, what: 'rows', at, count, across: null, number: shifts } as const;
  return [
    { id: `sheet.mutation.${how === 'inserted' ? 'insert-row' : 'remove-rows'}`, params: SHEET, partOf },
    { ...write(0, 0, '=a formula that follows'), partOf },
  ];
}

/** A table of two columns that gets a row at its end. */
function grows(from: number, to: number): Mutation {
  return {
    id: 'sheet.mutation.set-sheet-table',
    params: { ...SHEET, tableId: 't', config: { updateRange: { newRange: range(0, to) } } },
    before: range(0, from) as NonNullable<Mutation['before']>,
  };
}

describe('edits that are made again', () => {
  it('are made where the cells are now, by commands where rows come or go, so that formulas of others follow', () => {
    const grid = new TestGrid({});
    const replay = grid.replay(rows('inserted', 2, 2));
    expect(replay.make([write(1, 0, 'above'), write(3, 0, 'below'), ...rows('inserted', 4, 1)])).toEqual([]);
    expect(replay.make([write(4, 0, 'new row'), write(5, 0, 'behind it')])).toEqual([]);
    expect(grid.contents).toEqual({ A2: 'above', A6: 'below', A7: 'new row', A8: 'behind it' });
    expect(grid.done).toEqual(['insert 6+1']);
  });

  it('carry references to the cells that were meant', () => {
    const grid = new TestGrid({});
    grid
      .replay(rows('inserted', 2, 1), rows('deleted', 9, 1))
      .make([write(0, 3, '=SUM(A1:$B$3)+A2+Sheet1!A3&"A3"+AIX(Table[A3])+\'Other\'!A3+A9')]);
    expect(grid.contents).toEqual({ D1: '=SUM(A1:$B$4)+A2+Sheet1!A4&"A3"+AIX(Table[A3])+\'Other\'!A3+#REF!' });
  });

  it('tell what another window had written in a cell, where it is different, and stand', () => {
    const grid = new TestGrid({ A1: 'theirs', B1: 'same', C1: 'untouched' });
    const replay = grid.replay([write(0, 0, 'theirs'), write(0, 1, 'same')]);
    expect(replay.make([write(0, 0, 'mine'), write(0, 1, 'same'), write(0, 2, 'mine')])).toEqual([
      'Sheet1!A1 has "mine", written while away; another window had written "theirs".',
    ]);
    expect(grid.contents).toEqual({ A1: 'mine', B1: 'same', C1: 'mine' });
  });

  it('tell what was meant for a row that another window deleted, and what another window wrote in one that is deleted', () => {
    const grid = new TestGrid({ A4: 'theirs' });
    const replay = grid.replay(rows('deleted', 1, 1), [write(3, 0, 'theirs')]);
    expect(replay.make([write(1, 0, 'mine')])).toEqual([
      'Sheet1!A2 was deleted by another window; while away it was given "mine".',
    ]);
    expect(replay.make(rows('deleted', 4, 1))).toEqual([
      'Sheet1!A4 was deleted while away; another window had written "theirs".',
    ]);
    expect(grid.done).toEqual(['delete 3+1']);
  });

  it('put rows that were added to a table behind those that another window added, and move nothing else', () => {
    const grid = new TestGrid({ A4: 'their row', A9: 'a note' }, { s: 'Sheet1' }, { t: 'Theirs' });
    const replay = grid.replay([write(3, 0, 'their row'), grows(2, 3)]);
    expect(replay.make([write(3, 0, 'my row'), grows(2, 3)])).toEqual([]);
    expect(replay.make([write(3, 1, '5'), write(4, 0, 'my second row'), grows(3, 4)])).toEqual([]);
    expect(replay.make([write(8, 0, 'another note')])).toEqual([]);
    expect(grid.contents).toEqual({ A4: 'their row', A5: 'my row', B5: '5', A6: 'my second row', A9: 'another note' });
    expect(grid.done.map((done) => /"endRow":(\d+)/.exec(done)?.[1])).toEqual(['4', '5']);
  });

  it('find rows that they added to a table where others inserted rows above, before and after', () => {
    const grid = new TestGrid({});
    const replay = grid.replay([write(3, 0, 'their row'), grows(2, 3)], rows('inserted', 0, 2));
    replay.make([write(3, 0, 'my row'), grows(2, 3)]);
    replay.make(rows('inserted', 1, 1));
    replay.make([write(4, 1, 'in my row')]);
    expect(grid.contents).toEqual({ A7: 'my row', B8: 'in my row' });
  });

  it('leave a table the rows by which it grew in another window, where they made room for their own', () => {
    const grid = new TestGrid({}, { s: 'Sheet1' }, { t: 'Theirs' });
    const replay = grid.replay([grows(1, 2)]);
    replay.make([...rows('inserted', 2, 1), write(2, 0, 'my row'), { ...grows(1, 2), before: range(0, 1) as never }]);
    expect(grid.done).toEqual(['insert 2+1', expect.stringContaining('"endRow":2')]);
  });

  it('are told where their sheet is gone, or their sorting would take other rows', () => {
    const grid = new TestGrid({}, { other: 'Other' });
    expect(grid.replay().make([write(0, 0, 'mine')])).toEqual([
      'Another window deleted the sheet in which this was written while away: A1: "mine".',
    ]);
    const sort: Mutation = { id: 'sheet.mutation.reorder-range', params: { ...SHEET, range: range(1, 3), order: {} } };
    const here = new TestGrid({});
    expect(here.replay(rows('inserted', 0, 1)).make([sort])).toEqual([
      'Rows that were sorted while away are not sorted: another window moved them.',
    ]);
    expect(here.replay().make([sort])).toEqual([]);
  });

  it('give a sheet and a table another name where another window has one of that name', () => {
    const grid = new TestGrid({}, { s: 'Sheet1', their: 'New' }, { t: 'Table1' });
    expect(
      grid.replay().make([
        { id: 'sheet.mutation.insert-sheet', params: { sheet: { id: 'mine', name: 'New' } } },
        { id: 'sheet.mutation.add-table', params: { ...SHEET, tableId: 'mine', name: 'Table1', range: range(5, 8) } },
      ]),
    ).toEqual([
      'The sheet New that was added while away is called New (2): another window has one of that name.',
      'The table Table1 that was added while away is called Table1_2: another window has one of that name.',
    ]);
    expect(grid.done).toEqual([
      'insert-sheet {"sheet":{"id":"mine","name":"New (2)"}}',
      expect.stringContaining('"name":"Table1_2"'),
    ]);
  });

  it('leave the table of another window that stands where one was added, and go on in that one', () => {
    const grid = new TestGrid({}, { s: 'Sheet1' }, { t: 'Theirs' });
    const added = { ...SHEET, tableId: 'mine', name: 'Mine', range: range(0, 2) };
    const renamed = { ...SHEET, tableId: 'mine', config: { name: 'Better' } };
    expect(
      grid.replay().make([
        { id: 'sheet.mutation.add-table', params: added },
        { id: 'sheet.mutation.set-sheet-table', params: renamed },
        { ...grows(2, 3), params: { ...grows(2, 3).params, tableId: 'mine' } },
        { id: 'formula.mutation.set-defined-name', params: { id: 'my id', name: 'Taken', formulaOrRefString: '1' } },
      ]),
    ).toEqual([
      'A table that was added while away is not made: another window made the table Theirs there.',
      'The name Taken that was defined while away is not made: another window defined it.',
    ]);
    expect(grid.done).toHaveLength(1);
    expect(grid.done[0]).toContain('"tableId":"t"');
  });

  it('are told where the grid refuses one, and the others are made', () => {
    const grid = new TestGrid({});
    const refused: Mutation = { id: 'sheet.mutation.refused', params: SHEET };
    expect(grid.replay().make([refused, write(0, 0, 'made')])).toEqual([
      'A change made while away could not be made again: the grid says no',
    ]);
    expect(grid.contents).toEqual({ A1: 'made' });
  });
});
