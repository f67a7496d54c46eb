import * as fc from 'fast-check';
import { readAmount } from '../../../src/bills/values/amount-text';
import type { Cell } from '../../../src/formats/file/text-table';
import { addAmount, exactText } from '../../../src/bills/sums/exact-sum';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

/** The amount as text with a decimal point and with a decimal comma; null if it cannot be read so. */
function amounts(cell: Cell): [point: string | null, comma: string | null] | 'blank' | null {
  const reading = readAmount(cell);
  if (reading === null || reading === 'blank') {
    return reading;
  }
  const text = (scale: number | null) => {
    if (scale === null) {
      return null;
    }
    const sum: Parameters<typeof addAmount>[0] = [];
    addAmount(sum, reading.unscaled, scale);
    return exactText(sum);
  };
  return [text(reading.point), text(reading.comma)];
}

const same = (text: string): [string, string] => [text, text];

describe('an amount', () => {
  it.each<[Cell, ReturnType<typeof amounts>]>([
    ['12', same('12')],
    ['\u200e-12.5\u200e', ['-12.5', null]],
    ['\u200f2\u2009000,00', [null, '2000']],
    ["'12", same('12')],
    ["'-12", same('-12')],
    ["'$12", same('12')],
    ["''12", null],
    ['-12', same('-12')],
    ['+12', same('12')],
    ['\u221212', same('-12')],
    ['12-', same('-12')],
    ['(12)', same('-12')],
    ['\u25b21,500', ['-1500', '-1.5']],
    ['¥ \u25b3 12', same('-12')],
    ['12 \u25b2', null],
    ['12 H', ['-12', '-12']],
    ['12 h', null],
    ['3 s', null],
    ['\u25b2', null],
    ['\u25b2-12', null],
    ['₹ 500/-', same('500')],
    ['Rs. 1,25,000/-', ['125000', null]],
    ['1,500/=', ['1500', null]],
    ['500:-', same('500')],
    ['1.250:- kr', [null, '1250']],
    ['85:50', null],
    ['50¢', same('0.5')],
    ['-12.5 cents', ['-0.125', null]],
    ['500/', null],
    ['0', same('0')],
    ['-0.00', ['0', null]],
    ['007', same('7')],
    ['12.5', ['12.5', null]],
    ['12,5', [null, '12.5']],
    ['.5', ['0.5', null]],
    ['5.', ['5', null]],
    ['0.00000080000', ['0.0000008', null]],
    ['0.0000000072922557592391990000', ['0.000000007292255759239199', null]],
    ['1.234', ['1.234', '1234']],
    ['1,234', ['1234', '1.234']],
    ['0.123', ['0.123', null]],
    ['1234.567', ['1234.567', null]],
    ['1,234.56', ['1234.56', null]],
    ['1.234,56', [null, '1234.56']],
    ['1,234,567', ['1234567', null]],
    ['1.234.567', [null, '1234567']],
    ['12,34,567', ['1234567', null]],
    ['12,34,567.89', ['1234567.89', null]],
    ['1,23,4', null],
    ['12.34.567', null],
    ['1,2345,678', null],
    ['1,234.567,8', null],
    ['1 234,56', [null, '1234.56']],
    ['1\u202f234\u202f567,8', [null, '1234567.8']],
    ['1\u00a0234', same('1234')],
    ["1'234'567.80", ['1234567.8', null]],
    ['1\u2019234.50', ['1234.5', null]],
    ['1 23', null],
    ['1 234 56', null],
    ["1 234'567", null],
    ['€ 12,50', [null, '12.5']],
    ['12,50 €', [null, '12.5']],
    ['$1,000.00 ', ['1000', null]],
    ['-$1,000.50', ['-1000.5', null]],
    ['$-5', same('-5')],
    ['($5.00)', ['-5', null]],
    ['$(5.00)', ['-5', null]],
    ['US$ 7', same('7')],
    ['7 USD', same('7')],
    ['CHF 1’234.50', ['1234.5', null]],
    ['R$ 3,20', [null, '3.2']],
    ['5 zł', same('5')],
    ['2.5e-06', ['0.0000025', null]],
    ['2,5E+3', [null, '2500']],
    ['1E-28', same('0.0000000000000000000000000001')],
    ['0E-11', same('0')],
    ['1.234e2', ['123.4', null]],
    ['１２．５', ['12.5', null]],
    [12.5, same('12.5')],
    [0.1, same('0.1')],
    [1.234, same('1.234')],
    [1e-7, same('0.0000001')],
    [1e21, same('1000000000000000000000')],
    [Number.NaN, null],
    [Infinity, null],
    ['', 'blank'],
    ['  ', 'blank'],
    ['NULL', 'blank'],
    ['null', 'blank'],
    ['.', null],
    ['n/a', null],
    // Ledgers write nothing as a dash.
    ['-', same('0')],
    [' –   ', same('0')],
    ['€ -', same('0')],
    ['(-)', null],
    ['€', null],
    ['0E-6176', same('0')],
    ['-0.00', ['0', null]],
    ['0,-', same('0')],
    // A dash for the cents.
    ['1.250,-', [null, '1250']],
    ['1.234,56-', [null, '-1234.56']],
    ["1'250.-", same('1250')],
    ['99.–', same('99')],
    ['50,- Kč', same('50')],
    ['CHF 99.--', same('99')],
    ['-1.250,–', [null, '-1250']],
    ['1,250.-', ['1250', null]],
    ['1.250-', ['-1.25', '-1250']],
    ['1,5,-', null],
    // Two marks that agree are one.
    ['$5.00 USD', ['5', null]],
    ['USD $7.25', ['7.25', null]],
    ['US $7.25', ['7.25', null]],
    ['£94.50 GBP', ['94.5', null]],
    ['₹1,23,456.00 INR', ['123456', null]],
    ['INR₹ 5', same('5')],
    ['$5 EUR', null],
    ['€5 $', null],
    // The words of ledgers.
    ['Rs. 1,23,456.00', ['123456', null]],
    ['Rs.5', same('5')],
    ['Rs .5', ['0.5', null]],
    ['145,00 lei', [null, '145']],
    ['2 660 руб', same('2660')],
    ['2 660,50 руб.', [null, '2660.5']],
    ['Rp 1.500.000', [null, '1500000']],
    ['RM12.50', ['12.5', null]],
    ['12 500 Ft', same('12500')],
    ['1.234,50 TL', [null, '1234.5']],
    ['Kr 12,50', [null, '12.5']],
    ['12,50 kr.', [null, '12.5']],
    ['฿1,000.00', ['1000', null]],
    ['1.000.000 ₫', [null, '1000000']],
    ['50,000원', ['50000', '50']],
    ['R 1 234.50', ['1234.5', null]],
    // The side of the ledger behind the amount.
    ['1,234.56 CR', ['-1234.56', null]],
    ['1,234.56DR', ['1234.56', null]],
    ['337,00 H', [null, '-337']],
    ['1.337,00 S', [null, '1337']],
    ['-5.00 CR', null],
    ['5 USD 3', null],
    ['12 apples', null],
    ['abc 12', null],
    ['12%', null],
    ['--12', null],
    ['(-12)', null],
    ['(12', null],
    ['€12€', null],
    ['1e999999', null],
    ['1e99999999999', null],
    ['=1+1', null],
    ['0x1F', null],
    ['1.2.3', null],
    ['9'.repeat(401), null],
    [`$${' '.repeat(395)}x`, null],
  ])('%p is read as %p', (cell, expected) => {
    expect(amounts(cell)).toEqual(expected);
  });

  it('keeps every digit of any decimal, however it is written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        fc.integer({ min: 0, max: 28 }),
        fc.boolean(),
        (unscaled, scale, negative) => {
          const digits = unscaled.toString().padStart(scale + 1, '0');
          const whole = digits.slice(0, digits.length - scale);
          const decimals = digits.slice(digits.length - scale);
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
          const sign = negative && unscaled > 0n ? '-' : '';
          const plain = `${sign}${whole}${scale ? `.${decimals}` : ''}`;
          const expected = scale ? plain.replace(/\.?0+$/, '') : plain;
          expect(amounts(plain)?.[0]).toBe(expected);
          expect(amounts(plain.replace('.', ','))?.[1]).toBe(expected);
          expect(amounts(`${sign}${grouped}${scale ? `.${decimals}` : ''}`)?.[0]).toBe(expected);
          expect(amounts(`${sign}${digits}e-${scale}`)?.[0]).toBe(expected);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  it('is read, or refused, in no time whatever stands in the cell', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(..."0123456789.,-+()eE '$€USD\u00a0x"), maxLength: 400 }),
        async (text) => {
          expect(await cpuTime(() => readAmount(text))).toBeLessThan(WRONG_KIND_MS);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});
