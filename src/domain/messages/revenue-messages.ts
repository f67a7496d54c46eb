import { formatMonth, type Month } from '../calendar/month';
import type { Currency } from '../money/currency';
import { capital, countWord, inMonth, list, quote, shortened, type Claim } from './messages';

/** The messages of shares, revenues and bounds, which few workbooks need: the script that every workbook loads does not carry them. */
export const revenueMessages = {
  mixedCurrencies: (whole: string, currencies: readonly Currency[]) =>
    `${capital(whole)} on record is in ${list(currencies)}: name a currency.`,
  cellNotPer: (column: string, value: unknown) =>
    value === null
      ? `${column} is blank. Write month, or year for a yearly run rate.`
      : `${column} is ${quote(value)}. Use month, or year for a yearly run rate.`,
  mayBeSameMoney: (
    whose: { client: string; vendor: string },
    month: Month,
    rows: readonly (Claim & { readonly row: number })[],
  ) =>
    `${inMonth(whose, month)}: ${list(shortened(rows.map(({ said, source, row }) => `${said} (${source === '' ? '' : `${source}, `}row ${row})`)))} ` +
    'may be the same money, and exclude each other. Mark one superseded, or accepted to add it.',
  nameAVendor: (client: string, vendors: readonly string[]) => `${client} pays ${list(vendors)}: name a vendor.`,
  noVendorOnRecord: (client: string) => `AIClients names no vendor that ${client} pays. Fill in its column Vendor.`,
  oneVendor: (functionName: string) => `${functionName} needs one vendor, not "*".`,
  revenueUnknown: (vendor: string, line: string, period: string | null) =>
    `${vendor}'s ${lineName(line)}${period === null ? '' : ` in ${period}`} is not on record: AIRevenue has no row of it, ` +
    `and no client states both a spend and a share of it.`,
  revenueByBounds: (vendor: string, line: string, bounds: string, source: string, words: readonly string[]) =>
    `${vendor}'s ${lineName(line)} is known only as ${bounds}${source === '' ? '' : ` (${source})`}. Ask for ${asks(words)}.`,
  revenuesDisagree: (vendor: string, line: string, month: Month, claims: readonly { said: string; source: string }[]) =>
    `${capital(countWord(claims.length))} sources disagree on ${vendor}'s ${lineName(line)}, ${formatMonth(month)}: ` +
    `${list(claims.map(({ said, source }) => `${said}${source === '' ? '' : ` (${source})`}`))}. Mark all but one superseded.`,
  nameALine: (vendor: string, lines: readonly string[]) =>
    `${vendor}'s revenue is on record for ${list(lines.map(quote))}: name one as the line.`,
  nameWhatOf: (client: string, kinds: readonly string[]) =>
    `${client}'s share is on record of ${list(kinds.map(quote))}: name one as "of".`,
  sharesDisagree: (client: string, whole: string, month: Month, claims: readonly { said: string; source: string }[]) =>
    `${capital(countWord(claims.length))} sources disagree on ${client}'s share of ${whole}, ${formatMonth(month)}: ` +
    `${list(claims.map(({ said, source }) => `${said}${source === '' ? '' : ` (${source})`}`))}. ` +
    `Mark ${claims.length === 2 ? 'one' : 'all but one'} superseded, or one accepted.`,
  shareContradicts: (
    client: string,
    whole: string,
    month: Month,
    stated: { share: string; source: string },
    worked: { share: string; spend: string; revenue: string },
  ) =>
    `Sources disagree on ${client}'s share of ${whole}, ${formatMonth(month)}: ${stated.share} is stated` +
    `${stated.source === '' ? '' : ` (${stated.source})`}, but ${worked.spend} of ${worked.revenue} is ${worked.share}. ` +
    'Mark the share superseded to have it worked out, or a row of the spend or of the revenue.',
  shareUnknown: (client: string, whole: string) =>
    `No source states ${client}'s share of ${whole}, and its revenue is not on record. ` +
    'AICLIENTS shows shares of what is on record.',
  shareByBounds: (client: string, whole: string, bounds: string, source: string, words: readonly string[]) =>
    `${client}'s share of ${whole} is known only as ${bounds}${source === '' ? '' : ` (${source})`}. Ask for ${asks(words)}.`,
  noBound: (what: string, side: 'low' | 'high') =>
    `${what} has no ${side === 'high' ? 'upper' : 'lower'} bound on record${side === 'high' ? ': it is known only as more than something, or not at all. Ask for "low"' : ''}.`,
  revenueIsZero: (whole: string) => `${whole} comes to 0, so there is no share of it.`,
  sharesAreZero: (whole: string) => `The shares stated of ${whole} add up to 0, so it cannot be worked out.`,
} as const;

/** `AI revenue`, `Azure OpenAI revenue`. */
export function lineName(line: string): string {
  return line === '' ? 'AI revenue' : /revenue$/i.test(line) ? line : `${line} revenue`;
}

function asks(words: readonly string[]): string {
  return list(words.map(quote), 'or');
}
