import { isNoAmountName } from '../../../src/bills/mapping/number-names';

describe('the name of a column of numbers', () => {
  it.each([
    'Rate',
    'FX Rate',
    'Wechselkurs',
    'unit_price',
    'Price per 1K',
    'Cost/1M tokens',
    'GPU hours',
    'gpuHours',
    'Share %',
    'Anteil',
    'Tokens used',
    'VAT amount',
    'Sales tax',
    'Discount',
  ])('says that they are no amounts: %s', (name) => {
    expect(isNoAmountName(name)).toBe(true);
  });

  it.each([
    'Cost excl. VAT',
    'Cost of tokens',
    'Kosten pro Monat',
    'Cost per month',
    'Spend',
    'Betrag',
    'Operating',
    'x',
    '',
  ])('says nothing against amounts: %s', (name) => {
    expect(isNoAmountName(name)).toBe(false);
  });
});
