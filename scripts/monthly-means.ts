/**
 * From the European Central Bank's daily euro reference rates to the means of whole months.
 *
 * Reads the bank's own file (eurofxref-hist.csv): a header of Date and currency codes, then one line for each day, newest or
 * oldest first, with N/A or nothing where a currency has no rate.
 */
import { Decimal } from 'decimal.js';
import { UserError } from './command';
import { targetDays } from './target-days';

/** Sums of a month's rates stay far below 40 digits, so they are exact, and a quotient's 40 digits suffice to round it right. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** Units of a currency per euro, as written in the file, by ISO date and then by currency. */
export type DailyRates = ReadonlyMap<string, ReadonlyMap<string, string>>;

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

/** Reads the bank's file. Throws an error that names the line where the file is not what it should be. */
export function parseDailyRates(csv: string): DailyRates {
  const [header, ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.trim()));
  if (header?.[0] !== 'Date') {
    throw new UserError(`Line 1 starts with "${header?.[0] ?? ''}", not with Date. Use the bank's file eurofxref-hist.csv.`);
  }
  const rates = new Map<string, ReadonlyMap<string, string>>();
  lines.forEach(([date = '', ...cells], index) => {
    const line = index + 2;
    if (date === '') return;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UserError(`Line ${line}: "${date}" is not a date such as 2024-11-18.`);
    if (rates.has(date)) throw new UserError(`Line ${line}: ${date} is there twice.`);
    const ofDay = new Map<string, string>();
    cells.forEach((cell, column) => {
      const currency = header[column + 1] ?? '';
      if (currency === '' || cell === '' || cell === 'N/A') return;
      if (!/^\d+(\.\d+)?$/.test(cell) || Number(cell) === 0) throw new UserError(`Line ${line}: ${currency} is "${cell}", not a rate.`);
      ofDay.set(currency, cell);
    });
    rates.set(date, ofDay);
  });
  return rates;
}

/** The arithmetic mean, exact until its one rounding: six decimals, half up. */
export function mean(rates: readonly string[]): string {
  return Exact.sum(...rates).dividedBy(rates.length).toFixed(6);
}

/**
 * The means of every month in which each currency has a rate on each business day of TARGET, and no other day has rates; earliest
 * month first. The other months come back with the reason, so that nobody takes part of a month for the whole.
 */
export function monthlyMeans(
  daily: DailyRates,
  currencies: readonly string[],
): { complete: MonthlyMeans[]; incomplete: IncompleteMonth[] } {
  const months = [...new Set([...daily.keys()].map((date) => date.slice(0, 7)))].sort();
  const complete: MonthlyMeans[] = [];
  const incomplete: IncompleteMonth[] = [];
  for (const month of months) {
    const days = targetDays(month);
    const gap = firstGap(daily, days, currencies) ?? firstSurplus(daily, days, month);
    if (gap !== undefined) {
      incomplete.push({ month, reason: gap });
      continue;
    }
    const means = currencies.map((currency) => mean(days.map((day) => daily.get(day)?.get(currency) ?? '')));
    complete.push({ month, days: days.length, means });
  }
  return { complete, incomplete };
}

function firstGap(daily: DailyRates, days: readonly string[], currencies: readonly string[]): string | undefined {
  for (const day of days) {
    const rates = daily.get(day);
    if (rates === undefined) return `no rates on ${day}`;
    const missing = currencies.find((currency) => !rates.has(currency));
    if (missing !== undefined) return `no ${missing} rate on ${day}`;
  }
  return undefined;
}

function firstSurplus(daily: DailyRates, days: readonly string[], month: string): string | undefined {
  const surplus = [...daily.keys()].find((date) => date.startsWith(month) && !days.includes(date));
  return surplus === undefined ? undefined : `rates on ${surplus}, which is no business day of TARGET`;
}
