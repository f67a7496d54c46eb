/** How AIFORECAST can forecast, the simpler first. */
export const FORECAST_METHODS = ['last', 'mean', 'linear', 'growth', 'seasonal'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** What may be asked for; the first, which is the default, takes the method with the smallest error. */
export const ASKED_METHODS = ['auto', ...FORECAST_METHODS] as const;
export type AskedMethod = (typeof ASKED_METHODS)[number];

/** Months that may be forecast. */
export const LONGEST_FORECAST = 60;
