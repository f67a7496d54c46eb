import fc from 'fast-check';
import { parsePeriod } from '../../src/domain/arguments/period';
import { addMonths, formatMonth, monthOf, serialOf } from '../../src/domain/calendar/month';
import { boundedSpend } from '../../src/domain/figures/bounded-spend';
import { revenue } from '../../src/domain/figures/revenue';
import { share, type ShareQuestion } from '../../src/domain/figures/share';
import { spend } from '../../src/domain/figures/spend';
import { bookOf, type Book } from '../../src/domain/ledger/book';
import { ALL } from '../../src/domain/ledger/name-key';
import { Problem } from '../../src/domain/messages/problem';
import { EUR } from '../../src/domain/money/currency';
import type { Decimal } from '../../src/domain/money/decimal';
import { tableOf, type Cells } from '../domain/sample-book';

/*
 * A random workbook, in which amounts and shares are points or bounds; beside it the same workbook with a point inside each of the
 * bounds. If the second has a figure, that lies where the first says. `npm run soak` tries 10,000 of them.
 */

/** What a row holds: a point, bounds of which one may be missing, or nothing; and where in them the point lies, 0 to 1. */
interface Lying {
  readonly low: number | null;
  readonly high: number | null;
  readonly at: number;
}

const lying = (most: number): fc.Arbitrary<Lying> =>
  fc
    .record({
      a: fc.integer({ min: 0, max: most }),
      b: fc.integer({ min: 0, max: most }),
      kind: fc.constantFrom('point', 'both', 'low', 'high', 'nothing'),
      at: fc.constantFrom(0, 0.25, 0.5, 1),
    })
    .map(({ a, b, kind, at }) => {
      const [low, high] = kind === 'point' ? [a, a] : [Math.min(a, b), Math.max(a, b)];
      return {
        low: kind === 'high' || kind === 'nothing' ? null : low,
        high: kind === 'low' || kind === 'nothing' ? null : high,
        at,
      };
    });

/** The cells of a point or of bounds, divided by `scale`; `pointed`: of a point inside them, which may lie `beyond` if they are open. */
function cells(name: string, { low, high, at }: Lying, scale: number, pointed: boolean, beyond: number): Cells {
  if (low !== null && low === high) {
    return { [name]: low / scale };
  }
  // Where nothing is said there is no interval: a month of which nothing is known is not on record.
  if (!pointed || (low === null && high === null)) {
    return {
      [`${name} low`]: low === null ? null : low / scale,
      [`${name} high`]: high === null ? null : high / scale,
    };
  }
  const [from, to] = [low ?? 0, high ?? beyond];
  return { [name]: (from + at * (Math.max(to, from) - from)) / scale };
}

const clientRow = fc.record({
  client: fc.constantFrom('Acme', 'Beta'),
  service: fc.constantFrom('', 'Models', 'Assistant'),
  month: fc.integer({ min: 0, max: 2 }),
  basis: fc.constantFrom('billed', 'accepted', 'reported', 'superseded'),
  spend: lying(40),
  share: fc.option(lying(10), { freq: 2 }),
});
const revenueRow = fc.record({ month: fc.integer({ min: 0, max: 2 }), revenue: lying(400) });

const day = (month: number): number => serialOf(addMonths(monthOf(2024, 1), month));

