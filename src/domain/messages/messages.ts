import { decimalsOf, type Currency } from '../money/currency';
import { formatAmount, groupThousands, type Money } from '../money/money';
import { formatMonth, type Month } from '../calendar/month';

/**
 * Every message that a function can give, in one place. Each says what is wrong, with the value, and what to do next
 * if that is not plain from the first.
 */
export const messages = {
  needs: (functionName: string, what: string) => `${functionName} needs ${what}.`,

  // Names and tables
  noTable: (table: string) => `This workbook has no table ${table}. Load reference data in the AI Spend pane.`,
  noColumn: (table: string, column: string, found: readonly string[]) =>
    `${table} has no column "${column}"; it has ${list(found.map((name) => `"${name}"`))}. Rename or add the column.`,
  twoColumns: (table: string, column: string) => `${table} has two columns named "${column}". Rename one of them.`,
  unknownName: (
    kind: 'client' | 'vendor' | 'service' | 'model',
    written: string,
    table: string,
    nearest: string | null,
  ) => `No ${kind} ${quote(written)} in ${table}.${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
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
  cellNotBasis: (column: string, value: unknown) =>
    `${column} is ${quote(value)}. Use billed, accepted, reported or superseded.`,
  cellIsAll: (column: string) => `${column} is "*", which means all of them in a formula. Write a name.`,
  cellNotYes: (column: string, value: unknown) => `${column} is ${quote(value)}. Use yes or no.`,
  pointAndBounds: (column: string, bound: string) => `${column} and ${bound} are both filled in. Keep one of them.`,
  boundsCrossed: (lowColumn: string, low: number, highColumn: string, high: number) =>
    `${lowColumn} (${low}) is more than ${highColumn} (${high}).`,
  cellNotShare: (column: string, value: unknown) =>
    `${column} is ${quote(value)}, not a fraction from 0 to 1. Write fifteen percent as 15% or 0.15.`,
  cellNotPositive: (column: string, value: unknown) => `${column} is ${quote(value)}, not a number above 0.`,

  // Figures
  notDisclosed: (client: string, source: string) =>
    `${possessive(client)} spend is not disclosed${source === '' ? '' : ` (${source})`}.`,
  knownByBounds: (client: string, bounds: BoundsText, source: string) =>
    `${possessive(client)} spend is known only as ${boundsText(bounds)}${inBrackets(source)}. ` +
    `Ask for ${list([...((bounds?.low ?? null) !== null ? ['"low"'] : []), ...((bounds?.high ?? null) !== null ? ['"high"'] : [])], 'or')}.`,
  nothingOnRecord: (whose: string, period: string | null, months: readonly Month[]) =>
    `${whose} has no spend on record${period === null ? '' : ` in ${period}`}` +
    `${months.length === 0 ? '' : `; on record: ${describeMonths(months)}`}.`,
  amount: (money: Money) => formatAmount(money),
  /** `more than 1,000,000.00 USD`, `between 1.00 USD and 2.00 USD`. */
  bounds: (bounds: BoundsText) => boundsText(bounds),
  sourcesDisagree: (client: string, month: Month, claims: readonly Claim[]) =>
    `${capital(countWord(claims.length))} sources disagree on ${client}, ${formatMonth(month)}: ` +
    `${list(claims.map((claim) => `${claim.said}${inBrackets(claim.source)}`))}. ${keepOne(claims.length)}`,
  claimBesideBill: (whose: { client: string; vendor: string }, month: Month, bill: NamedAmount, claim: NamedAmount) =>
    `${inMonth(whose, month)}: ${named('a bill', bill)} and ${named('a claim', claim)} may be the same money. ` +
    'Mark the claim superseded, or accepted to add it.',
  claimBesideClaim: (
    whose: { client: string; vendor: string },
    month: Month,
    others: NamedAmount,
    claim: NamedAmount,
  ) =>
    `${inMonth(whose, month)}: ${named('a claim', others)} and ${named('a claim', claim)} without a service may be the same money. ` +
    'Mark one superseded, or accepted to add it.',
  mixedCurrencies: (currencies: readonly Currency[]) => `Spend on record is in ${list(currencies)}: name a currency.`,

  // Rates
  noRate: (currency: Currency, month: Month) => `No ${currency} rate for ${formatMonth(month)} in AIRates.`,
  ratesDisagree: (currency: Currency, month: Month, rates: readonly { perEur: string; row: number }[]) =>
    `AIRates has ${countWord(rates.length)} ${currency} rates for ${formatMonth(month)}: ` +
    `${list(rates.map((rate) => `${rate.perEur} (row ${rate.row})`))}. Keep one.`,
  noCommonRate: (from: Currency, to: Currency) => `AIRates has no month with a rate for both ${from} and ${to}.`,

  // Arguments
  badPeriod: (value: unknown) =>
    `${quote(value)} is not a period. Use 2024-11, 2024-Q4, 2024, FY2025, month, runrate, ttm or ytd.`,
  endsBeforeItBegins: (value: unknown) => `${quote(value)} ends before it begins. Write the earlier month first.`,
  twoMeanings: (value: unknown, word: 'year' | 'quarter') =>
    `${quote(value)} can mean two things: use ${word === 'year' ? 'runrate (the latest month times 12) or 2024 (the calendar year)' : 'a quarter of runrate (the latest month times 3) or 2024-Q4 (the calendar quarter)'}.`,
  badCurrency: (value: unknown) => `${quote(value)} is not a currency. Use an ISO 4217 code such as EUR or USD.`,
  badWord: (what: string, value: unknown, words: readonly string[]) =>
    `${quote(value)} is not ${what}. Use ${list(words, 'or')}.`,
  badCount: (what: string, value: unknown) => `${quote(value)} is not ${what}. Use a whole number from 1 on.`,
  badDate: (value: unknown) => `${quote(value)} is not a date. Use 2025-06-10, or a month such as 2025-06.`,
  badNumber: (what: string, value: unknown) => `${quote(value)} is not ${what}. Give a number.`,
  notOneMonth: (value: unknown) => `${quote(value)} is not one month. Use a month such as 2024-11, or a date in it.`,
  notStated: (value: unknown) =>
    `${quote(value)} does not say where a trend begins or ends. Use 2024-11, a date, 2024-Q4, 2024 or FY2025.`,
  notStatedPeriod: (value: unknown) =>
    `${quote(value)} does not say which period. Use 2024-11, a date, 2024-Q4, 2024, FY2025 or 2024-01:2024-06.`,
  givesTable: (functionName: string, rows: number, columns: number) =>
    `${functionName} gives a table, so its arguments are single values, not ranges of ${rows} x ${columns}. Use a call for each.`,
  badName: (what: string, value: unknown) => `${quote(value)} is not ${what}. Write a name, or a cell that holds one.`,
  badFiscalYearStart: (value: unknown) =>
    `The workbook name AIFiscalYearStart holds ${quote(value)}. Use the number of a month, 1 to 12.`,
  shapesDiffer: (functionName: string, shapes: readonly string[]) =>
    `${functionName} cannot combine ranges of ${list(shapes)}. Give ranges of one shape, or a row and a column.`,
  shareTakes: (value: unknown) =>
    `REVSHARE takes a client and a vendor, or two amounts (spend and revenue); ${quote(value)} is neither.`,

  revenueArgumentIsZero: () => 'The revenue is 0, so there is no share of it.',

  // Returns
  flowNotNumber: (what: string, position: number, value: unknown) =>
    `${capital(what)} ${position} is ${quote(value)}, not a number. Costs and benefits by period are numbers; leave a cell empty for none.`,
  flowsNotALine: (what: string, rows: number, columns: number) =>
    `The ${what} range has ${rows} rows and ${columns} columns. Give one row or one column, a cell for each period.`,
  badRate: (value: unknown) => `${quote(value)} is not a discount rate. Use a number above -1, for example 8% or 0.08.`,
  badInvestment: (value: unknown) =>
    `${quote(value)} is not an investment. Give an amount, a range of costs, or a client's name.`,
  badBenefit: (value: unknown) =>
    `${quote(value)} is not a benefit. Give an amount, a range of benefits, or a segment's name.`,

  // The workbook could not be read
  workbookUnreadable: (reason: string) =>
    `The tables could not be read (${reason}). Press Recalculate in the AI Spend pane to try again.`,
  tableRestsOnItself: (table: string, row: number, column: string) =>
    `${table} rests on itself: ${column} in row ${row} changes with every calculation, because its formula depends on figures that depend on ${table}. Put a number there, or a formula that does not use these figures.`,
  answerTooLarge: (functionName: string, rows: number, columns: number, bytes: number) =>
    `${functionName} gives ${grouped(rows)} x ${grouped(columns)} cells, ${(bytes / 1e6).toFixed(1)} MB; Excel takes 4 MB from one formula. ` +
    'Ask for fewer months, use "top", or give a smaller range.',
  codeMissing: (what: string) =>
    `The part of AI Spend that works out ${what} could not be fetched. Check the connection; AI Spend tries again by itself.`,
  unexpected: (reason: string) =>
    `AI Spend met an error it did not expect (${reason}). Please report it; Help in the pane says how.`,
} as const;

