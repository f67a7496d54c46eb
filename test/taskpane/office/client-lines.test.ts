import type { CellValue } from '../../../src/domain/ledger/table';
import { TABLES } from '../../../src/domain/ledger/tables';
import { clientGroups, countedLines, totalsOf } from '../../../src/taskpane/office/client-lines';
import type { ClientLine } from '../../../src/taskpane/contract/snapshot';
import { bookOfFile } from '../../golden/workbook-file';
import { atOnce } from '../../../src/domain/ledger/steps';

const HEADER = [...TABLES.AIClients.columns, ...TABLES.AIClients.optional].map(({ name }) => name);
type Row = Readonly<Record<string, CellValue>>;

const table = (rows: readonly Row[]): CellValue[][] => [
  HEADER,
  ...rows.map((row) => {
    const full: Row = { Vendor: 'Microsoft', Month: '2024-11', Currency: 'EUR', ...row };
    return HEADER.map((column) => full[column] ?? null);
  }),
];
const book = (...rows: Row[]) => bookOfFile({ AIClients: table(rows), AIRates: 'reference' });
const lineOf = (...rows: Row[]): ClientLine | undefined => atOnce(countedLines(book(...rows)))[0]?.line;

it('a bill that cannot be read is not an amount that is not disclosed', () => {
  expect(lineOf({ Client: 'A', Spend: 'abc' })).toMatchObject({
    problem: expect.stringContaining('"abc"'),
    spend: null,
  });
  expect(lineOf({ Client: 'A' })).toMatchObject({ problem: null, disclosed: false, spend: null });
});

it('where only bounds are known, these are told', () => {
  expect(lineOf({ Client: 'A', 'Spend low': 1e6, Basis: 'reported' })).toMatchObject({
    spend: 'more than 1,000,000.00 EUR',
    month: '2024-11',
    size: null,
    hasFigure: false,
    problem: null,
    disclosed: true,
  });
});

it('bounds are those that AISPEND gives: of all rows of the month together', () => {
  const bounded = (...rows: Row[]) => lineOf(...rows.map((row) => ({ Client: 'A', Basis: 'reported', ...row })));
  expect(bounded({ 'Spend low': 1e6 }, { Vendor: 'Google', 'Spend low': 5e5, 'Spend high': 7e5 })?.spend).toBe(
    'more than 1,500,000.00 EUR',
  );
  expect(bounded({ 'Spend low': 1, 'Spend high': 9, Source: 'X' }, { 'Spend low': 3, Source: 'Y' })?.spend).toBe(
    'between 3.00 EUR and 9.00 EUR',
  );
  expect(bounded({ 'Spend high': 9 })?.spend).toBe('less than 9.00 EUR');
  expect(bounded({ 'Spend low': 1, 'Spend high': 2, Source: 'X' }, { 'Spend low': 3, Source: 'Y' })).toMatchObject({
    spend: null,
    problem: expect.stringContaining('disagree'),
  });
});

it('where no rate is on record, amounts are put in order only if all are in one currency', () => {
  const sizes = (...rows: Row[]) => atOnce(countedLines(book(...rows))).map(({ line }) => line.size);
  const early = { Month: '1998-11', Currency: 'JPY' };
  expect(sizes({ Client: 'A', Spend: 10 }, { Client: 'B', Spend: 500, ...early })).toEqual([10, null]);
  expect(sizes({ Client: 'A', Spend: 10, ...early }, { Client: 'B', Spend: 500, ...early })).toEqual([10, 500]);
  expect(sizes({ Client: 'A', Spend: 10, Currency: 'USD' }, { Client: 'B', 'Spend low': 5 })).toEqual([10, null]);
});

it('rows that stand against one another are there to be decided about', () => {
  const line = lineOf(
    { Client: 'A', Spend: 1, Basis: 'reported', Source: 'X' },
    { Client: 'A', Spend: 2, Basis: 'reported', Source: 'Y' },
  );
  expect(line?.problem).toContain('Two sources disagree');
  expect(line?.doubt.map(({ row, marks }) => [row, marks])).toEqual([
    [3, ['superseded', 'accepted']],
    [2, ['superseded', 'accepted']],
  ]);
});

