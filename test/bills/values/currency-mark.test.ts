import { currenciesOf } from '../../../src/bills/values/currency-mark';

it.each([
  ['€', ['EUR']],
  ['Kč', ['CZK']],
  ['kč', ['CZK']],
  ['Rp', ['IDR']],
  ['Ft', ['HUF']],
  ['원', ['KRW']],
  ['usd', ['USD']],
  ['US dollars', ['USD']],
  ['Pound Sterling', ['GBP']],
  ['Swiss Franc', ['CHF']],
  ['Yen', ['JPY']],
  ['Schwedische Krone', ['SEK']],
  ['dólar estadounidense', ['USD']],
  ['د.إ', ['AED']],
  ['ש"ח', ['ILS']],
  ['тг.', ['KZT']],
  ['Credits', []],
  ['￥', ['JPY', 'CNY']],
  ['lei', ['RON', 'MDL']],
  ['tokens', []],
  ['', []],
])('%p can stand for %p', (mark, currencies) => {
  expect(currenciesOf(mark)).toEqual(currencies);
});

it('takes no notice of a point behind it', () => {
  expect(currenciesOf('Rs.')).toEqual(currenciesOf('Rs'));
  expect(currenciesOf('kr.')).toContain('NOK');
});

it('knows that a dollar sign is not only the United States', () => {
  expect(currenciesOf('$')).toEqual(expect.arrayContaining(['USD', 'CAD', 'AUD']));
});
