/**
 * What is typed in the language of the browser, as one would type it in English: `1.234,56` is `1,234.56`, and `15.1.25` is
 * `1/15/2025`. What reads English afterwards then takes it for a number, a date or a percentage, with the format that Excel gives it.
 */
import { englishFormula } from '../../formats/formula/local-formula';
import { EN_US, isEnglish, type Conventions } from './conventions';
import { englishDate } from './local-date';

/** More digits a number does not keep: the text stays as it was typed. */
const MOST_DIGITS = 15;
const SIGN = /^[-+\u2212]/;
const CURRENCY_BEFORE = /^[$£¥€₹₩₺₽₫₪₴₦฿]/;
const MARK_BEHIND = /[%$£¥€₹₩₺₽₫₪₴₦฿]$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]m?)?$/i;
const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** No mark in it means one thing here and another there. */
const WITHOUT_MARKS = /^(?!.*\d\s\d)[^.,/’'-]*$/;

/**
 * The English form of what was typed into a cell; null for what is neither number nor date in the language, nor written alike in
 * all: that is a text, even if it would be a number in English. A formula with misplaced marks comes back as far as it can be read.
 *
 * @example englishEntry('15,5 %', conventionsOf('de')) // '15.5%'
 */
export function englishEntry(typed: string, conventions: Conventions): string | null {
  if (isEnglish(conventions) || typed.startsWith("'")) {
    return typed;
  }
  if (typed.startsWith('=')) {
    return englishFormula(typed, conventions.formula).formula;
  }
  const text = typed.trim();
  if (!/\d/.test(text) || ISO_DATE.test(text)) {
    return typed;
  }
  return (
    englishNumber(text, conventions) ?? englishMoment(text, conventions) ?? (WITHOUT_MARKS.test(text) ? typed : null)
  );
}

/** A number with the marks of the language, as it stands in the editor, from one with a point: `0.5`, `15.5%`. */
export function localNumber(number: string, { decimal }: Conventions): string {
  return number.replace('.', decimal);
}

/** A date, a time, or one behind the other. */
function englishMoment(text: string, conventions: Conventions): string | null {
  if (TIME.test(text)) {
    return text.replace(',', '.');
  }
  const [, date = text, time = ''] = /^(\S.*\S)\s+(\d{1,2}:\S.*)$/.exec(text) ?? [];
  const english = englishDate(date, conventions);
  if (english === null || time === '') {
    return english;
  }
  return TIME.test(time) ? `${english} ${time.replace(',', '.')}` : null;
}

/** A number with what may stand around its digits: parentheses or a sign, a currency before or behind, a percent sign. */
function englishNumber(text: string, conventions: Conventions): string | null {
  const isInParentheses = text.startsWith('(') && text.endsWith(')');
  const [sign, unsigned] = cutBefore(isInParentheses ? text.slice(1, -1).trim() : text, SIGN);
  const [before, bare] = cutBefore(unsigned, CURRENCY_BEFORE);
  const behind = MARK_BEHIND.exec(bare)?.[0] ?? '';
  const marks = digitsPattern(conventions).exec(bare.slice(0, bare.length - behind.length).trimEnd())?.groups;
  if (!marks || (isInParentheses && sign !== '') || (before !== '' && behind !== '')) {
    return null;
  }
  const places = marks['places'] ?? marks['onlyPlaces'] ?? '';
  const [whole = '0', exponent = ''] = [marks['whole'], marks['exponent']];
  const digits = whole.replace(/\D/g, '');
  if ((digits + places).replace(/^0+/, '').length > MOST_DIGITS) {
    return null;
  }
  // Groups alone ask for a format with groups; percentages and currencies have one of their own.
  const isGrouped = digits !== whole && before + behind + exponent === '';
  const shown = isGrouped ? Number(digits).toLocaleString(EN_US.language) : digits;
  const minus = isInParentheses || (sign !== '' && sign !== '+') ? '-' : '';
  return `${minus}${before}${shown}${places === '' ? '' : `.${places}`}${exponent}${behind}`;
}

/** What stands first, if it is that mark, and the rest without the blanks between. */
function cutBefore(text: string, mark: RegExp): [mark: string, rest: string] {
  const found = mark.exec(text)?.[0] ?? '';
  return [found, text.slice(found.length).trimStart()];
}

const patterns = new Map<string, RegExp>();

/** Digits with the marks of a language: each three parted by its mark between thousands, or none. */
function digitsPattern({ decimal, group }: Conventions): RegExp {
  const key = decimal + group;
  const known = patterns.get(key);
  if (known !== undefined) {
    return known;
  }
  const mark = decimal === ',' ? ',' : '\\.';
  const grouped = groupsLike(group).map((each) => `(?:${each}\\d{3})+`);
  const whole = `\\d{1,3}(?:${grouped.join('|')})|\\d+`;
  const pattern = new RegExp(
    `^(?:(?<whole>${whole})(?:${mark}(?<places>\\d*))?|${mark}(?<onlyPlaces>\\d+))(?<exponent>e[-+]?\\d+)?$`,
    'i',
  );
  patterns.set(key, pattern);
  return pattern;
}

/** What is typed between thousands for the mark that is shown: no keyboard has a narrow no-break space. */
function groupsLike(group: string): string[] {
  if (/\s/.test(group)) {
    return [' ', '\\u00A0', '\\u202F'];
  }
  return group === '’' || group === "'" ? ['’', "'"] : [`\\${group}`];
}
