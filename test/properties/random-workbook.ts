import fc from 'fast-check';
import { addMonths, monthOf, serialOf } from '../../src/domain/calendar/month';
import { bookOf, type Book } from '../../src/domain/ledger/book';
import type { CellValue } from '../../src/domain/ledger/table';
import { TABLES } from '../../src/domain/ledger/tables';

/** Few names and months, so that rows meet: rival claims, months with billed and reported rows, clients of two vendors. */
export const CLIENTS = ['Acme', 'Beta', 'Gamma', 'Delta'] as const;
export const VENDORS = ['Microsoft', 'Google'] as const;
const FIRST = monthOf(2023, 11);
const MONTHS = 16;

/** Amounts as bills have them: cents, long decimals, very small and very large, now and then a credit or nothing. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: fc.double({ min: 1e-10, max: 1e12, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-12.5, 1e-10, 1e12, 0.1, 0.2) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const clientRow: fc.Arbitrary<CellValue[]> = fc
  .record({
    client: fc.constantFrom(...CLIENTS),
    vendor: fc.constantFrom(...VENDORS),
    service: fc.constantFrom('', 'Models', 'Assistant'),
    month: fc.integer({ min: 0, max: MONTHS - 1 }),
    spend: amount,
    currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY'),
    share: fc.option(fc.constantFrom(0.05, 0.1, 0.15), { freq: 5 }),
    basis: fc.constantFrom('billed', 'billed', 'billed', 'reported', 'superseded'),
    source: fc.constantFrom('a.csv', 'b.csv', 'Weekly'),
    quantity: fc.option(fc.constantFrom(1, 2.5, 40, 1_500_000), { freq: 2 }),
    unit: fc.constantFrom('tokens', '1M tokens', '1K Tokens', 'requests'),
  })
  .map((row) => [
    row.client,
    row.vendor,
    row.service,
    serialOf(addMonths(FIRST, row.month)),
    row.spend,
    row.spend === null ? '' : row.currency,
    row.share,
    row.basis,
    row.source,
    '',
    row.quantity,
    row.quantity === null ? '' : row.unit,
  ]);

/** The rows of AIClients. */
export const clientRows = fc.array(clientRow, { minLength: 1, maxLength: 40 });

/** A rate for every month and currency that the rows can need, so that conversions succeed. */
const rateRows: CellValue[][] = Array.from({ length: MONTHS + 24 }, (_, index) => addMonths(FIRST, index - 12)).flatMap(
  (month, index) => [
    [serialOf(month), 'USD', 1.05 + (index % 7) / 1000, ''],
    [serialOf(month), 'JPY', 160 + (index % 5) / 10, ''],
    [serialOf(month), 'GBP', 0.85 + (index % 3) / 1000, ''],
  ],
);

const header = (name: keyof typeof TABLES): string[] => TABLES[name].columns.map((column) => column.name);

/** A workbook with these rows in AIClients, full rates and the shipped study. */
export function workbookOf(rows: readonly CellValue[][], revenues: readonly CellValue[][] = []): Book {
  return bookOf({
    tables: {
      AIClients: { name: 'AIClients', firstRow: 2, header: [...header('AIClients'), 'Quantity', 'Unit'], rows },
      AIRevenue: { name: 'AIRevenue', firstRow: 2, header: header('AIRevenue'), rows: revenues },
      AIRates: { name: 'AIRates', firstRow: 2, header: header('AIRates'), rows: rateRows },
      AIReturns: {
        name: 'AIReturns',
        firstRow: 2,
        header: header('AIReturns'),
        rows: [['IDC', 2024, 'All', 3.7, '', '']],
      },
      AIBudgets: null,
      AIPrices: null,
    },
    fiscalYearStart: 4,
  });
}

/** A period as it may be typed. */
export const periodText = fc.constantFrom(
  '',
  'month',
  'runrate',
  'annualised',
  'ttm',
  'ytd',
  '2024',
  '2024-Q1',
  '2024-03',
  'FY2024',
  '2023-11:2024-06',
);
