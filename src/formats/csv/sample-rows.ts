import { FileProblem } from '../file/file-problem';
import type { TextReading } from '../file/text-table';
import { rowFeed } from './row-feed';
import type { RowBounds } from './row-scanner';

/** A row of the sample, as far as the choice of a delimiter and a header asks. */
export interface SampleRow {
  readonly line: number;
  readonly cells: number;
  /** Whether nothing follows the last delimiter. */
  readonly endsEmpty: boolean;
  /** Cells with a letter in them, as names have. */
  readonly lettered: number;
  /** Cells that are not empty. */
  readonly filled: number;
}

/** The beginning of a text, in UTF-8. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** Whether it is the whole text. */
  readonly whole: boolean;
}

/**
 * The rows of a sample that are complete and not blank, by one way of reading it.
 *
 * @returns `lostQuotes`: how many lines are no rows that way; `problem` if the sample cannot be read to its end that way
 */
export function sampleRows(
  { bytes, whole }: Sample,
  reading: TextReading,
): { rows: SampleRow[]; lostQuotes: number; problem: FileProblem | null } {
  const rows: SampleRow[] = [];
  let lostQuotes = 0;
  const feed = rowFeed(reading, (read, row, line) => {
    if (row.lostQuote) {
      lostQuotes += 1;
      return true;
    }
    const last = row.cells - 1;
    rows.push({
      line,
      cells: row.cells,
      endsEmpty: row.starts[last] === row.ends[last],
      lettered: letteredCells(read, row),
      filled: filledCells(row),
    });
    return true;
  });
  try {
    feed(bytes, whole);
    return { rows, lostQuotes, problem: null };
  } catch (error) {
    if (error instanceof FileProblem) {
      return { rows, lostQuotes, problem: error };
    }
    throw error;
  }
}

function filledCells({ cells, starts, ends }: RowBounds): number {
  let count = 0;
  for (let cell = 0; cell < Math.min(cells, starts.length); cell += 1) {
    count += (starts[cell] as number) < (ends[cell] as number) ? 1 : 0;
  }
  return count;
}

function letteredCells(bytes: Uint8Array, { cells, starts, ends }: RowBounds): number {
  let count = 0;
  for (let cell = 0; cell < Math.min(cells, starts.length); cell += 1) {
    count += hasLetter(bytes, starts[cell] as number, ends[cell] as number) ? 1 : 0;
  }
  return count;
}

/** All that is beyond ASCII counts as one. */
function hasLetter(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) {
      return true;
    }
  }
  return false;
}
