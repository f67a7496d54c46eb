import { fileMessages } from '../file/messages';
import { encodingLabel } from '../encoding/encodings';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { TextReading } from '../file/text-table';
import { areBlank } from './blank-cells';
import { BINARY, type RowBounds, rowScanner, SENTINEL } from './row-scanner';

/** Hears of a row that is not blank: the bytes, its cells' bounds in them, and the line that it begins in. Keep none of them. */
export type BoundsListener = (bytes: Uint8Array, row: RowBounds, line: number) => void;

/**
 * Finds the rows of a text that comes in pieces. It holds one piece and the row that was not complete in the piece before.
 *
 * @param delimiter, encoding the second only to be named in a problem
 * @returns what takes each piece in turn, and whether it is the last; it throws FileProblem
 */
export function rowFeed(
  { delimiter, encoding }: TextReading,
  each: BoundsListener,
): (piece: Uint8Array, last: boolean) => void {
  const { row, scan } = rowScanner(new TextEncoder().encode(delimiter));
  let bytes = new Uint8Array(0);
  let held = 0;
  let enough = 0;
  let line = 1;

  return (piece, last) => {
    bytes = withRoom(bytes, held, held + piece.length + 1);
    bytes.set(piece, held);
    const to = held + piece.length;
    held = to;
    if (to < enough && to <= LIMITS.rowBytes && !last) {
      return;
    }
    bytes[to] = SENTINEL;
    let from = 0;
    while (from < to) {
      const next = scan(bytes, from, to, last);
      if (next < 0) {
        if (next === BINARY) {
          throw new FileProblem(fileMessages.binary(line + row.lines - 1, encodingLabel(encoding)));
        }
        if (last || to - from > LIMITS.rowBytes) {
          throw new FileProblem(endless(row, line));
        }
        break;
      }
      if (!areBlank(bytes, row, 0)) {
        each(bytes, row, line);
      }
      line += row.lines;
      from = next;
    }
    bytes.copyWithin(0, from, to);
    held = Math.max(0, to - from);
    // A row longer than a piece is looked at again only when twice as much of it is there.
    enough = 2 * held;
  };
}

function endless(row: RowBounds, line: number): string {
  return row.openQuote === null
    ? fileMessages.rowTooLong(line, LIMITS.rowBytes)
    : fileMessages.openQuote(line + row.openQuote);
}

/** The same bytes, or a copy of those held in an array that is large enough. */
function withRoom(bytes: Uint8Array<ArrayBuffer>, held: number, size: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= size) {
    return bytes;
  }
  const larger = new Uint8Array(size + (size >> 1));
  larger.set(bytes.subarray(0, held));
  return larger;
}
