import { FileProblem } from '../file/file-problem';
import type { TextReading } from '../file/text-table';
import { rowFeed } from './row-feed';

/** A row of the sample, as far as the choice of a delimiter and a header asks. */
export interface SampleRow {
  readonly line: number;
  readonly cells: number;
  /** Whether nothing follows the last delimiter. */
  readonly endsEmpty: boolean;
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
 * @returns `lostQuotes`: how many lines are no rows that way; `problem` where the sample cannot be read to its end that way
 */
export function sampleRows(
  { bytes, whole }: Sample,
  reading: TextReading,
): { rows: SampleRow[]; lostQuotes: number; problem: FileProblem | null } {
  const rows: SampleRow[] = [];
  let lostQuotes = 0;
  const feed = rowFeed(reading, (_, row, line) => {
    if (row.lostQuote) {
      lostQuotes += 1;
      return true;
    }
    const last = row.cells - 1;
    rows.push({ line, cells: row.cells, endsEmpty: row.starts[last] === row.ends[last] });
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
