import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { records } from '../late/late-figures';
import { optionalName, period, requiredName } from '../call/parameters';

export const AISOURCE = declare({
  name: 'AISOURCE',
  parameters: { client: requiredName('client'), period, vendor: optionalName('vendor') },
  late: [records],
  figure: (book, { vendor, ...question }) => records.get().sources(book, { ...question, vendor: vendor ?? ALL }),
  show: (found) => records.get().sourceTable(found),
});

/**
 * What a figure rests on: every row, its source, and whether it counts.
 * @customfunction AISOURCE AISOURCE
 * @helpurl https://localhost:3000/help.html#aisource
 * @param client Client's name as in AIClients, or "*" for all clients.
 * @param [period] month (default: the latest on record), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @returns A table with a header row: Month, Spend, Currency, Basis, Source, Note, Counted, Client, Vendor, Service, Row; and a last row with the months on record.
 * @remarks
 * Shows superseded rows, rival claims and rows that cannot be read as well, with "no" under Counted: it is where to look
 * when AISPEND says that sources disagree. Row is the number of the sheet's row. The last row tells how many of the months
 * asked for are on record, and whether one of them is not over.
 *
 * Errors: `#N/A` for a client, vendor or period without a row. The arguments are single values, because the result is
 * a table.
 * @example =AISOURCE("ByteDance") lists what the latest month rests on.
 * @example =AISOURCE("ByteDance",2024) lists every row of 2024 and ends with "1 of 12 months on record".
 */
export async function aisource(client: any[][], period?: any[][], vendor?: any[][]): Promise<any[][]> {
  return calculate(AISOURCE, [client, period, vendor]);
}
