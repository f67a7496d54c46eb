import { checkClientRows, moneyOf, type SpendRow } from '../../../src/domain/ledger/client-rows';
import { atOnce } from '../../../src/domain/ledger/steps';
import { Decimal } from '../../../src/domain/money/decimal';
import { formatExactly } from '../exact-amount';
import { clientRow, tableOf, type Cells } from '../sample-book';

const check = (cells: Cells) => atOnce(checkClientRows(tableOf('AIClients', [clientRow(cells)])));
const sound = (cells: Cells) => check(cells).sound[0];
const broken = (cells: Cells) => check(cells).broken[0];

describe('a sound row', () => {
  it('has every cell made plain', () => {
    expect(
      sound({
        Client: ' ByteDance ',
        Service: 'Azure',
        Month: 45626,
        Spend: 20_000_000,
        Currency: 'eur',
        Share: 0.15,
        Basis: ' Reported ',
        Note: 7,
      }),
    ).toEqual({
      row: 2,
      client: 'ByteDance',
      vendor: 'Microsoft',
      service: 'Azure',
      month: 2024 * 12 + 10,
      spend: { amount: 20_000_000, currency: 'EUR' },
      share: new Decimal(0.15),
      basis: 'reported',
      source: 'bills.csv',
      note: '7',
      more: {
        complete: true,
        spend: null,
        share: null,
        shareOf: '',
        team: '',
        model: '',
        quantity: null,
        unit: '',
      },
    });
  });

  it('has what the optional columns hold', () => {
    const cells = { 'Spend low': 5, Spend: null, 'Share high': 0.25, 'Share of': 'Azure', Complete: 'No', Team: 'Ads' };
    expect(sound({ ...cells, Model: 'gpt', Quantity: 3, Unit: 'tokens' })?.more).toEqual({
      complete: false,
      spend: { low: 5, high: null, currency: 'EUR' },
      share: { low: null, high: 0.25 },
      shareOf: 'Azure',
      team: 'Ads',
      model: 'gpt',
      quantity: 3,
      unit: 'tokens',
    });
  });

  it('of a table of the first version, which has none of them, is as before', () => {
    const { rows, ...table } = tableOf('AIClients', [clientRow({})]);
    const old = { ...table, header: table.header.slice(0, 10), rows: rows.map((row) => row.slice(0, 10)) };
    expect(atOnce(checkClientRows(old)).sound[0]).toEqual(sound({}));
  });

  it('is billed where it does not say', () => {
    expect(sound({ Basis: null })?.basis).toBe('billed');
  });

  it('tells an amount that is not disclosed from 0', () => {
    expect(sound({ Spend: null, Currency: null })?.spend).toBeNull();
    expect(sound({ Spend: 0 })?.spend).toEqual({ amount: 0, currency: 'EUR' });
  });

  it('needs no currency where it has no spend', () => {
    expect(sound({ Spend: null, Currency: 'EURO' })?.spend).toBeNull();
  });

  it('may have a spend that nobody can read where it is superseded: it never counts', () => {
    expect(sound({ Spend: 'about 5', Basis: 'superseded' })?.spend).toBeNull();
  });

  it('keeps what is wrong with its share, which only questions about shares need', () => {
    expect(sound({ Share: 15 })?.share).toBe(
      'Share is 15, not a fraction from 0 to 1. Write fifteen percent as 15% or 0.15.',
    );
    expect([sound({ Share: 0 })?.share, sound({ Share: 1 })?.share]).toEqual([new Decimal(0), new Decimal(1)]);
  });

  it('has its amount exact, as the cell shows it', () => {
    expect(formatExactly(moneyOf(sound({ Spend: 0.1 }) as SpendRow))).toBe('0.1 EUR');
  });
});

describe('a broken row', () => {
  it.each<[Cells, string]>([
    [{ Client: null }, 'Client is blank.'],
    [{ Client: '*' }, 'Client is "*", which means all of them in a formula. Write a name.'],
    [{ Vendor: ' ＊ ' }, 'Vendor is "*", which means all of them in a formula. Write a name.'],
    [{ Client: '\u200b' }, 'Client is blank.'],
    [{ Complete: 'maybe' }, 'Complete is "maybe". Use yes or no.'],
    [{ 'Spend low': 5 }, 'Spend and Spend low are both filled in. Keep one of them.'],
    [{ Spend: null, 'Spend high': 'much' }, 'Spend high is "much", not a number.'],
    [{ Spend: null, 'Spend low': 5, 'Spend high': 4 }, 'Spend low (5) is more than Spend high (4).'],
    [{ Spend: null, 'Spend low': 5, Currency: null }, 'Currency is blank.'],
    [{ Quantity: 'many' }, 'Quantity is "many", not a number.'],
    [{ Basis: 'guess' }, 'Basis is "guess". Use billed, accepted, reported or superseded.'],
    [{ Month: null }, 'Month is blank.'],
    [{ Month: 'soon' }, 'Month is "soon", not a date or a month such as 2024-11.'],
    [{ Month: 2024 }, 'Month is 2024, not a date or a month such as 2024-11.'],
    [{ Spend: 'abc' }, 'Spend is "abc", not a number.'],
    [{ Spend: '1.000,50' }, 'Spend is "1.000,50", not a number. It is stored as text: convert it to a number.'],
    [{ Spend: true }, 'Spend is TRUE, not a number.'],
    [{ Spend: '#REF!' }, 'Spend is "#REF!", not a number.'],
    [{ Currency: null }, 'Currency is blank.'],
    [{ Currency: 'EURO' }, 'Currency is "EURO", not an ISO 4217 code such as EUR.'],
    [{ Currency: 978 }, 'Currency is 978, not an ISO 4217 code such as EUR.'],
  ])('%p says: %s', (cells, problem) => {
    expect(broken(cells)?.problem).toBe(problem);
  });

  it('keeps what can be read, so that only questions that need it are troubled', () => {
    expect(broken({ Client: 'Beta', Vendor: 'Google', Month: '2024-03', Spend: 'abc' })).toMatchObject({
      row: 2,
      client: 'Beta',
      vendor: 'Google',
      month: 2024 * 12 + 2,
    });
    expect(broken({ Client: null })?.client).toBeNull();
    expect(broken({ Month: 'soon' })?.month).toBeNull();
  });

  it.each<[could: boolean, states: boolean, cells: Cells]>([
    [true, false, {}],
    [true, true, { Share: 0.5 }],
    [false, true, { Spend: null, Share: 0.5 }],
    [false, false, { Spend: null }],
    [false, false, { Basis: 'superseded', Share: 0.5 }],
  ])('could count as a spend: %p, may state a share: %p, where it has no month and %p', (could, states, cells) => {
    expect(broken({ ...cells, Month: null })).toMatchObject({ couldCount: could, hasShare: states });
  });
});

it('every row is sound or broken, and none is dropped', () => {
  const rows = [{}, { Client: null }, { Month: 'x' }, { Spend: null }, { Basis: 'superseded' }].map(clientRow);
  const { sound: good, broken: bad } = atOnce(checkClientRows(tableOf('AIClients', rows)));
  expect([...good, ...bad].map((row) => row.row).sort()).toEqual([2, 3, 4, 5, 6]);
});
