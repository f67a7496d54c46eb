import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { usages } from '../late/late-figures';
import { currency, optionalDate, optionalText, requiredText } from '../call/parameters';

export const AIPRICE = declare({
  name: 'AIPRICE',
  parameters: {
    model: requiredText('model', 'a model'),
    kind: optionalText('a kind of price'),
    date: optionalDate,
    currency,
    provider: optionalText('a provider'),
  },
  late: [usages],
  figure: (book, question) => usages.get().price(book, question),
  show: ({ converted, per }) => usages.get().unitAmountCell(converted, per),
});

/**
 * The list price of a model, for a million tokens.
 * @customfunction AIPRICE AIPRICE
 * @helpurl https://localhost:3000/help.html#aiprice
 * @param model Model's name as in AIPrices. A range gives one result for each name.
 * @param [kind] What is priced, as Kind in AIPrices names it: input (default), output, cache read, cache write.
 * @param [date] The day whose price is taken, such as 2025-06-10 or a date; a month in which it does not change. Default: the latest price on record.
 * @param [currency] ISO 4217 code such as USD: converted at the mean rate of the date's month, or the latest there is. Default: the currency of the price.
 * @param [provider] Whose price, as Provider in AIPrices names it. Default: every provider, who must ask the same.
 * @returns The price of 1,000,000 tokens; of another unit, of as many as Per in AIPrices says.
 * @remarks
 * A price holds from its day (From) until the next one of the same provider, model and kind; without a day it holds as far
 * back as is known. Prices stated for another number of tokens are told for a million. The number format says what the
 * price is for. Prices for requests of a certain size (tiers) are not in AIPrices: it holds base prices. Two rows that hold
 * on the same day and differ, such as prices by time of day, give no figure.
 *
 * Errors: `#N/A` for a model, kind or provider that AIPrices does not have, a date before the first price, a missing rate or
 * table; `#VALUE!` if providers or rows disagree, if the price changes in the month given, or for what is no date.
 * @example =AIPRICE("o3","output","2025-06-10") gives 8.00 USD per 1M tokens.
 * @example =AIPRICE(A2:A10) gives the input price of each model.
 */
export async function aiprice(
  model: any[][],
  kind?: any[][],
  date?: any[][],
  currency?: any[][],
  provider?: any[][],
): Promise<any[][]> {
  return calculate(AIPRICE, [model, kind, date, currency, provider]);
}
