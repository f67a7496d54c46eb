import fc from 'fast-check';
import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import type { BilledSum } from '../../../src/domain/ledger/rows-to-load';
import { billedRows, clientNames, planBilledRows, sourcesOf } from '../../../src/workbook/plans/billed-rows';
import { refusalOf } from './refusal-of';
import { atOnce } from '../../../src/domain/ledger/steps';
import type { TablePlan } from '../../../src/workbook/plans/table-plan';

const HEADER = ['Client', 'Vendor', 'Service', 'Month', 'Spend', 'Currency', 'Share', 'Basis', 'Source', 'Note'];
const SEPTEMBER = 45536;

function table(rows: readonly (readonly CellValue[])[], header: readonly CellValue[] = HEADER): RawTable {
  return { name: 'AIClients', firstRow: 2, header, rows };
}

function billed(client: string, spend: number, source: string, month: CellValue = SEPTEMBER): CellValue[] {
  return [client, 'AWS', 'Bedrock', month, spend, 'USD', null, 'billed', source, ''];
}

function sum(client: string, amount: string, month = '2024-09'): BilledSum {
  return { client, vendor: 'AWS', service: 'Bedrock', month, currency: 'USD', amount, rows: 1 };
}

const REPORTED: CellValue[] = [
  'ByteDance',
  'Microsoft',
  'Azure OpenAI Service',
  45597,
  20_000_000,
  'EUR',
  0.15,
  'reported',
  'bill.csv',
  '',
];

describe('a bill loaded into AIClients', () => {
  it('adds a row for each sum where there is no table yet', () => {
    expect(atOnce(planBilledRows(null, [sum('Acme', '0.1')], 'bill.csv', [], 'FOCUS 1.0: BilledCost'))).toEqual({
      replaced: [],
      removed: [],
      added: [['Acme', 'AWS', 'Bedrock', SEPTEMBER, 0.1, 'USD', null, 'billed', 'bill.csv', 'FOCUS 1.0: BilledCost']],
      kept: 0,
    });
  });

  it('leaves every row of the user and of other files as it is', () => {
    const rows = [billed('Acme', 1, 'other.csv'), billed('Acme', 2, ''), REPORTED];
    const plan = atOnce(planBilledRows(table(rows), [sum('Acme', '3')], 'bill.csv', [], ''));
    expect(plan).toMatchObject({ replaced: [], removed: [], kept: 3 });
    expect(plan.added).toHaveLength(1);
  });

  it('gives the rows of the file that it replaces the new sums, and takes away those that have none', () => {
    const rows = [
      billed('Acme', 1, 'bill.csv'),
      billed('Gone', 2, 'bill.csv'),
      billed('Acme', 4, 'other.csv'),
      [null, '', null],
    ];
    const plan = atOnce(
      planBilledRows(table(rows), [sum('ACME ', '9'), sum('New', '5')], 'bill (2).csv', ['Bill.csv'], ''),
    );
    expect(plan.replaced.map(({ row, values }) => [row, values[0], values[4], values[8]])).toEqual([
      [0, 'ACME ', 9, 'bill (2).csv'],
    ]);
    expect(plan.removed).toEqual([1]);
    expect(plan.added.map((values) => values[0])).toEqual(['New']);
    expect(plan.kept).toBe(1);
  });

  it('never takes a reported row for one of a file, though its source has the same name', () => {
    expect(atOnce(planBilledRows(table([REPORTED]), [], 'bill.csv', ['bill.csv'], ''))).toMatchObject({
      removed: [],
      kept: 1,
    });
  });

  it('takes away a row whose month can no longer be read, if its file is replaced', () => {
    expect(
      atOnce(
        planBilledRows(
          table([billed('Acme', 1, 'bill.csv', 'soon')]),
          [sum('Acme', '2')],
          'bill.csv',
          ['bill.csv'],
          '',
        ),
      ),
    ).toMatchObject({
      removed: [0],
      added: [expect.arrayContaining(['Acme'])],
    });
  });

  it('puts the double nearest to the exact sum into the cell', () => {
    const [row] = atOnce(planBilledRows(null, [sum('Acme', '16.296932136636644627485419')], 'b.csv', [], '')).added;
    expect(row?.[4]).toBe(Number('16.296932136636644627485419'));
  });

  it('is refused where a column is missing without which a second load would add it once more', () => {
    for (const missing of ['Service', 'Basis', 'Source']) {
      expect(
        refusalOf(() =>
          atOnce(
            planBilledRows(
              table(
                [],
                HEADER.filter((name) => name !== missing),
              ),
              [],
              'bill.csv',
              [],
              '',
            ),
          ),
        ),
      ).toBe(`AIClients has no column "${missing}", which a bill needs. Add the column, then load again.`);
    }
  });

  it('done twice is done once', () => {
    const client = fc.constantFrom('Acme', 'Beta', 'Gamma');
    const month = fc.constantFrom('2024-09', '2024-10');
    const sums = fc.uniqueArray(fc.tuple(client, month), { selector: ([name, at]) => `${name}${at}`, maxLength: 6 });
    fc.assert(
      fc.property(
        sums,
        fc.array(fc.tuple(client, fc.constantFrom('bill.csv', 'other.csv')), { maxLength: 6 }),
        (keys, present) => {
          const wanted = keys.map(([name, at], index) => sum(name, String(index), at));
          const before = present.map(([name, source], index) => billed(name, index, source));
          const once = carryOut(before, atOnce(planBilledRows(table(before), wanted, 'bill.csv', ['bill.csv'], '')));
          const twice = carryOut(once, atOnce(planBilledRows(table(once), wanted, 'bill.csv', ['bill.csv'], '')));
          expect(twice).toEqual(once);
          expect(once.filter((row) => row[8] === 'bill.csv')).toHaveLength(wanted.length);
          expect(once.filter((row) => row[8] === 'other.csv')).toEqual(before.filter((row) => row[8] === 'other.csv'));
        },
      ),
    );
  });
});

describe('what is on record', () => {
  it('counts a row without a basis as billed, and a superseded one as none', () => {
    const superseded = billed('Acme', 1, 'a.csv');
    superseded[7] = 'superseded';
    const unsaid = billed('Acme', 1, 'b.csv');
    unsaid[7] = null;
    expect(atOnce(billedRows(table([superseded, unsaid]))).map(({ row, source }) => [row, source])).toEqual([
      [1, 'b.csv'],
    ]);
  });

  it('names sources and clients once each', () => {
    const rows = [billed('Acme', 1, 'a.csv'), billed('ACME', 1, 'a.csv'), billed('', 1, ''), REPORTED];
    expect(atOnce(sourcesOf(table(rows)))).toEqual(['a.csv']);
    expect(atOnce(clientNames(table(rows))).sort()).toEqual(['Acme', 'ByteDance']);
    expect([atOnce(sourcesOf(null)), atOnce(clientNames(null))]).toEqual([[], []]);
  });
});

function carryOut(rows: readonly (readonly CellValue[])[], plan: TablePlan): (readonly CellValue[])[] {
  const replaced = new Map(plan.replaced.map(({ row, values }) => [row, values]));
  const left = rows.map((row, at) => replaced.get(at) ?? row).filter((_, at) => !plan.removed.includes(at));
  return [...left, ...plan.added];
}
