import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import { EVERY_TABLE, type AnyTableName } from '../../../src/domain/ledger/import-tables';
import { billPlanners, type BillLoad, type BillPlace } from '../../../src/workbook/plans/bill-planners';
import type { TablePlan, Tables } from '../../../src/workbook/plans/table-plan';
import { atOnce } from '../../../src/domain/ledger/steps';
import { refusalOf } from './refusal-of';

const BILL: BillLoad = {
  fileName: 'bill.csv',
  sums: [
    { client: 'Acme', vendor: 'AWS', service: 'Bedrock', month: '2024-09', currency: 'USD', amount: '0.5', rows: 2 },
  ],
  note: 'FOCUS 1.0: BilledCost',
  log: [
    {
      loaded: '2024-11-18 14:05',
      format: 'FOCUS 1.0',
      rows: 2,
      currency: 'USD',
      total: '0.5',
      counted: '0.5',
      leftOut: '0',
      mapping: '',
      header: 'h',
      sha256: 'aa',
    },
  ],
  sha256: 'aa',
  replace: [],
  seen: [],
  aliases: [],
};

interface Planned {
  readonly plans: ReadonlyMap<AnyTableName, TablePlan>;
  readonly place: BillPlace;
}

function planned(bill: Partial<BillLoad>, tables: Tables = new Map()): Planned {
  let place: BillPlace = { source: '', going: [], corrected: [], splitBefore: null };
  const planners = billPlanners({ ...BILL, ...bill }, (_, where) => {
    place = where;
  });
  return {
    plans: new Map(
      planners.map((planner) => [planner.name, atOnce(planner.steps(tables.get(planner.name) ?? null, tables))]),
    ),
    place,
  };
}

/** The tables as they are once the plans are carried out. */
function loaded(before: Tables, { plans }: Planned): Map<AnyTableName, RawTable | null> {
  const after = new Map(before);
  for (const [name, plan] of plans) {
    const replaced = new Map(plan.replaced.map(({ row, values }) => [row, values]));
    const old = (before.get(name)?.rows ?? [])
      .map((cells, row) => replaced.get(row) ?? cells)
      .filter((_, row) => !plan.removed.includes(row));
    const rows: (readonly CellValue[])[] = [...old, ...plan.added];
    after.set(name, { name, firstRow: 2, header: EVERY_TABLE[name].columns.map((column) => column.name), rows });
  }
  return after;
}

const changes = ({ plans }: Planned): number =>
  [...plans.values()].reduce((sum, plan) => sum + plan.replaced.length + plan.removed.length + plan.added.length, 0);

