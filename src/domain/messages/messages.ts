import type { Currency } from '../money/currency';
import { formatExactly, type Money } from '../money/money';
import { formatMonth, type Month } from '../calendar/month';

/**
 * Every message that a function can give, in one place. Each says what is wrong, with the value, and what to do next
 * where that is not plain from the first.
 */
export const messages = {
  needs: (functionName: string, what: string) => `${functionName} needs ${what}.`,

  // Names and tables
  noTable: (table: string) => `This workbook has no table ${table}. Load reference data in the AI Spend pane.`,
  noColumn: (table: string, column: string, found: readonly string[]) =>
    `${table} has no column "${column}"; it has ${list(found.map((name) => `"${name}"`))}. Rename or add the column.`,
  twoColumns: (table: string, column: string) => `${table} has two columns named "${column}". Rename one of them.`,
  unknownName: (kind: 'client' | 'vendor', written: string, table: string, nearest: string | null) =>
    `No ${kind} ${quote(written)} in ${table}.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
  unknownSegment: (written: string, known: readonly string[], nearest: string | null) =>
    `No segment ${quote(written)} in AIReturns${known.length === 0 ? '' : `; it has ${list(known)}`}.` +
    `${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
  noRows: (table: string) =>
    `${table} has no rows. Load reference data in the AI Spend pane, or type rows of your own.`,
  brokenRow: (table: string, row: number, what: string) => `${table} row ${row}: ${what}`,

  // What is wrong in one cell of a table
  cellNotNumber: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not a number.${looksNumeric(value) ? ' It is stored as text: convert it to a number.' : ''}`,
  cellNotMonth: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not a date or a month such as 2024-11.`,
  cellBlank: (column: string) => `${column} is blank.`,
  cellNotCurrency: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not an ISO 4217 code such as EUR.`,
  cellNotBasis: (column: string, value: unknown) => `${column} is ${quote(value)}. Use reported, billed or superseded.`,
  cellNotShare: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not a fraction from 0 to 1. Write fifteen percent as 15% or 0.15.`,
  cellNotPositive: (column: string, value: unknown) => `${column} is ${quote(value)}, not a number above 0.`,
  cellNotYear: (column: string, value: unknown) => `${column} is ${quote(value)}, not a year such as 2024.`,

  // Figures
  notDisclosed: (client: string, source: string) =>
    `${possessive(client)} spend is not disclosed${source === '' ? '' : ` (${source})`}.`,
  nothingOnRecord: (whose: string, period: string | null, months: readonly Month[]) =>
    `${whose} has no spend on record${period === null ? '' : ` in ${period}`}` +
    `${months.length === 0 ? '' : `; on record: ${describeMonths(months)}`}.`,
  sourcesDisagree: (client: string, month: Month, claims: readonly Claim[]) =>
    `${capital(countWord(claims.length))} sources disagree on ${client}, ${formatMonth(month)}: ` +
    `${list(claims.map((claim) => `${formatExactly(claim.money)}${inBrackets(claim.source)}`))}. ${keepOne(claims.length)}`,
  sharesDisagree: (
    client: string,
    vendor: string,
    month: Month,
    claims: readonly { share: string; source: string }[],
  ) =>
    `${capital(countWord(claims.length))} sources disagree on ${possessive(client)} share of ${possessive(vendor)} AI revenue, ${formatMonth(month)}: ` +
    `${list(claims.map((claim) => `${claim.share}${inBrackets(claim.source)}`))}. ${keepOne(claims.length)}`,
  studiesDisagree: (segment: string, year: number, claims: readonly { study: string; returnPer1: string }[]) =>
    `${capital(countWord(claims.length))} studies disagree on the return of ${segment}, ${year}: ` +
    `${list(claims.map((claim) => `${claim.returnPer1} (${claim.study})`))}. Keep one, or give the others another segment.`,
  mixedCurrencies: (currencies: readonly Currency[]) => `Spend on record is in ${list(currencies)}: name a currency.`,
  mixedCurrenciesInvestment: (currencies: readonly Currency[], client: string) =>
    `Spend on record is in ${list(currencies)}: name a currency, as in AIROI(AISPEND(${quote(client)},"year","${currencies[0] ?? 'EUR'}")).`,
  nameAVendor: (client: string, vendors: readonly string[]) => `${client} pays ${list(vendors)}: name a vendor.`,
  noVendorOnRecord: (client: string) => `AIClients names no vendor that ${client} pays. Fill in its column Vendor.`,
  noRevenueImplied: (vendor: string, period: string | null) =>
    `No row of ${vendor}${period === null ? '' : ` in ${period}`} states both a spend and a share, so its AI revenue cannot be worked out.`,
  revenueIsZero: (vendor: string) => `The AI revenue of ${vendor} comes to 0, so there is no share of it.`,
  sharesAreZero: (vendor: string) =>
    `The shares stated for ${vendor} add up to 0, so its AI revenue cannot be worked out.`,

  badTrend: (from: Month, to: Month) =>
    `A trend from ${formatMonth(from)} to ${formatMonth(to)} must have 1 to 1,200 months. Give a later "to" or a nearer "from".`,
  clientInCredit: (client: string, spend: Money) =>
    `${client} is in credit (${formatExactly(spend)}), so the shares have no concentration. Ask for a longer period.`,
  monthBeforeIsZero: () => 'The month before is 0, so there is no change on it.',
  totalIsZero: () => 'The spends add up to 0, so there are no shares of them.',
  notCountedSuperseded: 'superseded',
  notCountedUndisclosed: 'no amount disclosed',
  notCountedBilledFirst: 'billed rows count before reported ones',
  notCountedSameClaim: 'repeats a claim that is counted already',
  notCountedRival: 'disagrees with another source',
  recordedOfAsked: (recorded: number, asked: number) =>
    `${recorded} of ${asked} ${asked === 1 ? 'month' : 'months'} on record`,

  // Rates
  noRate: (currency: Currency, month: Month) => `No ${currency} rate for ${formatMonth(month)} in AIRates.`,
  ratesDisagree: (currency: Currency, month: Month, rates: readonly { perEur: string; row: number }[]) =>
    `AIRates has ${countWord(rates.length)} ${currency} rates for ${formatMonth(month)}: ` +
    `${list(rates.map((rate) => `${rate.perEur} (row ${rate.row})`))}. Keep one.`,
  noCommonRate: (from: Currency, to: Currency) => `AIRates has no month with a rate for both ${from} and ${to}.`,

  // Arguments
  badPeriod: (value: unknown) =>
    `${quote(value)} is not a period. Use 2024-11, 2024-Q4, 2024, FY2025, month, quarter, year, ttm or ytd.`,
  badCurrency: (value: unknown) => `${quote(value)} is not a currency. Use an ISO 4217 code such as EUR or USD.`,
  badMeasure: (value: unknown, words: readonly string[]) =>
    `${quote(value)} is not a measure. Use ${list(words, 'or')}.`,
  badCount: (what: string, value: unknown) => `${quote(value)} is not ${what}. Use a whole number from 1 on.`,
  badNumber: (what: string, value: unknown) => `${quote(value)} is not ${what}. Give a number.`,
  notOneMonth: (value: unknown) => `${quote(value)} is not one month. Use a month such as 2024-11, or a date in it.`,
  notStated: (value: unknown) =>
    `${quote(value)} does not say where a trend begins or ends. Use 2024-11, a date, 2024-Q4, 2024 or FY2025.`,
  givesTable: (functionName: string, rows: number, columns: number) =>
    `${functionName} gives a table, so its arguments are single values, not ranges of ${rows} x ${columns}. Use a call for each.`,
  badName: (what: string, value: unknown) => `${quote(value)} is not ${what}. Write a name, or a cell that holds one.`,
  badFiscalYearStart: (value: unknown) =>
    `The workbook name AIFiscalYearStart holds ${quote(value)}. Use the number of a month, 1 to 12.`,
  shapesDiffer: (functionName: string, shapes: readonly string[]) =>
    `${functionName} cannot combine ranges of ${list(shapes)}. Give ranges of one shape, or a row and a column.`,
  oneVendor: (functionName: string) => `${functionName} needs one vendor, not "*".`,
  shareTakes: (value: unknown) =>
    `REVSHARE takes a client and a vendor, or two amounts (spend and revenue); ${quote(value)} is neither.`,

  // Returns
  investmentIsZero: () => 'The investment is 0, so there is no return on it.',
  revenueArgumentIsZero: () => 'The revenue is 0, so there is no share of it.',
  flowNotNumber: (what: string, position: number, value: unknown) =>
    `${capital(what)} ${position} is ${quote(value)}, not a number. Costs and benefits by period are numbers; leave a cell empty for none.`,
  flowsNotALine: (what: string, rows: number, columns: number) =>
    `The ${what} range has ${rows} rows and ${columns} columns. Give one row or one column, a cell for each period.`,
  flowsDiffer: (costs: number, benefits: number) =>
    `There ${costs === 1 ? 'is 1 cost' : `are ${costs} costs`} but ${benefits} ${benefits === 1 ? 'benefit' : 'benefits'}. Give ranges of one length, a cell for each period; write 0 where there is none.`,
  badRate: (value: unknown) => `${quote(value)} is not a discount rate. Use a number above -1, for example 8% or 0.08.`,
  badInvestment: (value: unknown) =>
    `${quote(value)} is not an investment. Give an amount, a range of costs, or a client's name.`,
  badBenefit: (value: unknown) =>
    `${quote(value)} is not a benefit. Give an amount, a range of benefits, or a segment's name.`,
  neverPaysBack: (periods: number) =>
    `The cumulated net flow is still negative after ${periods} ${periods === 1 ? 'period' : 'periods'}: the investment is not paid back.`,
  noInternalRate: () => 'No rate between -100% and 1,000,000 makes the net present value 0.',
  severalInternalRates: (rates: readonly string[]) =>
    `The net present value is 0 at ${list(rates)}: there is no single rate of return.`,

  // The workbook could not be read
  workbookUnreadable: (reason: string) =>
    `The tables could not be read (${reason}). Press Recalculate in the AI Spend pane to try again.`,
  tableRestsOnItself: (table: string, row: number, column: string) =>
    `${table} rests on itself: ${column} in row ${row} changes with every calculation, because its formula depends on figures that depend on ${table}. Put a number there, or a formula that does not use these figures.`,
  notWatched: () =>
    'AIWATCH stands beside a table of AI Spend and watches its columns. Press Repair in the AI Spend pane to write it anew.',
  answerTooLarge: (functionName: string, rows: number, columns: number, bytes: number) =>
    `${functionName} gives ${grouped(rows)} x ${grouped(columns)} cells, ${(bytes / 1e6).toFixed(1)} MB; Excel takes 4 MB from one formula. ` +
    'Ask for fewer months, use "top", or give a smaller range.',
  codeMissing: (what: string) =>
    `The part of AI Spend that works out ${what} could not be fetched. Check the connection, then press Recalculate in the AI Spend pane.`,
  unexpected: (reason: string) =>
    `AI Spend met an error it did not expect (${reason}). Please report it; Help in the pane says how.`,
} as const;

interface Claim {
  readonly money: Money;
  readonly source: string;
}

/** `"text"` as the user wrote it, cut at 60 characters; numbers and words without quotes. */
export function quote(value: unknown): string {
  if (typeof value !== 'string') {
    return value === true ? 'TRUE' : value === false ? 'FALSE' : String(value);
  }
  // By code points, so that no emoji is cut in two.
  const characters = value.length > 60 ? [...value] : [];
  return `"${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : value}"`;
}

/** `EUR`, `EUR and USD`, `EUR, GBP and USD`. */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** Up to six months by name; more as the first, the last and their number. */
export function describeMonths(months: readonly Month[]): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) {
    return 'none';
  }
  if (months.length <= 6) {
    return months.map(formatMonth).join(', ');
  }
  return `${formatMonth(first)} to ${formatMonth(last)} (${months.length} months)`;
}

function keepOne(rivals: number): string {
  return `Mark ${rivals === 2 ? 'one' : 'all but one'} superseded.`;
}

function possessive(name: string): string {
  return `${name}'s`;
}

function inBrackets(source: string): string {
  return source === '' ? '' : ` (${source})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
}

/** `36,001` */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function looksNumeric(value: unknown): boolean {
  return typeof value === 'string' && /^\s*[-+]?[\d.,\s]*\d[\d.,\s]*%?\s*$/.test(value);
}
