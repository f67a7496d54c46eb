import { decimalsOf, EUR, parseCurrency, type Currency } from '../../../src/domain/money/currency';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { problemOf } from '../sample-book';

describe('a currency', () => {
  it.each([
    ['EUR', 'EUR'],
    ['usd', 'USD'],
    ['  Gbp ', 'GBP'],
    ['HRK', 'HRK'],
  ])('is read from "%s"', (text, expected) => {
    expect(parseCurrency(text)).toBe(expected);
  });

  it.each(['EURO', 'EU', '€', '', 'XXX', 'XTS', 'ABC', 'EUR USD'])('is not read from "%s"', (text) => {
    expect(parseCurrency(text)).toBeNull();
  });

  it.each([
    ['EURO', '"EURO"'],
    [978, '978'],
    [true, 'TRUE'],
  ])('that is needed but written %p is a problem that says how to write it', (value, shown) => {
    expect(problemOf(() => requireCurrency(value))).toBe(
      `#VALUE! ${shown} is not a currency. Use an ISO 4217 code such as EUR or USD.`,
    );
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i decimals', (code, decimals) => {
    expect(decimalsOf(requireCurrency(code))).toBe(decimals);
  });

  it('is not any text to the type checker', () => {
    const needsCurrency = (currency: Currency): Currency => currency;
    expect(needsCurrency(EUR)).toBe('EUR');
    // @ts-expect-error -- nobody has checked that this is a code
    expect(needsCurrency('euro')).toBe('euro');
  });
});
