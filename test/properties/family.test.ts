import fc from 'fast-check';
import { addMonths, formatMonth, monthOf } from '../../src/domain/calendar/month';
import { parsePeriod } from '../../src/domain/arguments/period';
import { internalRates } from '../../src/domain/cash-flow/internal-rate';
import { EVERYONE, rankClients } from '../../src/domain/figures/client-ranking';
import { concentration } from '../../src/domain/figures/concentration';
import { returnOnInvestment } from '../../src/domain/figures/return-on-investment';
import type { Measure } from '../../src/domain/figures/return-words';
import { spend } from '../../src/domain/figures/spend';
import { trend } from '../../src/domain/figures/trend';
import { ALL } from '../../src/domain/ledger/name-key';
import { EUR } from '../../src/domain/money/currency';
import { Decimal, divide, sum } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { CLIENTS, clientRows, periodText, VENDORS, workbookOf } from './random-workbook';

const vendor = fc.constantFrom(...VENDORS, ALL);

/** The answer, or null if a Problem stands in the way: random workbooks have rival claims and gaps. */
function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return null;
    }
    throw thrown;
  }
}

describe('the ranking of clients', () => {
  it('has shares that add up to 1, the largest first, and a total that AISPEND gives for all clients', () => {
    fc.assert(
      fc.property(clientRows, vendor, periodText, (rows, of, written) => {
        const book = workbookOf(rows);
        const question = { ...EVERYONE, vendor: of, period: parsePeriod(written || null), currency: EUR };
        const ranking = attempt(() => rankClients(book, question));
        if (ranking === null) {
          return;
        }
        const amounts = ranking.clients.map((client) => client.spend.amount);
        expect(amounts).toEqual([...amounts].sort((a, b) => b.comparedTo(a)));
        expect(ranking.total.amount.eq(spend(book, { ...question, client: ALL }).total.amount)).toBe(true);
        if (ranking.total.amount.isZero() || amounts.some((amount) => amount.isNegative())) {
          expect(ranking.clients.every((client) => client.share === null)).toBe(true);
          return;
        }
        const shares = sum(ranking.clients.map((client) => client.share ?? new Decimal(0)));
        const size = sum(ranking.clients.map((client) => (client.share ?? new Decimal(0)).abs()));
        expect(shares.minus(1).abs().lte(size.times('1e-32'))).toBe(true);
      }),
    );
  });
});

describe('concentration', () => {
  it('lies between 1/n and 1 where nobody is credited, and the n largest never have less than their number of equal shares', () => {
    fc.assert(
      fc.property(clientRows, vendor, (rows, of) => {
        const book = workbookOf(
          rows.map((row) => row.map((cell, at) => (at === 4 && typeof cell === 'number' ? Math.abs(cell) : cell))),
        );
        const ask = (measure: 'hhi' | 'cr1' | 'cr9') =>
          attempt(() => concentration(book, { vendor: of, period: parsePeriod('2024'), measure, scope: 'recorded' }));
        const [hhi, cr1, cr9] = [ask('hhi'), ask('cr1'), ask('cr9')];
        if (hhi === null) {
          return;
        }
        const equal = divide(new Decimal(1), new Decimal(hhi.shares.length));
        expect(hhi.value.gte(equal.minus('1e-30'))).toBe(true);
        expect(hhi.value.lte(new Decimal(1).plus('1e-30'))).toBe(true);
        expect(cr1?.value.gte(equal.minus('1e-30'))).toBe(true);
        expect(cr9?.value.minus(1).abs().lte('1e-30')).toBe(true);
      }),
    );
  });
});

describe('a trend', () => {
  it('adds up to the spend of the stated period, month by month', () => {
    fc.assert(
      fc.property(
        clientRows,
        fc.constantFrom(...CLIENTS, ALL),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 12 }),
        (rows, client, start, length) => {
          const book = workbookOf(rows);
          const from = formatMonth(addMonths(monthOf(2023, 10), start));
          const to = formatMonth(addMonths(monthOf(2023, 10), start + length));
          const shown = attempt(() =>
            trend(book, {
              client,
              from: parsePeriod(from),
              to: parsePeriod(to),
              currency: EUR,
              vendor: ALL,
              service: ALL,
            }),
          );
          const total = attempt(() =>
            spend(book, { client, period: parsePeriod(`${from}:${to}`), currency: EUR, vendor: ALL }),
          );
          expect(shown === null).toBe(total === null);
          if (shown === null || total === null) {
            return;
          }
          expect(shown.months).toHaveLength(length + 1);
          expect(
            sum(shown.months.flatMap(({ spend: month }) => month?.converted.amount ?? [])).eq(total.total.amount),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('the measures of a return', () => {
  const flows = fc.array(
    fc.integer({ min: 0, max: 100_000 }).map((cents) => new Decimal(cents).div(100)),
    { minLength: 1, maxLength: 6 },
  );

  it('agree with each other: net is benefit less investment, roi is the multiple less 1', () => {
    fc.assert(
      fc.property(flows, flows, fc.option(fc.integer({ min: -90, max: 300 }), { nil: null }), (a, b, percent) => {
        const length = Math.min(a.length, b.length);
        // Beside single amounts a rate is refused.
        const discount = length === 1 ? null : percent;
        const [costs, benefits] = [a.slice(0, length), b.slice(0, length)];
        const ask = (measure: Measure) =>
          attempt(() =>
            returnOnInvestment(
              workbookOf([]),
              {
                investment: { kind: 'flows', flows: costs },
                benefit: { kind: 'flows', flows: benefits },
                measure,
                rate: discount === null ? null : new Decimal(discount).div(100),
              },
              internalRates,
            ),
          );
        const [net, benefit, roi, multiple] = [ask('net'), ask('benefit'), ask('roi'), ask('multiple')];
        expect(net?.value.eq(net.benefit.minus(net.investment))).toBe(true);
        expect(benefit?.value.eq(benefit.benefit)).toBe(true);
        expect(roi === null).toBe(net?.investment.isZero());
        if (roi === null || multiple === null) {
          return;
        }
        expect(roi.value.minus(multiple.value).plus(1).abs().lte(multiple.value.abs().plus(1).times('1e-32'))).toBe(
          true,
        );
      }),
    );
  });
});
