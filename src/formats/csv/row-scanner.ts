import { LIMITS } from '../file/limits';

// Constants of this file alone, for they are compared at every byte.
const NUL = 0;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
/** One more than a table may have, so that a cell too many can be shown. */
const BOUNDS = LIMITS.columns + 1;

/** Where the cells of a row lie in the bytes. It is used again for the next row. */
export interface RowBounds {
  /** All cells; only as many have bounds as the arrays are long. */
  cells: number;
  readonly starts: Int32Array;
  /** One after the last byte. */
  readonly ends: Int32Array;
  /** 1 if the bounds hold the quotes too, for more than taking them off is to be done: see `unquote`. */
  readonly quoted: Uint8Array;
  /** Physical lines of the row, the one with its end included. */
  lines: number;
  /** Where the bytes end within quotes: the physical lines of the row before those opened. Null elsewhere. */
  openQuote: number | null;
  /** Whether text stands behind a closing quote: one of the quotes is no mark of a cell. */
  strayQuote: boolean;
  /** Whether the text ends with the row, without a line end. */
  unended: boolean;
}

/** Has to stand behind the bytes that are scanned: it spares a comparison of positions at every byte. */
export const SENTINEL = LF;
/** Bytes are looked at by the word. */
const WORD_BYTES = 4;
/** So many bytes are needed behind those that are scanned: the sentinel, and the rest of a word that begins with it. */
export const SPARE_BYTES = WORD_BYTES;
/** In each byte of a word: one, its highest bit, and the first byte that is neither NUL nor a line end nor below one. */
const ONES = 0x01010101;
const HIGHEST_BITS = 0x80808080;
const ABOVE_LINE_ENDS = 0x0e0e0e0e;
/** The row goes on after the bytes at hand. */
export const INCOMPLETE = -1;
/** A zero byte is in the last line of the row. */
export const BINARY = -2;

export interface RowScanner {
  readonly row: RowBounds;
  /**
   * Finds the cells of one row, without decoding them.
   *
   * @param bytes the whole of their buffer
   * @param to the end of the bytes at hand. `SENTINEL` stands there, and `SPARE_BYTES` are there with it.
   * @param last whether the text ends there
   * @returns where the next row begins, `INCOMPLETE` or `BINARY`
   */
  scan(bytes: Uint8Array, from: number, to: number, last: boolean): number;
}

/**
 * Reads UTF-8 text by the rules of RFC 4180, and by what spreadsheets do if it has none: a line ends with CRLF, LF or CR;
 * spaces around a quoted cell are no part of it; a quote within an unquoted cell is text. Text after a closing quote is no CSV:
 * the row is marked.
 *
 * @param delimiter one character, in UTF-8; not a quote or a line end
 */
