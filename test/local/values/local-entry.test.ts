import * as numfmt from 'numfmt';
import fc from 'fast-check';
import { conventionsOf } from '../../../src/local/values/conventions';
import { englishEntry, localNumber } from '../../../src/local/values/local-entry';

const GERMAN = conventionsOf('de-DE');

it.each([
  ['1.234,56', '1,234.56'],
  ['1.234', '1,234'],
  ['1234,5', '1234.5'],
  ['0,15', '0.15'],
  [',5', '0.5'],
  ['5,', '5'],
  ['-1.234.567,8', '-1,234,567.8'],
  ['(1.234,5)', '-1,234.5'],
  ['\u22125,5', '-5.5'],
  ['+5,5', '5.5'],
  ['15,5 %', '15.5%'],
  ['15\u00A0%', '15%'],
  ['1.234,5 %', '1234.5%'],
  ['1.234,56 €', '1234.56€'],
  ['€ 1.234,56', '€1234.56'],
  ['-€5', '-€5'],
  ['1,5E3', '1.5E3'],
  ['15.01.2025', '1/15/2025'],
  ['15.1.25', '1/15/2025'],
  ['15. 1. 2025', '1/15/2025'],
  ['15/1/2025', '1/15/2025'],
  ['15-1-25', '1/15/2025'],
  ['29.2.2024', '2/29/2024'],
  ['1.2.30', '2/1/1930'],
  ['15.1.', '15-Jan'],
  ['15.1', '15-Jan'],
  ['1.23', 'Jan-23'],
  ['3/2025', 'Mar-25'],
  ['15. März 2025', '15-Mar-25'],
  ['15. Jan', '15-Jan'],
  ['15. Dez. 1925', '15-Dec-1925'],
  ['Mai 2025', 'May-25'],
  ['15.1.2025 12:30', '1/15/2025 12:30'],
  ['12:30:15,5', '12:30:15.5'],
])('%s means %s in German', (typed, english) => {
  expect(englishEntry(typed, GERMAN)).toBe(english);
});

it.each([
  'abc',
  '',
  'TRUE',
  '#N/A',
  "'1,5",
  '12',
  '2025-01-15',
  '12:30',
  '5 PM',
  '2024Q1',
  'FY2025',
  '15%',
  '5%%',
  '$5€',
  'R$5',
])('%s is written alike in all languages', (typed) => {
  expect(englishEntry(typed, GERMAN)).toBe(typed);
});

it.each([
  '1,234.56',
  '1.234.56',
  '1.2345,6',
  '12/31/2024',
  '31.2.2025',
  '1.2.3.4',
  '1 234,56',
  "1'234",
  '1,5,5',
  '(-5,5)',
  '(5,5',
  'v1.5',
  '15. Foo 2025',
  '12345678901234567,5',
  'Q1-2025',
])('%s is a text in German, whatever it is in English', (typed) => {
  expect(englishEntry(typed, GERMAN)).toBeNull();
});

it.each([
  ['fr-FR', '1\u202F234,56', '1,234.56'],
  ['fr-FR', '1 234,56', '1,234.56'],
  ['fr-FR', '1\u00A0234\u00A0567', '1,234,567'],
  ['fr-FR', '15/01/2025', '1/15/2025'],
  ['fr-FR', '15.01.2025', null],
  ['fr-FR', '1.5', null],
  ['fr-FR', '15 mars 2025', '15-Mar-25'],
  ['de-CH', '1’234.56', '1,234.56'],
  ['de-CH', "1'234.56", '1,234.56'],
  ['de-CH', '1.5', '1.5'],
  ['de-CH', '15.01.2025', '1/15/2025'],
  ['de-CH', '1,5', null],
  ['en-GB', '1,234.56', '1,234.56'],
  ['en-GB', '15/1/2025', '1/15/2025'],
  ['en-GB', '1/2/2025', '2/1/2025'],
  ['en-GB', '1.5', '1.5'],
  ['sv-SE', '25-01-15', '1/15/2025'],
  ['sv-SE', '1 234,5', '1,234.5'],
])('in %s %s means %s', (language, typed, english) => {
  expect(englishEntry(typed, conventionsOf(language))).toBe(english);
});

it('English stays as it is', () => {
  for (const typed of ['1,234.56', '1.234,56', '12/31/2024', '=SUM(A1;B1)', '15.1']) {
    expect(englishEntry(typed, conventionsOf('en-US'))).toBe(typed);
  }
});

it('a formula is put into the English form', () => {
  expect(englishEntry('=AISHARE("A";0,15)', GERMAN)).toBe('=AISHARE("A",0.15)');
});

it('a number as it stands in the editor is that number again, in every language', () => {
  const languages = ['de-DE', 'fr-FR', 'de-CH', 'en-GB', 'sv-SE', 'es-ES', 'pl-PL', 'pt-BR', 'hi-IN', 'ar-EG', 'fa-IR'];
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer(), fc.nat({ max: 99_999 }), (language, whole, places) => {
      const conventions = conventionsOf(language);
      const number = Number(`${whole}.${places}`);
      expect(Number(englishEntry(localNumber(String(number), conventions), conventions))).toBe(number);
    }),
  );
});

it('a number as a cell shows it with groups is that number again, in every language of three digits a group', () => {
  const languages = ['de-DE', 'fr-FR', 'de-CH', 'en-GB', 'sv-SE', 'es-ES', 'pl-PL', 'pt-BR', 'it-CH'];
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer(), fc.nat({ max: 99 }), (language, whole, places) => {
      const number = Number(`${whole}.${String(places).padStart(2, '0')}`);
      const shown = new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: true }).format(number);
      const english = englishEntry(shown, conventionsOf(language)) ?? '';
      expect(numfmt.parseNumber(english)?.v).toBe(number);
    }),
  );
});

it('a date as a cell shows it is that date again, in every language', () => {
  const languages = ['de-DE', 'fr-FR', 'de-CH', 'en-GB', 'sv-SE', 'es-ES', 'pl-PL', 'pt-BR', 'nl-NL', 'ja-JP', 'it-IT'];
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer({ min: 61, max: 60_000 }), (language, day) => {
      const conventions = conventionsOf(language);
      const english = englishEntry(numfmt.format(conventions.shortDate, day), conventions) ?? '';
      expect(numfmt.parseDate(english)?.v).toBe(day);
    }),
  );
});
