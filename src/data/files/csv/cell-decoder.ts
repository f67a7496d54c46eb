import type { RowBounds } from './row-scanner';
import { textCache } from './text-cache';
import { unquote } from './unquote';

/** Decodes the cell of a row at a position that it has; throws a TypeError where bytes are invalid. */
export type CellDecoder = (bytes: Uint8Array, row: RowBounds, column: number) => string;

/** What decodes the cells of one column. */
export function cellDecoder(): CellDecoder {
  const decode = textCache();
  let unquoted = new Uint8Array(0);
  return (bytes, { starts, ends, quoted }, column) => {
    const start = starts[column] as number;
    const end = ends[column] as number;
    if (quoted[column] === 0) return decode(bytes, start, end);
    if (unquoted.length < end - start) unquoted = new Uint8Array(2 * (end - start));
    return decode(unquoted, 0, unquote(bytes, start, end, unquoted));
  };
}
