import fc from 'fast-check';
import type { BilledSum } from '../../../src/domain/ledger/rows-to-load';
import { EVERY_TABLE } from '../../../src/domain/ledger/import-tables';
import { rowOf, type CellValue, type RawTable } from '../../../src/domain/ledger/table';
import type { SplitKey } from '../../../src/domain/figures/shared-cost';
import { Decimal, sum } from '../../../src/domain/money/decimal';
import { billPlanners, type BillLoad, type BillPlace } from '../../../src/workbook/plans/bill-planners';
import { earlierImports } from '../../../src/workbook/plans/earlier-imports';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { planSharedCost } from '../../../src/workbook/plans/shared-plan';
import type { Tables } from '../../../src/workbook/plans/table-plan';
import { clientRow, tableOf, type Cells } from '../../domain/sample-book';
import { refusalOf } from './refusal-of';
import { atOnce } from '../../../src/domain/ledger/steps';

const EQUAL: SplitKey = { kind: 'equal', vendors: 'same' };
const THIRDS: SplitKey = {
  kind: 'fixed',
  parts: ['Acme', 'Beta', 'Corp'].map((client) => ({ client, part: new Decimal(1) })),
};

const clients = (...rows: readonly Cells[]): RawTable => tableOf('AIClients', rows.map(clientRow));
const afterSplit = (table: RawTable, key: SplitKey): RawTable =>
  plannedTable('AIClients', table, planSharedCost(table, null, key).plan);
const shown = ({ header, rows }: RawTable, ...columns: readonly string[]): CellValue[][] =>
  rows.map((cells) => columns.map((column) => cells[header.indexOf(column)] ?? null));

describe('a split of shared cost in AIClients', () => {
  const table = clients(
    { Client: 'Acme', Spend: 60 },
    { Client: 'shared', Spend: 10.01, Service: 'Support', Note: 'annual', Team: 'Ops', Quantity: 3, Unit: 'seats' },
    { Client: 'Beta', Spend: 40 },
  );

  it('puts the first part in the place of the row and the others at the end, with all else that the row says', () => {
    const after = afterSplit(table, EQUAL);
    expect(shown(after, 'Client', 'Service', 'Spend', 'Basis', 'Source', 'Team', 'Quantity', 'Unit')).toEqual([
      ['Acme', null, 60, 'billed', 'bills.csv', null, null, null],
      ['Acme', 'Support', 5.01, 'billed', 'bills.csv', 'Ops', 2, 'seats'],
      ['Beta', null, 40, 'billed', 'bills.csv', null, null, null],
      ['Beta', 'Support', 5, 'billed', 'bills.csv', 'Ops', 1, 'seats'],
    ]);
    expect(shown(after, 'Note')[3]).toEqual([
      'Split from shared in equal parts: 5.00 of 10.01 EUR (1 of 2 clients with Microsoft in 2024-01). annual',
    ]);
  });

  it('finds nothing to do in a table that it has split, and leaves rows that it cannot split', () => {
    expect(planSharedCost(afterSplit(table, EQUAL), null, EQUAL)).toEqual({
      plan: { replaced: [], removed: [], added: [], kept: 0 },
      rows: [],
    });
    const alone = clients({ Client: 'shared' });
    expect(planSharedCost(alone, null, EQUAL)).toMatchObject({
      plan: { replaced: [], added: [], kept: 1 },
      rows: [{ row: 2, parts: [] }],
    });
  });

  it('is refused where no Note could tell parts from bills', () => {
    const without = { ...table, header: table.header.map((name) => (name === 'Note' ? 'Remark' : name)) };
    expect(refusalOf(() => planSharedCost(without, null, EQUAL))).toBe(
      'AIClients has no column "Note", which a split needs. Add the column, then load again.',
    );
    expect(refusalOf(() => planSharedCost(null, null, EQUAL))).toContain('no table AIClients');
  });
});

