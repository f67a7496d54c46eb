import { builtInFormat, builtInId, formatKind, isWholeFormat } from '../../../src/formats/xlsx/number-formats';

describe('a number format', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy\\-mm\\-dd;@',
    'd/m/yyyy',
    'mmm\\-yy',
    'mmmm',
    'M',
    '[$-409]d\\-mmm\\-yy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'DD.MM.YYYY',
    'TT.MM.JJJJ',
    'yyyy"年"m"月"d"日"',
    '[$-411]ge.m.d',
    'm/d/yy h:mm',
    'yyyy-mm-dd hh:mm:ss.000',
    '[Red]dd mmm',
    '"on "d',
    'yyyy-mm-dd"T"hh:mm:ss"Z"',
    '"[h]"d',
    '\\[hh\\]yyyy',
  ])('is one of dates: %s', (code) => {
    expect(formatKind(code)).toBe('date');
  });

  it.each(['h:mm', 'hh:mm:ss', 'h:mm AM/PM', 'mm:ss', 'mm:ss.0', '[$-409]h:mm:ss AM/PM;@', 'h "d" mm', 's'])(
    'is one of times: %s',
    (code) => {
      expect(formatKind(code)).toBe('time');
    },
  );

  it.each([
    '',
    'General',
    'GENERAL',
    '0',
    '0.00',
    '#,##0.00',
    '0.00E+00',
    '0%',
    '@',
    '# ?/?',
    '[Red]0.00',
    '[Red]-0;[Blue]0',
    '0.00 "USD"',
    '0 "d"',
    '"days" 0',
    '0\\d',
    '0\\ \\h',
    '[$USD] #,##0',
    '[$€-407]#,##0.00',
    '_-* #,##0.00\\ _€_-;-* #,##0.00\\ _m_-',
    '_d0',
    '*y0',
    '[>=100]0;0.0',
    '0;yyyy',
    '[Yellow]0',
    '[h]:mm',
    '[hh]:mm:ss',
    '[mm]:ss',
    '[s].00',
    '[Red][h]:mm',
    '"d',
    '[d',
    '\\',
    '0_',
  ])('is none of dates: %j', (code) => {
    expect(formatKind(code)).toBe('number');
  });

  it('that Excel knows by number is judged as the code it stands for, in its Asian editions too', () => {
    const ids = Array.from({ length: 164 }, (_, id) => id);
    const kind = (id: number): string => formatKind(builtInFormat(id) ?? 'General');
    expect(ids.filter((id) => kind(id) === 'date')).toEqual([
      14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74, 77, 81,
    ]);
    // ECMA-376 has the Thai h:mm and h:mm:ss at 75 and 76, mm:ss at 78 and mm:ss.0 at 80; 79 is a duration, as is 46.
    expect(ids.filter((id) => kind(id) === 'time')).toEqual([
      18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56, 75, 76, 78, 80,
    ]);
    expect(builtInFormat(163)).toBeUndefined();
  });

  it('has the number under which Excel knows it, that of the English edition', () => {
    expect(builtInId('m/d/yyyy')).toBe(14);
    expect(builtInId('h:mm:ss')).toBe(21);
    expect(builtInId('#,##0_);(#,##0)')).toBe(37);
    expect(builtInId('yyyy')).toBeUndefined();
  });

  it('made to be slow is judged quickly', () => {
    for (const part of ['"', '[', '[h', '\\', '_', '*', 'a/', '["', 'y;']) {
      expect(formatKind(part.repeat(100_000))).toMatch(/date|time|number/);
    }
  });
});

it.each([
  ['yyyy-mm-dd', true],
  ['mmm', true],
  ['h:mm', false],
  ['[h]:mm:ss', false],
  ['mm:ss', false],
  ['d "of" mmm', true],
  ['#,##0.00 "days"', false],
  ['General', false],
  ['[Red]0.00', false],
  ['[$-409]d-mmm', true],
  ['0.0\\d', false],
])('the format %s shows a date: %s', (format, shows) => expect(formatKind(format) === 'date').toBe(shows));

it.each([
  ['0.00 "USD"', true],
  ['[Red]0', true],
  ['0\\"', true],
  ['0 "USD', false],
  ['[Red0', false],
  ['0]', false],
  ['0'.repeat(256), false],
])('the format %s is whole: %s', (format, isWhole) => expect(isWholeFormat(format)).toBe(isWhole));
