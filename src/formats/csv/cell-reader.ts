import { fileMessages } from '../file/messages';
import { encodingLabel } from '../encoding/encodings';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { RowBounds } from './row-scanner';

const QUOTE = 34;
const EQUALS = 61;

/** So exports have Excel keep a cell as text: `="00123"`. */
const AS_TEXT = /^="(?:[^"]|"")*"$/;

/**
 * The text of a cell; '' if the row has none at that position.
 *
 * @throws FileProblem if bytes are invalid or the cell is beyond the limit
 */
export type CellReader = (bytes: Uint8Array, row: RowBounds, column: number, line: number) => string;

/**
 * What reads cells.
 *
 * @param encoding of the file, to be named if bytes are invalid
 * @param decode a text from the UTF-8 between two bounds; it throws if bytes are invalid
 */
export function cellReader(
  encoding: string,
  decode: (bytes: Uint8Array, start: number, end: number) => string,
): CellReader {
  let unquoted = new Uint8Array(0);

  function decodeCell(bytes: Uint8Array, { starts, ends, quoted }: RowBounds, column: number): string {
    const start = starts[column] as number;
    const end = ends[column] as number;
    if (quoted[column] === 0) {
      return decode(bytes, start, end);
    }
    if (unquoted.length < end - start) {
      unquoted = new Uint8Array(2 * (end - start));
    }
    return decode(unquoted, 0, unquote(bytes, start, end, unquoted));
  }

  return (bytes, row, column, line) => {
    if (column >= row.cells) {
      return '';
    }
    let text: string;
    try {
      text = decodeCell(bytes, row, column);
    } catch {
      throw new FileProblem(fileMessages.notInEncoding(encodingLabel(encoding), line));
    }
    if (text.charCodeAt(0) === EQUALS && AS_TEXT.test(text)) {
      text = text.slice(2, -1).replaceAll('""', '"');
    }
    if (text.length > LIMITS.cellCharacters) {
      throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters, `in line ${line}`));
    }
    return text;
  };
}

/**
 * Takes the quotes off a cell: doubled ones within become one, and text after the closing quote is kept.
 *
 * @param start where the opening quote is
 * @param into has room for as many bytes
 * @returns how many bytes were written
 */
function unquote(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let written = 0;
  let open = true;
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (open && byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE || at + 1 >= end) {
        open = false;
        continue;
      }
      at += 1;
    }
    into[written] = byte;
    written += 1;
  }
  return written;
}
