/**
 * Numbers by Excel's number formats, with the marks and the months of the browser's language, as the grid itself writes them.
 */
import { numfmt } from '@univerjs/core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { isEnglish, type Conventions } from '../values/conventions';
import { datesOfLanguage } from '../values/local-format';

/** The number as text; by no format if the format is none. */
export function numberText(value: number, format: string, conventions: Conventions): string {
  try {
    const locale = numberLocale(conventions);
    return numfmt.format(datesOfLanguage(format || GENERAL, conventions), value, locale === null ? {} : { locale });
  } catch {
    return String(value);
  }
}

const MONTHS_IN_YEAR = 12;
const DAYS_IN_WEEK = 7;
const known = new Set<string>();

/** The name under which the grid's number formats know the language; null for the English that they take for granted. */
export function numberLocale(conventions: Conventions): string | null {
  if (isEnglish(conventions)) {
    return null;
  }
  // By a name that stands for none of the languages that are known already, each with marks of its own.
  const name = `x${conventions.language.replace(/[^a-z\d]/gi, '')}`;
  if (!known.has(name)) {
    known.add(name);
    numfmt.addLocale(localeData(conventions), name);
  }
  return name;
}

function localeData({ language, decimal, group }: Conventions): Parameters<typeof numfmt.addLocale>[0] {
  const names = (count: number, parts: Intl.DateTimeFormatOptions, first: number): string[] => {
    const format = new Intl.DateTimeFormat(language, { ...parts, calendar: 'gregory', timeZone: 'UTC' });
    const isMonth = parts.month !== undefined;
    return Array.from({ length: count }, (_, index) =>
      format.format(new Date(Date.UTC(2025, isMonth ? index : 0, isMonth ? 1 : first + index))).replace(/\.$/, ''),
    );
  };
  // The 5th of January 2025 was a Sunday, with which Excel begins.
  return {
    decimal,
    group,
    mmmm: names(MONTHS_IN_YEAR, { month: 'long' }, 1),
    mmm: names(MONTHS_IN_YEAR, { month: 'short' }, 1),
    dddd: names(DAYS_IN_WEEK, { weekday: 'long' }, 5),
    ddd: names(DAYS_IN_WEEK, { weekday: 'short' }, 5),
  };
}
