import type { MonthRate } from '../../domain/ledger/rows-to-load';
import type { DailyRates } from './daily-rates';
import { datesByMonth, firstGap, firstSurplus, mean } from './monthly-means';
import { targetDays } from './target-days';

/** A month over which some currencies cannot be averaged, and why. */
export interface CurrencyGap {
  readonly month: string;
  /** In the order of the alphabet. */
  readonly currencies: readonly string[];
  /** For example `no rates on 2026-04-14`. */
  readonly reason: string;
}

/**
 * The means of whole months, each currency for itself: one that begins or ends in the middle of the file keeps its whole
 * months, and a month in which it has no rate at all is no gap of it. Earliest month first, then by the alphabet.
 */
export function currencyMeans(daily: DailyRates): { means: MonthRate[]; incomplete: CurrencyGap[] } {
  const means: MonthRate[] = [];
  const incomplete: CurrencyGap[] = [];
  for (const [month, dates] of datesByMonth(daily)) {
    const days = targetDays(month);
    const surplus = firstSurplus(dates, days);
    const gaps = new Map<string, string[]>();
    for (const currency of currenciesOn(daily, dates)) {
      const gap = firstGap(daily, days, [currency]) ?? surplus;
      if (gap === undefined) {
        means.push({ month, currency, unitsPerEur: mean(days.map((day) => daily.get(day)?.get(currency) ?? '')) });
      } else {
        gaps.set(gap, [...(gaps.get(gap) ?? []), currency]);
      }
    }
    for (const [reason, currencies] of gaps) {
      incomplete.push({ month, currencies, reason });
    }
  }
  return { means, incomplete };
}

function currenciesOn(daily: DailyRates, dates: readonly string[]): string[] {
  return [...new Set(dates.flatMap((date) => [...(daily.get(date)?.keys() ?? [])]))].sort();
}
