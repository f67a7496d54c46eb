import { calculate } from '../call/calculate';
import { amountCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { revenues } from '../late/late-figures';
import { bound, currency, optionalText, period, requiredName } from '../call/parameters';

export const AIREVENUE = declare({
  name: 'AIREVENUE',
  parameters: { vendor: requiredName('vendor'), period, currency, line: optionalText('a line'), bound },
  late: [revenues],
  figure: (book, question) => revenues.get().revenue(book, question),
  show: ({ revenue, marks }) => amountCell(revenue, marks),
});

/**
 * Which side of what is known only to lie between. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum REVENUEBOUND {
  /** At least so much. */
  low = "low",
  /** At most so much. */
  high = "high",
}

/**
 * A vendor's AI revenue: as stated, or as its clients' shares imply it.
 * @customfunction AIREVENUE AIREVENUE
 * @helpurl https://localhost:3000/help.html#airevenue
 * @param vendor Vendor's name as in AIRevenue or AIClients. A range gives one result for each name.
 * @param [period] month (default: the latest known), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [line] What is counted, as Line in AIRevenue or Share of in AIClients name it. Default: the vendor's AI revenue as a whole.
 * @param [bound] low or high: at least, or at most, so much, if the revenue is known only by bounds. Default: only what is known to the point.
 * @returns The revenue of the period, in the currency named or that of the rows.
 * @remarks
 * In one month: what AIRevenue states (of a yearly run rate, Per `year`, a twelfth), else what shares imply: the spends of
 * the clients that state a share, as AISPEND counts them, over the sum of those shares. A share belongs to client, vendor
 * and month and counts once, however many rows state it. `runrate` is that month times 12; longer periods are the sum of
 * the months known, and marked: `(2/12)`. REVSHARE x AIREVENUE = AISPEND wherever all three are known for a month.
 *
 * Errors: `#N/A` for an unknown vendor, or where neither is on record in the period; `#VALUE!` for sources that disagree,
 * several lines of which none is named, or mixed currencies; `#DIV/0!` if the shares add up to 0.
 * @example =AIREVENUE("Microsoft") gives 133,333,333.33 EUR: 20,000,000 over 15%.
 * @example =AIREVENUE("Microsoft","runrate") gives 1,600,000,000.00 EUR/yr.
 */
export async function airevenue(
  vendor: any[][],
  period?: any[][],
  currency?: any[][],
  line?: any[][],
  bound?: REVENUEBOUND[][],
): Promise<any[][]> {
  return calculate(AIREVENUE, [vendor, period, currency, line, bound]);
}
