import { calculate } from '../call/calculate';
import { amountCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { records } from '../late/late-figures';
import { optionalMonth, requiredCurrency, requiredNumber } from '../call/parameters';

export const AIFX = declare({
  name: 'AIFX',
  parameters: {
    amount: requiredNumber('amount', 'an amount'),
    from: requiredCurrency('from', 'a currency to convert from'),
    to: requiredCurrency('to', 'a currency to convert to'),
    month: optionalMonth,
  },
  late: [records],
  figure: (book, question) => records.get().exchange(book, question),
  show: ({ converted }) => amountCell(converted),
});

/**
 * An amount in another currency, at the mean rate of a month.
 * @customfunction AIFX AIFX
 * @helpurl https://localhost:3000/help.html#aifx
 * @param amount The amount as a number. A range gives one result for each.
 * @param from ISO 4217 code of the currency it is in.
 * @param to ISO 4217 code of the currency it is wanted in.
 * @param [month] The month whose mean rate is taken, such as 2024-11 or a date. Default: the latest for which both have a rate.
 * @returns The amount in the other currency.
 * @remarks
 * Rates are those of AIRates, units per euro; two other currencies are crossed through the euro. The cross rate keeps 34
 * significant digits.
 *
 * Errors: `#N/A` if a rate is missing; `#VALUE!` for what is no number, currency or month, or where AIRates has two
 * rates for one month.
 * @example =AIFX(20000000,"EUR","USD","2024-11") gives 21,260,280.00 USD.
 * @example =AIFX(A2:A10,"USD","GBP") converts a column at the latest month's rate.
 */
export async function aifx(amount: any[][], from: any[][], to: any[][], month?: any[][]): Promise<any[][]> {
  return calculate(AIFX, [amount, from, to, month]);
}
