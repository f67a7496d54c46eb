import { ALL } from '../../domain/ledger/client-ledger';
import { spend } from '../../domain/figures/spend';
import { calculate } from '../call/calculate';
import { amountCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { currency, optionalName, period, requiredName } from '../call/parameters';

export const AISPEND = declare({
  name: 'AISPEND',
  parameters: { client: requiredName('client'), period, currency, vendor: optionalName('vendor') },
  figure: (book, { vendor, ...question }) => spend(book, { ...question, vendor: vendor ?? ALL }),
  show: ({ total }) => amountCell(total),
});

/**
 * What a client spent on AI in a period.
 * @customfunction AISPEND AISPEND
 * @helpurl https://localhost:3000/help.html#aispend
 * @param client Client's name as in AIClients, or "*" for all clients. A range gives one result for each name.
 * @param [period] month (default: the latest on record), quarter, year, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @returns The amount, in the currency named or that of the rows.
 * @remarks
 * `quarter` and `year` are run rates: the latest month times 3 and times 12. A stated period is the sum of the months
 * on record in it. Billed rows add up; of reported rows for one client, vendor, service and month one counts, and they
 * must agree; billed goes before reported; superseded never counts.
 *
 * Errors: `#N/A` for a client, vendor or period that is not on record, an amount not disclosed, a missing rate or
 * table; `#VALUE!` for a period or currency that cannot be read, sources that disagree, rows in several currencies
 * without one named, a broken row that is needed. Both say what to do.
 * @example =AISPEND("ByteDance") gives 20,000,000.00 EUR, the latest month on record.
 * @example =AISPEND("ByteDance","year","USD") gives the annual run rate in US dollars.
 */
export async function aispend(
  client: any[][],
  period?: any[][],
  currency?: any[][],
  vendor?: any[][],
): Promise<any[][]> {
  return calculate(AISPEND, [client, period, currency, vendor]);
}
