import { unitOf } from '../../../src/domain/ledger/units';

const read = (text: string): string => {
  const { kind, size } = unitOf(text);
  return `${size.toFixed()} ${kind}`;
};

it('is read once', () => {
  expect(unitOf('1M tokens')).toBe(unitOf('1M tokens'));
});

describe('a unit', () => {
  it.each([
    ['tokens', '1 token'],
    ['Token', '1 token'],
    ['1K tokens', '1000 token'],
    ['1 K Tokens', '1000 token'],
    ['1M tokens', '1000000 token'],
    ['1000000 Tokens', '1000000 token'],
    ['1,000,000 tokens', '1000000 token'],
    ['1.000.000 tokens', '1000000 token'],
    ['per 1M  TOKENS', '1000000 token'],
    ['million tokens', '1000000 token'],
    ['0.5 million tokens', '500000 token'],
    ['MTok', '1000000 token'],
    ['1 MTok', '1000000 token'],
    ['kTok', '1000 token'],
    ['１Ｍ tokens', '1000000 token'],
    ['requests', '1 request'],
    ['1000 Requests', '1000 request'],
    ['seats', '1 seat'],
    ['m', '1 m'],
    ['MB', '1 mb'],
    ['gas', '1 ga'],
    ['1M', '1000000 '],
    ['', '1 '],
    ['0 tokens', '1 token'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps how it was written', () => {
    expect(unitOf('  1M   Tokens ').written).toBe('1M Tokens');
  });
});
