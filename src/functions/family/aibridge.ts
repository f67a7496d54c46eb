import { BRIDGED } from '../../domain/figures/bridge-words';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { plans } from '../late/late-figures';
import { currency, optionalName, requiredName, requiredStatedPeriod, word } from '../call/parameters';

export const AIBRIDGE = declare({
  name: 'AIBRIDGE',
  parameters: {
    client: requiredName('client'),
    from: requiredStatedPeriod('from', 'a period to compare from'),
    to: requiredStatedPeriod('to', 'a period to compare to'),
    currency,
    vendor: optionalName('vendor'),
    by: word(BRIDGED, 'what a spend can be told apart by'),
  },
  late: [plans],
  figure: (book, { vendor, ...asked }) => plans.get().bridge(book, { ...asked, vendor: vendor ?? ALL }),
  show: (found) => plans.get().bridgeTable(found),
});

/**
 * By what the parts of a spend are told apart. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum BRIDGED_BY {
  /** Services (default). */
  service = "service",
  /** Models, if AIClients has a column Model. */
  model = "model",
  /** Teams, if AIClients has a column Team. */
  team = "team",
  /** Vendors. */
  vendor = "vendor",
  /** Clients, of "*". */
  client = "client",
}

/**
 * Why a client's spend changed between two periods: volume, mix, price, FX, new, gone.
 * @customfunction AIBRIDGE AIBRIDGE
 * @helpurl https://localhost:3000/help.html#aibridge
 * @param client Client's name as in AIClients, or "*" for all clients.
 * @param from The first period: 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param to The second period, written as from.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [by] What is compared: service (default), model, team, vendor or, for all clients, client.
 * @returns A table with a header row: Effect, Amount; From, Volume, Mix, Price, FX, New, Gone, Unexplained, To.
 * @remarks
 * Of what was paid for in both periods with quantities of one unit (Quantity and Unit in AIClients): `Price` is what the
 * second period's quantities cost more than at the first period's prices, `Volume` the change of the quantity at the first
 * period's mean price, `Mix` the rest; tokens whose units say which way they go (`input tokens`) count by direction. `FX` is
 * the second period's amounts, in their own currency, times the change of the rate; the other effects are at the first
 * period's rates. `New` and `Gone` are what only one of the periods has. Without quantities the rest is `Unexplained`. From
 * and the effects add up to To, to the last digit.
 *
 * Errors: as AISPEND; `#VALUE!` for a period that is not stated, or for clients compared of one client. The arguments are
 * single values, because the result is a table.
 * @example =AIBRIDGE("Acme","2024-05","2024-06",,,"model") tells why June cost more or less than May.
 * @example =AIBRIDGE("*",2023,2024,"EUR",,"client") tells which part of the change new clients are.
 */
export async function aibridge(
  client: any[][],
  from: any[][],
  to: any[][],
  currency?: any[][],
  vendor?: any[][],
  by?: BRIDGED_BY[][],
): Promise<any[][]> {
  return calculate(AIBRIDGE, [client, from, to, currency, vendor, by]);
}
