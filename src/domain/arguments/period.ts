import { messages } from '../messages/messages';
import {
  addMonths,
  LAST_DATE_SERIAL,
  monthNumber,
  monthOf,
  monthOfNumber,
  parseMonth,
  yearOf,
  formatMonth,
  type Month,
} from '../calendar/month';
import { Problem } from '../messages/problem';

/** The words of the period grammar, as the pick-list offers them. */
export const PERIOD_WORDS = ['month', 'runrate', 'ttm', 'ytd'] as const;
export type PeriodWord = (typeof PERIOD_WORDS)[number];

/** A period as it was asked for: relative to the latest month on record, or stated. */
export type Period =
  | { readonly kind: 'relative'; readonly word: PeriodWord }
  | { readonly kind: 'stated'; readonly from: Span; readonly to: Span };

/** A stated month, quarter or year, before it is known when the fiscal year starts. */
type Span =
  | { readonly calendar: 'civil'; readonly first: Month; readonly months: number }
  | { readonly calendar: 'fiscal'; readonly year: number; readonly firstMonth: number; readonly months: number };

/** A period made concrete: from and to, both included, and how often the sum is taken (a run rate). */
export interface ResolvedPeriod {
  readonly from: Month;
  readonly to: Month;
  /** 12 for `runrate`, else 1. */
  readonly times: 1 | 12;
  /** The months that were asked for: `to - from + 1`. */
  readonly months: number;
  /** How messages call it: `2024-Q4`, `FY2025`, `ttm to 2024-11`. */
  readonly label: string;
}

const OTHER_WORDS: Readonly<Record<string, PeriodWord>> = { annualised: 'runrate', annualized: 'runrate' };
const LATEST: Period = { kind: 'relative', word: 'month' };

const parsed = new Map<string | number, Period>();

/**
 * What a period argument means. `null` (omitted, blank, or 0) is the latest month on record.
 * Anything else than FUNCTIONS' period grammar is a `#VALUE!` Problem that lists what can be written.
 *
 * @example parsePeriod('2024-Q4')  // October to December 2024
 * @example parsePeriod(45597)      // 2024-11, the month of that serial number
 */
export function parsePeriod(value: string | number | boolean | null): Period {
  if (value === null || value === 0) {
    return LATEST;
  }
  if (typeof value === 'boolean') {
    throw new Problem('#VALUE!', messages.badPeriod(value));
  }
  const known = parsed.get(value);
  if (known) {
    return known;
  }
  const period = typeof value === 'number' ? ofNumber(value, value) : ofText(value);
  if (parsed.size > 10_000) {
    parsed.clear();
  }
  parsed.set(value, period);
  return period;
}

/** A whole number from 1900 to 9999 is a year, one from 190001 to 999912 a month, another a date's serial number. */
function ofNumber(value: number, written: string | number): Period {
  if (Number.isInteger(value) && value >= 1900 && value <= 9999) {
    return stated(civilYear(value));
  }
  const month = value > 9999 && value < LAST_DATE_SERIAL + 1 ? monthOfNumber(value) : null;
  if (month === null) {
    throw new Problem('#VALUE!', messages.badPeriod(written));
  }
  return stated({ calendar: 'civil', first: month, months: 1 });
}

function ofText(text: string): Period {
  // Word processors turn hyphens into dashes, which look the same in a cell.
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const word = OTHER_WORDS[written.toLowerCase()] ?? written.toLowerCase();
  if (isWord(word)) {
    return { kind: 'relative', word };
  }
  if (word === 'year' || word === 'quarter') {
    throw new Problem('#VALUE!', messages.twoMeanings(text, word));
  }
  if (/^\d+(\.\d+)?$/.test(written)) {
    return ofNumber(Number(written), text);
  }
  const ends = written.split(/ ?: ?/);
  const from = spanOf(ends[0] ?? '');
  const to = ends.length === 1 ? from : spanOf(ends[1] ?? '');
  if (from === null || to === null || ends.length > 2) {
    throw new Problem('#VALUE!', messages.badPeriod(text));
  }
  if (from.calendar === 'civil' && to.calendar === 'civil' && lastOf(to, 1) < from.first) {
    throw new Problem('#VALUE!', messages.endsBeforeItBegins(text));
  }
  return { kind: 'stated', from, to };
}

function isWord(text: string): text is PeriodWord {
  return (PERIOD_WORDS as readonly string[]).includes(text);
}

function stated(span: Span): Period {
  return { kind: 'stated', from: span, to: span };
}

function civilYear(year: number): Span {
  return { calendar: 'civil', first: monthOf(year, 1), months: 12 };
}