function bookWith(
  rows: readonly (typeof clientRow extends fc.Arbitrary<infer Row> ? Row : never)[],
  revenues: readonly (typeof revenueRow extends fc.Arbitrary<infer Row> ? Row : never)[],
  pointed: boolean,
): Book {
  return bookOf({
    tables: {
      AIClients: tableOf(
        'AIClients',
        rows.map((row) => ({
          Client: row.client,
          Vendor: 'Microsoft',
          Service: row.service,
          Month: day(row.month),
          Currency: 'EUR',
          Basis: row.basis,
          ...cells('Spend', row.spend, 1, pointed, 1000),
          ...(row.share === null ? {} : cells('Share', row.share, 10, pointed, 10)),
        })),
      ),
      AIRevenue: tableOf(
        'AIRevenue',
        revenues
          .filter(({ revenue: { low, high } }) => low !== null || high !== null)
          .map((row) => ({
            Vendor: 'Microsoft',
            Month: day(row.month),
            Currency: 'EUR',
            Per: 'month',
            Basis: 'reported',
            ...cells('Revenue', row.revenue, 1, pointed, 10_000),
          })),
      ),
      AIReturns: null,
      AIRates: null,
      AIBudgets: null,
      AIPrices: null,
    },
    fiscalYearStart: null,
  });
}

/** The figure; the Problem if one stands in the way. */
function attempt(ask: () => Decimal): Decimal | Problem {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return thrown;
    }
    throw thrown;
  }
}

/** Where sources disagree on spend or revenue, a stated share stands by itself; beside bounds, in which they meet, it would not. */
function shareWithoutDoubt(book: Book, asked: Omit<ShareQuestion, 'bound'> & { readonly vendor: string }): Decimal {
  const figure = share(book, { ...asked, bound: null });
  if (figure.kind === 'stated') {
    const ofMonth = {
      ...asked,
      period: parsePeriod(formatMonth(figure.month)),
      currency: EUR,
      line: null,
      bound: null,
    };
    for (const beside of [() => spend(book, ofMonth).total.amount, () => revenue(book, ofMonth).revenue.amount]) {
      const found = attempt(beside);
      if (found instanceof Problem && found.code === '#VALUE!') {
        throw found;
      }
    }
  }
  return figure.share;
}

it('a point inside every interval gives a figure inside the interval of the figure', () => {
  let held = { low: 0, high: 0 };
  fc.assert(
    fc.property(
      fc.array(clientRow, { minLength: 1, maxLength: 7 }),
      fc.array(revenueRow, { maxLength: 2 }),
      fc.constantFrom('Acme', ALL),
      fc.constantFrom('2024-01', '2024-02', '2024', null),
      (rows, revenues, client, when) => {
        const [open, pointed] = [bookWith(rows, revenues, false), bookWith(rows, revenues, true)];
        const period = parsePeriod(when);
        const asked = { client, vendor: 'Microsoft', period, currency: EUR };
        const ofShare = { client, vendor: 'Microsoft', period, of: null };
        const ofRevenue = { vendor: 'Microsoft', period, currency: EUR, line: null };
        const figures: [point: () => Decimal, bound: (side: 'low' | 'high') => Decimal][] = [
          [() => spend(pointed, asked).total.amount, (side) => boundedSpend(open, asked, side).total.amount],
          [
            () => revenue(pointed, { ...ofRevenue, bound: null }).revenue.amount,
            (side) => revenue(open, { ...ofRevenue, bound: side }).revenue.amount,
          ],
          [() => shareWithoutDoubt(pointed, ofShare), (side) => share(open, { ...ofShare, bound: side }).share],
        ];
        for (const [point, bound] of figures) {
          const exact = attempt(point);
          // A share above 1 is of a workbook that cannot be: if nothing else bounds it, a share is at most 1.
          if (exact instanceof Problem || (point === figures[2]?.[0] && exact.greaterThan(1))) {
            continue;
          }
          const [low, high] = [attempt(() => bound('low')), attempt(() => bound('high'))];
          const slack = exact.abs().times('1e-25');
          if (!(low instanceof Problem)) {
            expect(low.minus(slack).lte(exact)).toBe(true);
            held = { ...held, low: held.low + 1 };
          }
          if (!(high instanceof Problem)) {
            expect(high.plus(slack).gte(exact)).toBe(true);
            held = { ...held, high: held.high + 1 };
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(held.low).toBeGreaterThan(500);
  expect(held.high).toBeGreaterThan(500);
});