// eslint-disable-next-line max-lines-per-function -- one state that its steps share for each byte
export function rowScanner(delimiter: Uint8Array): RowScanner {
  const lead = delimiter[0] as number;
  const skipsSpaces = lead !== SPACE;
  const endsPlain = new Uint8Array(256);
  for (const byte of [NUL, LF, CR, lead]) {
    endsPlain[byte] = 1;
  }
  const stopsQuoted = new Uint8Array(256);
  for (const byte of [NUL, LF, CR, QUOTE]) {
    stopsQuoted[byte] = 1;
  }
  /** What a quoted cell may begin with. */
  const mayOpen = new Uint8Array(256);
  mayOpen[SPACE] = mayOpen[QUOTE] = 1;
  /** The delimiter if it is one byte; else no byte. */
  const oneByte = delimiter.length === 1 ? lead : -1;
  const starts = new Int32Array(BOUNDS);
  const ends = new Int32Array(BOUNDS);
  const quoted = new Uint8Array(BOUNDS);
  const row: RowBounds = {
    cells: 0,
    starts,
    ends,
    quoted,
    lines: 1,
    openQuote: null,
    strayQuote: false,
    unended: false,
  };
  let doubled = false;
  /** The bytes that are scanned. */
  let words: DataView = new DataView(new ArrayBuffer(0));
  const leads = Math.imul(lead, ONES);

  function scan(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    if (words.buffer !== bytes.buffer) {
      words = new DataView(bytes.buffer);
    }
    let at = from;
    let cells = 0;
    row.lines = 1;
    row.openQuote = null;
    row.strayQuote = false;
    row.unended = false;
    for (;;) {
      let start = at;
      // Nearly every cell: by this short way rows are found in half of the time.
      if (mayOpen[bytes[at] as number] === 0) {
        at = nextStop(at);
        if (bytes[at] === oneByte) {
          note(cells, start, at, 0);
          cells += 1;
          at += 1;
          continue;
        }
      }
      let closed = -1;
      let end = -1;
      const opening = bytes[at] === SPACE ? afterSpaces(bytes, at) : at;
      if (bytes[opening] === QUOTE) {
        end = closingQuote(bytes, opening, to);
        if (end < 0) {
          return end;
        }
        at = closed = afterSpaces(bytes, end + 1);
        start = opening + 1;
      }
      at = plainEnd(bytes, at);
      if (at >= to && !last) {
        return INCOMPLETE;
      }
      const ender = bytes[at];
      if (ender === NUL) {
        return BINARY;
      }
      const whole = closed !== -1 && (doubled || at !== closed);
      note(cells, whole ? opening : start, closed === -1 || at !== closed ? at : whole ? end + 1 : end, whole ? 1 : 0);
      row.strayQuote ||= closed !== -1 && at !== closed;
      cells += 1;
      if (ender === lead) {
        at += delimiter.length;
        continue;
      }
      row.cells = cells;
      row.unended = at >= to;
      if (ender === CR && at + 1 >= to && !last) {
        return INCOMPLETE;
      }
      return ender === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  /**
   * Where the next byte is that may end a plain cell: no byte before it does. Four bytes are looked at in one step: subtracting sets
   * the highest bit of each byte that is less than another, and of that byte first which is the lowest.
   */
  function nextStop(from: number): number {
    for (let at = from; ; at += WORD_BYTES) {
      const word = words.getInt32(at, true);
      const other = word ^ leads;
      const stops = (((word - ABOVE_LINE_ENDS) & ~word) | ((other - ONES) & ~other)) & HIGHEST_BITS;
      if (stops !== 0) {
        return at + ((31 - Math.clz32(stops & -stops)) >> 3);
      }
    }
  }

  function note(cell: number, start: number, end: number, isQuoted: 0 | 1): void {
    if (cell < BOUNDS) {
      starts[cell] = start;
      ends[cell] = end;
      quoted[cell] = isQuoted;
    }
  }

  /** Where the quote that closes the one at `opening` is. */
  function closingQuote(bytes: Uint8Array, opening: number, to: number): number {
    row.openQuote = row.lines - 1;
    doubled = false;
    for (let at = opening + 1; ; at += 1) {
      while (stopsQuoted[bytes[at] as number] === 0) {
        at += 1;
      }
      if (at >= to) {
        return INCOMPLETE;
      }
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) {
          row.openQuote = null;
          return at;
        }
        doubled = true;
        at += 1;
      } else if (byte === NUL) {
        return BINARY;
      } else if (byte === LF || bytes[at + 1] !== LF) {
        row.lines += 1;
      }
    }
  }

  /** Where the delimiter, the line end or the zero byte is that ends an unquoted text. */
  function plainEnd(bytes: Uint8Array, from: number): number {
    for (let at = from; ; at += 1) {
      while (endsPlain[bytes[at] as number] === 0) {
        at += 1;
      }
      if (delimiter.length === 1 || bytes[at] !== lead || isDelimiter(bytes, at)) {
        return at;
      }
    }
  }

  function isDelimiter(bytes: Uint8Array, at: number): boolean {
    return delimiter.every((byte, index) => bytes[at + index] === byte);
  }

  function afterSpaces(bytes: Uint8Array, from: number): number {
    let at = from;
    if (skipsSpaces) {
      while (bytes[at] === SPACE) {
        at += 1;
      }
    }
    return at;
  }

  return { row, scan };
}
