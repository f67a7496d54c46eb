import { formatMonth } from '../../../src/domain/calendar/month';
import { parsePeriod } from '../../../src/domain/arguments/period';
import { revenue, type RevenueFigure } from '../../../src/domain/figures/revenue';
import type { Book } from '../../../src/domain/ledger/book';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { formatExactly } from '../../../src/domain/money/money';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const ask = (book: Book, period: string | null = null, currency: string | null = null): RevenueFigure =>
  revenue(book, {
    vendor: 'Microsoft',
    period: parsePeriod(period),
    currency: currency === null ? null : requireCurrency(currency),
  });
const implied = (...question: Parameters<typeof ask>): string => formatExactly(ask(...question).revenue);
const reported = (spend: number, share: number | null, source: string, more: Cells = {}): Cells => ({
  Spend: spend,
  Share: share,
  Basis: 'reported',
  Source: source,
  ...more,
});

describe("a vendor's revenue", () => {
  it('is the spends over the shares of the latest month that has rows with both, and tells which', () => {
    const book = sampleBook({
      clients: [
        reported(10, 0.1, 'A'),
        reported(15, 0.3, 'B', { Client: 'Beta', Month: '2024-02' }),
        reported(5, 0.1, 'C', { Client: 'Gamma', Month: '2024-02' }),
        { Month: '2024-02', Client: 'Delta', Spend: 900 },
        { Month: '2024-03', Spend: 900 },
        reported(900, 0.1, 'D', { Client: 'Epsilon', Month: '2024-02', Vendor: 'Google' }),
      ],
    });
    const figure = ask(book);
    expect(figure.rows.map((row) => row.source).sort()).toEqual(['B', 'C']);
    expect([
      formatMonth(figure.spend.source.month),
      formatExactly(figure.spend.converted),
      figure.shares.toFixed(),
      formatExactly(figure.revenue),
    ]).toEqual(['2024-02', '20 EUR', '0.4', '50 EUR']);
    expect(implied(book, '2024-01')).toBe('100 EUR');
    expect(implied(book, '2024')).toBe('50 EUR');
  });

  it('as a run rate is rounded once: 12 times 1 over 0.7 has 34 digits of its own', () => {
    expect(implied(sampleBook({ clients: [reported(1, 0.7, 'A')] }), 'year')).toBe(
      '17.14285714285714285714285714285714 EUR',
    );
  });

  it("is converted at its month's rate", () => {
    const rates = [{ Month: '2024-01', Currency: 'USD', 'Units per EUR': 1.25 }];
    expect(implied(sampleBook({ clients: [reported(10, 0.5, 'A')], rates }), null, 'USD')).toBe('25 USD');
  });

  it('takes one of several reports that agree: they weigh no more than another client', () => {
    const twice = [reported(10, 0.5, 'B'), reported(10, 0.5, 'A')];
    expect(implied(sampleBook({ clients: [...twice, reported(20, 0.1, 'C', { Client: 'Beta' })] }))).toBe('50 EUR');
    expect(ask(sampleBook({ clients: twice })).rows.map((row) => row.source)).toEqual(['A']);
  });

  it('takes bills before reports', () => {
    expect(implied(sampleBook({ clients: [reported(10, 0.5, 'A'), { Spend: 20, Share: 0.8 }] }))).toBe('25 EUR');
  });

  it('takes no superseded row', () => {
    expect(
      implied(sampleBook({ clients: [reported(10, 0.5, 'A'), reported(20, 0.5, 'B', { Basis: 'superseded' })] })),
    ).toBe('20 EUR');
  });
});

describe('there is no revenue', () => {
  it('where two reports disagree on the spend, also where only one states a share', () => {
    const message = '#VALUE! Two sources disagree on Acme, 2024-01: 20 EUR (A) and 18 EUR (B). Mark one superseded.';
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.15, 'A'), reported(18, 0.15, 'B')] })))).toBe(
      message,
    );
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.15, 'A'), reported(18, null, 'B')] })))).toBe(
      message,
    );
  });

  it('where two reports disagree on the share', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.15, 'A'), reported(20, 0.2, 'B')] })))).toMatch(
      /^#VALUE! Two sources disagree on Acme's share/,
    );
  });

  it('but rivals of a client that states no share trouble nobody', () => {
    const rivals = [reported(4, null, 'X', { Client: 'Beta' }), reported(5, null, 'Y', { Client: 'Beta' })];
    expect(implied(sampleBook({ clients: [reported(20, 0.5, 'A'), ...rivals] }))).toBe('40 EUR');
  });

  it('where the shares add up to 0', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0, 'A')] })))).toMatch(
      /^#DIV\/0! The shares stated for Microsoft add up to 0/,
    );
  });

  it('where no row of the period has both', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, { Spend: null, Share: 0.5 }] })))).toMatch(
      /^#N\/A No row of Microsoft states both/,
    );
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.5, 'A')] }), '2023'))).toMatch(
      /^#N\/A No row of Microsoft in 2023 states both/,
    );
  });

  it('where a broken row of the month, or of a later one, may have both', () => {
    const broken = (month: string) => reported(20, 0.5, 'A', { Client: 'Beta', Month: month, Currency: 'EURO' });
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.5, 'A'), broken('2024-01')] })))).toMatch(
      /row 3: Currency is "EURO"/,
    );
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.5, 'A'), broken('2024-02')] })))).toMatch(
      /row 3: Currency is "EURO"/,
    );
    expect(implied(sampleBook({ clients: [reported(20, 0.5, 'A'), broken('2023-12')] }))).toBe('40 EUR');
  });
});
