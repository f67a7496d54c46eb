/** From daily rates to the means of whole months. */
import { Decimal } from 'decimal.js';
import type { DailyRates } from './daily-rates';
import { targetDays } from './target-days';

/** Sums of a month's rates stay far below 40 digits, so they are exact, and a quotient's 40 digits suffice to round it right. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** The means of one month; units per euro with six decimals, in the order of the currencies asked for. */
export interface MonthlyMeans {
  readonly month: string;
  /** How many days the means are taken over. */
  readonly days: number;
  readonly means: readonly string[];
}

/** A month that cannot be averaged, and why. */
export interface IncompleteMonth {
  readonly month: string;
  readonly reason: string;
}

/** The arithmetic mean, exact until its one rounding: six decimals, half up. */
export function mean(rates: readonly string[]): string {
  return Exact.sum(...rates)
    .dividedBy(rates.length)
    .toFixed(6);
}

/**
 * The means of every month in which each currency has a rate on each business day of TARGET, and no other day has rates; earliest
 * month first. The other months come back with the reason, so that nobody takes part of a month for the whole.
 */
export function monthlyMeans(
  daily: DailyRates,
  currencies: readonly string[],
): { complete: MonthlyMeans[]; incomplete: IncompleteMonth[] } {
  const complete: MonthlyMeans[] = [];
  const incomplete: IncompleteMonth[] = [];
  for (const [month, dates] of datesByMonth(daily)) {
    const days = targetDays(month);
    const gap = firstGap(daily, days, currencies) ?? firstSurplus(dates, days);
    if (gap !== undefined) {
      incomplete.push({ month, reason: gap });
      continue;
    }
    const means = currencies.map((currency) => mean(days.map((day) => daily.get(day)?.get(currency) ?? '')));
    complete.push({ month, days: days.length, means });
  }
  return { complete, incomplete };
}

/** The dates with rates, by month, earliest month first. */
export function datesByMonth(daily: DailyRates): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const date of [...daily.keys()].sort()) {
    const month = date.slice(0, 7);
    const dates = months.get(month);
    if (dates === undefined) {
      months.set(month, [date]);
    } else {
      dates.push(date);
    }
  }
  return months;
}

/** What the first business day lacks that lacks anything. */
export function firstGap(
  daily: DailyRates,
  days: readonly string[],
  currencies: readonly string[],
): string | undefined {
  for (const day of days) {
    const rates = daily.get(day);
    if (rates === undefined) {
      return `no rates on ${day}`;
    }
    const missing = currencies.find((currency) => !rates.has(currency));
    if (missing !== undefined) {
      return `no ${missing} rate on ${day}`;
    }
  }
  return undefined;
}

/** The first date that has rates though it is no business day. */
export function firstSurplus(dates: readonly string[], days: readonly string[]): string | undefined {
  const surplus = dates.find((date) => !days.includes(date));
  return surplus === undefined ? undefined : `rates on ${surplus}, which is no business day of TARGET`;
}
