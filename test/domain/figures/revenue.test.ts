import { formatMonth } from '../../../src/domain/calendar/month';
import { parsePeriod } from '../../../src/domain/arguments/period';
import { revenue, type RevenueFigure } from '../../../src/domain/figures/revenue';
import type { Book } from '../../../src/domain/ledger/book';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const ask = (book: Book, period: string | null = null, currency: string | null = null): RevenueFigure =>
  revenue(book, {
    vendor: 'Microsoft',
    period: parsePeriod(period),
    currency: currency === null ? null : requireCurrency(currency),
    line: null,
    bound: null,
  });
const implied = (...question: Parameters<typeof ask>): string => formatExactly(ask(...question).revenue);
const reported = (spend: number, share: number | null, source: string, more: Cells = {}): Cells => ({
  Spend: spend,
  Share: share,
  Basis: 'reported',
  Source: source,
  ...more,
});

const stating = (figure: RevenueFigure): string[] =>
  figure.months.flatMap(({ basis }) => basis.implying.map(({ share }) => share.rows[0]?.source ?? ''));

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
    expect(stating(figure).sort()).toEqual(['B', 'C']);
    const [month] = figure.months;
    expect([
      month && formatMonth(month.spend.source.month),
      month && formatExactly(month.spend.converted),
      month?.divisor.toFixed(),
      formatExactly(figure.revenue),
    ]).toEqual(['2024-02', '20 EUR', '0.4', '50 EUR']);
    expect(implied(book, '2024-01')).toBe('100 EUR');
  });

  it('as a run rate is rounded once: 12 times 1 over 0.7 has 34 digits of its own', () => {
    expect(implied(sampleBook({ clients: [reported(1, 0.7, 'A')] }), 'runrate')).toBe(
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
    expect(stating(ask(sampleBook({ clients: twice })))).toEqual(['A']);
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

describe('a share', () => {
  it("belongs to client, vendor and month: it divides the client's whole spend, whichever row states it", () => {
    const clients = [{ Spend: 1_000_000 }, reported(100, 0.25, 'A')];
    expect(implied(sampleBook({ clients }))).toBe('4,000,000 EUR');
    expect(implied(sampleBook({ clients: [{ Spend: 5 }, { Spend: null, Share: 0.5 }] }))).toBe('10 EUR');
  });

  it('of one line implies the revenue of that line alone', () => {
    const of = (line: string | null): string =>
      formatExactly(
        revenue(
          sampleBook({
            clients: [
              reported(20, 0.5, 'A'),
              reported(10, 0.1, 'B', { Client: 'Beta', 'Share of': 'Copilot revenue' }),
            ],
          }),
          { vendor: 'Microsoft', period: parsePeriod(null), currency: null, line, bound: null },
        ).revenue,
      );
    expect([of(null), of('Copilot')]).toEqual(['40 EUR', '100 EUR']);
  });
});

describe('what AIRevenue states', () => {
  const row = (cells: Cells): Cells => ({
    Vendor: 'OpenAI',
    Month: '2024-01',
    Revenue: 1200,
    Currency: 'USD',
    Per: 'year',
    Basis: 'reported',
    ...cells,
  });
  const of = (rows: Cells[], period: string | null = null, line: string | null = null, bound: 'low' | null = null) =>
    formatExactly(
      revenue(sampleBook({ revenue: rows }), {
        vendor: 'openai',
        period: parsePeriod(period),
        currency: null,
        line,
        bound,
      }).revenue,
    );

  it('of a year gives the month a twelfth, and times 12 the very same again', () => {
    expect([of([row({})]), of([row({ Revenue: 1000 })], 'runrate')]).toEqual(['100 USD', '1,000 USD']);
  });

  it('goes before what shares imply', () => {
    const clients = [reported(20, 0.5, 'A', { Vendor: 'OpenAI', Currency: 'USD' })];
    const book = sampleBook({ clients, revenue: [row({ Revenue: 100, Per: 'month' })] });
    const asked = { vendor: 'OpenAI', period: parsePeriod(null), currency: null, line: null, bound: null };
    expect(formatExactly(revenue(book, asked).revenue)).toBe('100 USD');
  });

  it('of several months adds up what is known', () => {
    expect(of([row({}), row({ Month: '2024-03', Revenue: 2400 })], '2024')).toBe('300 USD');
  });

  it('of several lines must be named', () => {
    const lines = [row({ Line: 'API' }), row({ Line: 'ChatGPT', Revenue: 600 })];
    expect(of(lines, null, 'chatgpt')).toBe('50 USD');
    expect(problemOf(() => of(lines))).toBe(
      '#VALUE! OpenAI\'s revenue is on record for "API" and "ChatGPT": name one as the line.',
    );
  });

  it('is rival claims, of which one counts where they agree, and an accepted one before others', () => {
    expect(of([row({}), row({ Revenue: 100, Per: 'month' })])).toBe('100 USD');
    expect(problemOf(() => of([row({ Source: 'A' }), row({ Revenue: 600, Source: 'B' })]))).toBe(
      "#VALUE! Two sources disagree on OpenAI's AI revenue, 2024-01: 1,200.00 USD a year (A) and 600.00 USD a year (B). Mark all but one superseded.",
    );
    expect(of([row({}), row({ Revenue: 600, Basis: 'accepted' })])).toBe('50 USD');
    expect(of([row({}), row({ Revenue: 600, Basis: 'superseded' })])).toBe('100 USD');
  });

  it('known only by a bound is none to the point, but at least so much', () => {
    const bounded = [row({ Revenue: null, 'Revenue low': 1200, Source: 'CFO' })];
    expect(problemOf(() => of(bounded))).toBe(
      '#N/A OpenAI\'s AI revenue is known only as more than 1,200.00 USD a year (CFO). Ask for "low".',
    );
    expect(of(bounded, null, null, 'low')).toBe('100 USD');
  });

  it.each<[Cells, string]>([
    [{ Per: null }, 'Per is blank. Write month, or year for a yearly run rate.'],
    [{ Per: 'week' }, 'Per is "week". Use month, or year for a yearly run rate.'],
    [{ Revenue: 'abc' }, 'Revenue is "abc", not a number.'],
    [{ 'Revenue low': 5 }, 'Revenue and Revenue low are both filled in. Keep one of them.'],
    [{ Currency: 'EURO' }, 'Currency is "EURO", not an ISO 4217 code such as EUR.'],
  ])('in a broken row, %j, troubles who needs it', (cells, message) => {
    expect(problemOf(() => of([row(cells)]))).toBe(`#VALUE! AIRevenue row 2: ${message}`);
    expect(of([row(cells), row({ Month: '2024-02' })])).toBe('100 USD');
  });
});

describe('there is no revenue', () => {
  it('where two reports disagree on the spend, also where only one states a share', () => {
    const message =
      '#VALUE! Two sources disagree on Acme, 2024-01: 20.00 EUR (A) and 18.00 EUR (B). Mark one superseded, or one accepted.';
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

  it('in the window of AISPEND, where that ends in a later year', () => {
    const clients = [reported(20, 0.5, 'A'), { Month: '2025-02' }];
    expect(problemOf(() => ask(sampleBook({ clients }), 'ytd'))).toMatch(/revenue in ytd to 2025-02 is not on record/);
  });

  it('but a broken Spend on a row without a share troubles no other month', () => {
    const clients = [reported(20, 0.5, 'A'), { Client: 'Beta', Month: '2024-02', Spend: 'abc' }];
    expect(implied(sampleBook({ clients }))).toBe('40 EUR');
  });

  it('where the shares add up to 0', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0, 'A')] })))).toMatch(
      /^#DIV\/0! The shares stated of Microsoft's AI revenue add up to 0/,
    );
  });

  it('where no row of the period has both', () => {
    expect(
      problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, { Client: 'Beta', Spend: null, Share: 0.5 }] }))),
    ).toMatch(/^#N\/A Microsoft's AI revenue is not on record/);
    expect(problemOf(() => ask(sampleBook({ clients: [reported(20, 0.5, 'A')] }), '2023'))).toMatch(
      /^#N\/A Microsoft's AI revenue in 2023 is not on record/,
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
