import type { Cell } from '../../formats/file/text-table';
import { readAmount } from '../values/amount-text';

/** The cells of one column in some rows of a table. */
export interface ColumnCells {
  readonly column: string;
  readonly cells: readonly Cell[];
}

interface ColumnNumbers {
  readonly column: string;
  readonly numbers: readonly (number | null)[];
}

/** A product may be rounded to cents; beyond these it agrees but for the way a computer counts. */
const CENT = 0.01;
const RELATIVE = 1e-6;

/**
 * The columns of prices of one, each with the column that has the price times a quantity: `Cost` beside `Qty` and `Total`. Rows with a
 * quantity of 1 say nothing.
 */
export function unitPrices(
  columns: readonly ColumnCells[],
  quantities: readonly string[],
): ReadonlyMap<string, string> {
  const all = columns.map(({ column, cells }): ColumnNumbers => ({ column, numbers: cells.map(numberIn) }));
  const counts = all.filter(({ column }) => quantities.includes(column));
  const prices = new Map<string, string>();
  for (const price of counts.length === 0 ? [] : all) {
    const total = all.find((other) => other !== price && counts.some((count) => isProduct(count, price, other)));
    if (total !== undefined && !quantities.includes(price.column)) {
      prices.set(price.column, total.column);
    }
  }
  return prices;
}

/** Whether some of the cells are other numbers than 1. */
export function areSeveral(cells: readonly Cell[]): boolean {
  return cells.map(numberIn).some((number) => number !== null && number !== 1);
}

function isProduct(count: ColumnNumbers, price: ColumnNumbers, total: ColumnNumbers): boolean {
  let rows = 0;
  for (const [at, one] of count.numbers.entries()) {
    const [each = null, sum = null] = [price.numbers[at], total.numbers[at]];
    if (one === null || each === null || sum === null || one === 1 || each === 0) {
      continue;
    }
    if (Math.abs(one * each - sum) > CENT + Math.abs(sum) * RELATIVE) {
      return false;
    }
    rows += 1;
  }
  return rows > 0 && count !== total;
}

/** As it is with a decimal point, if it can be read so. */
function numberIn(cell: Cell): number | null {
  const reading = readAmount(cell);
  if (reading === null || reading === 'blank') {
    return null;
  }
  return Number(reading.unscaled) / 10 ** (reading.point ?? reading.comma ?? 0);
}
