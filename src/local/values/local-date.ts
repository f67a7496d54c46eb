/**
 * Dates as they are typed in a language, in the English form that has one meaning: `1/15/2025`, or `15-Jan` and `Jan-25` where a part is
 * missing, as Excel takes `15.1.` and `1.25` in German.
 */
import type { Conventions, DateOrder } from './conventions';

const MONTHS_IN_YEAR = 12;
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Two digits from here on are a year of the last century, as in Excel. */
const LAST_CENTURY = 30;
const NUMERIC = /^(\d{1,4})([./-])\s?(\d{1,2}|\d{4})(?:\2\s?(\d{1,4})?)?$/;
const DAY_FIRST = /^(\d{1,2})\.?[\s.-]\s?(\p{L}+)\.?(?:[\s-](\d{2}|\d{4}))?$/u;
const MONTH_FIRST = /^(\p{L}+)\.?[\s-](\d{2}|\d{4})$/u;

/** The English form of a date; null for what is none in the language, such as a 31st of February. */
export function englishDate(text: string, conventions: Conventions): string | null {
  const [, first, mark, second, third] = NUMERIC.exec(text) ?? [];
  if (first !== undefined && mark !== undefined && second !== undefined) {
    // A point parts dates only if the language has it so: elsewhere it is decimal, or nothing.
    const isDateMark = mark !== '.' || conventions.dateMark.startsWith('.');
    return isDateMark ? numericDate(first, second, third ?? '', conventions.dateOrder) : null;
  }
  const [, day, ofDay, year = ''] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined && ofDay !== undefined) {
    return namedDate(Number(day), monthCalled(ofDay, conventions), year);
  }
  const [, called, itsYear] = MONTH_FIRST.exec(text) ?? [];
  return called === undefined || itsYear === undefined ? null : monthAndYear(monthCalled(called, conventions), itsYear);
}

function numericDate(first: string, second: string, third: string, order: DateOrder): string | null {
  if (third === '') {
    return twoParts(first, second, order);
  }
  const parts = first.length === 4 ? 'ymd' : order;
  const part = (letter: string): string => [first, second, third][parts.indexOf(letter)] ?? '';
  const [day, month, year] = [part('d'), part('m'), yearOf(part('y'))];
  if (day.length > 2 || month.length > 2 || year === null || !isDay(Number(day), Number(month), year)) {
    return null;
  }
  return `${Number(month)}/${Number(day)}/${year}`;
}

/** A day of this year, or else a month of a year. */
function twoParts(first: string, second: string, order: DateOrder): string | null {
  if (first.length === 4) {
    return monthAndYear(Number(second), first);
  }
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return (day.length > 2 ? null : namedDate(Number(day), Number(month), '')) ?? monthAndYear(Number(first), second);
}

function namedDate(day: number, month: number, yearText: string): string | null {
  const name = ENGLISH_MONTHS[month - 1];
  const year = yearText === '' ? null : yearOf(yearText);
  // A year with a 29th of February stands for the one that is not given.
  if (name === undefined || !isDay(day, month, year ?? 2024)) {
    return null;
  }
  return year === null ? `${day}-${name}` : `${day}-${name}-${shortYear(year)}`;
}

function monthAndYear(month: number, yearText: string): string | null {
  const name = ENGLISH_MONTHS[month - 1];
  const year = yearOf(yearText);
  return name === undefined || year === null ? null : `${name}-${shortYear(year)}`;
}

/** The year that two or four digits stand for; null for others. */
function yearOf(text: string): number | null {
  const year = Number(text);
  switch (text.length) {
    case 2:
      return year < LAST_CENTURY ? 2000 + year : 1900 + year;
    case 4:
      return year >= 1900 ? year : null;
    default:
      return null;
  }
}

/** With two digits if they say the same. */
function shortYear(year: number): string {
  const short = String(year % 100).padStart(2, '0');
  return yearOf(short) === year ? short : String(year);
}

function isDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const names = new Map<string, readonly (readonly string[])[]>();

/** The number of the month of that name, long or short, in the language or in English; 0 if there is none. */
function monthCalled(name: string, { language }: Conventions): number {
  let known = names.get(language);
  if (known === undefined) {
    known = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => namesOf(month, language));
    names.set(language, known);
  }
  const wanted = plain(name);
  return known.findIndex((spellings) => spellings.includes(wanted)) + 1;
}

function namesOf(month: number, language: string): string[] {
  const date = new Date(Date.UTC(2025, month, 1));
  const spelled = [language, 'en'].flatMap((spoken) =>
    (['long', 'short'] as const).flatMap((length) =>
      // With a day beside it, some languages decline the name.
      [{ month: length }, { month: length, day: 'numeric' } as const].map(
        (parts) =>
          new Intl.DateTimeFormat(spoken, { ...parts, calendar: 'gregory', timeZone: 'UTC' })
            .formatToParts(date)
            .find(({ type }) => type === 'month')?.value ?? '',
      ),
    ),
  );
  return spelled.map(plain);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
