import { REFERENCE_SETS, tablesToLoad, tablesToRemove } from '../../../src/bills/reference/reference-sets';
import { bookOf } from '../../../src/domain/ledger/book';
import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { changedFigures } from '../../../src/taskpane/data/office/changed-figures';
import { stateOf, type RawTables } from '../../../src/taskpane/data/office/reference-state';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { referencePlanner, removalPlanner } from '../../../src/workbook/plans/refresh-plan';
import type { ReferenceTable } from '../../../src/domain/ledger/rows-to-load';
import type { TablePlanner } from '../../../src/workbook/plans/table-plan';

beforeAll(fetchLateCode);

const NONE: RawTables = {
  AIClients: null,
  AIRevenue: null,
  AIReturns: null,
  AIRates: null,
  AIBudgets: null,
  AIPrices: null,
};

function after(
  tables: RawTables,
  sets: readonly ReferenceTable[],
  plannerOf: (set: ReferenceTable) => TablePlanner,
): RawTables {
  return sets.reduce<RawTables>(
    (all, set) => ({
      ...all,
      [set.name]: plannedTable(set.name, all[set.name], plannerOf(set).plan(all[set.name], new Map())),
    }),
    tables,
  );
}

const ARTICLE = after(NONE, tablesToLoad('article'), referencePlanner);
const CLAIMS = after(ARTICLE, tablesToLoad('claims'), referencePlanner);

it('every set, once loaded, has nothing more to do, and what is taken out leaves the other sets as they are', () => {
  for (const id of REFERENCE_SETS) {
    const loaded = after(CLAIMS, tablesToLoad(id), referencePlanner);
    expect(stateOf(id, loaded)).toMatchObject({ changes: [], refused: null, present: stateOf(id, loaded).rows });
    const removed = after(loaded, tablesToRemove(id), removalPlanner);
    expect(stateOf(id, removed).present).toBe(0);
    for (const other of REFERENCE_SETS.filter((set) => set !== id)) {
      expect(stateOf(other, removed).present).toBe(stateOf(other, loaded).rows);
    }
  }
});

it('the claims say before they are loaded which rows, tables and columns come', () => {
  expect(stateOf('claims', ARTICLE)).toEqual({
    id: 'claims',
    present: 0,
    rows: 26,
    refused: null,
    changes: [
      {
        table: 'AIClients',
        isNew: false,
        added: 10,
        replaced: 0,
        removed: 0,
        columns: ['Spend low', 'Spend high', 'Share high', 'Share of'],
      },
      { table: 'AIRevenue', isNew: true, added: 8, replaced: 0, removed: 0, columns: [] },
      { table: 'AIReturns', isNew: false, added: 8, replaced: 0, removed: 0, columns: [] },
    ],
  });
});

it('and which figures change by them: the return by the latest study, bounds, rivals, what a share is a share of', () => {
  const changes = changedFigures('claims', ARTICLE, bookOf({ tables: ARTICLE, fiscalYearStart: null }));
  const told = new Map(changes.map(({ formula, before, after: is }) => [formula, [before, is]]));
  expect(told.get('=AIROI(20000000)')).toEqual(['270.0%', '180.0%']);
  expect(told.get('=AISPEND("Adobe")')?.[1]).toMatch(
    /^#N\/A Adobe's spend is known only as more than 1,000,000\.00 USD/,
  );
  expect(told.get('=AISPEND("Apple")')?.[1]).toMatch(
    /^#VALUE! .*83,333,333\.33 USD \(Kalkine, June 2026\).*250,000,000\.00 USD \(Value Add VC, 9 Jun 2026\)/,
  );
  expect(told.get('=REVSHARE("ByteDance")')?.[0]).toBe('15.0%');
  expect(told.has('=AISPEND("ByteDance")')).toBe(false);
});

it('a table that cannot be read is told, and nothing is planned for it', () => {
  const broken: RawTables = { ...ARTICLE, AIClients: { name: 'AIClients', firstRow: 2, header: ['Client'], rows: [] } };
  expect(stateOf('claims', broken)).toMatchObject({ refused: expect.stringContaining('no column'), changes: [] });
});
