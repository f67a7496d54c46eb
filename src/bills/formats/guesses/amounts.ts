import { unitInLine, unitInName } from '../../mapping/amount-unit';
import { columnKey, currencyInName, type Columns } from '../../mapping/column-names';
import { NAMES } from '../../mapping/known-names';
import { areSeveral, unitPrices, type ColumnCells } from '../../mapping/unit-prices';
import { readCurrency } from '../../values/currency-text';
import type { Recognition } from '../../mapping/mapping';
import { cellsOf, type SampleRows } from '../bill-format';
import { columnTests, isAmount } from './column-tests';

/** Debit and Credit side by side, where no column is called an amount. */
export function debitAndCredit(
  table: Columns,
  named: readonly string[],
  areAmounts: (column: string) => boolean,
): { readonly debits: string[] | null; readonly credits: string[] } {
  const debit = table.find(...NAMES.debit);
  const credit = table.find(...NAMES.credit);
  const isPair = debit !== null && credit !== null && named.length === 0 && areAmounts(debit) && areAmounts(credit);
  return isPair ? { debits: [debit], credits: [credit] } : { debits: null, credits: [] };
}

/** Names of amounts that hold those of the rows above as well, so that they do not add up. */
export function isRunning(column: string): boolean {
  return /cumul|kumul|acumul|running|balance|to date|\b(?:ytd|mtd|saldo|solde)\b|累计|累計/i.test(column);
}

/** An amount with a tax and one without, of which the proposed amount is one. */
export function taxedIn(table: Columns, sample: SampleRows, [amount]: readonly string[]): Recognition['taxed'] | null {
  const taxes = table.all(...NAMES.tax);
  const sums = taxes.length === 0 ? [] : [...pricesWithout(table, sample, taxes)];
  const [withTax, without] = sums.find((pair) => amount !== undefined && pair.includes(amount)) ?? [];
  return withTax === undefined || without === undefined ? null : { withTax, without };
}

/** What the lines above the header say that the amounts are counted in. */
export function unitAbove({ above }: Columns): Recognition['unitAbove'] | null {
  for (const text of above.flat()) {
    const unit = unitInLine(text);
    if (unit !== null) {
      return { unit, text };
    }
  }
  return null;
}

/** Those that are called amounts; where none is, those whose name says beside it what they are counted in: `amount_cents`, `Cost USD`. */
export function amountsByName(table: Columns, areAmounts: (column: string) => boolean): string[] {
  const found = table.all(...NAMES.amount).filter(areAmounts);
  const names: readonly string[] = NAMES.amount;
  return found.length > 0
    ? found
    : table.header.filter((column) => {
        const [first = '', ...others] = column.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
        const isCounted = currencyInName(column) !== null || unitInName(column) !== null;
        return names.includes(columnKey(first)) && others.length === 1 && isCounted && areAmounts(column);
      });
}

/**
 * Of the amounts first what they come to with a quantity, a share or a discount, and none that is before it; nor what is called a price
 * beside quantities, nor a quantity itself.
 */
export function withoutUnitPrices(table: Columns, sample: SampleRows, called: readonly string[]): string[] {
  const counted = called.length > 1 ? countedIn(table, sample) : null;
  const amounts = called.filter((column) => column !== counted);
  const quantities = [...table.all(...NAMES.quantity, ...NAMES.tokens), ...(counted === null ? [] : [counted])].filter(
    (column) => !amounts.includes(column) && areSeveral(cellsOf(table, sample, column)),
  );
  const prices = unitPrices(cellsOfEach(table, sample), {
    quantities,
    shares: table.all(...NAMES.share),
    discounts: table.all(...NAMES.credit, ...NAMES.discount),
  });
  const isPrice = (column: string) => quantities.length > 0 && table.all(...NAMES.price).includes(column);
  const totals = amounts.flatMap((column) => prices.get(column) ?? []);
  return [...new Set([...totals, ...amounts])].filter((column) => !prices.has(column) && !isPrice(column));
}

/** Of amounts of which what stands in other columns is taken off: each with the column of what is left. */
export function pricesWithout(table: Columns, sample: SampleRows, discounts: readonly string[]) {
  return unitPrices(cellsOfEach(table, sample), { quantities: [], shares: [], discounts });
}

function cellsOfEach(table: Columns, sample: SampleRows): ColumnCells[] {
  return table.header.map((column) => ({ column, cells: cellsOf(table, sample, column) }));
}

/** The column before one of units that are no money: `Amount` before `Unit` with tokens. */
function countedIn(table: Columns, sample: SampleRows): string | null {
  const unit = table.find(...NAMES.unit);
  const { allAre } = columnTests(table, sample);
  const areUnits = allAre((cell) => readCurrency(cell).kind === 'unit' && !isAmount(cell));
  return unit === null || !areUnits(unit) ? null : (table.header[table.header.indexOf(unit) - 1] ?? null);
}
