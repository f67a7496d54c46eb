import { fileMessages } from '../file/messages';
import { utf8Chunks } from '../encoding/utf8-chunks';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { TextReading, TextTable } from '../file/text-table';
import { areBlank } from './blank-cells';
import { type CellReader, cellReader } from './cell-reader';
import { type BoundsListener, type FedRow, rowFeed } from './row-feed';
import type { RowBounds } from './row-scanner';
import { textCache } from './text-cache';

/** A wrong cell is shown as far as it helps to find it. */
const SHOWN_CHARACTERS = 60;
/** At most, of one character. */
const UTF8_BYTES = 4;

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * The table of a CSV file. Rows with fewer cells than the header have '' for the rest, and surplus cells are no problem while
 * they are blank. A last row without a line end that alone has too few was cut off.
 *
 * @param headerLine the physical line in which the header begins
 * @param above the cells of the lines above it
 * @param endsInCell whether neither a quote nor a line end is the last of the file
 */
export function csvTable(
  file: Blob,
  reading: TextReading,
  header: readonly string[],
  headerLine: number,
  above: readonly (readonly string[])[],
  endsInCell: boolean,
): TextTable {
  const width = header.length;
  const delimiter = new TextEncoder().encode(reading.delimiter);
  return {
    name: '',
    header,
    notation: 'written',
    delimiter: reading.delimiter,
    ...(above.length > 0 ? { above } : {}),
    ...(endsInCell ? { endsInCell } : {}),
    async readRows(columns, each, progress, rowProblem) {
      const readers = columns.map(() => cellReader(reading.encoding, textCache()));
      const cells = new Array<string>(columns.length).fill('');
      let rows = 0;
      let hasShortRows = false;
      const refuse = (line: number, problem: string): void => {
        if (rowProblem === undefined) {
          throw new FileProblem(fileMessages.atLine(line, problem));
        }
        rowProblem(line, problem);
      };
      const visit: BoundsListener = (bytes, row, line) => {
        if (line <= headerLine) {
          return true;
        }
        if (row.lines > 1 && isEveryLineARow(bytes, row, delimiter, width)) {
          return false;
        }
        rows += 1;
        if (rows > LIMITS.rows) {
          throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows));
        }
        const problem = problemOf(bytes, row, width, hasShortRows);
        hasShortRows ||= row.cells < width;
        if (problem !== null) {
          refuse(line, problem);
          return true;
        }
        for (let index = 0; index < columns.length; index += 1) {
          cells[index] = (readers[index] as CellReader)(bytes, row, columns[index] as number, line);
        }
        each(cells, line);
        return true;
      };
      const feed = rowFeed(reading, visit);
      for await (const piece of utf8Chunks(file, reading.encoding, progress)) {
        feed(piece, false);
      }
      feed(new Uint8Array(0), true);
    },
  };
}

/** Why the cells of a row cannot be told apart; null if they can. */
function problemOf(bytes: Uint8Array, row: FedRow, width: number, hasShortRows: boolean): string | null {
  if (row.lostQuote) {
    return fileMessages.lostQuote();
  }
  if (row.strayQuote) {
    return fileMessages.strayQuote();
  }
  if (row.unended && row.cells < width && !hasShortRows) {
    return fileMessages.cutRow(row.cells, width);
  }
  return row.cells > width && !areBlank(bytes, row, width) ? surplus(bytes, row, width) : null;
}

/** Fewer columns than these a text of several lines may well look like. */
const TELLING_WIDTH = 4;

/**
 * Whether each physical line of a row has as many delimiters as a row of its own, half of them behind a text: then a quote that has no partner has taken them
 * into one cell. In a cell that really has several lines, the delimiters of the row are spread over them.
 */
function isEveryLineARow(bytes: Uint8Array, { from, to }: FedRow, delimiter: Uint8Array, width: number): boolean {
  if (width < TELLING_WIDTH) {
    return false;
  }
  let found = 0;
  let telling = 0;
  const isRow = (): boolean => found >= width - 1 && telling * 2 >= width - 1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      if (!isRow()) {
        return false;
      }
      found = telling = 0;
    } else if (byte === delimiter[0] && delimiter.every((each, index) => bytes[at + index] === each)) {
      found += 1;
      const before = bytes[at - 1] as number;
      telling += at > from && before > SPACE && before !== QUOTE && before !== delimiter[delimiter.length - 1] ? 1 : 0;
    }
  }
  return bytes[to - 1] === LF || bytes[to - 1] === CR || isRow();
}

function surplus(bytes: Uint8Array, { cells, starts, ends }: RowBounds, width: number): string {
  const start = starts[width] as number;
  const end = Math.min(ends[width] as number, start + SHOWN_CHARACTERS * UTF8_BYTES);
  return fileMessages.surplusCells(
    cells,
    width,
    new TextDecoder().decode(bytes.subarray(start, end)).slice(0, SHOWN_CHARACTERS),
  );
}
