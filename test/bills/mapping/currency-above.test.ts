import { currencyAbove } from '../../../src/bills/mapping/currency-above';

it.each([
  [[['All amounts in USD']], 'USD', 'All amounts in USD'],
  [[['Report'], ['Beträge in EUR, ohne Steuer']], 'EUR', 'Beträge in EUR, ohne Steuer'],
  [[['Figures are in thousands of US dollars.']], 'USD', 'Figures are in thousands of US dollars.'],
  [[['Currency', 'GBP']], 'GBP', 'Currency: GBP'],
  [[['Period', '2026-07', 'Währung', '', 'CHF']], 'CHF', 'Währung: CHF'],
  [[['通貨：JPY']], 'JPY', '通貨：JPY'],
  [[['Montants en euros']], 'EUR', 'Montants en euros'],
  [[['Amounts in EUR, excluding VAT']], 'EUR', 'Amounts in EUR, excluding VAT'],
  [[['Billing currency: €']], 'EUR', 'Billing currency: €'],
])('Lines above a table say its currency: %j', (lines, currency, text) => {
  expect(currencyAbove(lines)).toEqual({ currency, text });
});

it.each([
  [[]],
  [[['Spend in all regions']]],
  [[['Spend in July 2026']]],
  [[['Amounts in dollars']]],
  [[['Rates from EUR to USD']]],
  [[['Currency', 'see below']]],
  [[['Amounts in EUR'], ['Currency: USD']]],
  [[['Cost in try-outs']]],
  [[['Exchange rates in EUR']]],
  [[['Wechselkurse in EUR']]],
  [[['Costs in EUR from USD']]],
  [[['Budget in EUR']]],
])(
  'Lines above a table that name no currency, or several, or one that several countries have, say none: %j',
  (lines) => {
    expect(currencyAbove(lines)).toBeNull();
  },
);
