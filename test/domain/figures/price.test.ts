import { formatExactly } from '../exact-amount';
import { price } from '../../../src/domain/figures/price';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const row = (cells: Cells): Cells => ({
  Provider: 'openai',
  Model: 'o3',
  Kind: 'input',
  Price: 2,
  Per: 1_000_000,
  Unit: 'tokens',
  Currency: 'USD',
  ...cells,
});

function told(prices: readonly Cells[], kind = 'input', provider: string | null = null): string {
  const ask = (): string =>
    formatExactly(price(sampleBook({ prices }), { model: 'o3', kind, date: null, currency: null, provider }).price);
  try {
    return ask();
  } catch {
    return problemOf(ask);
  }
}

describe('a model of which a row is broken', () => {
  const broken = row({ Price: 'free' });
  const refused = '#VALUE! AIPrices row 2: Price is "free", not a number.';

  it('has no price of what the row may be', () => {
    expect(told([broken])).toBe(refused);
    expect(told([broken, row({})], 'input', 'OpenAI')).toBe(refused);
    expect(told([row({ Price: 'free', Provider: null }), row({})], 'input', 'azure')).toBe(refused);
  });

  it('is told by what the row is where another kind or provider is asked for', () => {
    expect(told([broken], 'output')).toBe('#N/A AIPrices has no "output" price of o3; it has "input".');
    expect(told([broken, row({ Kind: 'output' })], 'output')).toBe('2 USD');
    expect(told([broken], 'input', 'opnai')).toBe('#N/A No provider "opnai" in AIPrices of o3. Did you mean "openai"?');
    expect(told([broken, row({ Provider: 'azure' })], 'output', 'openai')).toBe(
      '#N/A AIPrices has no "output" price of o3; it has "input".',
    );
  });
});
