import { USAGE_MEASURES } from '../../domain/figures/usage-words';
import { ALL } from '../../domain/ledger/name-key';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { usages } from '../late/late-figures';
import { currency, optionalName, optionalText, period, requiredName, word } from '../call/parameters';

export const AIUSAGE = declare({
  name: 'AIUSAGE',
  parameters: {
    client: requiredName('client'),
    period,
    measure: word(USAGE_MEASURES),
    unit: optionalText('a unit'),
    currency,
    vendor: optionalName('vendor'),
    model: optionalText('a model'),
  },
  late: [usages],
  figure: (book, { vendor, ...asked }) => usages.get().usage(book, { ...asked, vendor: vendor ?? ALL }),
  show: (figure) => usages.get().usageCell(figure),
});

/**
 * What AIUSAGE can tell. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum USAGEMEASURE {
  /** How much was used (default). */
  quantity = "quantity",
  /** What one unit cost. */
  unitcost = "unitcost",
}

/**
 * How much a client used (tokens, requests, seats), or what a unit cost.
 * @customfunction AIUSAGE AIUSAGE
 * @helpurl https://localhost:3000/help.html#aiusage
 * @param client Client's name as in AIClients, or "*" for all clients. A range gives one result for each name.
 * @param [period] month (default: the latest with a quantity), runrate (that month times 12), ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [measure] quantity (default) or unitcost: the spend of the rows that have a quantity, over that quantity.
 * @param [unit] What to count in, such as tokens, 1M tokens or requests. Default: the unit of the rows.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [model] Only this model, as Model in AIClients names it. Default: every model.
 * @returns A quantity, or the cost of one unit in the currency named or that of the rows.
 * @remarks
 * Reads the columns Quantity and Unit of AIClients. `tokens`, `1K tokens`, `1000000 Tokens` and `1M tokens` are one kind and
 * add up, in the unit asked; so do `input tokens`, `output tokens`, `cache read tokens` and `cache write tokens`, each of which
 * can be asked for alone. Unlike units, such as tokens and requests, never do. Rows count as for AISPEND; of a bill that
 * tells a quantity but no amount the quantity counts. The cost of a unit takes only rows that have both a spend and a
 * quantity; if a quantity is billed at 0 and the same service was paid for without a quantity in that month or before,
 * it was paid for in advance, and its cost is refused. The number format says the unit.
 *
 * Errors: as AISPEND; `#N/A` if no quantity is on record, or none in the unit asked; `#VALUE!` if quantities are in
 * unlike units and none is named, or were paid for in advance; `#DIV/0!` for the cost of a quantity of 0.
 * @example =AIUSAGE("Acme",2024,,"1M tokens") gives the millions of tokens of 2024.
 * @example =AIUSAGE("Acme",2024,"unitcost","1M tokens") gives what a million tokens cost.
 */
export async function aiusage(
  client: any[][],
  period?: any[][],
  measure?: USAGEMEASURE[][],
  unit?: any[][],
  currency?: any[][],
  vendor?: any[][],
  model?: any[][],
): Promise<any[][]> {
  return calculate(AIUSAGE, [client, period, measure, unit, currency, vendor, model]);
}
