import fc from 'fast-check';
import { splitShared, type SharedRow, type SplitKey } from '../../../src/domain/figures/shared-cost';
import { Decimal, sum } from '../../../src/domain/money/decimal';
import { sampleBook, type Cells } from '../sample-book';

const BY_SPEND: SplitKey = { kind: 'spend', vendors: 'same' };
const RATES = [{ Month: '2024-01', Currency: 'USD', 'Units per EUR': 1.25, Source: 'ECB' }];

const split = (clients: readonly Cells[], key: SplitKey = BY_SPEND): SharedRow[] =>
  splitShared(sampleBook({ clients, rates: RATES }), key);
const parts = (rows: readonly SharedRow[]): string[] =>
  rows.flatMap((row) => row.parts.map(({ client, amount }) => `${client} ${amount.toFixed()}`));
const fixed = (...of: readonly (readonly [string, number])[]): SplitKey => ({
  kind: 'fixed',
  parts: of.map(([client, part]) => ({ client, part: new Decimal(part) })),
});

const THREE: Cells[] = [
  { Client: 'Acme', Spend: 600 },
  { Client: 'Beta', Spend: 300 },
  { Client: 'Corp', Spend: 100 },
];
const SHARED: Cells = { Client: 'Shared', Spend: 100 };

describe('shared cost', () => {
  it('is split by spend, in equal parts, or by fixed parts, to the cent, and says how', () => {
    const [row] = split([SHARED, ...THREE]);
    expect(parts([row!])).toEqual(['Acme 60', 'Beta 30', 'Corp 10']);
    expect(row?.parts[0]?.note).toBe(
      'Split from shared by spend: 60.00 of 100.00 EUR (600.00 of 1,000.00 EUR with Microsoft in 2024-01).',
    );
    expect(row?.said).toBe('100.00 EUR in 2024-01');
    const equal = split([{ ...SHARED, Note: 'support' }, ...THREE], { kind: 'equal', vendors: 'all' });
    expect(parts(equal)).toEqual(['Acme 33.34', 'Beta 33.33', 'Corp 33.33']);
    expect(equal[0]?.parts[1]?.note).toBe(
      'Split from shared in equal parts: 33.33 of 100.00 EUR (1 of 3 clients in 2024-01). support',
    );
    const byParts = split([SHARED, ...THREE], fixed(['beta', 2], ['Acme', 1]));
    expect(parts(byParts)).toEqual(['Acme 33.33', 'Beta 66.67']);
    expect(byParts[0]?.parts[1]?.note).toBe('Split from shared by fixed parts: 66.67 of 100.00 EUR (part 2 of 3).');
  });

  it('is split by quantity, whatever the size of the unit, and takes its own quantity along', () => {
    const rows = split(
      [
        { ...SHARED, Quantity: 10, Unit: 'seats' },
        { Client: 'Acme', Quantity: 2, Unit: '1M tokens' },
        { Client: 'Beta', Quantity: 1_000_000, Unit: 'tokens' },
        { Client: 'Corp' },
      ],
      { kind: 'quantity', vendors: 'same' },
    );
    expect(parts(rows)).toEqual(['Acme 66.67', 'Beta 33.33']);
    expect(rows[0]?.parts.map(({ quantity }) => quantity?.toFixed())).toEqual(['7', '3']);
    expect(rows[0]?.parts[0]?.note).toContain('(2,000,000 of 3,000,000 tokens with Microsoft in 2024-01)');
  });

  it('weighs spends in several currencies at the rates of the month, and keeps its own currency', () => {
    const rows = split([
      { ...SHARED, Currency: 'USD' },
      { Client: 'Acme', Spend: 100, Currency: 'EUR' },
      { Client: 'Beta', Spend: 125, Currency: 'USD' },
    ]);
    expect(parts(rows)).toEqual(['Acme 50', 'Beta 50']);
    const yen = split([{ ...SHARED, Spend: 100, Currency: 'JPY' }, ...THREE], { kind: 'equal', vendors: 'same' });
    expect(parts(yen)).toEqual(['Acme 34', 'Beta 33', 'Corp 33']);
  });

  it('goes to those with the same vendor in the month, or to all of the month', () => {
    const rows = [SHARED, { Client: 'Acme', Spend: 1 }, { Client: 'Beta', Vendor: 'OpenAI', Spend: 3 }];
    expect(parts(split(rows))).toEqual(['Acme 100']);
    expect(parts(split(rows, { kind: 'spend', vendors: 'all' }))).toEqual(['Acme 25', 'Beta 75']);
  });

  it('that is a credit is split as one, and digits below a cent are kept', () => {
    expect(parts(split([{ ...SHARED, Spend: -100 }, ...THREE]))).toEqual(['Acme -60', 'Beta -30', 'Corp -10']);
    expect(parts(split([{ ...SHARED, Spend: 0.0004 }, ...THREE]))).toEqual(['Acme 0.0003', 'Beta 0.0001']);
  });

  it('weighs neither claims nor parts of earlier splits, so the order of splits does not matter', () => {
    const claim = { Client: 'Corp', Spend: 9e9, Basis: 'reported' };
    const part = { Client: 'Beta', Spend: 500, Note: 'Split from shared by spend: 500.00 of 900.00 EUR (x).' };
    expect(parts(split([SHARED, ...THREE.slice(0, 2), claim, part]))).toEqual(['Acme 66.67', 'Beta 33.33']);
    expect(split([{ ...claim, Client: 'shared' }, ...THREE])).toEqual([]);
  });

  it.each<[string, Cells[], SplitKey, string]>([
    [
      'no other client',
      [SHARED],
      BY_SPEND,
      'No other client has a bill with Microsoft in 2024-01. Let all vendors count',
    ],
    [
      'spends of nothing',
      [SHARED, { Client: 'Acme', Spend: 0 }],
      { kind: 'spend', vendors: 'all' },
      'The other clients have no spend in 2024-01 to split by. Split it in equal parts or by fixed parts.',
    ],
    [
      'no quantity',
      [SHARED, ...THREE],
      { kind: 'quantity', vendors: 'same' },
      'have no quantity with Microsoft in 2024-01',
    ],
    [
      'a credit',
      [SHARED, ...THREE, { Client: 'Dust', Spend: -5 }],
      BY_SPEND,
      'Dust’s spend with Microsoft in 2024-01 is less than 0',
    ],
    [
      'an amount not disclosed',
      [SHARED, { Client: 'Acme', Spend: null }],
      BY_SPEND,
      'Acme’s spend with Microsoft in 2024-01 is not disclosed.',
    ],
    [
      'a row that cannot be read',
      [SHARED, ...THREE, { Client: 'Dust', Spend: 'abc' }],
      BY_SPEND,
      'AIClients row 6: Spend is "abc", not a number.',
    ],
    ['a rate that is missing', [{ ...SHARED, Currency: 'BRL' }, ...THREE], BY_SPEND, 'No BRL rate for 2024-01'],
    [
      'unlike units',
      [SHARED, { Quantity: 1, Unit: 'seats' }, { Quantity: 1, Unit: 'tokens' }],
      { kind: 'quantity', vendors: 'same' },
      'Quantities with Microsoft in 2024-01 are in seats and tokens',
    ],
    ['an amount of nothing', [{ ...SHARED, Spend: 0 }, ...THREE], BY_SPEND, 'Its amount is 0'],
    ['no amount', [{ ...SHARED, Spend: null }, ...THREE], BY_SPEND, 'It has no amount to split.'],
    ['a share', [{ ...SHARED, Share: 0.1 }, ...THREE], BY_SPEND, 'It states a share of revenue'],
    ['an amount that cannot be read', [{ ...SHARED, Spend: 'x' }, ...THREE], BY_SPEND, 'Spend is "x", not a number.'],
  ])('stays whole and says why: %s', (_, rows, key, reason) => {
    const [row, ...others] = split(rows, key);
    expect([row?.parts, others]).toEqual([[], []]);
    expect(row?.reason).toContain(reason);
  });

  it.each<[SplitKey, string]>([
    [fixed(), 'Name the clients with their parts'],
    [fixed(['Acm', 1]), 'No client "Acm" in AIClients. Did you mean "Acme"?'],
    [fixed(['Acme', 0]), 'Acme’s part is 0. Parts are more than 0.'],
    [fixed(['Acme', 1], ['ACME ', 1]), 'ACME  is named twice.'],
    [fixed(['Shared', 1]), 'cannot be split onto "shared"'],
  ])('is not split by fixed parts that are none', (key, message) => {
    expect(() => split([SHARED, ...THREE], key)).toThrow(message);
  });

  it('adds up to the last digit, for any amounts, weights and currencies, in any order of rows', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => cents / 100);
    const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');
    const clients = fc.array(
      fc.record({
        Client: fc.constantFrom('Acme', 'Beta', 'Corp', 'Dust', 'Echo'),
        Vendor: fc.constantFrom('Microsoft', 'OpenAI'),
        Spend: amount.map(Math.abs),
        Currency: fc.constantFrom('EUR', 'USD'),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const key = fc.constantFrom<SplitKey>(
      BY_SPEND,
      { kind: 'equal', vendors: 'all' },
      { kind: 'spend', vendors: 'all' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, currency), { minLength: 1 }), clients, key, (shared, others, by) => {
        const rows = shared.map(([Spend, Currency]) => ({ Client: 'shared', Spend, Currency }));
        const found = split([...rows, ...others], by);
        expect(found.length).toBe(rows.length);
        found.forEach(({ parts: of, reason }, at) => {
          expect(of.length === 0).toBe(reason !== '');
          if (of.length > 0) {
            expect(sum(of.map((part) => part.amount)).toNumber()).toBe(rows[at]!.Spend);
          }
        });
        const turned = split([...rows, ...[...others].reverse()], by);
        expect(parts(turned)).toEqual(parts(found));
      }),
    );
  });
});
