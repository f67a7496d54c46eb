import { visibleText } from './cell-text';
import { decimalDigits } from './decimal-digits';

/** Years of a calendar that is written beside the common one, each with the year before its first: an era, or a count of its own. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  s: 1925,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
};

const ERA_IN_WORDS = /^(令和|平成|昭和|中華民國|民國|民国) ?(元|\d{1,3})年(.*)$/u;
const ERA_BY_LETTER = /^([RHS])(\d{1,2})([./-].*|年.*)$/i;

/** The years 2500 to 2642 are Buddhist ones, as Thailand counts: 1957 to 2099. */
const BUDDHIST = /(^|[^\d])(2(?:5\d\d|6[0-3]\d|64[0-2]))(?!\d)/;
const BUDDHIST_AHEAD = 543;

/** `2025. 01. 15.` in Hungary and Korea, `2025. január 15.` */
const YEAR_WITH_POINT = /^\d{4}\. ?(?=\S)/;
const VIETNAMESE = /^(?:ngày (\d{1,2}) )?tháng (\d{1,2})(?:\/| |, | năm )(\d{4})$/iu;
/** Statistical offices write months so. */
const YEAR_M = /^(\d{4})[-/ ]?M(\d{1,2})$/i;
const M_YEAR = /^M(\d{1,2})[-/. ]?(\d{4})$/i;
/** A day of a week: `2025-W03-1`, `2025W031`. */
const WEEK_DATE = /^(\d{4})-?W(\d{2})-?([1-7])$/i;
/** `01JUN2025`, as statistics programs and mainframes write it. */
const TOGETHER = /^(\d{1,2})(\p{L}{3,9})(\d{4}(?!\d)|\d{2}$)/u;
/** Days of the week before a date, in the languages that put them there, each with what may follow its short form. */
const WEEKDAY = new RegExp(
  `^(?:${[
    '(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?',
    'mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag',
    'lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    'mi[eé]|jue|vie|s[aá]b|dom|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo',
    'gio|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica',
    'ma|wo|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
    'm[aå]n|tir|tis|ons|tor|tors|fre|l[øö]r|s[øö]n|m[aå]ndag|tirsdag|tisdag|onsdag|torsdag|fredag|l[øö]rdag|s[øö]ndag',
  ].join('|')})\\.?,? (?=\\p{L}|\\d)`,
  'iu',
);
/** And behind it, in East Asia: `2024/11/05(火)`, `2024年11月5日 星期二`. */
const WEEKDAY_BEHIND =
  / ?(?:\((?:[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)\)|(?:星期|周|週)[一二三四五六日天])$/u;

/**
 * A date as Hungary, Korea, Japan, Taiwan, Thailand or Vietnam write it, in digits of whatever script, or with the day of the week, in the
 * way that most write it: `R7.1.15` is `2025.1.15`. Any other text as it is.
 */
export function commonSpelling(text: string): string {
  const plain = visibleText(decimalDigits(text.normalize('NFKC')))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(WEEKDAY_BEHIND, '');
  const vietnamese = VIETNAMESE.exec(plain.normalize('NFC'));
  if (vietnamese) {
    const [, day, month = '', year = ''] = vietnamese;
    return [year, month, ...(day === undefined ? [] : [day])].join('-');
  }
  const era = ERA_IN_WORDS.exec(plain) ?? ERA_BY_LETTER.exec(plain);
  if (era) {
    const [, name = '', number = '', rest = ''] = era;
    const year = (ERAS[name.toLowerCase()] ?? 0) + (number === '元' ? 1 : Number(number));
    return `${year}${ERA_BY_LETTER.test(plain) ? rest : `年${rest}`}`;
  }
  const [, year = '', month = ''] = YEAR_M.exec(plain) ?? swapped(M_YEAR.exec(plain));
  if (year !== '') {
    return `${year}-${month}`;
  }
  const [, ofYear, week, day] = WEEK_DATE.exec(plain) ?? [];
  if (ofYear !== undefined) {
    return dayOfWeek(Number(ofYear), Number(week), Number(day)) ?? plain;
  }
  const common = plain
    .replace(BUDDHIST, (_, before: string, year: string) => `${before}${Number(year) - BUDDHIST_AHEAD}`)
    .replace(WEEKDAY, '')
    .replace(/ at (?=\d)/, ' ')
    .replace(TOGETHER, '$1 $2 $3')
    .replace(/月份$/, '月')
    // Croatians end a year with a point, as it is the tenth month of the 2024th.
    .replace(/(?<=[\p{L} ]\d{4})\.$/u, '');
  return YEAR_WITH_POINT.test(common) ? withoutPoints(common) : common;
}

function swapped(match: RegExpExecArray | null): readonly string[] {
  return match === null ? [] : [match[0], match[2] ?? '', match[1] ?? ''];
}

/** The day of a week of ISO 8601, of which the first has the year's first Thursday; null if the year has no such week. */
function dayOfWeek(year: number, week: number, day: number): string | null {
  const january4 = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((january4.getUTCDay() + 6) % 7) + (week - 1) * 7;
  const thursday = new Date(Date.UTC(year, 0, monday + 3));
  return week < 1 || thursday.getUTCFullYear() !== year
    ? null
    : new Date(Date.UTC(year, 0, monday + day - 1)).toISOString().slice(0, 10);
}

function withoutPoints(text: string): string {
  const year = text.slice(0, 4);
  const rest = text.slice(5).trim().replace(/\.$/, '');
  return /^\d/.test(rest) ? `${year}.${rest.replace(/\. /g, '.')}` : `${year} ${rest}`;
}
