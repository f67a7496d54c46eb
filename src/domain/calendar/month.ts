declare const monthBrand: unique symbol;

/** A calendar month, counted from January of year 0. Not a date: it has no day, no clock and no time zone. */
export type Month = number & { readonly [monthBrand]: true };

export const MONTHS_IN_YEAR = 12;

/** The month `month` (1 to 12) of `year`. */
export function monthOf(year: number, month: number): Month {
  return (year * 12 + month - 1) as Month;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 for January to 12 for December. */
export function monthNumber(month: Month): number {
  return (month % 12) + 1;
}

export function addMonths(month: Month, count: number): Month {
  return (month + count) as Month;
}

/** `2024-11`. */
export function formatMonth(month: Month): string {
  return `${yearOf(month)}-${String(monthNumber(month)).padStart(2, '0')}`;
}

/** The first serial number that is read as a date (18 May 1927): a smaller one could be a year. */
export const FIRST_DATE_SERIAL = 10000;

/** The serial number of 31 December 9999, Excel's last day. */
export const LAST_DATE_SERIAL = 2958465;

/** Days from 1 March of year 0 to the day that Excel's serial numbers count from (30 December 1899, valid from March 1900 on). */
const SERIAL_EPOCH = daysBefore(1899, 12) + 29;

/** Days from 1 March of year 0 to the first day of `month` in the Gregorian calendar. */
function daysBefore(year: number, month: number): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5)
  );
}

/** Excel's serial number (1900 date system) of the first day of `month`. */
export function serialOf(month: Month): number {
  return daysBefore(yearOf(month), monthNumber(month)) - SERIAL_EPOCH;
}

/**
 * The month in which the day with Excel's serial number `serial` (1900 date system) lies, or null if the number
 * is no date from 18 May 1927 to 31 December 9999. A time of day (the fraction) is ignored.
 */
export function monthOfSerial(serial: number): Month | null {
  const day = Math.floor(serial);
  if (!(day >= FIRST_DATE_SERIAL && day <= LAST_DATE_SERIAL)) {
    return null;
  }
  // A first guess from the mean length of a month is at most one month off.
  let month = monthOf(1900, 1 + Math.floor((day - 1) / 30.436875));
  while (serialOf(month) > day) {
    month = addMonths(month, -1);
  }
  while (serialOf(addMonths(month, 1)) <= day) {
    month = addMonths(month, 1);
  }
  return month;
}

/**
 * The month that a number stands for: 190001 to 999912 is year and month (202411), another number the serial of a date. Null if it
 * is neither: 202413 is no month, and a date of the year 2454 is not what anyone means by it.
 */
export function monthOfNumber(value: number): Month | null {
  if (value >= 190001 && value < 1_000_000) {
    const [year, number] = [Math.floor(value / 100), value % 100];
    return Number.isInteger(value) && number >= 1 && number <= 12 ? monthOf(year, number) : null;
  }
  return monthOfSerial(value);
}

/** The month of `2024-11` or `2024-11-18`, or null if the text is neither or the day does not exist. */
export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim());
  if (!match) {
    return null;
  }
  const year = Number(match[1]);
  const number = Number(match[2]);
  if (year < 1900 || number < 1 || number > 12) {
    return null;
  }
  const month = monthOf(year, number);
  if (match[3] === undefined) {
    return month;
  }
  const day = Number(match[3]);
  const length = serialOf(addMonths(month, 1)) - serialOf(month);
  return day >= 1 && day <= length ? month : null;
}
