import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { Decimal } from '../../../src/domain/money/decimal';
import { amountFormat, formatAmount, groupThousands, type Money } from '../../../src/domain/money/money';
import { formatExactly } from '../exact-amount';

const money = (amount: number | string, code: string): Money => ({
  amount: new Decimal(amount),
  currency: requireCurrency(code),
});

describe('an amount', () => {
  it.each([
    ['EUR', '#,##0.00 [$EUR]'],
    ['JPY', '#,##0 [$JPY]'],
    ['BHD', '#,##0.000 [$BHD]'],
  ])("in %s has a number format with the currency's own number of decimals", (code, format) => {
    expect(amountFormat(requireCurrency(code))).toBe(format);
  });

  it.each([
    [20_000_000, 'EUR', '20,000,000 EUR'],
    [0.0125, 'USD', '0.0125 USD'],
    [1e-10, 'USD', '0.0000000001 USD'],
    [-1234567.5, 'EUR', '-1,234,567.5 EUR'],
    [1e21, 'JPY', '1,000,000,000,000,000,000,000 JPY'],
  ])('of %p %s is written with every digit as %s', (amount, code, expected) => {
    expect(formatExactly(money(amount, code))).toBe(expected);
  });

  it.each([
    [20_000_000, 'EUR', '20,000,000.00 EUR'],
    [1.005, 'EUR', '1.01 EUR'],
    [-1.005, 'EUR', '-1.01 EUR'],
    [999.5, 'JPY', '1,000 JPY'],
    [0, 'KWD', '0.000 KWD'],
  ])('of %p %s is shown as %s', (amount, code, expected) => {
    expect(formatAmount(money(amount, code))).toBe(expected);
  });
});

describe('thousands', () => {
  it.each([
    ['1', '1'],
    ['100', '100'],
    ['1000', '1,000'],
    ['-100', '-100'],
    ['-1000', '-1,000'],
    ['1234567.1234567', '1,234,567.1234567'],
  ])('in %s are grouped as %s', (plain, expected) => {
    expect(groupThousands(plain)).toBe(expected);
  });
});