function spanOf(text: string): Span | null {
  const month = parseMonth(text);
  if (month !== null) {
    return { calendar: 'civil', first: month, months: 1 };
  }
  const year = /^(19\d\d|[2-9]\d{3})$/.exec(text);
  if (year) {
    return civilYear(Number(year[1]));
  }
  const quarter = /^(\d{4})[- ]?Q([1-4])$/i.exec(text) ?? /^Q([1-4])[- ](\d{4})$/i.exec(text);
  if (quarter) {
    const [a, b] = [Number(quarter[1]), Number(quarter[2])];
    const [inYear, number] = a > 4 ? [a, b] : [b, a];
    if (inYear < 1900) {
      return null;
    }
    return { calendar: 'civil', first: monthOf(inYear, 3 * number - 2), months: 3 };
  }
  const fiscal = /^FY ?(\d{4})(?:[- ]?Q([1-4]))?$/i.exec(text);
  if (!fiscal || Number(fiscal[1]) < 1900) {
    return null;
  }
  const inYear = Number(fiscal[1]);
  if (fiscal[2] === undefined) {
    return { calendar: 'fiscal', year: inYear, firstMonth: 0, months: 12 };
  }
  return { calendar: 'fiscal', year: inYear, firstMonth: 3 * (Number(fiscal[2]) - 1), months: 3 };
}

function firstOf(span: Span, fiscalYearStart: number): Month {
  if (span.calendar === 'civil') {
    return span.first;
  }
  // The fiscal year is named after the calendar year in which it ends.
  const startYear = fiscalYearStart === 1 ? span.year : span.year - 1;
  return addMonths(monthOf(startYear, fiscalYearStart), span.firstMonth);
}

function lastOf(span: Span, fiscalYearStart: number): Month {
  return addMonths(firstOf(span, fiscalYearStart), span.months - 1);
}

/** The first month of the fiscal year in which `month` lies. `fiscalYearStart` is 1 for January to 12 for December. */
export function fiscalYearStartBefore(month: Month, fiscalYearStart: number): Month {
  return addMonths(month, -((monthNumber(month) - fiscalYearStart + 12) % 12));
}

/**
 * Makes a period concrete.
 *
 * @param latest the latest month on record for what was asked; null if there is none
 * @param fiscalYearStart asked only if the period needs it, so that a broken workbook name troubles no one else
 * @returns null if the period is relative and there is no month on record to relate it to
 */
export function resolvePeriod(
  period: Period,
  latest: Month | null,
  fiscalYearStart: () => number,
): ResolvedPeriod | null {
  if (period.kind === 'stated') {
    return resolveStated(period, fiscalYearStart);
  }
  if (latest === null) {
    return null;
  }
  if (period.word === 'ttm') {
    return resolved(addMonths(latest, -11), latest, 1, `ttm to ${formatMonth(latest)}`);
  }
  if (period.word === 'ytd') {
    return resolved(fiscalYearStartBefore(latest, fiscalYearStart()), latest, 1, `ytd to ${formatMonth(latest)}`);
  }
  return resolved(latest, latest, period.word === 'runrate' ? 12 : 1, formatMonth(latest));
}

function resolveStated(period: Extract<Period, { kind: 'stated' }>, fiscalYearStart: () => number): ResolvedPeriod {
  const fiscal = period.from.calendar === 'fiscal' || period.to.calendar === 'fiscal';
  const start = fiscal ? fiscalYearStart() : 1;
  const from = firstOf(period.from, start);
  const to = lastOf(period.to, start);
  const label = period.from === period.to ? nameOf(period.from) : `${nameOf(period.from)}:${nameOf(period.to)}`;
  if (to < from) {
    throw new Problem('#VALUE!', messages.endsBeforeItBegins(label));
  }
  return resolved(from, to, 1, label);
}

function nameOf(span: Span): string {
  if (span.calendar === 'fiscal') {
    return `FY${span.year}${span.months === 12 ? '' : `-Q${span.firstMonth / 3 + 1}`}`;
  }
  if (span.months === 1) {
    return formatMonth(span.first);
  }
  return `${yearOf(span.first)}${span.months === 12 ? '' : `-Q${(monthNumber(span.first) + 2) / 3}`}`;
}

function resolved(from: Month, to: Month, times: 1 | 12, label: string): ResolvedPeriod {
  return { from, to, times, months: to - from + 1, label };
}

/** The value of the workbook name AIFiscalYearStart, checked: 1 if the workbook has no such name. */
export function parseFiscalYearStart(value: unknown): number {
  if (value === null || value === undefined || value === '') {
    return 1;
  }
  const month = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof month !== 'number' || !Number.isInteger(month) || month < 1 || month > 12) {
    throw new Problem('#VALUE!', messages.badFiscalYearStart(value));
  }
  return month;
}
