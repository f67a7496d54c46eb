import { checkClientRows, type ClientRow, moneyOf } from '../../../src/domain/ledger/client-rows';
import { addByCurrency, SpendGroup } from '../../../src/domain/ledger/spend-group';
import { formatExactly } from '../../../src/domain/money/money';
import { clientRow, problemOf, tableOf, type Cells } from '../sample-book';

function group(...rows: Cells[]): SpendGroup {
  const { sound } = checkClientRows(tableOf('AIClients', rows.map(clientRow)));
  return new SpendGroup(sound as [ClientRow, ...ClientRow[]], 'Acme', 'Microsoft');
}

const reported = (spend: number | null, source: string, more: Cells = {}): Cells => ({
  Spend: spend,
  Basis: 'reported',
  Source: source,
  ...more,
});
const amounts = (of: SpendGroup): string[] => of.amounts().map(formatExactly);
const sources = (of: SpendGroup): string[] => of.counted().map((row) => row.source);

describe('the rows for one client, vendor, service and month', () => {
  it('that are billed add up', () => {
    expect(amounts(group({ Spend: 0.1 }, { Spend: 0.2 }, { Spend: -0.05 }))).toEqual(['0.25 EUR']);
  });

  it('that are billed in several currencies add up in each', () => {
    expect(amounts(group({ Spend: 1, Currency: 'USD' }, { Spend: 2 }, { Spend: 3, Currency: 'USD' }))).toEqual([
      '2 EUR',
      '4 USD',
    ]);
  });

  it('that are reported and agree count once, by the first source', () => {
    const rows = [reported(5, 'Weekly'), reported(5, 'Daily'), reported(5, 'Monthly')];
    expect(amounts(group(...rows))).toEqual(['5 EUR']);
    expect(sources(group(...rows))).toEqual(['Daily']);
    expect(sources(group(...rows.reverse()))).toEqual(['Daily']);
  });

  it('that are reported and disagree give no figure, but the claims, the largest first', () => {
    expect(problemOf(() => amounts(group(reported(4, 'Weekly'), reported(5, 'Daily'), reported(5, 'Monthly'))))).toBe(
      '#VALUE! Two sources disagree on Acme, 2024-01: 5 EUR (Daily) and 4 EUR (Weekly). Mark one superseded.',
    );
  });

  it('disagree where only the currency differs', () => {
    expect(problemOf(() => amounts(group(reported(5, 'A', { Currency: 'USD' }), reported(5, 'B'))))).toMatch(
      /5 EUR \(B\) and 5 USD \(A\)/,
    );
  });

  it('disagree in the tenth decimal, too', () => {
    expect(problemOf(() => amounts(group(reported(5, 'A'), reported(5.0000000001, 'B'))))).toMatch(
      /5\.0000000001 EUR \(B\) and 5 EUR \(A\)/,
    );
  });

  it('that are billed go before those that are reported, rivals or not', () => {
    expect(amounts(group(reported(4, 'A'), { Spend: 7 }, reported(5, 'B')))).toEqual(['7 EUR']);
  });

  it('that are billed without an amount leave the word to those that are reported', () => {
    expect(amounts(group({ Spend: null }, reported(5, 'B')))).toEqual(['5 EUR']);
  });

  it('that are superseded never count', () => {
    expect(amounts(group(reported(5, 'A'), reported(4, 'B', { Basis: 'superseded' })))).toEqual(['5 EUR']);
    expect(amounts(group({ Spend: 4, Basis: 'superseded' }))).toEqual([]);
  });

  it.each<[boolean, Cells[]]>([
    [true, [{ Spend: 0 }]],
    [true, [reported(5, 'A'), reported(4, 'B')]],
    [false, [{ Spend: null }]],
    [false, [{ Spend: 5, Basis: 'superseded' }, { Spend: null }]],
  ])('are on record: %p, with %j', (onRecord, rows) => {
    expect(group(...rows).onRecord).toBe(onRecord);
  });
});

it('amounts are added currency by currency, in the order of the codes', () => {
  const rows = group(
    { Spend: 1, Currency: 'USD' },
    { Spend: 2, Currency: 'CHF' },
    { Spend: 3, Currency: 'USD' },
  ).counted();
  expect(addByCurrency(rows.map(moneyOf)).map(formatExactly)).toEqual(['2 CHF', '4 USD']);
  expect(addByCurrency([])).toEqual([]);
});
