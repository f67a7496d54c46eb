import { conventionsOf, EN_US, isEnglish } from '../../../src/local/values/conventions';

it.each([
  ['de-DE', ',', '.', 'dmy', 'dd\\.mm\\.yyyy', ';'],
  ['de-CH', '.', expect.stringMatching(/^['’]$/), 'dmy', 'dd\\.mm\\.yyyy', ','],
  ['fr-FR', ',', '\u202F', 'dmy', 'dd/mm/yyyy', ';'],
  ['sv-SE', ',', '\u00A0', 'ymd', 'yyyy-mm-dd', ';'],
  ['en-GB', '.', ',', 'dmy', 'dd/mm/yyyy', ','],
  ['en-US', '.', ',', 'mdy', 'm/d/yyyy', ','],
  ['es-ES', ',', '.', 'dmy', 'd/m/yyyy', ';'],
  ['ja-JP', '.', ',', 'ymd', 'yyyy/mm/dd', ','],
])('%s writes numbers, dates and formulas as Intl has it', (language, decimal, group, dateOrder, shortDate, list) => {
  expect(conventionsOf(language)).toMatchObject({ decimal, group, dateOrder, shortDate, formula: { list } });
});

it('only English of the United States needs no translation', () => {
  expect(isEnglish(EN_US)).toBe(true);
  expect(isEnglish(conventionsOf('en-CA'))).toBe(conventionsOf('en-CA').dateOrder === 'mdy');
  expect(['en-GB', 'de-DE', 'de-CH'].map((language) => isEnglish(conventionsOf(language)))).toEqual([
    false,
    false,
    false,
  ]);
});
