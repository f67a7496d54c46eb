import { formatMonth } from '../../../src/domain/calendar/month';
import { parsePeriod } from '../../../src/domain/arguments/period';
import { spend, type SpendFigure } from '../../../src/domain/figures/spend';
import type { Book } from '../../../src/domain/ledger/book';
import { ALL } from '../../../src/domain/ledger/name-key';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook } from '../sample-book';

const ask = (
  book: Book,
  period: string | null = null,
  currency: string | null = null,
  client = 'Acme',
  vendor: string = ALL,
): SpendFigure =>
  spend(book, {
    client,
    period: parsePeriod(period),
    currency: currency === null ? null : requireCurrency(currency),
    vendor,
  });

const months = (figure: SpendFigure): string[] =>
  figure.months.map(({ source, converted }) => `${formatMonth(source.month)} ${formatExactly(converted)}`);

describe('a spend', () => {
  const book = sampleBook({
    clients: [
      { Month: '2024-03', Spend: 30 },
      { Month: '2024-01', Spend: 10 },
      { Month: '2024-01', Spend: 5, Service: 'Assistant' },
      { Month: '2024-04', Spend: null },
      { Month: '2024-05', Spend: 99, Basis: 'superseded' },
      { Month: '2024-02', Spend: 7, Client: 'Beta', Vendor: 'Google' },
    ],
  });

  it('tells the months on record in the period, the earliest first, and how many were asked for', () => {
    const figure = ask(book, '2024');
    expect(months(figure)).toEqual(['2024-01 15 EUR', '2024-03 30 EUR']);
    expect([formatExactly(figure.total), figure.period.months, figure.period.label]).toEqual(['45 EUR', 12, '2024']);
  });

  it('has as its latest month the latest with an amount that counts', () => {
    expect(months(ask(book))).toEqual(['2024-03 30 EUR']);
    expect(months(ask(book, null, null, 'Acme', 'Microsoft'))).toEqual(['2024-03 30 EUR']);
    expect(months(ask(book, null, null, ALL, 'Google'))).toEqual(['2024-02 7 EUR']);
  });

  it('as a run rate is its latest month several times over, and keeps what one month is', () => {
    const figure = ask(book, 'runrate');
    expect([formatExactly(figure.sum), formatExactly(figure.total), figure.period.times]).toEqual([
      '30 EUR',
      '360 EUR',
      12,
    ]);
  });

  it('of all clients adds up whoever is on record in a month', () => {
    expect(months(ask(book, '2024-Q1', null, ALL))).toEqual(['2024-01 15 EUR', '2024-02 7 EUR', '2024-03 30 EUR']);
  });

  it.each([
    ['2024-04', "#N/A Acme's spend is not disclosed (bills.csv)."],
    ['2024-05', '#N/A Acme has no spend on record in 2024-05; on record: 2024-01, 2024-03.'],
    ['2023', '#N/A Acme has no spend on record in 2023; on record: 2024-01, 2024-03.'],
  ])('in %s is none: %s', (period, message) => {
    expect(problemOf(() => ask(book, period))).toBe(message);
  });

  it('that is not disclosed names the source of the latest month, and of several the first in the alphabet', () => {
    const hidden = (Month: string, Source: string) => ({ Month, Source, Spend: null, Basis: 'reported' });
    const sources = sampleBook({ clients: [hidden('2024-01', 'A'), hidden('2024-02', 'C'), hidden('2024-02', 'B')] });
    expect(problemOf(() => ask(sources, '2024'))).toBe("#N/A Acme's spend is not disclosed (B).");
  });

  it('may be negative or 0: credits and free months are on record', () => {
    const credits = sampleBook({ clients: [{ Spend: -5 }, { Spend: 5 }, { Month: '2024-02', Spend: -0.5 }] });
    expect(months(ask(credits, '2024'))).toEqual(['2024-01 0 EUR', '2024-02 -0.5 EUR']);
  });
});

