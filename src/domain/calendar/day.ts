import { addMonths, FIRST_DATE_SERIAL, LAST_DATE_SERIAL, monthOfNumber, parseMonth, serialOf } from './month';

declare const dayBrand: unique symbol;

/** A day, as Excel's serial number counts it (1900 date system). */
export type Day = number & { readonly [dayBrand]: true };

/** The first and the last day of what was written: of a date one and the same, of a month its first and its last. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** The days of a date (its serial number, or 2025-06-10) or of a month (2025-06, 202506); null if a value is neither. */
export function daysOf(value: string | number | boolean | null): Days | null {
  if (typeof value === 'number') {
    const day = Math.floor(value);
    // As everywhere, 190001 to 999912 is a month.
    return day >= 190001 || day < FIRST_DATE_SERIAL || day > LAST_DATE_SERIAL
      ? ofMonth(monthOfNumber(value))
      : { first: day as Day, last: day as Day };
  }
  if (typeof value !== 'string') {
    return null;
  }
  const month = parseMonth(value);
  const [, inMonth] = /^\d{4}-\d{1,2}-(\d{1,2})$/.exec(value.trim()) ?? [];
  if (month === null || inMonth === undefined) {
    return ofMonth(month);
  }
  const day = (serialOf(month) + Number(inMonth) - 1) as Day;
  return { first: day, last: day };
}

function ofMonth(month: ReturnType<typeof parseMonth>): Days | null {
  return month === null ? null : { first: serialOf(month) as Day, last: (serialOf(addMonths(month, 1)) - 1) as Day };
}
