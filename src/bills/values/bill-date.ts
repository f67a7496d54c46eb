import { addMonths, formatMonth, monthOf, monthOfSerial, serialOf, type Month } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import { isBlankText } from './cell-text';
import { commonSpelling } from './date-spelling';
import { monthNamed, namesOf, type MonthNames } from './month-names';
import { endsOf } from './other-period';

/** In which order a date is written in digits, if its form leaves a choice; `serial`: it counts days, as Excel does. */
export type DateNotation = 'month-first' | 'day-first' | 'year-first' | 'serial';
export const DATE_NOTATIONS: readonly DateNotation[] = ['month-first', 'day-first', 'year-first', 'serial'];

/** The month in which a date lies. A date such as `5/1/25` has two, for the month may come first or the day; `24-11-05` has more. */
export interface MonthReading {
  /** Null if it is no date so: `18.09.2023` has no month 18. */
  readonly months: Readonly<Record<DateNotation, Month | null>>;
  /** How day and month are set apart, if their order has to be known; points are usual if the day comes first. */
  readonly order: 'none' | 'slashed' | 'dotted' | 'digits';
  /** The month where the notation of the column gives none: a number that can only be a serial number may stand among texts. */
  readonly otherwise: Month | null;
  /** A period of a fiscal year (`2024/011`, `P11 FY25`): which month it is depends on when the year begins. */
  readonly fiscal: FiscalPeriod | null;
  /** The month if its name is Croatian, which has `listopad` for October, and Polish and Czech for November. */
  readonly croatian?: Month;
  /** Whose name of a month it is, if only one of them has it. */
  readonly tells?: MonthNames;
}

export interface FiscalPeriod {
  /** As it is called: the year in which it ends, if it is no calendar year. */
  readonly year: number;
  /** 1 to 12. */
  readonly period: number;
  /** It is that month of the calendar, in whichever year it is then. */
  readonly isMonth?: true;
}

/** What is known of a column of dates beforehand. */
export interface DateWays {
  /** A number counts seconds or milliseconds since 1970. */
  readonly unixTime?: boolean;
  /** A date is the day and the month (`0511`) of the year that begins with this month. */
  readonly yearBegins?: Month;
}

const NO_MONTHS: MonthReading['months'] = { 'month-first': null, 'day-first': null, 'year-first': null, serial: null };
const UNREADABLE: MonthReading = { months: NO_MONTHS, order: 'none', otherwise: null, fiscal: null };

/** The serial number of 1 January 1970, from which Unix time counts. */
const UNIX_EPOCH_SERIAL = 25569;
const SECONDS_A_DAY = 86_400;
/** Unix time beyond this is in milliseconds: as seconds it would be the year 5138. */
const LAST_SECONDS = 1e11;

/** The serial number of 1 January 2200. A larger number is no date of a bill; it may be 202409 or 20240918. */
const END_OF_SERIALS = 109_575;

