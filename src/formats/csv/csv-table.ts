import { fileMessages } from '../file/messages';
import { utf8Chunks } from '../encoding/utf8-chunks';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { TextReading, TextTable } from '../file/text-table';
import { areBlank } from './blank-cells';
import { type CellReader, cellReader } from './cell-reader';
import { type BoundsListener, rowFeed } from './row-feed';
import type { RowBounds } from './row-scanner';
import { textCache } from './text-cache';

/** A wrong cell is shown as far as it helps to find it. */
const SHOWN_CHARACTERS = 60;
/** At most, of one character. */
const UTF8_BYTES = 4;

/**
 * The table of a CSV file. Rows with fewer cells than the header have '' for the rest, and surplus cells are no problem while
 * they are blank.
 *
 * @param headerLine the physical line in which the header begins
 */
export function csvTable(file: Blob, reading: TextReading, header: readonly string[], headerLine: number): TextTable {
  const width = header.length;
  return {
    name: '',
    header,
    notation: 'written',
    delimiter: reading.delimiter,
    async readRows(columns, each, progress, rowProblem) {
      const readers = columns.map(() => cellReader(reading.encoding, textCache()));
      const cells = new Array<string>(columns.length).fill('');
      let rows = 0;
      const visit: BoundsListener = (bytes, row, line) => {
        if (line <= headerLine) {
          return;
        }
        rows += 1;
        if (rows > LIMITS.rows) {
          throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows));
        }
        if (row.cells > width && !areBlank(bytes, row, width)) {
          const problem = surplus(bytes, row, width);
          if (rowProblem === undefined) {
            throw new FileProblem(fileMessages.atLine(line, problem));
          }
          rowProblem(line, problem);
          return;
        }
        for (let index = 0; index < columns.length; index += 1) {
          cells[index] = (readers[index] as CellReader)(bytes, row, columns[index] as number, line);
        }
        each(cells, line);
      };
      const feed = rowFeed(reading, visit);
      for await (const piece of utf8Chunks(file, reading.encoding, progress)) {
        feed(piece, false);
      }
      feed(new Uint8Array(0), true);
    },
  };
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
