import { revenue } from '../domain/figures/revenue';
import { messages } from '../domain/messages/messages';
import { formatAmount } from '../domain/money/money';
import { calculate } from './calculate';
import { amountCell } from './cell-output';
import { declare } from './declaration';
import { conversionsOf, percentText, rowsOf } from './explanation';
import { currency, period, requiredName } from './parameters';

export const AIREVENUE = declare({
  name: 'AIREVENUE',
  parameters: { vendor: requiredName('vendor'), period, currency },
  figure: revenue,
  show: (figure) => amountCell(figure.revenue),
  explain: ({ rows, spend, shares, period }) => {
    const counted = new Set(rows.map((row) => row.row));
    return {
      rows: rowsOf([spend]).map((row) => ({
        ...row,
        counted: counted.has(row.row),
        reason: counted.has(row.row) ? '' : messages.notCountedNoShare,
      })),
      recorded: null,
      conversions: conversionsOf([spend]),
      steps: [
        `${formatAmount(spend.converted)}${period.times === 1 ? '' : ` x ${period.times}`} / ${percentText(shares)}`,
      ],
      period,
    };
  },
});

/**
 * A vendor's AI revenue, as its clients' stated shares imply it.
 * @customfunction AIREVENUE AIREVENUE
 * @helpurl https://localhost:3000/help.html#airevenue
 * @param vendor Vendor's name as in AIClients. A range gives one result for each name.
 * @param [period] month (default: the latest with both spend and share), quarter, year, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025.
 * @param [currency] ISO 4217 code such as USD: converted at the month's mean rate in AIRates. Default: the currency of the rows.
 * @returns The revenue of one month, or its run rate.
 * @remarks
 * In the latest month of the period that has rows with both spend and share: the sum of those spends over the sum of
 * those shares. `quarter` and `year` are that month times 3 and times 12; any other period finds the month and does
 * not multiply.
 *
 * Errors: `#N/A` for an unknown vendor, or where no row of the period states both; `#VALUE!` for sources that
 * disagree or mixed currencies; `#DIV/0!` where the shares add up to 0.
 * @example =AIREVENUE("Microsoft") gives 133,333,333.33 EUR: 20,000,000 over 15%.
 * @example =AIREVENUE("Microsoft","year") gives 1,600,000,000.00 EUR.
 */
export async function airevenue(vendor: any[][], period?: any[][], currency?: any[][]): Promise<any[][]> {
  return calculate(AIREVENUE, [vendor, period, currency]);
}
