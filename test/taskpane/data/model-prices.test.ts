import { modelPrices } from '../../../src/bills/reference/model-prices';
import type { RawTable } from '../../../src/domain/ledger/table';
import { pricePlanner, priceRemoval, pricesStateOf } from '../../../src/taskpane/data/office/price-state';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { clientRow, tableOf } from '../../domain/sample-book';

const ALL = modelPrices().rows.length;
const clients = tableOf('AIClients', [
  clientRow({ Model: 'o3' }),
  clientRow({ Model: ' O3 ' }),
  clientRow({ Model: 'in-house' }),
  clientRow({}),
]);
const loaded = (scope: 'recorded' | 'all', existing: RawTable | null): RawTable =>
  plannedTable('AIPrices', existing, pricePlanner(scope, clients).plan(existing, new Map()));

describe('the model prices that ship', () => {
  it('say how many rows come for the models on record, which of these have none, and for all', () => {
    const state = pricesStateOf({ AIClients: clients, AIPrices: null });
    expect(state).toMatchObject({ asOf: '2026-08-21', present: 0, rows: ALL, priced: 1, unpriced: ['in-house'] });
    expect(state.licence).toContain('MIT licence');
    const o3 = modelPrices().rows.filter(([, model]) => model === 'o3').length;
    expect(o3).toBeGreaterThan(0);
    expect(state.changes).toEqual({
      recorded: { table: 'AIPrices', isNew: true, added: o3, replaced: 0, removed: 0, columns: [] },
      all: { table: 'AIPrices', isNew: true, added: ALL, replaced: 0, removed: 0, columns: [] },
    });
  });

  it('are there to the last row once all are loaded, those by the time of day too; nothing is left to do', () => {
    const state = pricesStateOf({ AIClients: clients, AIPrices: loaded('all', null) });
    expect(state).toMatchObject({ present: ALL, changes: { recorded: null, all: null } });
  });

  it('leave prices of the user alone, coming and going; others of theirs are not called the user’s', () => {
    const own = tableOf('AIPrices', [{ Provider: 'us', Model: 'o3', Kind: 'input', Price: 1, Source: 'contract' }]);
    const full = loaded('all', own);
    expect(full.rows).toHaveLength(ALL + 1);
    expect(pricePlanner('recorded', clients).plan(full, new Map())).toMatchObject({ added: [], removed: [], kept: 1 });
    const removed = plannedTable('AIPrices', full, priceRemoval().plan(full, new Map()));
    expect(removed.rows).toEqual(own.rows);
  });

  it('cannot be compared with a table that lacks a column, and say so', () => {
    const broken: RawTable = { name: 'AIPrices', firstRow: 2, header: ['Model'], rows: [] };
    expect(pricesStateOf({ AIClients: null, AIPrices: broken })).toMatchObject({
      refused: expect.stringContaining('no column'),
      changes: { recorded: null, all: null },
    });
  });
});
