import { checkPrices } from '../../../src/domain/figures/price-check';
import { problemOf, sampleBook, type Cells, type SampleTables } from '../sample-book';

const MILLION = 1_000_000;

const price = (Model: string, Kind: string, Price: number, more: Cells = {}): Cells => ({
  Provider: 'lucerne',
  Model,
  Kind,
  Price,
  Per: MILLION,
  Unit: 'tokens',
  Currency: 'USD',
  ...more,
});

const PRICES: readonly Cells[] = [
  price('lucerne-2', 'input', 5),
  price('lucerne-2', 'output', 20, { From: '2025-01-01' }),
  price('lucerne-2', 'output', 25, { From: '2025-06-10' }),
  price('lucerne-2', 'cache read', 0.2),
];

const used = (Unit: string, Quantity: number, Spend: number, more: Cells = {}): Cells => ({
  Vendor: 'Lucerne',
  Month: '2025-05',
  Spend,
  Currency: 'USD',
  Model: 'lucerne-2',
  Quantity,
  Unit,
  ...more,
});

function lines(tables: SampleTables): string[] {
  const { models, unchecked } = checkPrices(sampleBook({ prices: PRICES, ...tables }));
  return [
    ...models.map(
      ({ model, rows, billed, atList, currency }) =>
        `${model}: ${rows} rows, ${billed.toFixed()} beside ${atList.toFixed()} ${currency}`,
    ),
    ...unchecked.map(({ model, rows, reason }) => `${model}: ${rows} not, ${reason}`),
  ];
}

describe('bills beside list prices', () => {
  it('are compared by model, at the prices of each month and direction', () => {
    const clients = [
      used('input tokens', 8.4 * MILLION, 40),
      used('1M output tokens', 2, 44),
      used('cache read tokens', 50 * MILLION, 10),
      used('output tokens', MILLION, 25, { Month: '2025-07', Client: 'Other' }),
    ];
    expect(lines({ clients })).toEqual(['lucerne-2: 4 rows, 119 beside 117 USD']);
  });

  it('in another currency are compared at the mean rate of the month', () => {
    const rates = [{ Month: '2025-05', Currency: 'USD', 'Units per EUR': 1.25 }];
    const clients = [used('input tokens', MILLION, 4, { Currency: 'EUR' })];
    expect(lines({ clients, rates })).toEqual(['lucerne-2: 1 rows, 4 beside 4 EUR']);
    expect(lines({ clients, rates: [] })[0]).toMatch(/^lucerne-2: 1 not, No USD rate for 2025-05/);
  });

  it('are told with the reason where no one price holds', () => {
    const clients = [
      used('tokens', 10, 1),
      used('tokens', 20, 1),
      used('requests', 10, 1),
      used('', 10, 1),
      used('input tokens', 10, 0),
      used('output tokens', 10, 1, { Month: '2025-06' }),
      used('output tokens', 10, 1, { Month: '2024-12' }),
      used('input tokens', 10, 1, { Model: 'lucerne-9' }),
    ];
    expect(lines({ clients }).map((line) => line.replace(/(?<=\. ).*$/, ''))).toEqual([
      'lucerne-2: 2 not, The unit does not say which way the tokens go. ',
      'lucerne-2: 1 not, The output price of lucerne-2 on 2024-12-01 is not known: prices of it are on record from 2025-01-01 on.',
      'lucerne-2: 1 not, The quantity is in "requests", not in tokens.',
      'lucerne-2: 1 not, The quantity has no unit.',
      'lucerne-2: 1 not, They are billed at 0: free, or paid for in advance.',
      'lucerne-2: 1 not, The output price of lucerne-2 changes on 2025-06-10: name a day of 2025-06.',
      'lucerne-9: 1 not, No model "lucerne-9" in AIPrices. ',
    ]);
  });

  it('take the prices of the vendor, where it is a provider; else all providers have to agree', () => {
    const prices = [...PRICES, price('lucerne-2', 'input', 6, { Provider: 'reseller' })];
    const clients = [used('input tokens', MILLION, 7, { Vendor: 'Reseller' })];
    expect(lines({ prices, clients })).toEqual(['lucerne-2: 1 rows, 7 beside 6 USD']);
    expect(lines({ prices, clients: [used('input tokens', MILLION, 7, { Vendor: 'Cloud' })] })[0]).toMatch(
      /^lucerne-2: 1 not, AIPrices has two input prices of lucerne-2/,
    );
  });

  it('leave out claims, superseded rows and rows without a model, a quantity or a spend', () => {
    const clients = [
      used('input tokens', MILLION, 5, { Basis: 'reported' }),
      used('input tokens', MILLION, 5, { Basis: 'superseded' }),
      used('input tokens', MILLION, 5, { Model: null }),
      { Spend: 5, Model: 'lucerne-2' },
      used('input tokens', MILLION, 5, { Spend: null }),
    ];
    expect(lines({ clients })).toEqual([]);
  });

  it('need the table of prices', () => {
    const book = sampleBook({ clients: [used('input tokens', 1, 1)] });
    expect(problemOf(() => checkPrices(book))).toMatch(/^#N\/A This workbook has no table AIPrices/);
  });
});
