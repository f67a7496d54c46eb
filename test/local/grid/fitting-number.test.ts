import { fittingNumber } from '../../../src/local/grid/fitting-number';

/** A column that holds so many characters. */
const columnOf =
  (width: number) =>
  (text: string): boolean =>
    text.length <= width;

describe('a number in a column', () => {
  it('that is wide enough is shown as its format shows it', () => {
    expect(fittingNumber('240,000,000.00 EUR', false, columnOf(18))).toBe('240,000,000.00 EUR');
  });

  it('that is too narrow for its format is never cut: the column is filled with ####', () => {
    expect(fittingNumber('240,000,000.00 EUR', false, columnOf(12))).toBe('############');
    expect(fittingNumber('12%', false, columnOf(2))).toBe('##');
  });

  it('without a format loses decimals first, rounded', () => {
    expect(fittingNumber('0.666666666', true, columnOf(5))).toBe('0.667');
    expect(fittingNumber('-1234.56', true, columnOf(6))).toBe('-1235');
  });

  it('without a format then gets an exponent', () => {
    expect(fittingNumber('12345678901', true, columnOf(7))).toBe('1.2E+10');
    expect(fittingNumber('0.00004', true, columnOf(5))).toBe('4E-05');
  });

  it('of which not even the exponent fits is #### too', () => {
    expect(fittingNumber('12345678901', true, columnOf(3))).toBe('###');
    expect(fittingNumber('12345678901', true, columnOf(0))).toBe('#');
  });
});
