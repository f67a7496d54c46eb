import { shownWith } from '../../../src/formats/xlsx/shown-with';

describe('what a number format shows beside the digits', () => {
  it.each([
    ['General', ''],
    ['#,##0.00', ''],
    ['0%', '%'],
    ['#,##0.00 [$€-407]', '€'],
    ['#,##0.00\\ "€"', '€'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$'],
    ['$#,##0', '$'],
    ['[$USD] #,##0', 'USD'],
    ['_-* #,##0.00 "kr"_-', 'kr'],
    ['[Red][$Rs.-4009] #,##0', 'INR'],
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-en-US]#,##0.00', 'USD'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$¥-804]#,##0', 'CNY'],
    ['[$-409]#,##0.00', ''],
    ['#,##0;"€"0', ''],
    ['#,##0.0 "Mio €"', 'Mio €'],
  ])('%s: "%s"', (format, words) => {
    expect(shownWith(format).words).toBe(words);
  });

  it.each([
    ['(0.00)', true],
    ['(0.00);0.00', true],
    ['\\(#,##0.00\\)', true],
    ['"("#,##0.00 "€)"', true],
    ['-0.00;0.00', true],
    ['"-"$0.00', true],
    ['[$€-407]\\-0.00', true],
    ['0.00"-"', true],
    ['0.00- €', true],
    ['#,##0.00_);(#,##0.00)', false],
    ['_-* #,##0.00_-', false],
    ['0.00;(0.00);"-"', false],
    ['#,##0",-"', false],
    ['0.00 "(net)"', false],
    ['000-000', false],
    ['0.00 "- net"', false],
    ['"("', false],
    ['General', false],
  ])('%s shows a positive number as negative: %s', (format, isNegative) => {
    expect(shownWith(format).isNegative ?? false).toBe(isNegative);
  });

  it.each([
    ['#,##0', 0],
    ['#,##0,', 1],
    ['0.0,,"M"', 2],
    ['#,##0,.00', 1],
  ])('%s shows a number %i thousands smaller', (format, thousands) => {
    expect(shownWith(format).thousands).toBe(thousands);
  });
});
