import { formatMonth, type Month } from '../calendar/month';
import { countWord, list, quote } from './messages';

/** The messages of list prices, which few workbooks need: the script that every workbook loads does not carry them. */
export const priceMessages = {
  noTable: () =>
    'This workbook has no table AIPrices. Load model prices in the AI Spend pane, or type prices of your own.',
  noRows: () => 'AIPrices has no rows. Load model prices in the AI Spend pane, or type prices of your own.',
  cellNotDate: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not a date such as 2025-06-10. Leave it empty if the price has no beginning.`,
  badDate: (value: unknown) => `${quote(value)} is not a date. Use 2025-06-10, or a month such as 2025-06.`,
  unknownName: (what: string, written: string, known: string, nearest: string | null) =>
    `No ${what} ${quote(written)} in AIPrices${known === '' ? '' : ` ${known}`}.` +
    `${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
  noKind: (model: string, kind: string, kinds: readonly string[]) =>
    `AIPrices has no ${quote(kind)} price of ${model}; it has ${list(shortened(kinds.map(quote)))}.`,
  notYet: (model: string, kind: string, date: string, from: string) =>
    `The ${kind} price of ${model} on ${date} is not known: prices of it are on record from ${from} on.`,
  pricesDisagree: (
    model: string,
    kind: string,
    date: string | null,
    prices: readonly { price: string; provider: string; note: string; row: number }[],
  ) =>
    `AIPrices has ${countWord(prices.length)} ${kind} prices of ${model}${date === null ? '' : ` on ${date}`}: ` +
    `${list(shortened(prices.map(({ price, provider, note, row }) => `${price} (${[provider, note, `row ${row}`].filter((part) => part !== '').join(', ')})`)))}. ` +
    `${new Set(prices.map(({ provider }) => provider)).size > 1 ? 'Name a provider.' : 'Keep one, or give the others another kind.'}`,
  changesInMonth: (model: string, kind: string, month: Month, day: string) =>
    `The ${kind} price of ${model} changes on ${day}: name a day of ${formatMonth(month)}.`,
} as const;

const MOST_NAMED = 5;

function shortened(items: readonly string[]): string[] {
  return items.length <= MOST_NAMED ? [...items] : [...items.slice(0, MOST_NAMED), `${items.length - MOST_NAMED} more`];
}
