import { formatMonth } from '../../../src/domain/calendar/month';
import { parsePeriod } from '../../../src/domain/arguments/period';
import { quotient } from '../../../src/domain/figures/quotient';
import { share, type ShareFigure } from '../../../src/domain/figures/share';
import type { Book } from '../../../src/domain/ledger/book';
import { ALL } from '../../../src/domain/ledger/name-key';
import { Decimal } from '../../../src/domain/money/decimal';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const ask = (book: Book, client = 'Acme', vendor: string | null = null, period: string | null = null): ShareFigure =>
  share(book, { client, vendor, period: parsePeriod(period), of: null, bound: null });
const shareOf = (...question: Parameters<typeof ask>): string => {
  const figure = ask(...question);
  return `${figure.kind} ${figure.share.toFixed()}`;
};
const stating = (value: number, more: Cells = {}): Cells => ({ Share: value, Basis: 'reported', ...more });

describe('a stated share', () => {
  it('is, over several months of which no revenue is known, that of the latest month that states one, and tells its rows', () => {
    const undisclosed = { Spend: null, Currency: null };
    const book = sampleBook({
      clients: [
        stating(0.2, undisclosed),
        stating(0.25, { ...undisclosed, Month: '2024-02', Source: 'Weekly' }),
        { Month: '2024-03' },
      ],
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
      "#VALUE! Two sources disagree on Acme's share of Microsoft's AI revenue, 2024-01: 30% (B) and 20% (A). Mark one superseded, or one accepted.",
    );
  });

  it('of a superseded row does not count', () => {
    expect(shareOf(sampleBook({ clients: [stating(0.2), stating(0.3, { Basis: 'superseded' })] }))).toBe('stated 0.2');
  });

  it('waits for a broken row of a later month of the period, which may state another', () => {
    const book = sampleBook({
      clients: [stating(0.2, { Spend: null, Currency: null }), stating(0.25, { Month: '2024-03', Spend: 'abc' })],
    });
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
  /** A client by whose share the revenue of a month is known: 100. */
  const known = (more: Cells = {}): Cells => ({ Client: 'Beta', Spend: 50, Share: 0.5, ...more });

  it("is the client's spend over the revenue that others' shares imply", () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 30 }, known()] }))).toBe('computed 0.3');
  });

  it('is, over several months, spends over revenues of the months that have both', () => {
    const book = sampleBook({
      clients: [
        { Spend: 30 },
        known(),
        { Month: '2024-02', Spend: 20 },
        known({ Month: '2024-02', Spend: 10, Share: 0.1 }),
        { Month: '2024-03', Spend: 900 },
        known({ Month: '2024-04' }),
      ],
    });
    const figure = ask(book, 'Acme', null, '2024');
    if (figure.kind !== 'computed') {
      throw new Error('No source states it');
    }
    expect([formatExactly(figure.spend), formatExactly(figure.revenue), figure.share.toFixed()]).toEqual([
      '50 EUR',
      '200 EUR',
      '0.25',
    ]);
    expect(figure.months).toHaveLength(2);
  });

  it('is of what AIRevenue states, of a yearly run rate a twelfth', () => {
    const revenue = [{ Vendor: 'Microsoft', Month: '2024-01', Revenue: 1200, Currency: 'EUR', Per: 'year' }];
    expect(shareOf(sampleBook({ clients: [{ Spend: 30 }], revenue }))).toBe('computed 0.3');
  });

  it('compares in euros where the amounts are in several currencies', () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 25, Currency: 'USD' }, known()], rates }))).toBe('computed 0.2');
  });

  it('needs no rate where all amounts are in one other currency', () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 25, Currency: 'USD' }, known({ Currency: 'USD' })] }))).toBe(
      'computed 0.25',
    );
  });

  it('leaves out rows without a vendor', () => {
    const clients = [{ Spend: 50 }, { Spend: 50, Vendor: null }, known()];
    expect(shareOf(sampleBook({ clients }))).toBe('computed 0.5');
  });

  it('of all clients is that of all that they spent', () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 30 }, known()] }), ALL)).toBe('computed 0.8');
  });

  it('is none where the revenue comes to 0', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, known({ Spend: 0 })] })))).toBe(
      "#DIV/0! Microsoft's AI revenue comes to 0, so there is no share of it.",
    );
  });

  it('is none where the sources of the client that states a share disagree: the revenue is in doubt', () => {
    const rivals = [4, 5].map((Spend) => known({ Basis: 'reported', Spend, Source: `S${Spend}` }));
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }, ...rivals] })))).toMatch(
      /^#VALUE! Two sources disagree on Beta/,
    );
  });

  it('is none where no revenue is on record', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [{ Spend: 5 }] })))).toBe(
      "#N/A No source states Acme's share of Microsoft's AI revenue, and its revenue is not on record. " +
        'AICLIENTS shows shares of what is on record.',
    );
  });
});

