import { ecbCurrencies, ecbMonthlyMeans } from './ecb-monthly-means';

/** A row of the table AIRates as it ships, before anything has checked it. */
export interface ReferenceRate {
  /** Such as 2024-11. */
  readonly month: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Decimal text, so that no digit is lost. */
  readonly unitsPerEur: string;
  readonly source: string;
}

/** What the Source column of each shipped rate says. */
export const rateSource = "ECB euro reference rates, mean of the month's daily rates";

/** One row for each month and currency, earliest month first. The euro itself is 1 and needs no row. */
export const referenceRates: readonly ReferenceRate[] = ecbMonthlyMeans.flatMap(([month, , ...means]) =>
  ecbCurrencies.map((currency, index) => ({
    month,
    currency,
    unitsPerEur: means[index] as string,
    source: rateSource,
  })),
);
