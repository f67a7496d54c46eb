import { LIMITS } from '../file/limits';
import type { Cell } from '../file/text-table';
import { isSparseHeader } from '../file/sparse-header';
import { ROWS_BELOW, twoRowHeader } from '../file/two-row-header';
import { isBlankCell } from './cell-value';

/** How many rows with content are looked at for the header. */
export const HEADER_ROWS = 20;

/** So many columns behind the last name are looked at for one without a name; what stands farther out is no part of the table. */
const NAMELESS = 20;

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
 * title and the lines below it are passed over, and a header that leaves some columns without a name is not. One that names fewer
 * stands right above amounts.
 *
 * @param rows the first rows that have content, at least one
 */
export function findHeader(rows: readonly FirstRow[]): Header | null {
  const widest = Math.max(...rows.map(filled));
  const full = rows.findIndex((each) => filled(each) * 2 > widest);
  const below = rows.slice(standsAbove(rows, full) ? full - 1 : Math.max(full, 0));
  const [row] = below;
  if (full < 0 || row === undefined) {
    return null;
  }
  const firstColumn = firstFilled(below);
  const named = filledTo(row.cells);
  const last = Math.max(...below.map(({ cells }) => filledTo(cells.slice(0, named + NAMELESS))));
  const width = Math.max(named, Math.min(last, LIMITS.columns)) - firstColumn;
  const textsOf = (each: FirstRow): string[] => texts(each, firstColumn, width);
  const [second, ...next] = below.slice(1, 2 + ROWS_BELOW);
  const names = textsOf(row);
  const joined = second === undefined ? null : twoRowHeader(names, textsOf(second), next.map(textsOf));
  return second === undefined || joined === null
    ? { ordinal: row.ordinal, firstColumn, names, hasTwoRows: false }
    : { ordinal: second.ordinal, firstColumn, names: joined, hasTwoRows: true };
}

/** Whether the row above the first full one is the header. */
function standsAbove(rows: readonly FirstRow[], full: number): boolean {
  const around = rows.slice(Math.max(full - 1, 0), full + 1 + ROWS_BELOW);
  const firstColumn = firstFilled(around);
  const width = Math.max(...around.map(({ cells }) => filledTo(cells))) - firstColumn;
  const [above = [], row = [], ...below] = around.map((each) => texts(each, firstColumn, width));
  return full > 0 && isSparseHeader(above, row, below);
}

function texts({ cells }: FirstRow, firstColumn: number, width: number): string[] {
  return Array.from({ length: width }, (_, at) => String(cells[firstColumn + at] ?? '').trim());
}

/** The first column in which one of the rows has content. */
function firstFilled(rows: readonly FirstRow[]): number {
  return Math.min(...rows.map(({ cells }) => cells.findIndex(isFilled)).filter((column) => column >= 0));
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
