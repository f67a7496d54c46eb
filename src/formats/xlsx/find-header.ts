import type { Cell } from '../file/text-table';
import { isBlankCell } from './cell-value';

/** How many rows with content are looked at for the header. */
export const HEADER_ROWS = 20;

/** A row among the first of a sheet. */
export interface FirstRow {
  /** Counts the rows that the sheet writes, from 1, blank ones too. */
  readonly ordinal: number;
  /** From column A on; a hole is a blank. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet's header: the names from `firstColumn` to the last that has one. */
export interface Header {
  readonly ordinal: number;
  readonly firstColumn: number;
  readonly names: readonly string[];
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
  const texts = Array.from(row.cells, (cell) => String(cell ?? '').trim());
  const firstColumn = texts.findIndex((text) => text !== '');
  return { ordinal: row.ordinal, firstColumn, names: texts.slice(firstColumn) };
}

function filled({ cells }: FirstRow): number {
  return cells.filter((cell) => cell !== undefined && !isBlankCell(cell)).length;
}
