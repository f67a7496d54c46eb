import { isCountedIn, unitOf } from '../../../src/domain/ledger/units';

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
    ['input tokens', '1 token'],
    ['1M output tokens', '1000000 token'],
    ['1K Cache Read Input Tokens', '1000 token'],
    ['cache-write tokens', '1 token'],
    ['1M completion tok', '1000000 token'],
    ['gold tokens', '1 gold token'],
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

  it.each([
    ['input tokens', 'input'],
    ['1M output tokens', 'output'],
    ['cache_read_input_tokens', 'cache read'],
    ['cache write tokens', 'cache write'],
    ['cached input tokens', 'cache read'],
    ['uncached input tokens', 'input'],
    ['tokens', null],
    ['input requests', null],
  ])('of %s tells the direction %s', (text, direction) => {
    expect(unitOf(text).direction).toBe(direction);
  });

  it.each([
    ['input tokens', '1M tokens', true],
    ['input tokens', '1M input tokens', true],
    ['tokens', 'input tokens', false],
    ['output tokens', 'input tokens', false],
    ['requests', 'tokens', false],
  ])('%s are counted in %s: %s', (unit, asked, are) => {
    expect(isCountedIn(unitOf(unit), unitOf(asked))).toBe(are);
  });
});