describe('a bill', () => {
  it('comes with its rows, its line in the log, and the names that were merged', () => {
    const { plans, place } = planned({ aliases: [{ alias: 'Acme Inc.', client: 'Acme' }] });
    expect([...plans].map(([name, plan]) => [name, plan.added.length])).toEqual([
      ['AIClients', 1],
      ['AIImports', 1],
      ['AIAliases', 1],
    ]);
    expect(place).toMatchObject({ source: 'bill.csv', going: [], corrected: [] });
    expect(planned({}).plans.has('AIAliases')).toBe(false);
  });

  it('loaded twice changes nothing the second time, so that a load asked to plan anew finds itself done', () => {
    const once = loaded(new Map(), planned({}));
    expect(changes(planned({}, once))).toBe(0);
  });

  it('of the same content takes the place of the earlier load, whatever the file is called', () => {
    const once = loaded(new Map(), planned({}));
    const again = planned({ fileName: 'copy.csv' }, once);
    expect(again.place).toMatchObject({ source: 'copy.csv', going: ['bill.csv', 'bill.csv'], corrected: [] });
    const after = loaded(once, again);
    expect(after.get('AIClients')?.rows.map((cells) => cells[8])).toEqual(['copy.csv']);
    expect(after.get('AIImports')?.rows.map((cells) => cells[0])).toEqual(['copy.csv']);
  });

  it('that is corrected stands beside the earlier one, under a name of its own, or takes its place, as the user says', () => {
    const once = loaded(new Map(), planned({}));
    const corrected = {
      sha256: 'bb',
      seen: ['bill.csv'],
      log: [{ ...(BILL.log[0] as BillLoad['log'][number]), sha256: 'bb' }],
    };
    const beside = loaded(once, planned(corrected, once));
    expect(beside.get('AIClients')?.rows.map((cells) => cells[8])).toEqual(['bill.csv', 'bill (2).csv']);
    const instead = loaded(once, planned({ ...corrected, replace: ['bill.csv'] }, once));
    expect(instead.get('AIClients')?.rows.map((cells) => cells[8])).toEqual(['bill.csv']);
    expect(
      instead
        .get('AIImports')
        ?.rows.map((cells) => cells[EVERY_TABLE.AIImports.columns.findIndex(({ name }) => name === 'SHA-256')]),
    ).toEqual(['bb']);
  });

  it('that corrects one client and month takes the place of those rows alone; others of the earlier file stay', () => {
    const sum = (client: string, month: string, service: string, amount: string) => ({
      ...BILL.sums[0]!,
      client,
      month,
      service,
      amount,
    });
    const whole = [
      sum('Acme', '2024-08', 'Bedrock', '1'),
      sum('Acme', '2024-09', 'Bedrock', '2'),
      sum('Acme', '2024-09', 'SageMaker', '4'),
      sum('Beta', '2024-09', 'Bedrock', '8'),
    ];
    const once = loaded(new Map(), planned({ sums: whole }));
    const corrected = {
      sha256: 'bb',
      seen: ['bill.csv'],
      replace: ['bill.csv'],
      sums: [sum('ACME', '2024-09', 'Bedrock', '16'), sum('Gamma', '2024-09', 'Bedrock', '32')],
      log: [{ ...(BILL.log[0] as BillLoad['log'][number]), sha256: 'bb' }],
    };
    const change = planned(corrected, once);
    expect(change.place).toMatchObject({ source: 'bill (2).csv', going: [], corrected: ['bill.csv'] });
    const after = loaded(once, change);
    expect(after.get('AIClients')?.rows.map((cells) => [cells[0], cells[4], cells[8]])).toEqual([
      ['Acme', 1, 'bill.csv'],
      ['ACME', 16, 'bill (2).csv'],
      ['Beta', 8, 'bill.csv'],
      ['Gamma', 32, 'bill (2).csv'],
    ]);
    expect(after.get('AIImports')?.rows.map((cells) => cells[0])).toEqual(['bill.csv', 'bill (2).csv']);
    expect(changes(planned(corrected, after))).toBe(0);
  });

  it('is not loaded over what a co-author has loaded since it was looked at', () => {
    const theirs = loaded(new Map(), planned({ fileName: 'theirs.csv' }));
    expect(refusalOf(() => planned({ sha256: 'bb' }, theirs))).toBe(
      'Meanwhile rows for the same clients, vendors and months were loaded from theirs.csv. Look at the preview again, then load.',
    );
  });
});

describe('the new state of a ledger', () => {
  const at = (client: string): BillLoad['sums'][number] => ({ ...BILL.sums[0]!, client });
  const before = loaded(new Map(), planned({ fileName: 'ledger 1', sums: [at('Acme'), at('Gone')] }));

  it('takes the place of all rows of the old one, also of clients that are gone', () => {
    const sums = [{ ...at('Acme'), amount: '0.75' }, at('New')];
    const now = { fileName: 'ledger 2', sums, sha256: 'bb', replace: ['ledger 1'], seen: ['ledger 1'] };
    const after = loaded(before, planned({ ...now, refreshed: 'ledger 1' }, before));
    expect(after.get('AIClients')?.rows.map(([client]) => client)).toEqual(['Acme', 'New']);
    // A corrected file says nothing of clients that it does not name.
    const corrected = loaded(before, planned(now, before));
    expect(corrected.get('AIClients')?.rows.map(([client]) => client)).toEqual(['Acme', 'Gone', 'New']);
  });

  it('may name none of its clients, and then nothing of it is left', () => {
    const now = { fileName: 'ledger 2', sums: [at('New')], sha256: 'bb', replace: ['ledger 1'], seen: ['ledger 1'] };
    const after = loaded(before, planned({ ...now, refreshed: 'ledger 1' }, before));
    expect(after.get('AIClients')?.rows.map(([client]) => client)).toEqual(['New']);
    expect(after.get('AIImports')?.rows.map(([file]) => file)).toEqual(['ledger 2']);
  });
});
