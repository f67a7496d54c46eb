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

/** Which columns hold what an amount may be a part of, or has a part taken from. */
export interface Multipliers {
  /** How many of something: a price of one is multiplied by it. */
  readonly quantities: readonly string[];
  /** Which part of the whole is the row's, as `60%`, 60 or 0.6. */
  readonly shares: readonly string[];
  /** What is taken off, with a minus or without. */
  readonly discounts: readonly string[];
}

/**
 * The columns of amounts that are not yet what the row costs, each with the column that is: a price of one beside `Qty` and `Total`, a whole of which the
 * row has a share, a price before the discount. Rows with a quantity of 1, all of the share or no discount say nothing.
 */
export function unitPrices(
  columns: readonly ColumnCells[],
  { quantities, shares, discounts }: Multipliers,
): ReadonlyMap<string, string> {
  const all = columns.map(({ column, cells }): ColumnNumbers => ({ column, numbers: cells.map(numberIn) }));
  const named = (names: readonly string[]): ColumnNumbers[] => all.filter(({ column }) => names.includes(column));
  const parts = columns.filter(({ column }) => shares.includes(column)).flatMap(sharesIn);
  const counts = [...named(quantities), ...parts];
  const reductions = named(discounts);
  const isNone = counts.length + reductions.length === 0;
  const others = [...quantities, ...shares, ...discounts];
  const prices = new Map<string, string>();
  for (const price of isNone ? [] : all.filter(({ column }) => !others.includes(column))) {
    const total = all.find(
      (other) =>
        other !== price &&
        (counts.some((count) => count.column !== other.column && isProduct(count, price, other)) ||
          reductions.some((reduction) => reduction !== other && isReduced(reduction, price, other))),
    );
    if (total !== undefined) {
      prices.set(price.column, total.column);
    }
  }
  return prices;
}

/** Of a hundred, and of one, unless the cells say that it is a hundred. */
function sharesIn({ column, cells }: ColumnCells): ColumnNumbers[] {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell : cell.replace(/\s?%\s*$/, '')));
  const ofOne = texts.map(numberIn);
  const ofHundred = ofOne.map((number) => (number === null ? null : number / 100));
  const areOfHundred = texts.some((text, at) => text !== cells[at]);
  return [{ column, numbers: ofHundred }, ...(areOfHundred ? [] : [{ column, numbers: ofOne }])];
}

/** Whether what is left of a price is another column in all rows. */
function isReduced(reduction: ColumnNumbers, price: ColumnNumbers, left: ColumnNumbers): boolean {
  let rows = 0;
  for (const [at, whole] of price.numbers.entries()) {
    const [off = null, rest = null] = [reduction.numbers[at], left.numbers[at]];
    if (whole === null || rest === null || off === null) {
      continue;
    }
    if (Math.abs(whole - Math.sign(whole) * Math.abs(off) - rest) > CENT + Math.abs(rest) * RELATIVE) {
      return false;
    }
    rows += off === 0 ? 0 : 1;
  }
  return rows > 0;
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

/** About what a cell holds, to compare it with others: as it is with a decimal point, if it can be read so; null if it is blank or no amount. */
export function numberIn(cell: Cell): number | null {
  const reading = readAmount(cell);
  if (reading === null || reading === 'blank') {
    return null;
  }
  return Number(reading.unscaled) / 10 ** (reading.point ?? reading.comma ?? 0);
}
