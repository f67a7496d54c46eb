import { addMonths, monthOf, monthOfSerial, serialOf, type Month } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import { isBlankText } from './cell-text';

/** The month in which a date lies. A date such as `5/1/25` has two, for the month may come first or the day. */
export interface MonthReading {
  /** Null where it is no date so: `18.09.2023` has no month 18. */
  readonly monthFirst: Month | null;
  readonly dayFirst: Month | null;
  /** How day and month are set apart, where their order has to be known; points are usual where the day comes first. */
  readonly order: 'none' | 'slashed' | 'dotted';
}

const UNREADABLE: MonthReading = { monthFirst: null, dayFirst: null, order: 'none' };

/** The serial number of 1 January 1970, from which Unix time counts. */
const UNIX_EPOCH_SERIAL = 25569;
const SECONDS_A_DAY = 86_400;
/** Unix time beyond this is in milliseconds: as seconds it would be the year 5138. */
const LAST_SECONDS = 1e11;

/** The serial number of 1 January 2200. A larger number is no date of a bill; it may be 202409 or 20240918. */
const END_OF_SERIALS = 109_575;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** January to December as bills name them in English, German and French; without points and accents. */
const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv jaenner',
  'feb february februar fevrier fev fevr febr',
  'mar march marz maerz mrz mars',
  'apr april avril avr',
  'may mai',
  'jun june juni juin',
  'jul july juli juillet juil',
  'aug august aout',
  'sep sept september septembre',
  'oct october okt oktober octobre',
  'nov november novembre',
  'dec december dez dezember decembre',
];

const MONTH_NUMBERS = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A time of day and a zone are not looked into: neither moves the month that is written. */
const TIME = String.raw`(?:[T ,]\s?\d{1,2}[:.]\d{2}.{0,40}|[T ]\d{6}Z?|Z|\s?UTC)?`;
const dated = (date: string) => new RegExp(`^${date}${TIME}$`, 'u');
const YEAR_FIRST = dated(String.raw`(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?`);
const CHINESE = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const COMPACT = dated(String.raw`(\d{4})(\d{2})(\d{2})?`);
const YEAR_LAST = dated(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`);
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const WORD = String.raw`(\p{L}{3,9})\.?`;
const DAY_WORD_YEAR = dated(String.raw`(\d{1,2})(?:\.|st|nd|rd|th|er)?[-/ ]\s?${WORD}[-/ ,]\s?(\d{4}|\d{2})`);
const WORD_DAY_YEAR = dated(String.raw`${WORD}[-/ ](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[-/ ])(\d{4})`);
const WORD_YEAR = new RegExp(String.raw`^${WORD}(?:[-/ ,]{1,2}(\d{4})|[-/'](\d{2}))$`, 'u');
const YEAR_WORD = dated(String.raw`(\d{4})[-/ ]${WORD}(?:[-/ ](\d{1,2}))?`);

/**
 * The month of a date as bills write it: year first, compact (`202409`, `20240918`), with the month's name, or in numbers with
 * the year last. A number is Excel's serial number of a day, or a compact date.
 *
 * @param unixTime whether the column is known to count seconds or milliseconds since 1970
 * @returns `blank` for an empty cell, `NULL` and `null`; both months null where the text is no date
 */
export function readMonth(cell: Cell, unixTime: boolean): MonthReading | 'blank' {
  if (typeof cell === 'number') {
    return unixTime ? certain(monthOfUnixTime(cell)) : certain(monthOfNumber(cell));
  }
  const text = cell.trim();
  if (isBlankText(text)) {
    return 'blank';
  }
  if (text.length > 60) {
    return UNREADABLE;
  }
  if (unixTime && /^\d{9,14}(?:\.\d+)?$/.test(text)) {
    return certain(monthOfUnixTime(Number(text)));
  }
  return yearFirst(text) ?? yearLast(text) ?? named(text) ?? UNREADABLE;
}

function yearFirst(text: string): MonthReading | null {
  const separated = YEAR_FIRST.exec(text);
  if (separated) {
    return certain(monthWithDay(separated[1], separated[3], separated[4]));
  }
  const compact = COMPACT.exec(text) ?? CHINESE.exec(text.normalize('NFKC').replace(/\s/g, ''));
  return compact ? certain(monthWithDay(compact[1], compact[2], compact[3])) : null;
}

function yearLast(text: string): MonthReading | null {
  const monthAndYear = MONTH_YEAR.exec(text);
  if (monthAndYear) {
    return certain(monthWithDay(monthAndYear[2], monthAndYear[1], undefined));
  }
  const match = YEAR_LAST.exec(text);
  if (!match) {
    return null;
  }
  const [, first, separator, second, year] = match;
  return {
    monthFirst: monthWithDay(year, first, second),
    dayFirst: monthWithDay(year, second, first),
    order: separator === '.' ? 'dotted' : 'slashed',
  };
}

function named(text: string): MonthReading | null {
  const dayFirst = DAY_WORD_YEAR.exec(text);
  if (dayFirst) {
    return certain(monthWithDay(dayFirst[3], dayFirst[2], dayFirst[1]));
  }
  const dayLater = WORD_DAY_YEAR.exec(text);
  if (dayLater) {
    return certain(monthWithDay(dayLater[3], dayLater[1], dayLater[2]));
  }
  const wordYear = WORD_YEAR.exec(text);
  if (wordYear) {
    return certain(monthWithDay(wordYear[2] ?? wordYear[3], wordYear[1], undefined));
  }
  const yearWord = YEAR_WORD.exec(text);
  return yearWord ? certain(monthWithDay(yearWord[1], yearWord[2], yearWord[3])) : null;
}

/** The month, where the day exists in it; `month` is a number or a name, a year of two digits is of this century. */
function monthWithDay(yearText = '', monthText = '', dayText: string | undefined): Month | null {
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const number = /^\d/.test(monthText) ? Number(monthText) : (monthNamed(monthText) ?? 0);
  if (year < FIRST_YEAR || year > LAST_YEAR || number < 1 || number > 12) {
    return null;
  }
  const month = monthOf(year, number);
  if (dayText === undefined) {
    return month;
  }
  const day = Number(dayText);
  return day >= 1 && day <= serialOf(addMonths(month, 1)) - serialOf(month) ? month : null;
}

function certain(month: Month | null): MonthReading {
  return { monthFirst: month, dayFirst: month, order: 'none' };
}

function monthOfUnixTime(time: number): Month | null {
  const seconds = Math.abs(time) > LAST_SECONDS ? time / 1000 : time;
  return monthOfSerial(Math.floor(seconds / SECONDS_A_DAY) + UNIX_EPOCH_SERIAL);
}

function monthOfNumber(value: number): Month | null {
  if (value < END_OF_SERIALS) {
    return monthOfSerial(value);
  }
  const compact = Number.isInteger(value) ? COMPACT.exec(String(value)) : null;
  return compact ? monthWithDay(compact[1], compact[2], compact[3]) : null;
}

/** 1 to 12, or null where the word names no month. */
function monthNamed(word: string): number | null {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  return MONTH_NUMBERS.get(plain) ?? null;
}
