import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import { standsAsPlanned, type TablePlan } from '../../../src/workbook/plans/table-plan';
import { TABLES } from '../../../src/domain/ledger/tables';
import { deletedRuns, rowsAfter, runsOf, workOf, type TableWork } from '../../../src/workbook/load/table-work';
import { refusalOf } from '../plans/refusal-of';
import { atOnce } from '../../../src/domain/ledger/steps';

const HEADER = ['Month', 'Currency', 'Units per EUR', 'Source'];
const JANUARY = [45_292, 'USD', 1.09, 'ECB'];
const FEBRUARY = [45_323, 'USD', 1.08, 'ECB'];
const MARCH = [45_352, 'USD', 1.07, 'ECB'];
const NOTHING: TablePlan = { replaced: [], removed: [], added: [], kept: 0 };
const table = (rows: readonly (readonly CellValue[])[], header: readonly CellValue[] = HEADER): RawTable => ({
  name: 'AIRates',
  firstRow: 2,
  header,
  rows,
});

function work(existing: RawTable | null, plan: Partial<TablePlan>): TableWork {
  const found = atOnce(workOf('AIRates', existing, { ...NOTHING, ...plan }));
  if (found === null) {
    throw new Error('There is nothing to do');
  }
  return found;
}

describe('a table that lacks an optional column', () => {
  const HEADER_OF_CLIENTS = TABLES.AIClients.columns.map(({ name }) => name);
  const claim = (low: number | null): CellValue[] => [
    ...['Adobe', 'Microsoft', '', '2024-09', null, 'USD', null, 'reported', 'The Weekly', null],
    ...[low, null],
  ];
  const optional = ['Spend low', 'Spend high'];

  it("is given it right of the user's own, where a row has something for it; a new table has it from the start", () => {
    const existing: RawTable = { name: 'AIClients', firstRow: 2, header: ['Mine', ...HEADER_OF_CLIENTS], rows: [] };
    const found = atOnce(workOf('AIClients', existing, { ...NOTHING, added: [claim(1e6)], optional }));
    expect(found).toMatchObject({
      newColumns: [{ name: 'Spend low' }],
      groups: [{ offset: 0, across: 1 }],
      rows: [[...claim(1e6).slice(0, -1)]],
    });
    expect(found && rowsAfter(found).header).toEqual(['Mine', ...HEADER_OF_CLIENTS, 'Spend low']);
    expect(atOnce(workOf('AIClients', existing, { ...NOTHING, added: [claim(null)], optional }))?.newColumns).toEqual(
      [],
    );
    expect(
      atOnce(workOf('AIClients', null, { ...NOTHING, added: [claim(1e6)], optional }))?.columns.map(({ name }) => name),
    ).toEqual([...HEADER_OF_CLIENTS, ...optional]);
  });
});

