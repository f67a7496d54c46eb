import { fileMessages } from '../file/messages';
import { encodingLabel } from '../encoding/encodings';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { TextReading } from '../file/text-table';
import { areBlank } from './blank-cells';
import { BINARY, type RowBounds, rowScanner, SENTINEL, SPARE_BYTES } from './row-scanner';

/**
 * Hears of a row that is not blank: the bytes, its cells' bounds in them, and the line that it begins in. Keep none of them.
 *
 * @returns whether the row is one; if not, only its first line is taken from it, and what follows is looked at anew
 */
export type BoundsListener = (bytes: Uint8Array, row: FedRow, line: number) => boolean;

/** A row, and where it lies in the bytes. */
export interface FedRow extends RowBounds {
  from: number;
  /** One after its last byte, the line end included. */
  to: number;
  /** The line is no row, for a quote in it has no partner: its cells say nothing. */
  lostQuote: boolean;
}

/** So many times a quote is looked for through more than a megabyte and not found, before the file is refused. */
const LONG_SEARCHES = 20;
const LONG_BYTES = 1024 * 1024;

/**
 * Finds the rows of a text that comes in pieces. It holds one piece and the row that was not complete in the piece before.
 *
 * A quote that has no partner would take the rows behind it into one cell. If a row of several lines turns out to be no
 * row, its first line is told as one with a lost quote, so are the others in which a quote stands alone, and the rest are rows.
 *
 * @param delimiter, encoding the second only to be named in a problem
 * @returns what takes each piece in turn, and whether it is the last; it throws FileProblem
 */
// eslint-disable-next-line max-lines-per-function -- one state that its steps share; apart, it would be handed round for each row
export function rowFeed(
  { delimiter, encoding }: TextReading,
  each: BoundsListener,
): (piece: Uint8Array, last: boolean) => void {
  const { row: bounds, scan } = rowScanner(new TextEncoder().encode(delimiter));
  const row: FedRow = Object.assign(bounds, { from: 0, to: 0, lostQuote: false });
  let bytes = new Uint8Array(0);
  let held = 0;
  let enough = 0;
  let line = 1;
  /** In lines up to this one a quote may be lost. */
  let doubtedTo = 0;
  let longSearches = 0;

  /** Tells that the line at `from` has a lost quote, and goes on behind it. */
  function loseFirstLine(from: number, to: number): number {
    const next = afterLine(bytes, from, to);
    Object.assign(row, { cells: 0, from, to: next, lines: 1, lostQuote: true });
    each(bytes, row, line);
    row.lostQuote = false;
    line += 1;
    return next;
  }

  /** The row at `from`: where the next begins, or `INCOMPLETE`. */
  function feedRow(from: number, to: number, last: boolean): number {
    if (line <= doubtedTo && hasLoneQuote(bytes, from, to)) {
      return loseFirstLine(from, to);
    }
    const next = scan(bytes, from, to, last);
    if (next === BINARY) {
      throw new FileProblem(fileMessages.binary(line + row.lines - 1, encodingLabel(encoding)));
    }
    if (next < 0) {
      if (!last && to - from <= LIMITS.rowBytes) {
        return next;
      }
      longSearches += to - from > LONG_BYTES ? 1 : 0;
      const isEndless = !last && afterLine(bytes, from, to) >= to;
      if (row.openQuote === null || isEndless || longSearches > LONG_SEARCHES) {
        throw new FileProblem(endless(row, line));
      }
      doubtedTo = Math.max(doubtedTo, line + row.openQuote);
      return loseFirstLine(from, to);
    }
    row.from = from;
    row.to = next;
    const isMistaken = (row.strayQuote && row.lines > 1) || (!areBlank(bytes, row, 0) && !each(bytes, row, line));
    if (isMistaken) {
      doubtedTo = Math.max(doubtedTo, line + row.lines - 1);
      return loseFirstLine(from, to);
    }
    line += row.lines;
    return next;
  }

  return (piece, last) => {
    bytes = withRoom(bytes, held, held + piece.length + SPARE_BYTES);
    bytes.set(piece, held);
    const to = held + piece.length;
    held = to;
    if (to < enough && to <= LIMITS.rowBytes && !last) {
      return;
    }
    bytes[to] = SENTINEL;
    let from = 0;
    while (from < to) {
      const next = feedRow(from, to, last);
      if (next < 0) {
        break;
      }
      from = next;
    }
    bytes.copyWithin(0, from, to);
    held = Math.max(0, to - from);
    // A row longer than a piece is looked at again only when twice as much of it is there.
    enough = 2 * held;
  };
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where the physical line behind the one at `from` begins. */
function afterLine(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== LF && bytes[at] !== CR) {
    at += 1;
  }
  return Math.min(to, bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1);
}

/** Whether the physical line at `from` has an odd number of quotes. */
function hasLoneQuote(bytes: Uint8Array, from: number, to: number): boolean {
  let quotes = 0;
  for (let at = from; at < to && bytes[at] !== LF && bytes[at] !== CR; at += 1) {
    quotes += bytes[at] === QUOTE ? 1 : 0;
  }
  return quotes % 2 === 1;
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
