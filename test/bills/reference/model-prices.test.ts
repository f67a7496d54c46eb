import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedPrices } from '../../../scripts/genai-prices';
import { listPrices } from '../../../src/bills/reference/list-prices';
import { modelPrices } from '../../../src/bills/reference/model-prices';
import { price } from '../../../src/domain/figures/price';
import { bookOf } from '../../../src/domain/ledger/book';
import { PriceTable } from '../../../src/domain/ledger/prices-table';
import { TABLES } from '../../../src/domain/ledger/tables';
import { problemOf, sampleBook } from '../../domain/sample-book';
import { describeWithData, sharedData } from '../../shared-data';

const header = TABLES.AIPrices.columns.map(({ name }) => name);
const table = { name: 'AIPrices', firstRow: 2, header, rows: modelPrices().rows } as const;
const none = { AIClients: null, AIRevenue: null, AIReturns: null, AIRates: null, AIBudgets: null };
const book = bookOf({ tables: { ...none, AIPrices: table }, fiscalYearStart: null });

/** What a million tokens in and a million out cost. */
const both = (model: string, provider: string, date: string): string =>
  ['input', 'output']
    .map((kind) => price(book, { model, kind, date, currency: null, provider }).price.amount)
    .reduce((sum, amount) => sum.plus(amount))
    .toFixed(2);

describe('the model prices that ship', () => {
  it('can all be read, none of them twice', () => {
    const { prices, broken } = PriceTable.of(table);
    expect(broken).toEqual([]);
    expect(prices.length).toBeGreaterThan(3000);
    const keys = prices.map(({ provider, model, kind, from, note }) => [provider, model, kind, from, note].join('\n'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['o3', 'openai', '2025-06-09', '50.00'],
    ['o3', 'openai', '2025-06-10', '10.00'],
    ['claude-sonnet-5', 'anthropic', '2026-08-31', '12.00'],
    ['claude-sonnet-5', 'anthropic', '2026-09-01', '18.00'],
  ])('%s of %s cost on %s, a million tokens in and out, %s USD', (model, provider, date, expected) => {
    expect(both(model, provider, date)).toBe(expected);
  });

  it('tell of prices by the time of day, and never take one for the other', () => {
    const question = { model: 'deepseek-chat', kind: 'input', date: null, currency: null, provider: 'deepseek' };
    expect(problemOf(() => price(book, question))).toMatch(
      /^#VALUE! AIPrices has two input prices of deepseek-chat: 0\.135 USD \(deepseek, at other times of the day.*0\.27 USD \(deepseek, from 00:30 to 16:30 UTC/,
    );
  });

  it('are of no use to a workbook that has not loaded them, and it is told so', () => {
    const question = { model: 'o3', kind: 'input', date: null, currency: null, provider: null };
    expect(problemOf(() => price(sampleBook({}), question))).toBe(
      '#N/A This workbook has no table AIPrices. Load model prices in the AI Spend pane, or type prices of your own.',
    );
  });
});

describeWithData('the file of genai-prices', () => {
  const file = path.join(sharedData, 'prices/genai-prices_v2_data_slim.json');

  it('is what the shipped prices are made of', () => {
    expect(shippedPrices(JSON.parse(readFileSync(file, 'utf8')))).toEqual(listPrices);
  });

  it('is refused where it has a kind of price that AIPrices has no name for', () => {
    const models = [{ id: 'm', prices: { smells_mtok: 1 } }];
    expect(() => shippedPrices([{ id: 'p', models }])).toThrow('m has a price "smells_mtok"');
  });
});
