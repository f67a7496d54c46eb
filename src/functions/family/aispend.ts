import { ALL } from '../../domain/ledger/name-key';
import { spend } from '../../domain/figures/spend';
import { revenues } from '../late/late-figures';
import { calculate } from '../call/calculate';
import { amountCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { bound, currency, optionalName, optionalText, period, requiredName } from '../call/parameters';

export const AISPEND = declare({
  name: 'AISPEND',
  parameters: {
    client: requiredName('client'),
    period,
    currency,
    vendor: optionalName('vendor'),
    service: optionalText('a service'),
    bound,
  },
  late: [revenues],
  figure: (book, { vendor, service, bound: side, ...asked }) => {
    const question = { ...asked, vendor: vendor ?? ALL, service: service ?? ALL };
    return side === null ? spend(book, question) : revenues.get().boundedSpend(book, question, side);
  },
  show: ({ total, marks }) => amountCell(total, marks),
});

/**
 * Which side of what is known only to lie between. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum SPENDBOUND {
  /** At least so much: a spend without a bound is 0 or more. */
  low = "low",
  /** At most so much. */
  high = "high",
}

/**
 * What a client spent on AI in a period.
 * @customfunction AISPEND AISPEND
 * @helpurl https://localhost:3000/help.html#aispend
 * @param client Client's name as in AIClients, or "*" for all clients. A range gives one result for each name.
 * @param [period] month (default: the latest on record), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [service] Only what was paid for this service, as AIClients names it. Default: every service.
 * @param [bound] low or high: at least, or at most, so much, if an amount is known only by bounds. Default: only what is known to the point.
 * @returns The amount, in the currency named or that of the rows.
 * @remarks
 * `runrate` (also `annualised`) is the latest month times 12; a month marked not complete is the latest only if there
 * is no other. A stated period is the sum of the months on record in it. `year` and `quarter` are refused: each could mean
 * two things.
 *
 * What counts, for one client, vendor and month: bills and accepted claims add up. Reported rows of a service that has
 * neither are rival claims, of which one counts if they agree. What may be the same money is never added: a claim beside a
 * bill of another or of no service gives no figure, unless the amounts agree. Superseded rows never count. Of all clients
 * ("*"), own bills and claims of the market are never one total: if there are bills, only these.
 *
 * The number format also says what a reader would otherwise miss: `/yr` a run rate; `(2024-11)` the month, if others of
 * the vendor have a later one; `(7/12)` months covered of months asked; `(partial)` a month that is not over; `(+2
 * undisclosed)` and `(+3 reported)` clients that are not in the total.
 *
 * Errors: `#N/A` for a client, vendor, service or period that is not on record, an amount not disclosed or known only by
 * bounds, a missing rate or table; `#VALUE!` for a period or currency that cannot be read, sources that disagree, what may
 * be the same money, rows in several currencies without one named, a broken row that is needed. Both say what to do.
 * @example =AISPEND("ByteDance") gives 20,000,000.00 EUR, the latest month on record.
 * @example =AISPEND("ByteDance","runrate","USD") gives the annual run rate in US dollars.
 */
export async function aispend(
  client: any[][],
  period?: any[][],
  currency?: any[][],
  vendor?: any[][],
  service?: any[][],
  bound?: SPENDBOUND[][],
): Promise<any[][]> {
  return calculate(AISPEND, [client, period, currency, vendor, service, bound]);
}
