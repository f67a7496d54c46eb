import { formatMonth } from '../../../src/domain/calendar/month';
import { parsePeriod } from '../../../src/domain/arguments/period';
import { quotient, share, type ShareFigure } from '../../../src/domain/figures/share';
import type { Book } from '../../../src/domain/ledger/book';
import { ALL } from '../../../src/domain/ledger/client-ledger';
import { Decimal } from '../../../src/domain/money/decimal';
import { formatExactly } from '../../../src/domain/money/money';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const ask = (book: Book, client = 'Acme', vendor: string | null = null, period: string | null = null): ShareFigure =>
  share(book, { client, vendor, period: parsePeriod(period) });
const shareOf = (...question: Parameters<typeof ask>): string => {
  const figure = ask(...question);
  return `${figure.kind} ${figure.share.toFixed()}`;
};
const stating = (value: number, more: Cells = {}): Cells => ({ Share: value, Basis: 'reported', ...more });

describe('a stated share', () => {
  it('is that of the latest month of the period that states one, and tells its rows', () => {
    const book = sampleBook({
      clients: [stating(0.2), stating(0.25, { Month: '2024-02', Source: 'Weekly' }), { Month: '2024-03' }],
    });
    const figure = ask(book, 'Acme', null, '2024');
    expect(figure).toMatchObject({ kind: 'stated', share: new Decimal(0.25), rows: [{ source: 'Weekly' }] });
    expect(figure.kind === 'stated' && formatMonth(figure.month)).toBe('2024-02');
  });

  it('counts also where no spend is disclosed', () => {
    expect(shareOf(sampleBook({ clients: [stating(0.33, { Spend: null, Currency: null })] }))).toBe('stated 0.33');
  });

  it('may be stated by several sources that agree, though their amounts do not', () => {
    expect(
      shareOf(sampleBook({ clients: [stating(0.2, { Source: 'A' }), stating(0.2, { Source: 'B', Spend: 7 })] })),
    ).toBe('stated 0.2');
  });

  it('is none where sources disagree on it, though their amounts agree', () => {
    expect(
      problemOf(() => ask(sampleBook({ clients: [stating(0.2, { Source: 'A' }), stating(0.3, { Source: 'B' })] }))),
    ).toBe(
      "#VALUE! Two sources disagree on Acme's share of Microsoft's AI revenue, 2024-01: 30% (B) and 20% (A). Mark one superseded.",
    );
  });

  it('of a superseded row does not count', () => {
    expect(shareOf(sampleBook({ clients: [stating(0.2), stating(0.3, { Basis: 'superseded' })] }))).toBe('stated 0.2');
  });

  it('waits for a broken row of a later month of the period, which may state another', () => {
    const book = sampleBook({ clients: [stating(0.2), stating(0.25, { Month: '2024-03', Spend: 'abc' })] });
    expect(problemOf(() => ask(book, 'Acme', null, '2024'))).toBe(
      '#VALUE! AIClients row 3: Spend is "abc", not a number.',
    );
    expect(shareOf(book, 'Acme', null, '2024-Q1:2024-02')).toBe('stated 0.2');
  });

  it('that is no fraction is a problem of its row', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [stating(15)] })))).toMatch(
      /^#VALUE! AIClients row 2: Share is 15, not a fraction from 0 to 1\./,
    );
  });
});

describe('a share that is worked out', () => {
  const rates = [{ Month: '2024-01', Currency: 'USD', 'Units per EUR': 1.25 }];

  it("is the client's spend over that of all clients of the vendor, month by month", () => {
    const book = sampleBook({
      clients: [
        { Spend: 30 },
        { Client: 'Beta', Spend: 50 },
        { Client: 'Beta', Month: '2024-02', Spend: 20 },
        { Client: 'Beta', Vendor: 'Google', Spend: 900 },
      ],
    });
    const figure = ask(book, 'Acme', null, '2024');
    if (figure.kind !== 'computed') {
      throw new Error('No source states it');
    }
    expect([formatExactly(figure.spend), formatExactly(figure.revenue), figure.share.toFixed()]).toEqual([
      '30 EUR',
      '100 EUR',
      '0.3',
    ]);
    expect([figure.clientMonths.length, figure.allMonths.length]).toEqual([1, 2]);
  });

  it('compares in euros where the amounts are in several currencies', () => {
    const book = sampleBook({
      clients: [
        { Spend: 25, Currency: 'USD' },
        { Client: 'Beta', Spend: 60 },
      ],
      rates,
    });
    expect(shareOf(book)).toBe('computed 0.25');
  });

  it('needs no rate where all amounts are in one other currency', () => {
    expect(
      shareOf(
        sampleBook({
          clients: [
            { Spend: 25, Currency: 'USD' },
            { Client: 'Beta', Spend: 75, Currency: 'USD' },
          ],
        }),
      ),
    ).toBe('computed 0.25');
  });

  it('leaves out rows without a vendor, above as below the line', () => {
    const book = sampleBook({ clients: [{ Spend: 50 }, { Spend: 50, Vendor: null }, { Client: 'Beta', Spend: 50 }] });
    expect([shareOf(book), shareOf(book, 'Acme', 'Microsoft'), shareOf(book, 'Beta')]).toEqual([
      'computed 0.5',
      'computed 0.5',
      'computed 0.5',
    ]);
  });

  it('of all clients is 1', () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 3 }, { Client: 'Beta', Spend: 7 }] }), ALL)).toBe('computed 1');
  });

  it('is none where the revenue comes to 0', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, { Client: 'Beta', Spend: -5 }] })))).toBe(
      '#DIV/0! The AI revenue of Microsoft comes to 0, so there is no share of it.',
    );
  });

  it("is none where another client's sources disagree: the revenue is in doubt", () => {
    const rivals = [4, 5].map((Spend) => ({ Client: 'Beta', Basis: 'reported', Spend, Source: `S${Spend}` }));
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, ...rivals] })))).toMatch(
      /^#VALUE! Two sources disagree on Beta/,
    );
  });
});

describe('the vendor', () => {
  it("is the client's only one where none is named, be its row broken", () => {
    expect(shareOf(sampleBook({ clients: [{}] }), 'Acme', '*')).toBe('computed 1');
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 'abc' }] })))).toMatch(/row 2: Spend is "abc"/);
  });

  it('must be named where the client has several', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{}, { Vendor: 'Google' }] })))).toBe(
      '#VALUE! Acme pays Google and Microsoft: name a vendor.',
    );
    expect(problemOf(() => ask(sampleBook({ clients: [{}, { Client: 'Beta', Vendor: 'Google' }] }), ALL))).toBe(
      '#VALUE! "*" pays Google and Microsoft: name a vendor.',
    );
  });

  it('must be on record', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{ Vendor: null }] })))).toBe(
      '#VALUE! AIClients names no vendor that Acme pays. Fill in its column Vendor.',
    );
  });
});

describe('the quotient of two amounts', () => {
  it('keeps 34 digits', () => {
    expect(quotient(new Decimal(1), new Decimal(3)).toFixed()).toBe(`0.${'3'.repeat(34)}`);
  });

  it('is none where the revenue is 0', () => {
    expect(problemOf(() => quotient(new Decimal(1), new Decimal(0)))).toBe(
      '#DIV/0! The revenue is 0, so there is no share of it.',
    );
  });
});
