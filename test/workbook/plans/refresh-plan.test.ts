import fc from 'fast-check';
import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import type { ReferenceTable } from '../../../src/domain/ledger/rows-to-load';
import { TABLES } from '../../../src/domain/ledger/tables';
import { columnsToAdd } from '../../../src/workbook/plans/load-columns';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { planRefresh, planRemoval, referencePlanner, removalPlanner } from '../../../src/workbook/plans/refresh-plan';
import { standsAsPlanned, type TablePlan } from '../../../src/workbook/plans/table-plan';
import { refusalOf } from './refusal-of';
import { atOnce } from '../../../src/domain/ledger/steps';

const HEADER = ['Month', 'Currency', 'Units per EUR', 'Source'];
const reference: ReferenceTable = {
  name: 'AIRates',
  rows: [
    [45292, 'USD', 1.09, 'ECB'],
    [45323, 'USD', 1.08, 'ECB'],
  ],
};
const [JANUARY = [], FEBRUARY = []] = reference.rows;
const table = (rows: readonly (readonly CellValue[])[], header: readonly CellValue[] = HEADER): RawTable => ({
  name: 'AIRates',
  firstRow: 2,
  header,
  rows,
});
const plan = (...existing: Parameters<typeof table>): TablePlan => planRefresh(table(...existing), reference);
const NOTHING: TablePlan = { replaced: [], removed: [], added: [], kept: 0 };

describe('a refresh', () => {
  it('changes nothing where the reference data stands as it is', () => {
    expect(plan(reference.rows)).toEqual(NOTHING);
  });

  it('creates a table that is missing with all rows of the reference data', () => {
    expect(referencePlanner(reference).plan(null, new Map())).toEqual({ ...NOTHING, added: reference.rows });
    expect(referencePlanner(reference).plan(table([FEBRUARY]), new Map())).toEqual({ ...NOTHING, added: [JANUARY] });
  });

  it('adds what is not there yet', () => {
    expect(plan([])).toEqual({ ...NOTHING, added: reference.rows });
    expect(plan([FEBRUARY])).toEqual({ ...NOTHING, added: [JANUARY] });
  });

  it('puts right a row of its own that was edited', () => {
    expect(plan([JANUARY, [45323, 'USD', 2, 'ECB']])).toEqual({ ...NOTHING, replaced: [{ row: 1, values: FEBRUARY }] });
  });

  it('keeps apart rows that ship with one key: each stays, and only what is beyond them goes', () => {
    const prices: ReferenceTable = {
      name: 'AIPrices',
      rows: [
        ['deepseek', 'chat', 'input', null, 0.27, 1e6, 'tokens', 'USD', 'list', 'by day'],
        ['deepseek', 'chat', 'input', null, 0.135, 1e6, 'tokens', 'USD', 'list', 'by night'],
      ],
    };
    const header = TABLES.AIPrices.columns.map(({ name }) => name);
    const of = (rows: ReferenceTable['rows']): TablePlan =>
      planRefresh({ name: 'AIPrices', firstRow: 2, header, rows }, prices);
    const [day = [], night = []] = prices.rows;
    expect(of([day, night])).toEqual(NOTHING);
    expect(of([day])).toEqual({ ...NOTHING, added: [night] });
    expect(of([day, night, day])).toEqual({ ...NOTHING, removed: [2] });
  });

  it('knows its rows again by Source and key, spelling, order and the day in the month apart', () => {
    expect(
      plan([
        ['2024-02', ' usd ', 1.08, 'ecb'],
        [45300, 'USD', 1.09, 'ECB'],
      ]),
    ).toMatchObject({ added: [], kept: 0, removed: [] });
  });

  it("keeps the user's own rows, be they for the same month and currency", () => {
    const own = [
      [45292, 'USD', 1.1, 'Treasury'],
      [45292, 'USD', 1.1, null],
      [45292, 'SEK', 11, 'ECB'],
      ['soon', 'USD', 1.09, 'ECB'],
    ];
    expect(plan([...own, ...reference.rows])).toEqual({ ...NOTHING, kept: 4 });
  });

  it('removes second copies of its own rows, and keeps the first', () => {
    expect(plan([JANUARY, FEBRUARY, JANUARY, [45292, 'USD', 7, 'ECB']])).toEqual({ ...NOTHING, removed: [2, 3] });
  });

  it("does not count blank rows as the user's", () => {
    expect(plan([[null, '', '  ', null], JANUARY, FEBRUARY])).toEqual(NOTHING);
  });

  it('finds columns by name, among others and in another order', () => {
    const header = ['Mine', 'units per eur', 'Source', 'CURRENCY', 'Month'];
    expect(
      plan(
        [
          ['x', 1.09, 'ECB', 'USD', 45292],
          ['y', 9, 'ECB', 'USD', 45323],
        ],
        header,
      ),
    ).toEqual({ ...NOTHING, replaced: [{ row: 1, values: FEBRUARY }] });
  });

  it('is refused where a column is missing or there twice', () => {
    expect(refusalOf(() => plan([], ['Month', 'Currency', 'Source']))).toMatch(/has no column "Units per EUR"/);
    expect(refusalOf(() => plan([], [...HEADER, 'Month']))).toMatch(/two columns named "Month"/);
  });

  it('is refused where it could not tell its rows from others, so that no load adds them twice', () => {
    expect(refusalOf(() => plan([], HEADER.slice(0, 3)))).toBe(
      'AIRates has no column "Source", which the reference data needs. Add the column, then load again.',
    );
    const clients: ReferenceTable = { name: 'AIClients', rows: [] };
    const columns = ['Client', 'Vendor', 'Service', 'Month', 'Spend', 'Currency', 'Basis', 'Source'];
    const planClients = (header: string[]) =>
      planRefresh({ name: 'AIClients', firstRow: 2, header, rows: [] }, clients);
    expect(planClients(columns)).toEqual(NOTHING);
    for (const missing of ['Service', 'Basis', 'Source']) {
      expect(refusalOf(() => planClients(columns.filter((name) => name !== missing)))).toContain(
        `no column "${missing}"`,
      );
    }
  });

  it('done twice is done once', () => {
    const cell = fc.constantFrom<CellValue>(45292, 45323, 45352, 'USD', 'SEK', 1.09, 1.08, 'ECB', 'Treasury', null);
    const row = fc.oneof(fc.constantFrom(JANUARY, FEBRUARY), fc.tuple(cell, cell, cell, cell));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const first = plan(rows);
        const replaced = new Map(first.replaced.map(({ row: at, values }) => [at, values]));
        const after = [
          ...rows.map((cells, at) => replaced.get(at) ?? cells).filter((_, at) => !first.removed.includes(at)),
          ...first.added,
        ];
        expect(plan(after)).toEqual({ ...NOTHING, kept: first.kept });
      }),
    );
  });
});