describe('the conversion of a spend', () => {
  const book = sampleBook({
    clients: [
      { Month: '2024-01', Spend: 10 },
      { Month: '2024-01', Spend: 10, Currency: 'USD' },
      { Month: '2024-02', Spend: 10, Currency: 'USD' },
      { Month: '2024-03', Spend: 10, Currency: 'SEK' },
    ],
    rates: [
      { Month: '2024-01', Currency: 'USD', 'Units per EUR': 1.25 },
      { Month: '2024-02', Currency: 'USD', 'Units per EUR': 1.6 },
    ],
  });

  it("takes each month at that month's rate, and leaves alone what is in the currency already", () => {
    const figure = ask(book, '2024-01:2024-02', 'EUR');
    expect(months(figure)).toEqual(['2024-01 18 EUR', '2024-02 6.25 EUR']);
    expect(
      figure.months.map((month) =>
        month.conversions.map(({ amount, rate, converted }) => [
          formatExactly(amount),
          rate.rate.toFixed(),
          formatExactly(converted),
        ]),
      ),
    ).toEqual([[['10 USD', '0.8', '8 EUR']], [['10 USD', '0.625', '6.25 EUR']]]);
  });

  it('keeps what the rows have beside what it came to', () => {
    expect(ask(book, '2024-01', 'USD').months[0]?.amounts.map(formatExactly)).toEqual(['10 EUR', '10 USD']);
  });

  it('is not needed for a month in one currency, but names them where a month or a period has several', () => {
    expect(formatExactly(ask(book, '2024-02').total)).toBe('10 USD');
    expect(problemOf(() => ask(book, '2024-01'))).toBe('#VALUE! Spend on record is in EUR and USD: name a currency.');
    expect(problemOf(() => ask(book, '2024'))).toBe('#VALUE! Spend on record is in EUR, SEK and USD: name a currency.');
  });

  it('has no figure where one rate is missing, be it for one of many months', () => {
    expect(problemOf(() => ask(book, '2024', 'EUR'))).toBe('#N/A No SEK rate for 2024-03 in AIRates.');
  });

  it('asks for no table of rates where there is nothing to convert', () => {
    const withoutRates = sampleBook({ clients: [{ Spend: 10 }] });
    expect(formatExactly(ask(withoutRates, null, 'EUR').total)).toBe('10 EUR');
    expect(problemOf(() => ask(withoutRates, null, 'USD'))).toMatch(/^#N\/A This workbook has no table AIRates\./);
  });
});

describe('a broken row', () => {
  const book = sampleBook({
    clients: [
      { Month: '2024-01', Spend: 10 },
      { Month: '2024-02', Spend: 'abc' },
      { Month: '2024-03', Spend: 'abc', Vendor: 'Google' },
      { Month: '2024-03', Spend: 'abc', Basis: 'superseded' },
      { Month: 'soon', Spend: 1, Client: 'Beta' },
      { Month: 'soon', Spend: null, Client: 'Gamma' },
      { Month: '2024-01', Spend: 4, Client: 'Gamma' },
    ],
  });

  it.each([
    ['2024-01', ALL, '10 EUR'],
    ['2024-01', 'Microsoft', '10 EUR'],
  ])('in another month troubles no one who asks for %s with vendor %s', (period, vendor, expected) => {
    expect(formatExactly(ask(book, period, null, 'Acme', vendor).total)).toBe(expected);
  });

  it.each([
    [null, ALL, 'AIClients row 4: Spend is "abc", not a number.'],
    [null, 'Microsoft', 'AIClients row 3: Spend is "abc", not a number.'],
    ['2024', ALL, 'AIClients row 3: Spend is "abc", not a number.'],
    ['ttm', ALL, 'AIClients row 3: Spend is "abc", not a number.'],
  ])('stops who asks for %p with vendor %s: %s', (period, vendor, message) => {
    expect(problemOf(() => ask(book, period, null, 'Acme', vendor))).toBe(`#VALUE! ${message}`);
  });

  it('without a month could belong to any, unless it could not count', () => {
    expect(problemOf(() => ask(book, '2024-01', null, 'Beta'))).toMatch(/^#VALUE! AIClients row 6: Month is "soon"/);
    expect(formatExactly(ask(book, '2024-01', null, 'Gamma').total)).toBe('4 EUR');
  });

  it('leads to itself', () => {
    expect(() => ask(book)).toThrow(
      expect.objectContaining({ remedy: { kind: 'go-to-row', table: 'AIClients', row: 4 } }) as Error,
    );
  });
});