describe('a share that is stated beside spend and revenue', () => {
  const revenue = [{ Vendor: 'Microsoft', Month: '2024-01', Revenue: 160, Currency: 'EUR', Per: 'month' }];

  it('is none where they contradict it, naming all three', () => {
    const clients = [stating(0.15, { Spend: 20, Source: 'Weekly' })];
    expect(problemOf(() => ask(sampleBook({ clients, revenue })))).toBe(
      "#VALUE! Sources disagree on Acme's share of Microsoft's AI revenue, 2024-01: 15% is stated (Weekly), but 20.00 EUR of " +
        '160.00 EUR is 12.5%. Mark the share superseded to have it worked out, or a row of the spend or of the revenue.',
    );
  });

  it('is worked out once it is superseded, so that share x revenue = spend', () => {
    expect(shareOf(sampleBook({ clients: [{ Spend: 20 }, stating(0.13, { Basis: 'superseded' })], revenue }))).toBe(
      'computed 0.125',
    );
  });

  it('stands as it is where it is the only one', () => {
    expect(shareOf(sampleBook({ clients: [stating(0.13, { Spend: 20 })] }))).toBe('stated 0.13');
  });
});

describe('what a share is a share of', () => {
  const azure = stating(0.25, { 'Share of': 'Azure OpenAI revenue' });

  it('is the only thing that is on record, or what is named', () => {
    expect(shareOf(sampleBook({ clients: [azure] }))).toBe('stated 0.25');
    const both = sampleBook({ clients: [azure, stating(0.2)] });
    const of = (whole: string): string =>
      share(both, { client: 'Acme', vendor: null, period: parsePeriod(null), of: whole, bound: null }).share.toFixed();
    expect([of('azure openai'), of('Azure OpenAI revenue'), of('AI revenue')]).toEqual(['0.25', '0.25', '0.2']);
  });

  it('must be named where shares of several things are', () => {
    expect(problemOf(() => ask(sampleBook({ clients: [azure, stating(0.2)] })))).toBe(
      '#VALUE! Acme\'s share is on record of "AI revenue" and "Azure OpenAI revenue": name one as "of".',
    );
  });
});

describe('the vendor', () => {
  it("is the client's only one where none is named, be its row broken", () => {
    expect(shareOf(sampleBook({ clients: [stating(1)] }), 'Acme', '*')).toBe('stated 1');
    const superseded = { Vendor: 'Google', Basis: 'superseded' };
    expect(shareOf(sampleBook({ clients: [stating(1), superseded] }))).toBe('stated 1');
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

describe('a bound of a share', () => {
  const told = (client: Cells, revenue: Cells, bound: 'low' | 'high' | null): string => {
    const book = sampleBook({
      clients: [{ Spend: null, ...client }],
      revenue: [
        { Vendor: 'Microsoft', Month: '2024-01', Currency: 'EUR', Per: 'month', Basis: 'reported', ...revenue },
      ],
    });
    const figure = share(book, { client: 'Acme', vendor: null, period: parsePeriod('2024-01'), of: null, bound });
    return `${figure.share.toFixed()}${figure.kind === 'computed' && figure.isLimited ? ', limited' : ''}`;
  };

  it('is no more than the whole and no less than nothing', () => {
    const spend = { 'Spend low': 30, 'Spend high': 120 };
    expect(told(spend, { Revenue: 100 }, 'high')).toBe('1, limited');
    expect(told(spend, { Revenue: 100 }, 'low')).toBe('0.3');
    expect(told({ Spend: 60 }, { 'Revenue low': 50, 'Revenue high': 200 }, 'high')).toBe('1, limited');
    expect(told({ 'Spend low': -10, 'Spend high': 20 }, { Revenue: 100 }, 'low')).toBe('0, limited');
    expect(told({ 'Spend low': 5 }, { Revenue: 100 }, 'high')).toBe('1, limited');
  });

  it('is that of the points where only points are known, and where bounds leave nothing else', () => {
    for (const bound of ['low', 'high', null] as const) {
      expect(told({ Spend: 150 }, { Revenue: 100 }, bound)).toBe('1.5');
      expect(told({ Spend: -5 }, { Revenue: 100 }, bound)).toBe('-0.05');
    }
    expect(told({ 'Spend low': 150, 'Spend high': 200 }, { Revenue: 100 }, 'high')).toBe('2');
  });
});