describe('claims with bounds', () => {
  const CLIENTS = TABLES.AIClients.columns.map(({ name }) => name);
  const claim = (basis: string, ...more: CellValue[]): CellValue[] => [
    ...['Adobe', 'Microsoft', '', '2024-09', null, 'USD', null, basis, 'The Weekly', null],
    ...more,
  ];
  const claims: ReferenceTable = { name: 'AIClients', rows: [claim('reported', 1e6)], optional: ['Spend low'] };
  const clients = (rows: readonly CellValue[][], header: readonly CellValue[] = CLIENTS): RawTable => ({
    name: 'AIClients',
    firstRow: 2,
    header,
    rows,
  });

  it('are put into a table of before, which lacks the column for it, and then stand', () => {
    const old = clients([claim('reported')]);
    const refreshed = planRefresh(old, claims);
    expect(refreshed).toMatchObject({ added: [], replaced: [{ row: 0, values: claim('reported', 1e6) }] });
    expect(columnsToAdd(old, 'AIClients', refreshed).map(({ name }) => name)).toEqual(['Spend low']);
    const after = plannedTable('AIClients', old, refreshed);
    expect(after).toMatchObject({ header: [...CLIENTS, 'Spend low'], rows: [claim('reported', 1e6)] });
    expect(planRefresh(after, claims)).toMatchObject({ added: [], replaced: [], removed: [] });
    expect(atOnce(standsAsPlanned(old, refreshed, after))).toBe(true);
    expect(atOnce(standsAsPlanned(old, refreshed, { ...after, rows: [claim('reported', 2e6)] }))).toBe(false);
  });

  it('give no column to a table for which they have nothing', () => {
    const plain = { ...claims, rows: [claim('reported', null)] };
    expect(columnsToAdd(clients([]), 'AIClients', planRefresh(clients([]), plain))).toEqual([]);
  });

  it.each(['superseded', 'accepted'])('that the user has marked %s stay so when they are loaded again', (basis) => {
    const marked = clients([claim(basis, 2)], [...CLIENTS, 'Spend low']);
    expect(planRefresh(marked, claims).replaced).toEqual([{ row: 0, values: claim(basis, 1e6) }]);
    expect(planRefresh({ ...marked, rows: [claim(basis, 1e6)] }, claims).replaced).toEqual([]);
  });

  it('are taken out again by Source and key, and the rows of the user stay', () => {
    const own = claim('billed').map((cell) => (cell === 'The Weekly' ? 'bill.csv' : cell));
    expect(planRemoval(clients([claim('superseded'), own, claim('reported')]), claims)).toEqual({
      ...NOTHING,
      removed: [0, 2],
      kept: 1,
    });
    expect(removalPlanner(claims).plan(null, new Map())).toEqual(NOTHING);
  });
});
