import { LIMITS } from '../file/limits';
import type { Cell } from '../file/text-table';
import { twoRowHeader } from '../file/two-row-header';
import { isBlankCell } from './cell-value';

/** How many rows with content are looked at for the header. */
export const HEADER_ROWS = 20;

/** So many columns behind the last name are looked at for one without a name; what stands farther out is no part of the table. */
const NAMELESS = 20;

/** Rows below a header that show whether it has a second row. */
const ROWS_BELOW = 3;

/** A row among the first of a sheet. */
export interface FirstRow {
  /** Counts the rows that the sheet writes, from 1, blank ones too. */
  readonly ordinal: number;
  /** From column A on; a hole is a blank. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet's header: the names from `firstColumn` on; a column without a name that has content in the first rows is one, too. */
export interface Header {
  readonly ordinal: number;
  readonly firstColumn: number;
  readonly names: readonly string[];
  /** The names come from two rows. */
  readonly hasTwoRows: boolean;
}

/**
 * The header is the first row in which more than half as many cells are filled as in the widest of the first rows. So a
 * title and the lines below it are passed over, and a header that leaves some columns without a name is not.
 *
 * @param rows the first rows that have content, at least one
 */
export function findHeader(rows: readonly FirstRow[]): Header | null {
  const widest = Math.max(...rows.map(filled));
  const row = rows.find((each) => filled(each) * 2 > widest);
  if (row === undefined) {
    return null;
  }
  const below = rows.slice(rows.indexOf(row));
  const firstColumn = Math.min(...below.map(({ cells }) => cells.findIndex(isFilled)).filter((column) => column >= 0));
  const named = filledTo(row.cells);
  const last = Math.max(...below.map(({ cells }) => filledTo(cells.slice(0, named + NAMELESS))));
  const width = Math.max(named, Math.min(last, LIMITS.columns)) - firstColumn;
  const textsOf = ({ cells }: FirstRow): string[] =>
    Array.from({ length: width }, (_, at) => String(cells[firstColumn + at] ?? '').trim());
  const [second, ...next] = below.slice(1, 2 + ROWS_BELOW);
  const names = textsOf(row);
  const joined = second === undefined ? null : twoRowHeader(names, textsOf(second), next.map(textsOf));
  return second === undefined || joined === null
    ? { ordinal: row.ordinal, firstColumn, names, hasTwoRows: false }
    : { ordinal: second.ordinal, firstColumn, names: joined, hasTwoRows: true };
}

function filled({ cells }: FirstRow): number {
  return cells.filter(isFilled).length;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && !isBlankCell(cell);
}

/** One more than the position of the last cell with content. */
function filledTo(cells: readonly (Cell | undefined)[]): number {
  let to = cells.length;
  while (to > 0 && !isFilled(cells[to - 1])) {
    to -= 1;
  }
  return to;
}
