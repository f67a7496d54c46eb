import { conventionsOf } from '../../../src/local/values/conventions';
import { datesOfLanguage, englishFormat, localFormat } from '../../../src/local/values/local-format';

const GERMAN = conventionsOf('de-DE');

it.each([
  ['m/d/yyyy', 'dd\\.mm\\.yyyy'],
  ['mm/dd/yy', 'dd\\.mm\\.yyyy'],
  ['m/d/yyyy h:mm', 'dd\\.mm\\.yyyy h:mm'],
  ['yyyy-mm-dd', 'yyyy-mm-dd'],
  ['d-mmm', 'd-mmm'],
  ['#,##0.00', '#,##0.00'],
])('by %s a number is shown by %s in German', (format, shown) => {
  expect(datesOfLanguage(format, GERMAN)).toBe(shown);
});

it.each([
  ['#,##0.00', '#.##0,00'],
  ['0.0%', '0,0%'],
  ['#,##0.00" a.b,c"_.\\.', '#.##0,00" a.b,c"_.\\.'],
  ['General', 'General'],
  ['m/d/yyyy', 'dd\\.mm\\.yyyy'],
  ['yyyy-mm-dd', 'yyyy-mm-dd'],
])('the format %s is %s in German, and back', (english, german) => {
  expect(localFormat(english, GERMAN)).toBe(german);
  expect(englishFormat(german, GERMAN)).toBe(english);
});

it('English stays as it is', () => {
  const english = conventionsOf('en-US');
  expect([localFormat('#,##0.00', english), englishFormat('m/d/yyyy', english)]).toEqual(['#,##0.00', 'm/d/yyyy']);
});
