import { formatMonth, monthOf } from '../../../src/domain/calendar/month';
import { RateTable } from '../../../src/domain/ledger/rate-table';
import { EUR } from '../../../src/domain/money/currency';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { problemOf, tableOf, type Cells } from '../sample-book';

const rate = (cells: Cells): Cells => ({
  Month: '2024-01',
  Currency: 'USD',
  'Units per EUR': 1.25,
  Source: 'ECB',
  ...cells,
});
const table = (...rows: Cells[]): RateTable => RateTable.of(tableOf('AIRates', rows.map(rate)));
const [USD, GBP, JPY] = ['USD', 'GBP', 'JPY'].map(requireCurrency) as [typeof EUR, typeof EUR, typeof EUR];
const JANUARY = monthOf(2024, 1);

describe('a rate between two currencies', () => {
  const sample = table({}, { Currency: 'GBP', 'Units per EUR': 0.8 }, { Month: '2024-02', 'Units per EUR': 1.5 });

  it("is the month's own from the euro, and its inverse to the euro", () => {
    expect(sample.cross(EUR, USD, JANUARY).rate.toFixed()).toBe('1.25');
    expect(sample.cross(USD, EUR, JANUARY).rate.toFixed()).toBe('0.8');
    expect(sample.cross(EUR, USD, monthOf(2024, 2)).rate.toFixed()).toBe('1.5');
  });

  it('crosses through the euro between two others, rounded once, and names the rows it rests on', () => {
    const cross = sample.cross(USD, GBP, JANUARY);
    expect(cross.rate.toFixed()).toBe('0.64');
    expect(cross.basedOn.map((row) => row.row)).toEqual([2, 3]);
    expect(sample.cross(GBP, EUR, JANUARY).basedOn.map((row) => row.row)).toEqual([3]);
  });

  it('keeps 34 digits', () => {
    expect(table({ 'Units per EUR': 3 }).cross(USD, EUR, JANUARY).rate.toFixed()).toBe(`0.${'3'.repeat(34)}`);
  });

  it('is none where a month has none', () => {
    expect(problemOf(() => sample.cross(USD, JPY, JANUARY))).toBe('#N/A No JPY rate for 2024-01 in AIRates.');
    expect(problemOf(() => sample.cross(GBP, EUR, monthOf(2024, 2)))).toBe('#N/A No GBP rate for 2024-02 in AIRates.');
  });

  it('may be on record twice where the rows agree', () => {
    expect(table({}, { Month: 45322, Currency: ' usd' }).cross(EUR, USD, JANUARY).rate.toFixed()).toBe('1.25');
  });

  it('is none where two rows disagree', () => {
    expect(problemOf(() => table({}, { 'Units per EUR': 1.26 }).cross(EUR, USD, JANUARY))).toBe(
      '#VALUE! AIRates has two USD rates for 2024-01: 1.25 (row 2) and 1.26 (row 3). Keep one.',
    );
  });
});

describe('a broken row', () => {
  it.each<[Cells, string]>([
    [{ Month: null }, 'Month is blank.'],
    [{ Month: 'soon' }, 'Month is "soon", not a date or a month such as 2024-11.'],
    [{ Currency: null }, 'Currency is blank.'],
    [{ Currency: 'Dollar' }, 'Currency is "Dollar", not an ISO 4217 code such as EUR.'],
    [{ 'Units per EUR': null }, 'Units per EUR is blank.'],
    [{ 'Units per EUR': 0 }, 'Units per EUR is 0, not a number above 0.'],
    [{ 'Units per EUR': -1 }, 'Units per EUR is -1, not a number above 0.'],
    [{ 'Units per EUR': '1.25' }, 'Units per EUR is "1.25", not a number above 0.'],
  ])('with %p is named where it could be the rate that is needed', (cells, problem) => {
    expect(problemOf(() => table(cells).cross(EUR, USD, JANUARY))).toBe(`#VALUE! AIRates row 2: ${problem}`);
  });

  it('troubles nobody where a sound row has the rate and the broken one may be any other', () => {
    expect(table({ Currency: 'Dollar' }, {}).cross(EUR, USD, JANUARY).rate.toFixed()).toBe('1.25');
  });

  it('troubles those who need its currency and month, though a sound row has them too', () => {
    expect(problemOf(() => table({}, { 'Units per EUR': 'abc' }).cross(EUR, USD, JANUARY))).toMatch(/row 3/);
  });

  it('of another currency or month troubles nobody', () => {
    const sample = table({}, { Currency: 'GBP', 'Units per EUR': 'abc' }, { Month: '2024-02', 'Units per EUR': 'abc' });
    expect(sample.cross(EUR, USD, JANUARY).rate.toFixed()).toBe('1.25');
  });
});

describe('the latest month with a rate for both currencies', () => {
  const sample = table(
    {},
    { Month: '2024-02' },
    { Month: '2024-03', Currency: 'GBP' },
    { Month: '2024-02', Currency: 'GBP' },
  );
  const latest = (of: RateTable, ...pair: [typeof EUR, typeof EUR]): string => formatMonth(of.latestMonthWith(...pair));

  it('is found whatever the order of the rows, and the euro has a rate in every month', () => {
    expect([
      latest(sample, USD, GBP),
      latest(sample, GBP, USD),
      latest(sample, EUR, GBP),
      latest(sample, USD, EUR),
    ]).toEqual(['2024-02', '2024-02', '2024-03', '2024-02']);
    expect(latest(sample, USD, GBP)).toBe('2024-02');
  });

  it('is none where they have none in common', () => {
    expect(problemOf(() => sample.latestMonthWith(USD, JPY))).toBe(
      '#N/A AIRates has no month with a rate for both USD and JPY.',
    );
  });

  it('is in doubt where a broken row could be a later one, and only there', () => {
    const broken = (month: string) => table({}, { Currency: 'GBP' }, { Month: month, 'Units per EUR': 'abc' });
    expect(problemOf(() => broken('2024-02').latestMonthWith(USD, GBP))).toMatch(
      /^#VALUE! AIRates row 4: Units per EUR is "abc"/,
    );
    expect(latest(broken('2023-12'), USD, GBP)).toBe('2024-01');
  });
});

it('a missing table is a problem only when a rate is asked for', () => {
  expect(problemOf(() => RateTable.of(null))).toMatch(/^#N\/A This workbook has no table AIRates\./);
});