export interface Claim {
  /** `5.00 EUR`, `more than 1.00 EUR`. */
  readonly said: string;
  readonly source: string;
}

/** An amount, and the rows that it comes from. */
export interface NamedAmount {
  readonly amounts: readonly Money[];
  readonly services: readonly string[];
  readonly sources: readonly string[];
  readonly rows: readonly number[];
}

/** `a bill of 5.00 EUR (Azure; bill.csv, row 3)`. */
function named(what: string, { amounts, services, sources, rows }: NamedAmount): string {
  const where = [
    ...sources.slice(0, MOST_NAMED),
    `${rows.length === 1 ? 'row' : 'rows'} ${list(shortened(rows.map(String)))}`,
  ];
  const told = [...(services.length === 0 ? [] : [list(shortened(services))]), where.join(', ')].join('; ');
  return `${rows.length === 1 ? what : what.replace(/^a (\w+)$/, '$1s')} of ${list(amounts.map(formatAmount))} (${told})`;
}

/** Rows, sources and services that a message names before it stops. */
const MOST_NAMED = 3;

export function shortened(items: readonly string[]): string[] {
  return items.length <= MOST_NAMED ? [...items] : [...items.slice(0, MOST_NAMED), `${items.length - MOST_NAMED} more`];
}

export function inMonth({ client, vendor }: { client: string; vendor: string }, month: Month): string {
  return [client, vendor, formatMonth(month)].filter((part) => part !== '').join(', ');
}

type BoundsText = { readonly low: number | null; readonly high: number | null; readonly currency: Currency } | null;

function boundsText(bounds: BoundsText): string {
  return bounds === null
    ? 'an unknown amount'
    : between(bounds.low, bounds.high, (value) => boundText(value, bounds.currency));
}

/** `more than 1`, `less than 2`, `between 1 and 2`. */
function between(low: number | null, high: number | null, shown: (value: number) => string): string {
  if (low !== null && high !== null) {
    return `between ${shown(low)} and ${shown(high)}`;
  }
  return low !== null ? `more than ${shown(low)}` : `less than ${shown(high ?? 0)}`;
}

function boundText(value: number, currency: Currency): string {
  return `${groupThousands(value.toFixed(decimalsOf(currency)))} ${currency}`;
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
  return `Mark ${rivals === 2 ? 'one' : 'all but one'} superseded, or one accepted.`;
}

function possessive(name: string): string {
  return `${name}'s`;
}

function inBrackets(source: string): string {
  return source === '' ? '' : ` (${source})`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function countWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
}

/** `36,001` */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function looksNumeric(value: unknown): boolean {
  return typeof value === 'string' && /\d/.test(value) && /^[-+]?[\d.,\s]*%?$/.test(value.trim());
}
