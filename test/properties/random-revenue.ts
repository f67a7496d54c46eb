import fc from 'fast-check';
import { addMonths, monthOf, serialOf } from '../../src/domain/calendar/month';
import type { CellValue } from '../../src/domain/ledger/table';
import { VENDORS } from './random-workbook';

/** Rows of AIRevenue: of the whole and of a line, of a month and of a year, points and bounds. */
export const revenueRows: fc.Arbitrary<CellValue[][]> = fc.array(
  fc
    .record({
      vendor: fc.constantFrom(...VENDORS),
      line: fc.constantFrom('', '', 'Models'),
      month: fc.integer({ min: 0, max: 5 }),
      revenue: fc.oneof(fc.constantFrom(200, 1200, 50_000), fc.constant(null)),
      currency: fc.constantFrom('EUR', 'EUR', 'USD'),
      per: fc.constantFrom('month', 'year'),
      basis: fc.constantFrom('reported', 'accepted', 'superseded'),
    })
    .map((row) => [
      row.vendor,
      row.line,
      serialOf(addMonths(monthOf(2023, 11), row.month)),
      row.revenue,
      row.revenue === null ? 100 : null,
      null,
      row.currency,
      row.per,
      row.basis,
      'Weekly',
      '',
    ]),
  { maxLength: 6 },
);
