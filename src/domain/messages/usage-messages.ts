import { formatMonth, type Month } from '../calendar/month';
import { formatAmount, type Money } from '../money/money';
import { describeMonths, list, quote } from './messages';

/** The messages of quantities, which few workbooks need: the script that every workbook loads does not carry them. */
export const usageMessages = {
  noQuantity: (whose: string, period: string | null, months: readonly Month[]) =>
    `${whose} has no quantity on record${period === null ? '' : ` in ${period}`}` +
    `${months.length === 0 ? '. Fill in the columns Quantity and Unit of AIClients' : `; on record: ${describeMonths(months)}`}.`,
  noQuantityWithSpend: (whose: string, period: string) =>
    `No row of ${whose} in ${period} has both a spend and a quantity, so there is no cost of a unit.`,
  unlikeUnits: (whose: string, units: readonly string[]) =>
    `Quantities of ${whose} are in ${list(units.map(quoteUnit))}, which do not add up: name a unit.`,
  otherUnits: (whose: string, asked: string, units: readonly string[]) =>
    `${whose} has no quantity in ${quote(asked)}; on record: ${list(units.map(quoteUnit))}.`,
  badUnit: (value: unknown) => `${quote(value)} is not a unit. Use one such as tokens, 1M tokens or requests.`,
  quantityIsZero: (whose: string, period: string) =>
    `The quantity of ${whose} in ${period} comes to 0, so there is no cost of a unit.`,
  prepaid: (
    client: string,
    vendor: string,
    used: { month: Month; money: Money },
    paid: { month: Month; money: Money },
  ) =>
    `${client}, ${formatMonth(used.month)}: quantities of ${vendor} are billed at ${formatAmount(used.money)}, ` +
    `beside ${formatAmount(paid.money)} without a quantity in ${formatMonth(paid.month)}. ` +
    'They were paid for in advance, so the bill tells no cost of a unit. Load what was used (EffectiveCost) instead.',
} as const;

function quoteUnit(unit: string): string {
  return unit === '' ? 'no unit' : quote(unit);
}