/** Loads a bill over tables, replacing what it may. */
function loadOver(tables: Tables, sums: readonly BilledSum[], sha256: string): { tables: Tables; place: BillPlace } {
  const earlier = atOnce(
    earlierImports({ clients: tables.get('AIClients') ?? null, log: tables.get('AIImports') ?? null }, sums, sha256),
  );
  const bill: BillLoad = {
    fileName: 'bill.csv',
    sums,
    note: 'any table: Amount',
    log: [],
    sha256,
    replace: earlier.map(({ source }) => source),
    seen: earlier.map(({ source }) => source),
    aliases: [],
  };
  let place: BillPlace | null = null;
  const [clientsPlanner] = billPlanners(bill, (_, where) => (place = where));
  const existing = tables.get('AIClients') ?? null;
  const plan = atOnce(clientsPlanner!.steps(existing, tables));
  const log = rowOf(EVERY_TABLE.AIImports, { ...NO_LOG, File: 'bill.csv', 'SHA-256': sha256 });
  return {
    tables: new Map([
      ['AIClients', plannedTable('AIClients', existing, plan)],
      [
        'AIImports',
        { name: 'AIImports', firstRow: 2, header: EVERY_TABLE.AIImports.columns.map(({ name }) => name), rows: [log] },
      ],
    ]),
    place: place!,
  };
}

const NO_LOG = {
  ...{ File: '', Loaded: '', Format: '', Rows: 1, Currency: 'EUR', Total: 1, Counted: 1, 'Left out': 0 },
  ...{ Mapping: '', Header: '', 'SHA-256': '', Note: '' },
};
const billed = (client: string, amount: string, month = '2024-01'): BilledSum => ({
  ...{ client, vendor: 'Microsoft', service: '', month, currency: 'EUR', amount, rows: 1 },
});
const totalOf = (tables: Tables): number =>
  sum(shown(tables.get('AIClients')!, 'Spend').map(([spend]) => new Decimal(Number(spend)))).toNumber();
const split = (tables: Tables, key: SplitKey): Tables =>
  new Map(tables).set('AIClients', afterSplit(tables.get('AIClients')!, key));

describe('a bill that was split, loaded again', () => {
  const own = tableOf('AIClients', [
    clientRow({ Client: 'Beta', Spend: 7, Source: '' }),
    clientRow({ Client: 'Corp', Spend: 8, Source: '' }),
  ]);
  const sums = [billed('Acme', '60'), billed('shared', '10'), billed('shared', '20', '2024-02')];
  const first = loadOver(new Map([['AIClients', own]]), sums, 'aa').tables;

  it('as the same file stands as it was billed, not doubled, and says by what it had been split', () => {
    const again = loadOver(split(first, THIRDS), sums, 'aa');
    expect(totalOf(again.tables)).toBe(105);
    expect(shown(again.tables.get('AIClients')!, 'Client', 'Spend')).toEqual(
      shown(first.get('AIClients')!, 'Client', 'Spend'),
    );
    expect(again.place.splitBefore).toBe('fixed');
    expect(loadOver(first, sums, 'aa').place.splitBefore).toBeNull();
  });

  it('as a corrected export replaces all parts of the months that it covers, those of clients that it does not name too', () => {
    const corrected = [billed('Acme', '61'), billed('shared', '11')];
    const again = loadOver(split(first, THIRDS), corrected, 'bb');
    expect(totalOf(again.tables)).toBe(61 + 11 + 20 + 15);
    expect(again.place.splitBefore).toBe('fixed');
    const left = shown(again.tables.get('AIClients')!, 'Client', 'Spend', 'Note');
    expect(
      left.filter(([, , note]) => String(note).startsWith('Split')).map(([client, spend]) => [client, spend]),
    ).toEqual([
      ['Acme', 6.67],
      ['Beta', 6.67],
      ['Corp', 6.66],
    ]);
    expect(left.filter(([client]) => client === 'shared')).toHaveLength(1);
  });

  it('never doubles and never loses, however it is split and loaded, in any order', () => {
    const step = fc.constantFrom<SplitKey | 'load'>(EQUAL, THIRDS, { kind: 'spend', vendors: 'all' }, 'load');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let tables = first;
        for (const at of steps) {
          tables = at === 'load' ? loadOver(tables, sums, 'aa').tables : split(tables, at);
          expect(totalOf(tables)).toBe(105);
        }
      }),
    );
  });
});