it('a budget tells how much of it is used, with the marks of that; of a budget that is none, why', () => {
  const HEADINGS = ['Client', 'Vendor', 'From', 'To', 'Budget', 'Currency'];
  const used = (budgets: CellValue[][], ...clients: Row[]) =>
    atOnce(countedLines(bookOfFile({ AIClients: table(clients), AIBudgets: [HEADINGS, ...budgets] }))).map(
      ({ line }) => line.budget,
    );
  const year = ['A', null, '2024-01', '2024-12', 1000, 'EUR'];
  const spends = [
    { Client: 'A', Spend: 900 },
    { Client: 'B', Spend: 5 },
  ];
  expect(used([year], ...spends)).toEqual([
    { used: 0.9, text: '90.0% of 1,000.00 EUR, the budget of 2024-01:2024-12 (1/12)' },
    null,
  ]);
  expect(used([year, year], ...spends)[0]).toEqual({
    used: null,
    text: expect.stringContaining('AIBudgets rows 2 and 3 are both a budget of A'),
  });
  expect(lineOf({ Client: 'A', Spend: 1 })?.budget).toBeNull();
});

it('a share says what it is one of, and the marks are words', () => {
  expect(lineOf({ Client: 'A', Spend: 1, Share: 0.15, Complete: 'no', Basis: 'reported' })).toMatchObject({
    share: '15.0% of Microsoft’s AI revenue',
    marks: ['A month in it is not over: its rows are marked not complete.'],
  });
  expect(lineOf({ Client: 'A', Spend: 1, Share: 0.15, 'Share of': 'Azure revenue' })?.share).toBe(
    '15.0% of Azure revenue',
  );
});

it('own bills and claims of the market are apart, each with its totals, and put in order by what they are in euros', () => {
  const lines = atOnce(
    countedLines(
      book(
        { Client: 'A', Spend: 10 },
        { Client: 'B', Spend: 100, Currency: 'JPY' },
        { Client: 'C', Spend: 5, Basis: 'reported' },
        { Client: 'D', Spend: 1, Vendor: 'Google' },
        { Client: 'D', Spend: 1, Basis: 'reported' },
      ),
    ),
  );
  expect(lines.map(({ line }) => [line.name, line.kind])).toEqual([
    ['A', 'own'],
    ['B', 'own'],
    ['C', 'market'],
    ['D', 'both'],
  ]);
  expect(totalsOf(lines)).toEqual({ own: ['10.00 EUR', '100 JPY'], both: ['2.00 EUR'], market: ['5.00 EUR'] });
  expect(lines[1]?.line.size).toBeLessThan(1);
});

it('by vendor and by service each client stands with what it spent there', () => {
  const rows = book(
    { Client: 'A', Spend: 10, Service: 'Azure' },
    { Client: 'A', Spend: 3, Service: 'Copilot' },
    { Client: 'A', Spend: 7, Vendor: 'Google' },
    { Client: 'B', Spend: 5, Service: 'Azure' },
  );
  const shown = (by: 'vendor' | 'service') =>
    atOnce(clientGroups(rows, by)).map(({ name, clients, totals }) => [
      name,
      clients.map((client) => `${client.name} ${client.spend ?? '-'}`).join(),
      totals.join(),
    ]);
  expect(shown('vendor')).toEqual([
    ['Google', 'A 7.00 EUR', '7.00 EUR'],
    ['Microsoft', 'A 13.00 EUR,B 5.00 EUR', '18.00 EUR'],
  ]);
  expect(shown('service')).toEqual([
    ['', 'A 7.00 EUR', '7.00 EUR'],
    ['Azure', 'A 10.00 EUR,B 5.00 EUR', '15.00 EUR'],
    ['Copilot', 'A 3.00 EUR', '3.00 EUR'],
  ]);
});

it('what is for no service, or with no vendor, has its figure, or why it has none', () => {
  const rows = book(
    { Client: 'A', Spend: 1, Service: 'Azure' },
    { Client: 'A', Spend: 2, Vendor: '' },
    { Client: 'B', Spend: 'abc' },
    { Client: 'B', Spend: 3, Month: '2024-10' },
  );
  const nameless = (by: 'vendor' | 'service') =>
    atOnce(clientGroups(rows, by))
      .filter(({ name }) => name === '')
      .flatMap(({ clients }) => clients.map(({ name, spend, problem }) => [name, spend, problem !== null]));
  expect(nameless('vendor')).toEqual([['A', '2.00 EUR', false]]);
  expect(nameless('service')).toEqual([
    ['A', '2.00 EUR', false],
    ['B', null, true],
  ]);
});
