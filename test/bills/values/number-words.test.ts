import { readAmount } from '../../../src/bills/values/amount-text';
import { withCurrency } from '../../../src/bills/values/number-words';
import { shownMark } from '../../../src/bills/values/shown-mark';

/** What an amount is with a decimal point, as a number. */
function valueOf(text: string): number | null {
  const reading = readAmount(text);
  if (reading === null || reading === 'blank') {
    return null;
  }
  return Number(`${reading.unscaled}e${-(reading.point ?? NaN)}`);
}

describe('a word beside an amount that says what it is counted in', () => {
  it.each([
    ['1.5M', 1.5e6],
    ['$1.5M', 1.5e6],
    ['1.5 M$', 1.5e6],
    ['20k', 20_000],
    ['k€ 20', 20_000],
    ['20 T€', 20_000],
    ['TEUR 20', 20_000],
    ['-2 Mio. €', -2e6],
    ['(3bn)', -3e9],
    ['3 Mrd', 3e9],
    ['5 Tsd.', 5000],
    ['4 тыс. руб.', 4000],
    ['12 млн', 12e6],
    ['3.5万円', 35_000],
    ['1.2億', 1.2e8],
    ['2만원', 20_000],
    ['3 lakh', 300_000],
    ['₹5 crore', 5e7],
    ['2 L', 200_000],
    ['7 MSEK', 7e6],
    ['5 tkr', 5000],
    ['5 mkr', 5e6],
  ])('%s is %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    '20-k',
    '12.50¹',
    '1²',
    '①',
    '3 MM',
    '3 MM$',
    '5 m€',
    '5 T',
    '5 mil',
    '5 mil€',
    '1e3k',
    '5 k M',
    '5 lakh crore',
  ])('%s is refused, for it may be one thing or another', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it.each(['12 kr', '5 R$', '7 Kč', 'A$ 5', 'Z$ 5', 'B$ 5', 'RM5', '5 ₭', '100 MXN', '3 KWD'])(
    '%s has none, but a currency',
    (text) => {
      expect(readAmount(text)).toMatchObject({ mark: expect.stringMatching(/./) as string });
      expect(readAmount(text)).not.toHaveProperty('word');
    },
  );

  it('is told apart from the currency that it is written with', () => {
    expect(withCurrency('k€')).toEqual({ word: 'k', mark: '€' });
    expect(withCurrency('$bn')).toEqual({ word: 'bn', mark: '$' });
    expect(withCurrency('US$')).toBeNull();
  });
});

describe('what a workbook shows beside a number', () => {
  it('is a currency', () => {
    expect(shownMark({ words: '€', thousands: 0 })).toMatchObject({ mark: '€', counts: '' });
    expect(shownMark({ words: 'US dollars', thousands: 0 })).toMatchObject({ mark: 'US dollars', counts: '' });
    expect(shownMark({ words: 'Tokens', thousands: 0 })).toMatchObject({ mark: '', counts: '' });
  });

  it('contradicts the cell if it counts in millions and the cell does not', () => {
    expect(shownMark({ words: 'Mio €', thousands: 0 })).toMatchObject({ mark: '€', counts: 'Mio €' });
    expect(shownMark({ words: 'M€', thousands: 2 })).toMatchObject({ mark: '€', counts: '' });
    expect(shownMark({ words: 'lakh', thousands: 0 })).toMatchObject({ counts: 'lakh' });
    expect(shownMark({ words: 'L', thousands: 1 })).toMatchObject({ counts: '' });
    expect(shownMark({ words: '%', thousands: 0 })).toMatchObject({ counts: '%' });
    expect(shownMark({ words: 'Cr', thousands: 0 })).toMatchObject({ counts: '', mayBeCrores: true });
  });
});
