import { monthNamed } from './month-names';

/** What a text names that is no month and no day: a bill by these does not tell the month. */
export type OtherPeriod = 'week' | 'quarter' | 'half' | 'year' | 'no-year' | 'stretch';

const YEAR = '(?:fy|cy)?(?:20)?\\d{2}';
const parts = (words: string, numbers: string): RegExp =>
  new RegExp(
    `^(?:(?:${YEAR}年?)?(?:${words}|第)[${numbers}](?:${words})?|(?:${words})[${numbers}](?:${YEAR})?|[${numbers}](?:st|nd|rd|th|er|o|º|e)?(?:${words})(?:${YEAR})?)$`,
    'u',
  );
const QUARTER = parts(
  'q|t|qtr|quarter|quartal|kwartaal|kwartal|kvartal|trimestre|trim|季度|季|四半期|분기|квартал|кв',
  '1-4',
);
const HALF = parts('h|s|hj|half|halfyear|halbjahr|semestre|semester|半期|반기', '12');
const WEEK =
  /^(?:(?:20)?\d{2}(?:w|kw|cw|wk|week|woche|s|v)\d{2}|(?:w|kw|cw|wk|week|woche|semaine|semana|settimana|vecka|uge|uke|viikko|vko|tydzien|tyden|неделя)\d{1,2}(?:20\d{2}|\d{2})?)$/u;
const YEAR_ALONE = /^(?:(?:fy|cy|gj) ?\d{2}|(?:fy|cy|gj)? ?(?:19|20)\d{2})$/i;
/** `2024/25`, `2024-2025`. */
const TWO_YEARS = /^(?:fy ?)?((?:19|20)\d{2})[-/](\d{2}|(?:19|20)\d{2})$/i;
/** `15.01.`, `01/25`: a day and a month, or a month and a year of two digits. */
const TWO_NUMBERS = /^\d{1,2}[-/.] ?\d{1,2}\.?$/;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const DAY_AND_WORD = /^(?:\d{1,2}\.?[-/ ])?([\p{L}\p{M}]{2,14})\.?(?:[-/ ]\d{1,2})?$/u;

/** Longer than any of these. */
const LONGEST = 80;

/** What a text is that names a time, but neither a month nor a day; null for any other. */
export function otherPeriod(text: string): OtherPeriod | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.length > LONGEST) {
    return null;
  }
  const key = plain
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[-/. ']/g, '');
  if (QUARTER.test(key)) {
    return 'quarter';
  }
  if (HALF.test(key)) {
    return 'half';
  }
  if (WEEK.test(key)) {
    return 'week';
  }
  const [, first, second = ''] = TWO_YEARS.exec(plain) ?? [];
  if (YEAR_ALONE.test(plain) || (first !== undefined && String(Number(first) + 1).endsWith(second))) {
    return 'year';
  }
  const word = DAY_AND_WORD.exec(plain)?.[1];
  if (MONTH_NUMBER.test(plain) || TWO_NUMBERS.test(plain) || (word !== undefined && monthNamed(word) !== null)) {
    return 'no-year';
  }
  return endsOf(plain) === null ? null : 'stretch';
}

const BETWEEN = / (?:-|to|bis|au|al|a|à|tot|till|until|through|thru|до|по) | ?(?:[–—～~至]|\.\.\.?) ?/iu;
const ISO_INTERVAL = /^(\d{4}-\d\d-\d\d[^/]{0,20})\/(\d{4}-\d\d-\d\d[^/]{0,20})$/;
const FOUR_DIGITS = /\d{4}/;

/**
 * The first and the last date of a stretch of time, as invoices write what they are for: `01.01.2025 - 31.01.2025`,
 * `Jan 1 to Jan 31, 2025`, if the first has its year from the last. Null if the text is no stretch.
 */
export function endsOf(text: string): readonly [first: string, last: string] | null {
  if (text.length > LONGEST) {
    return null;
  }
  const [, from, to] = ISO_INTERVAL.exec(text) ?? [];
  const [first, last, ...others] = from === undefined || to === undefined ? text.split(BETWEEN) : [from, to];
  const year = FOUR_DIGITS.exec(last ?? '')?.[0];
  if (first === undefined || last === undefined || others.length > 0 || year === undefined || !/\d/.test(first)) {
    return null;
  }
  if (FOUR_DIGITS.test(first)) {
    return [first, last];
  }
  const isDayAlone = /^\d{1,2}\.?$/.test(first);
  const separator = /^\d{1,2}([./])\d{1,2}\1?$/.exec(first)?.[1];
  if (separator !== undefined) {
    return [`${first.endsWith(separator) ? first : `${first}${separator}`}${year}`, last];
  }
  return isDayAlone ? [last, last] : [`${first}, ${year}`, last];
}
