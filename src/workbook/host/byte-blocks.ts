import type { CellValue } from '../../domain/ledger/table';

/** What the values of one request may come to as JSON, in bytes: far below the 5 MB at which Excel on the web refuses a request. */
export const REQUEST_BYTES = 1_500_000;

/** Consecutive rows, counted from 0. */
export interface Block {
  readonly first: number;
  readonly count: number;
}

/**
 * Splits rows so that no block's JSON is larger than `limit` bytes; a row that is larger by itself is a block of its own. One block
 * after the other, as each is asked for: to measure all takes long.
 */
export function* byteBlocks(
  rows: readonly (readonly CellValue[])[],
  limit = REQUEST_BYTES,
): Generator<Block, void, void> {
  let first = 0;
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    const size = rowBytes(row);
    if (at > first && bytes + size > limit) {
      yield { first, count: at - first };
      first = at;
      bytes = 0;
    }
    bytes += size;
  }
  if (rows.length > first) {
    yield { first, count: rows.length - first };
  }
}

/** Whether rows come to more than one request may carry. */
export function isOverRequest(rows: Iterable<readonly CellValue[]>): boolean {
  let bytes = 0;
  for (const row of rows) {
    bytes += rowBytes(row);
    if (bytes > REQUEST_BYTES) {
      return true;
    }
  }
  return false;
}

/**
 * The bytes of one row in the JSON of a request, at most: the request's text is itself put into JSON, so that a quotation
 * mark can come to four bytes, and a character beyond ASCII to seven.
 */
export function rowBytes(row: readonly CellValue[]): number {
  return row.reduce<number>((sum, cell) => sum + cellBytes(cell) + 1, 3);
}

/** What a cell is of that. */
export function cellBytes(cell: CellValue): number {
  if (typeof cell !== 'string') {
    return cell === null ? 4 : String(cell).length;
  }
  let bytes = 4;
  for (let at = 0; at < cell.length; at += 1) {
    const unit = cell.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e) {
      bytes += 7;
    } else {
      bytes += unit === QUOTATION_MARK || unit === BACKSLASH ? 4 : 1;
    }
  }
  return bytes;
}

const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;
