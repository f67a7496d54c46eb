import { parseCurrency, type Currency } from '../../domain/money/currency';
import { currenciesOf } from '../values/currency-mark';

/**
 * What spellings of one column's name have in common: only letters and digits count, in lower case without accents, so that
 * `Billing Currency`, `billing_currency` and `BillingCurrency` are one, and so are `lineItem/UnblendedCost` and
 * `line_item_unblended_cost`.
 */
export function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** A name and what stands in brackets at its end; both '' if nothing does. A header is text from outside: each step looks at it once. */
export function partsOfName(name: string): { before: string; within: string } {
  const opening = name.endsWith(')') ? name.lastIndexOf('(') : -1;
  const within = name.slice(opening + 1, -1);
  return opening < 0 || within === '' || within.includes(')')
    ? { before: '', within: '' }
    : { before: name.slice(0, opening).trimEnd(), within };
}

/** The columns of a table, found by the names that they have in bills. */
export interface Columns {
  /** The header as it stands in the file. */
  readonly header: readonly string[];
  /** The cells of the lines above the header. */
  readonly above: readonly (readonly string[])[];
  /** The currencies that a workbook shows beside the numbers of a column in the sample, row by row; '' for none. */
  marks(column: string): readonly string[];
  /** The first of `names` that is there, as the file spells it; the names are given as `columnKey` gives them. */
  find(...names: readonly string[]): string | null;
  /** All of `names` that are there, in the order of `names`. */
  all(...names: readonly string[]): string[];
  has(...names: readonly string[]): boolean;
}

/**
 * The columns of a header. A name in brackets counts too: German exports of Azure write
 * `Kategorie der Verbrauchseinheit (MeterCategory)`. What stands before brackets is a name only if no other column has it:
 * of `Amount (gross)` and `Amount (net)` neither is the amount.
 */
export function columnsOf(
  header: readonly string[],
  above: Columns['above'] = [],
  marks: Columns['marks'] = () => [],
): Columns {
  const byKey = new Map<string, string>();
  const learn = (key: string, column: string) => {
    if (key !== '' && !byKey.has(key)) {
      byKey.set(key, column);
    }
  };
  for (const column of header) {
    learn(columnKey(column), column);
  }
  const named = [...new Set(header)].map((column) => {
    const { before, within } = partsOfName(column);
    return { column, key: columnKey(before), within };
  });
  const columnsCalled = new Map<string, number>();
  for (const { key } of named) {
    columnsCalled.set(key, (columnsCalled.get(key) ?? 0) + 1);
  }
  for (const { column, key, within } of named) {
    learn(columnKey(within), column);
    if (columnsCalled.get(key) === 1) {
      learn(key, column);
    }
  }
  const all = (...names: readonly string[]) => [...new Set(names.flatMap((name) => byKey.get(name) ?? []))];
  return {
    header,
    above,
    marks,
    find: (...names) => all(...names)[0] ?? null,
    all,
    has: (...names) => names.every((name) => byKey.has(name)),
  };
}

/** A sign of one currency in the name of a column, and what the euro is called there, for it is called so in no other. */
const SIGN_OR_EURO = /[€£₹₩₽₺₴₪₫฿₦₱]|(?<!\p{L})euros?(?!\p{L})/iu;

/** The currency that a column's name says its amounts are in: `costInUsd`, `cost_usd`, `Betrag (EUR)`, `Amount EUR`, `Cost (€)`; or null. */
export function currencyInName(column: string): Currency | null {
  const words = column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const code = last === undefined ? null : parseCurrency(last);
  return code ?? currenciesOf(SIGN_OR_EURO.exec(column)?.[0] ?? '')[0] ?? null;
}
