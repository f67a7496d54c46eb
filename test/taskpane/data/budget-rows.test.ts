import type { Book } from '../../../src/domain/ledger/book';
import { Decimal, sum } from '../../../src/domain/money/decimal';
import type { BudgetDraft, BudgetPreview } from '../../../src/taskpane/contract/budget-services';
import { previewBudget } from '../../../src/taskpane/data/office/budget-rows';
import { ENGLISH_STYLE, type FormulaStyle } from '../../../src/workbook/formulas/formula-style';
import { sampleBook, tableOf, type Cells } from '../../domain/sample-book';

const DRAFT: BudgetDraft = {
  client: 'Acme',
  vendor: '',
  spread: 'by-last-year',
  from: '2025-01',
  to: '2025-12',
  year: '2025',
  amount: '1000',
  currency: 'EUR',
};
/** Spends of 2024, from January; null: none on record. */
const spent = (amounts: readonly (number | null)[], cells: Cells = {}): Book =>
  sampleBook({
    clients: amounts.flatMap((amount, at) =>
      amount === null ? [] : [{ Month: `2024-${String(at + 1).padStart(2, '0')}`, Spend: amount, ...cells }],
    ),
  });
const ALL_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const preview = (part: Partial<BudgetDraft>, book = spent(ALL_YEAR), style = ENGLISH_STYLE): BudgetPreview =>
  previewBudget({ ...DRAFT, ...part }, book, null, style);
const amountsOf = (found: BudgetPreview): string[] =>
  found.kind === 'ready' ? found.rows.map(({ amount }) => amount) : [found.message];

describe('a year’s budget by last year’s months', () => {
  // Of 1,000.00 in 78 parts, rounded down, 4 cents are left: for the months 12, 11, 10 and 9, which lose .62, .56, .51 and .46 of one.
  it('comes to the cent, in twelve rows that say how they came about', () => {
    const found = preview({});
    expect(amountsOf(found)).toEqual([
      ...['12.82', '25.64', '38.46', '51.28', '64.1', '76.92'],
      ...['89.74', '102.56', '115.39', '128.21', '141.03', '153.85'],
    ]);
    expect(sum(amountsOf(found).map((amount) => new Decimal(amount))).toNumber()).toBe(1000);
    expect(found).toMatchObject({ kind: 'ready', told: 'Spread by all months of the year before.' });
    expect(found.kind === 'ready' && found.rows[1]).toEqual({
      client: 'Acme',
      vendor: '',
      from: '2025-02',
      to: '2025-02',
      amount: '25.64',
      currency: 'EUR',
      note: '1,000.00 EUR for 2025-01 to 2025-12, spread by the spend of 2024-02',
    });
  });

  it('gives a month that is not on record, or not over, the mean of the others, and names it', () => {
    const found = preview({ amount: '1200' }, spent([100, 200, null, ...Array<number>(9).fill(150)]));
    expect(amountsOf(found).slice(0, 4)).toEqual(['66.67', '133.33', '100', '100']);
    expect(found).toMatchObject({
      told: 'Spread by 11 of 12 months of the year before. Not on record, or not over: 2024-03; there the mean of the others counts.',
    });
  });

  it('goes by the fiscal year, and by the currency’s own units', () => {
    const fiscal = sampleBook({ fiscalYearStart: 7, clients: [{ Month: '2024-01', Spend: 1, Currency: 'JPY' }] });
    const found = preview({ year: 'FY2025', amount: '100', currency: 'JPY' }, fiscal);
    expect(found.kind === 'ready' && found.rows[0]?.from).toBe('2024-07');
    expect(amountsOf(found)).toEqual([...Array<string>(4).fill('9'), ...Array<string>(8).fill('8')]);
  });

  it.each<[string, Partial<BudgetDraft>, Book | undefined, string]>([
    ['an unknown client', { client: 'Acne' }, undefined, 'No client "Acne"'],
    [
      'a year before of which nothing is on record',
      { year: '2030' },
      undefined,
      'Acme has no spend on record in 2029-01:2029-12',
    ],
    ['a month of credits', {}, spent([-5, ...ALL_YEAR]), '2024-01 came to less than nothing'],
    ['a year of nothing', {}, spent([0, 0]), 'Nothing was spent from 2024-01 to 2024-12'],
    ['an amount finer than the currency', { amount: '1.005' }, undefined, '1.005 has more decimals than EUR has'],
    ['what is no year', { year: '2025-01' }, undefined, 'Year: "2025-01" is no year.'],
  ])('is not worked out for %s, and says why', (_, part, book, message) => {
    expect(preview(part, book)).toEqual({ kind: 'open', message: expect.stringContaining(message) });
  });
});

describe('a budget spread evenly', () => {
  it('is one row', () => {
    const found = preview({ spread: 'evenly', client: '*', vendor: '*', amount: '1 000.5' });
    expect(found).toEqual({
      kind: 'ready',
      rows: [{ client: '*', vendor: '', from: '2025-01', to: '2025-12', amount: '1000.5', currency: 'EUR', note: '' }],
      lines: [{ months: '2025-01 to 2025-12', amount: '1,000.50 EUR', by: '' }],
      told: 'Each of the 12 months has the same part of it.',
    });
    const month = preview({ spread: 'evenly', to: '' });
    expect(month.kind === 'ready' && [month.rows[0]?.to, month.told]).toEqual(['2025-01', '']);
  });

  it.each<[Partial<BudgetDraft>, string]>([
    [{ client: ' ' }, 'Name a client, or * for all clients together.'],
    [{ from: '' }, 'From: name a month, such as 2025-01.'],
    [{ from: 'May' }, 'From: "May" is no month. Write it as 2025-01.'],
    [{ to: '2024-12' }, 'To (2024-12) lies before From (2025-01). Change one of them.'],
    [{ amount: '' }, 'Amount: type one, such as 120000.'],
    [{ amount: '1.000,50' }, 'Amount: "1.000,50" is no amount. Write digits, with a point before decimals: 1000.50.'],
    [
      { amount: '1234567890123456' },
      'Amount: 1234567890123456 has more than the 15 digits that a cell keeps. Round it.',
    ],
    [{ currency: 'Euro' }, 'Currency: "Euro" is no ISO 4217 code, such as EUR.'],
  ])('that lacks something says what: %j', (part, message) => {
    expect(preview({ spread: 'evenly', ...part })).toEqual({ kind: 'open', message });
  });

  it('is read as the host writes numbers, and told where it is written otherwise', () => {
    const german: FormulaStyle = { listSeparator: ';', decimalSeparator: ',' };
    const read = (amount: string): string[] =>
      amountsOf(preview({ spread: 'evenly', amount }, spent(ALL_YEAR), german));
    expect([read('1.234,56'), read('1.234'), read('1 234,5'), read('0,15')].flat()).toEqual([
      '1234.56',
      '1234',
      '1234.5',
      '0.15',
    ]);
    expect(read('1.5')).toEqual(['Amount: "1.5" is no amount. Write digits, with a comma before decimals: 1000,50.']);
  });

  it('for a month that has a budget names the row of it', () => {
    const existing = tableOf('AIBudgets', [{ Client: 'Acme', From: '2025-06', Budget: 1, Currency: 'EUR' }]);
    expect(previewBudget({ ...DRAFT, spread: 'evenly' }, spent(ALL_YEAR), existing, ENGLISH_STYLE)).toEqual({
      kind: 'open',
      message: 'AIBudgets row 2 is a budget of Acme for 2025-06 already. Change that row, or name other months.',
    });
  });
});
