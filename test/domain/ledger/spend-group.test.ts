import { checkClientRows, type ClientRow, moneyOf } from '../../../src/domain/ledger/client-rows';
import { atOnce } from '../../../src/domain/ledger/steps';
import { addByCurrency } from '../../../src/domain/ledger/add-by-currency';
import { SpendGroup } from '../../../src/domain/ledger/spend-group';
import { formatExactly } from '../exact-amount';
import { clientRow, problemOf, tableOf, type Cells } from '../sample-book';

function group(...rows: Cells[]): SpendGroup {
  const { sound } = atOnce(checkClientRows(tableOf('AIClients', rows.map(clientRow))));
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

describe('the rows for one client, vendor and month, of one service', () => {
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
      '#VALUE! Two sources disagree on Acme, 2024-01: 5.00 EUR (Daily) and 4.00 EUR (Weekly). Mark one superseded, or one accepted.',
    );
  });

  it('disagree where only the currency differs', () => {
    expect(problemOf(() => amounts(group(reported(5, 'A', { Currency: 'USD' }), reported(5, 'B'))))).toMatch(
      /5\.00 EUR \(B\) and 5\.00 USD \(A\)/,
    );
  });

  it('disagree in the tenth decimal, too', () => {
    expect(problemOf(() => amounts(group(reported(5, 'A'), reported(5.0000000001, 'B'))))).toMatch(
      /^#VALUE! Two sources disagree/,
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

describe('what may be the same money', () => {
  const azure = { Service: 'Azure OpenAI' };
  const bill = { Spend: 20, ...azure };
  const message = (...rows: Cells[]): string => problemOf(() => amounts(group(...rows)));

  it('is a claim beside a bill of another or of no service: no figure, and both are named with amount, source and row', () => {
    expect(message(bill, reported(19, 'Weekly', { Service: 'Azure OpenAI Service' }))).toBe(
      '#VALUE! Acme, Microsoft, 2024-01: a bill of 20.00 EUR (Azure OpenAI; bills.csv, row 2) and a claim of 19.00 EUR ' +
        '(Azure OpenAI Service; Weekly, row 3) may be the same money. Mark the claim superseded, or accepted to add it.',
    );
    expect(message({ Spend: 20 }, reported(19, 'Weekly', azure))).toMatch(/a bill of 20\.00 EUR \(bills\.csv, row 2\)/);
    expect(message(bill, reported(19, 'Weekly'))).toMatch(/a claim of 19\.00 EUR \(Weekly, row 3\)/);
  });

  it('is a claim without a service beside one with', () => {
    expect(message(reported(19, 'Weekly', azure), reported(20, 'Daily'))).toMatch(
      /a claim of 19\.00 EUR \(Azure OpenAI; Weekly, row 2\) and a claim of 20\.00 EUR \(Daily, row 3\) without a service/,
    );
    expect(message({ ...bill, Basis: 'accepted' }, reported(19, 'Weekly'))).toMatch(/may be the same money/);
  });

  it('counts once where the amounts agree: with the whole, or with what is billed of one service', () => {
    const copilot = { Spend: 1, Service: 'Copilot' };
    expect(amounts(group(bill, reported(20, 'Weekly', { Service: 'GPT' })))).toEqual(['20 EUR']);
    expect(amounts(group(bill, copilot, reported(21, 'Weekly')))).toEqual(['21 EUR']);
    expect(amounts(group(bill, copilot, reported(20, 'Weekly', { Service: 'GPT' })))).toEqual(['21 EUR']);
    expect(message(bill, copilot, reported(20, 'Weekly'))).toMatch(/bills of 21\.00 EUR/);
    expect(
      amounts(group(reported(20, 'A', azure), reported(1, 'B', { Service: 'Copilot' }), reported(21, 'C'))),
    ).toEqual(['21 EUR']);
  });

  it('is added once a claim is accepted, and is no matter once one is superseded', () => {
    const claim = reported(19, 'Weekly', { Service: 'GPT' });
    expect(amounts(group(bill, { ...claim, Basis: 'accepted' }))).toEqual(['39 EUR']);
    expect(amounts(group(bill, { ...claim, Basis: 'superseded' }))).toEqual(['20 EUR']);
  });

  it('is not: claims of different services, and a claim of a service that has a bill', () => {
    expect(amounts(group(reported(20, 'A', azure), reported(1, 'B', { Service: 'Copilot' })))).toEqual(['21 EUR']);
    expect(amounts(group(bill, reported(19, 'Weekly', { Service: ' AZURE openai ' })))).toEqual(['20 EUR']);
  });

  it('an accepted claim settles what rival claims disagree on', () => {
    expect(amounts(group(reported(5, 'A', { Basis: 'accepted' }), reported(4, 'B')))).toEqual(['5 EUR']);
  });

  it('a claim beyond the bounds that another gives is a rival of it, one within is not', () => {
    const bounded = reported(null, 'Daily', { 'Spend low': 250, Currency: 'EUR' });
    expect(message(reported(83, 'Weekly'), bounded)).toBe(
      '#VALUE! Two sources disagree on Acme, 2024-01: 83.00 EUR (Weekly) and more than 250.00 EUR (Daily). Mark one superseded, or one accepted.',
    );
    expect(amounts(group(reported(300, 'Weekly'), bounded))).toEqual(['300 EUR']);
  });
});