describe('what a load has to do to a table', () => {
  it('is nothing where the plan is empty, but to create a table is something', () => {
    expect(atOnce(workOf('AIRates', table([JANUARY]), { ...NOTHING, kept: 1 }))).toBeNull();
    expect(work(null, {})).toMatchObject({ rows: [], existing: null });
  });

  it("is written in the table's order of columns, replaced rows first, from top to bottom", () => {
    const existing = table(
      [
        ['a', 1, 'USD', 'ECB', 45_292],
        ['b', 1, 'USD', 'ECB', 45_323],
      ],
      ['Mine', 'units per EUR', 'CURRENCY', 'Source', 'Month'],
    );
    const found = work(existing, {
      replaced: [
        { row: 1, values: FEBRUARY },
        { row: 0, values: JANUARY },
      ],
      added: [MARCH],
    });
    expect(found.columns.map(({ name }) => name)).toEqual(['Units per EUR', 'Currency', 'Source', 'Month']);
    expect(found.rows).toEqual([
      [1.09, 'USD', 'ECB', 45_292],
      [1.08, 'USD', 'ECB', 45_323],
      [1.07, 'USD', 'ECB', 45_352],
    ]);
  });

  it('leaves each row once, replaced ones as they are written, for the size of what watch cells hand over', () => {
    const found = work(table([JANUARY, FEBRUARY]), { replaced: [{ row: 0, values: MARCH }], added: [JANUARY] });
    expect(rowsAfter(found)).toEqual({ header: HEADER, rows: [FEBRUARY, MARCH, JANUARY] });
  });

  it("leaves the user's columns out, also those that stand between ours", () => {
    const { groups } = work(table([], ['Month', 'Mine', 'Currency', 'Units per EUR', 'Yours', 'Source']), {
      added: [MARCH],
    });
    expect(groups.map(({ offset, across, columns }) => [offset, across, columns.length])).toEqual([
      [0, 0, 1],
      [1, 2, 2],
      [3, 5, 1],
    ]);
  });

  it('writes only the columns that the table has', () => {
    const { rows } = work(table([], HEADER.slice(0, 3)), { added: [MARCH] });
    expect(rows).toEqual([MARCH.slice(0, 3)]);
  });

  it('goes by runs of rows', () => {
    expect(runsOf([0, 1, 2, 5, 7, 8])).toEqual([
      { first: 0, count: 3 },
      { first: 5, count: 1 },
      { first: 7, count: 2 },
    ]);
    expect(runsOf([])).toEqual([]);
    expect(work(table([JANUARY, JANUARY, FEBRUARY, JANUARY]), { removed: [3, 1, 0] }).removed).toEqual([
      { first: 0, count: 2 },
      { first: 3, count: 1 },
    ]);
  });

  it('never deletes the last row of a table, unless others come', () => {
    expect(deletedRuns(work(table([JANUARY, FEBRUARY]), { removed: [0, 1] }))).toEqual([{ first: 1, count: 1 }]);
    expect(deletedRuns(work(table([JANUARY]), { removed: [0] }))).toEqual([]);
    expect(deletedRuns(work(table([JANUARY]), { removed: [0], added: [MARCH] }))).toEqual([{ first: 0, count: 1 }]);
  });

  it('is refused where a text is too long for a cell', () => {
    expect(refusalOf(() => work(null, { added: [[45_292, 'USD', 1, 'x'.repeat(32_768)]] }))).toMatch(
      /AIRates, column "Source", has 32768 characters .* holds 32767 at most/,
    );
    expect(work(null, { added: [[45_292, 'USD', 1, 'x'.repeat(32_767)]] }).rows).toHaveLength(1);
  });

  it('is refused where the rows stand in more places than one request can name', () => {
    const removed = Array.from({ length: 1_001 }, (_, at) => 2 * at);
    expect(refusalOf(() => work(table(removed.flatMap(() => [JANUARY, FEBRUARY])), { removed }))).toMatch(
      /stand in 1001 separate places.*Sort AIRates by Source/,
    );
    expect(work(table([]), { removed: removed.slice(1) }).removed).toHaveLength(1_000);
  });
});

describe('a table', () => {
  const plan: TablePlan = { replaced: [{ row: 0, values: MARCH }], removed: [1], added: [JANUARY], kept: 1 };
  const before = table([JANUARY, FEBRUARY, [1, 'SEK', 2, 'mine']]);

  it('stands as planned where its rows are those of the plan, blank rows, empty texts and rounding apart', () => {
    expect(atOnce(standsAsPlanned(before, plan, table([MARCH, [1, 'SEK', 2, 'mine'], JANUARY])))).toBe(true);
    expect(
      atOnce(standsAsPlanned(before, plan, table([MARCH, ['', '', '', ''], [1, 'SEK', 2 + 4e-16, 'mine'], JANUARY]))),
    ).toBe(true);
    expect(
      atOnce(standsAsPlanned(null, { ...NOTHING, added: [[1, 'USD', 1, null]] }, table([[1, 'USD', 1, '']]))),
    ).toBe(true);
    expect(atOnce(standsAsPlanned(null, NOTHING, table([['', '', '', '']])))).toBe(true);
  });

  it('does not where a row of anyone is missing, or twice, or another', () => {
    for (const rows of [
      [MARCH, JANUARY],
      [MARCH, [1, 'SEK', 2, 'mine'], JANUARY, JANUARY],
      [MARCH, [1, 'SEK', 3, 'mine'], JANUARY],
      [[1, 'SEK', 2, 'mine'], MARCH, JANUARY],
    ]) {
      expect(atOnce(standsAsPlanned(before, plan, table(rows)))).toBe(false);
    }
    expect(atOnce(standsAsPlanned(before, plan, null))).toBe(false);
  });

  it("stands as planned whatever the user's own columns hold", () => {
    const [first, second] = [
      table([[...JANUARY, 'x']], [...HEADER, 'Mine']),
      table(
        [
          ['y', ...JANUARY],
          ['z', ...MARCH],
        ],
        ['Mine', ...HEADER],
      ),
    ];
    expect(atOnce(standsAsPlanned(first, { ...NOTHING, added: [MARCH] }, second))).toBe(true);
  });

  it('stands as planned without the columns that it lacks', () => {
    const short = (rows: readonly (readonly CellValue[])[]) =>
      table(
        rows.map((row) => row.slice(0, 3)),
        HEADER.slice(0, 3),
      );
    expect(atOnce(standsAsPlanned(short([JANUARY]), { ...NOTHING, added: [MARCH] }, short([JANUARY, MARCH])))).toBe(
      true,
    );
  });
});
