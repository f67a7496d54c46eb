import type { Trend } from '../../domain/figures/trend';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { amountCell, monthCell, percentCell } from '../call/cell-output';
import { declare, type Table } from '../call/declaration';
import { records } from '../late/late-figures';
import { currency, optionalName, optionalStatedPeriod, optionalText, requiredName } from '../call/parameters';

const HEADER = ['Month', 'Spend', 'Change from the previous month'];

export const AITREND = declare({
  name: 'AITREND',
  parameters: {
    client: requiredName('client'),
    from: optionalStatedPeriod,
    to: optionalStatedPeriod,
    currency,
    vendor: optionalName('vendor'),
    service: optionalText('a service'),
  },
  late: [records],
  figure: (book, { vendor, service, ...question }) =>
    records.get().trend(book, { ...question, vendor: vendor ?? ALL, service: service ?? ALL }),
  show: table,
});

function table({ months }: Trend): Table {
  return [
    HEADER,
    ...months.map(({ month, spend, change, marks }) => [
      monthCell(month),
      spend === null ? '' : amountCell(spend.converted, marks),
      change === null ? '' : percentCell(change),
    ]),
  ];
}

/**
 * What a client spent month by month, with the change from the previous month.
 * @customfunction AITREND AITREND
 * @helpurl https://localhost:3000/help.html#aitrend
 * @param client Client's name as in AIClients, or "*" for all clients.
 * @param [from] First month, such as 2024-01 or a date; of 2024, 2024-Q4 or FY2025 the first month. Default: the first on record.
 * @param [to] Last month, written as from. Default: the latest on record.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [service] Only what was paid for this service, as AIClients names it. Default: every service.
 * @returns A table with a header row: Month, Spend, Change from the previous month (a fraction of that month's spend).
 * @remarks
 * A month without a row shows an empty spend, not 0, and so does the change on it. The change is also empty for the first
 * month shown, if the month before is not positive, and where one of the two is marked not complete. Behind an amount stands
 * what a reader would otherwise miss of its month: `(partial)`, and of all clients `(+2 undisclosed)`, `(+3 reported)`.
 *
 * Errors: as AISPEND; `#N/A` if no month of the stretch is on record; `#VALUE!` if the trend would end before it
 * starts. The arguments are single values, because the result is a table.
 * @example =AITREND("ByteDance") lists every month from the first on record to the latest.
 * @example =AITREND("*",2024,2024,"EUR") lists the twelve months of 2024 for all clients, in euros.
 */
export async function aitrend(
  client: any[][],
  from?: any[][],
  to?: any[][],
  currency?: any[][],
  vendor?: any[][],
  service?: any[][],
): Promise<any[][]> {
  return calculate(AITREND, [client, from, to, currency, vendor, service]);
}
