import type { RowBounds } from './row-scanner';
import { unquote } from './unquote';

/** Decodes the cell of a row at a position that it has; throws a TypeError where bytes are invalid. */
export type CellDecoder = (bytes: Uint8Array, row: RowBounds, column: number) => string;

/** What decodes cells, by way of what decodes the UTF-8 between two bounds. */
export function cellDecoder(decode: (bytes: Uint8Array, start: number, end: number) => string): CellDecoder {
  let unquoted = new Uint8Array(0);
  return (bytes, { starts, ends, quoted }, column) => {
    const start = starts[column] as number;
    const end = ends[column] as number;
    if (quoted[column] === 0) return decode(bytes, start, end);
    if (unquoted.length < end - start) unquoted = new Uint8Array(2 * (end - start));
    return decode(unquoted, 0, unquote(bytes, start, end, unquoted));
  };
}
