import { ASKED_METHODS } from '../../domain/figures/forecast-words';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { plans } from '../late/late-figures';
import { currency, optionalCount, optionalName, requiredName, word } from '../call/parameters';

export const AIFORECAST = declare({
  name: 'AIFORECAST',
  parameters: {
    client: requiredName('client'),
    months: optionalCount('a number of months'),
    method: word(ASKED_METHODS, 'a method'),
    currency,
    vendor: optionalName('vendor'),
  },
  late: [plans],
  figure: (book, { months, vendor, ...asked }) =>
    plans.get().forecast(book, { ...asked, months: months ?? 3, vendor: vendor ?? ALL }),
  show: (found) => plans.get().forecastTable(found),
});

/**
 * How to forecast. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum FORECASTMETHOD {
  /** The method that missed least so far (default). */
  auto = "auto",
  /** The last month. */
  last = "last",
  /** The mean of the last three months. */
  mean = "mean",
  /** The straight line of least squares, as FORECAST.LINEAR. */
  linear = "linear",
  /** Growth by the same percentage each month, as GROWTH. */
  growth = "growth",
  /** The month twelve months before. */
  seasonal = "seasonal",
}

/**
 * What a client will spend in the next months if it goes on as it did, with an 80 % band.
 * @customfunction AIFORECAST AIFORECAST
 * @helpurl https://localhost:3000/help.html#aiforecast
 * @param client Client's name as in AIClients, or "*" for all clients.
 * @param [months] How many months after the latest complete one on record, up to 60. Default: 3.
 * @param [method] auto (default), last, mean, linear, growth or seasonal.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @returns A table with a header row: Month, Forecast with the method, Low, High.
 * @remarks
 * Rests on the last run of complete months without a gap, three at least; a month without a row is 0 if the vendor's bill
 * of it is on record. `auto` forecasts each month from the 4th on from those before it, by each method, and takes the one
 * with the smallest mean absolute error, of equals the simpler; Explain shows the errors. Nothing depends on today's date.
 *
 * Low and High: the amount lies between them with a probability of 80 %, told by what the method missed so far: the forecast
 * plus and minus the root of the mean square of its errors, times the 90 % quantile of Student's t, times the root of how many
 * months ahead. They are empty if there are but three months.
 *
 * Errors: as AISPEND; `#N/A` if fewer than three months in a row are on record, or the method does not fit them (growth
 * needs amounts above 0, seasonal twelve months). The arguments are single values, because the result is a table.
 * @example =AIFORECAST("Acme") lists the next three months.
 * @example =AIFORECAST("Acme",12,"linear","USD") goes on in a straight line for a year, in US dollars.
 */
export async function aiforecast(
  client: any[][],
  months?: any[][],
  method?: FORECASTMETHOD[][],
  currency?: any[][],
  vendor?: any[][],
): Promise<any[][]> {
  return calculate(AIFORECAST, [client, months, method, currency, vendor]);
}