/** The serial number of 1 January 1990. A smaller number counts something else than days: months, or years. */
const FIRST_SERIAL = 32_874;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A time of day and a zone are not looked into: neither moves the month that is written. */
const TIME = String.raw`(?:[T ,]\s?\d{1,2}[:.]\d{2}.{0,40}|[T ]\d{6}Z?|Z|\s?UTC)?`;
const dated = (date: string) => new RegExp(`^${date}${TIME}$`, 'u');
const YEAR_FIRST = dated(String.raw`(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?`);
const CHINESE = /^(\d{4})[年년](\d{1,2})[月월](?:(\d{1,2})[日일])?$/;
const COMPACT = dated(String.raw`(\d{4})(\d{2})(\d{2})?`);
const YEAR_SHORT = dated(String.raw`(\d{2})([-/.])(\d{1,2})\2(\d{1,2})`);
const YEAR_LAST = dated(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`);
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const WORD = String.raw`([\p{L}\p{M}]{2,14})\.?`;
const OF = String.raw`(?:(?:de|del|di|do|of) )?`;
const DAY_WORD_YEAR = dated(
  String.raw`(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª|°)?[-/ ]\s?${OF}${WORD}[-/ ,]\s?${OF}(\d{4}|\d{2})(?: ?г\.?| ?r\.?)?`,
);
const WORD_DAY_YEAR = dated(String.raw`${WORD}[-/ ](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[-/ ])(\d{4})`);
const WORD_YEAR = new RegExp(
  String.raw`^${WORD}(?:[-/ ,]{1,2}${OF}(\d{4})(?: ?г\.?| ?r\.?)?|(?:[-/']| ')(\d{2}))$`,
  'u',
);
const YEAR_WORD = dated(String.raw`(\d{4})[-/ ]${WORD}(?:[-/ ](\d{1,2}))?`);

/** Digits alone: a day, a month and a year of two digits or four, the first zero perhaps lost; or a serial number. */
const DIGITS = /^\d{5,8}(?:\.\d+)?$/;
/** `2024/011`, `011.2024`: three digits are a period, never a month. */
const YEAR_PERIOD = /^(\d{4})[-/. ]0(\d{2})$/;
const PERIOD_YEAR = /^0(\d{2})[-/. ](\d{4})$/;
/** `P11 FY25`, `FY2025-P11`, `FY25 P11`. */
const PERIOD_FISCAL = /^P(\d{1,2})[-/. ]{0,3}FY ?(\d{4}|\d{2})$/i;
/** `P06/2025`, `Period 6 2025`, `2025-P06`: nothing says that the year is the calendar's. */
const PERIOD_OF_YEAR = /^(?:P|Per\.?|Perioden?|Period) ?(\d{1,2})[-/. ]{1,3}(\d{4})$/i;
const YEAR_OF_PERIOD = /^(\d{4})[-/. ]{0,3}P(\d{1,2})$/i;
const FISCAL_PERIOD = /^FY ?(\d{4}|\d{2})[-/. ]{0,3}P(\d{1,2})$/i;

/** `March FY2025`. */
const MONTH_FISCAL = new RegExp(String.raw`^${WORD}[-/ ]FY ?(\d{4}|\d{2})$`, 'iu');

/**
 * The month of a date as bills write it: year first, compact (`202409`, `20240918`), with the month's name, or in numbers with
 * the year last. A number is Excel's serial number of a day, or a compact date. If a date can be read in several orders, it
 * has a month for each: the column has to decide.
 *
 * @returns `blank` for an empty cell, `NULL` and `null`; no month at all if the text is no date
 */
export function readMonth(cell: Cell, { unixTime = false, yearBegins }: DateWays = {}): MonthReading | 'blank' {
  if (typeof cell === 'number') {
    return unixTime ? certain(monthOfUnixTime(cell)) : readNumber(cell, yearBegins);
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
  if (yearBegins !== undefined && /^\d{3,4}$/.test(text)) {
    return certain(monthOfDayAndMonth(text.padStart(4, '0'), yearBegins));
  }
  return read(text) ?? readSpelling(commonSpelling(text)) ?? UNREADABLE;
}

function read(text: string): MonthReading | null {
  return soundOrNull(yearFirst(text) ?? digits(text) ?? yearLast(text) ?? fiscal(text) ?? named(text));
}

function readSpelling(text: string): MonthReading | null {
  return read(text) ?? stretch(text);
}

/** Null also if the form of a date is there, and no such date: another spelling may be one. */
function soundOrNull(reading: MonthReading | null): MonthReading | null {
  return reading === null || (reading.fiscal === null && !isDate(reading.months)) ? null : reading;
}

/** From one day to another of the same month: of that month, in each notation in which both are. */
function stretch(text: string): MonthReading | null {
  const ends = endsOf(text);
  const [first, last] = ends === null ? [null, null] : [read(ends[0]), read(ends[1])];
  if (first === null || last === null || first.fiscal !== null || last.fiscal !== null) {
    return null;
  }
  const months = Object.fromEntries(
    DATE_NOTATIONS.map((notation) => [
      notation,
      first.months[notation] === last.months[notation] ? first.months[notation] : null,
    ]),
  ) as Record<DateNotation, Month | null>;
  const order = last.order === 'none' ? first.order : last.order;
  return isDate(months) ? { months, order, otherwise: null, fiscal: null } : null;
}

/** The month as it is in one notation and by the names of a language, or in the fiscal years that begin with a month from 1 to 12. */
export function monthIn(
  { months, otherwise, fiscal: period, croatian }: MonthReading,
  notation: DateNotation,
  fiscalStart: number,
  names: MonthNames = 'polish',
): Month | null {
  if (names === 'croatian' && croatian !== undefined) {
    return croatian;
  }
  if (period === null) {
    return months[notation] ?? otherwise;
  }
  const { year, period: number, isMonth } = period;
  if (isMonth === true) {
    return monthOf(fiscalStart > 1 && number >= fiscalStart ? year - 1 : year, number);
  }
  return addMonths(monthOf(fiscalStart === 1 ? year : year - 1, fiscalStart), number - 1);
}

function readNumber(value: number, yearBegins: Month | undefined): MonthReading {
  if (yearBegins !== undefined && Number.isInteger(value) && value >= 101 && value <= 3112) {
    return certain(monthOfDayAndMonth(String(value).padStart(4, '0'), yearBegins));
  }
  const reading = (Number.isInteger(value) ? yearFirst(String(value)) : null) ?? digits(String(value));
  if (reading === null) {
    return UNREADABLE;
  }
  const possible = DATE_NOTATIONS.filter((notation) => reading.months[notation] !== null);
  return possible.length === 1 && possible[0] !== undefined
    ? { ...reading, otherwise: reading.months[possible[0]] }
    : reading;
}

function yearFirst(text: string): MonthReading | null {
  const separated = YEAR_FIRST.exec(text);
  if (separated) {
    return certain(monthWithDay(separated[1], separated[3], separated[4]));
  }
  const compact = COMPACT.exec(text) ?? CHINESE.exec(text.normalize('NFKC').replace(/\s/g, ''));
  const month = compact ? monthWithDay(compact[1], compact[2], compact[3]) : null;
  // `05112024` and `051124` are no such date, but may be another.
  return month === null && DIGITS.test(text) ? null : compact ? certain(month) : null;
}

/** A date of nothing but digits, with the year last or a year of two digits, or a serial number. */
function digits(text: string): MonthReading | null {
  if (!DIGITS.test(text)) {
    return null;
  }
  const isWhole = !text.includes('.');
  const plain = text.length > 6 ? text.padStart(8, '0') : text.padStart(6, '0');
  const [first, second, year] = [plain.slice(0, 2), plain.slice(2, 4), plain.slice(4)];
  const value = Number(text);
  return uncertain(
    {
      'month-first': isWhole ? monthWithDay(year, first, second) : null,
      'day-first': isWhole ? monthWithDay(year, second, first) : null,
      'year-first': isWhole && text.length === 6 ? monthWithDay(first, second, year) : null,
      serial: value >= FIRST_SERIAL && value < END_OF_SERIALS && !text.startsWith('0') ? monthOfSerial(value) : null,
    },
    'digits',
  );
}

function yearLast(text: string): MonthReading | null {
  const monthAndYear = MONTH_YEAR.exec(text);
  if (monthAndYear) {
    return certain(monthWithDay(monthAndYear[2], monthAndYear[1], undefined));
  }
  const match = YEAR_LAST.exec(text);
  const short = YEAR_SHORT.exec(text);
  if (!match && !short) {
    return null;
  }
  const [, first, separator, second, year] = match ?? short ?? [];
  return uncertain(
    {
      'month-first': match ? monthWithDay(year, first, second) : null,
      'day-first': match ? monthWithDay(year, second, first) : null,
      'year-first': short ? monthWithDay(short[1], short[3], short[4]) : null,
      serial: null,
    },
    separator === '.' ? 'dotted' : 'slashed',
  );
}

function fiscal(text: string): MonthReading | null {
  const [, word = '', ofYear = ''] = MONTH_FISCAL.exec(text) ?? [];
  // One that Croatian has for another month is left to whoever can say which it is.
  const month = word === '' || (namesOf(word)?.croatian ?? null) !== null ? null : monthNamed(word);
  if (month !== null) {
    return {
      months: NO_MONTHS,
      order: 'none',
      otherwise: null,
      fiscal: { year: yearOf(ofYear), period: month, isMonth: true },
    };
  }
  const [, year = '', period = ''] =
    YEAR_PERIOD.exec(text) ?? FISCAL_PERIOD.exec(text) ?? YEAR_OF_PERIOD.exec(text) ?? [];
  const [, laterPeriod = '', laterYear = ''] =
    PERIOD_YEAR.exec(text) ?? PERIOD_FISCAL.exec(text) ?? PERIOD_OF_YEAR.exec(text) ?? [];
  const number = Number(period || laterPeriod);
  const named = year || laterYear;
  if (named === '' || number < 1 || number > 12) {
    return null;
  }
  return {
    months: NO_MONTHS,
    order: 'none',
    otherwise: null,
    fiscal: { year: yearOf(named), period: number },
  };
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function named(text: string): MonthReading | null {
  const dayFirst = DAY_WORD_YEAR.exec(text);
  if (dayFirst) {
    return byName(dayFirst[3], dayFirst[2], dayFirst[1]);
  }
  const dayLater = WORD_DAY_YEAR.exec(text);
  if (dayLater) {
    return byName(dayLater[3], dayLater[1], dayLater[2]);
  }
  const wordYear = WORD_YEAR.exec(text);
  if (wordYear) {
    return byName(wordYear[2] ?? wordYear[3], wordYear[1], undefined);
  }
  const yearWord = YEAR_WORD.exec(text);
  return yearWord ? byName(yearWord[1], yearWord[2], yearWord[3]) : null;
}

function byName(year: string | undefined, name = '', day: string | undefined): MonthReading {
  const reading = certain(monthWithDay(year, name, day));
  const names = namesOf(name);
  if (names === null) {
    return reading;
  }
  const croatian = names.croatian === null ? null : monthWithDay(year, String(names.croatian), day);
  return {
    ...reading,
    ...(croatian === null ? {} : { croatian }),
    ...(names.tells === null ? {} : { tells: names.tells }),
  };
}

/** The month, if the day exists in it; `month` is a number or a name, a year of two digits is of this century. */
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

/** `0511` is the fifth of the November that lies in the twelve months from `yearBegins` on. */
function monthOfDayAndMonth(text: string, yearBegins: Month): Month | null {
  for (let later = 0; later < 12; later++) {
    const month = addMonths(yearBegins, later);
    const [year, number] = formatMonth(month).split('-');
    if (number === text.slice(2)) {
      return monthWithDay(year, number, text.slice(0, 2));
    }
  }
  return null;
}

function certain(month: Month | null): MonthReading {
  return {
    months: { 'month-first': month, 'day-first': month, 'year-first': month, serial: month },
    order: 'none',
    otherwise: null,
    fiscal: null,
  };
}

/** No date at all if no notation gives one; certain it is never, for the column may speak against the only one. */
function uncertain(months: MonthReading['months'], order: MonthReading['order']): MonthReading {
  return isDate(months) ? { months, order, otherwise: null, fiscal: null } : UNREADABLE;
}

function isDate(months: MonthReading['months']): boolean {
  return DATE_NOTATIONS.some((notation) => months[notation] !== null);
}

function monthOfUnixTime(time: number): Month | null {
  const seconds = Math.abs(time) > LAST_SECONDS ? time / 1000 : time;
  return monthOfSerial(Math.floor(seconds / SECONDS_A_DAY) + UNIX_EPOCH_SERIAL);
}
