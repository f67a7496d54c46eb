import { RANKED } from '../../domain/figures/ranking-words';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { records } from '../late/late-figures';
import { currency, optionalCount, optionalName, period, word } from '../call/parameters';

export const AICLIENTS = declare({
  name: 'AICLIENTS',
  parameters: {
    vendor: optionalName('vendor'),
    period,
    currency,
    top: optionalCount('a number of clients'),
    by: word(RANKED, 'what can be ranked'),
    client: optionalName('client'),
  },
  late: [records],
  figure: (book, { vendor, client, top, ...asked }) => ({
    ranking: records.get().rankClients(book, { ...asked, vendor: vendor ?? ALL, client: client ?? ALL }),
    top,
  }),
  show: ({ ranking, top }) => records.get().rankingTable(ranking, top),
});

/**
 * What can be ranked. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum RANKED_BY {
  /** Clients (default). */
  client = "client",
  /** Services. */
  service = "service",
  /** Models, if AIClients has a column Model. */
  model = "model",
  /** Teams, if AIClients has a column Team. */
  team = "team",
  /** Vendors. */
  vendor = "vendor",
}

/**
 * The clients by what they spent, or their services, models, teams or vendors, the largest first, with their shares.
 * @customfunction AICLIENTS AICLIENTS
 * @helpurl https://localhost:3000/help.html#aiclients
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [period] month (default: the latest on record), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [top] Show this many and one row "Others" for the rest. Default: all.
 * @param [by] What is ranked: client (default), service, model, team or vendor.
 * @param [client] Only this client's services, models, teams or vendors. Default: "*", those of all clients.
 * @returns A table with a header row: Client, Spend, Share of recorded, Cumulative share.
 * @remarks
 * Clients whose amount is not disclosed come last with an empty spend; they are in no share: the shares are of what is
 * recorded. If a client is in credit the shares are empty. Own bills and claims of the market are never one total: if
 * there are bills, only these are ranked, and what is claimed of clients comes after them, marked (reported), without
 * shares.
 *
 * Errors: as AISPEND. The arguments are single values, because the result is a table.
 * @example =AICLIENTS() lists all clients in the latest month on record.
 * @example =AICLIENTS("Microsoft",2024,"USD",10) lists Microsoft's ten largest clients of 2024, in US dollars.
 * @example =AICLIENTS(,2024,,,"service","Acme") lists the services that Acme paid for in 2024.
 */
export async function aiclients(
  vendor?: any[][],
  period?: any[][],
  currency?: any[][],
  top?: any[][],
  by?: RANKED_BY[][],
  client?: any[][],
): Promise<any[][]> {
  return calculate(AICLIENTS, [vendor, period, currency, top, by, client]);
}
