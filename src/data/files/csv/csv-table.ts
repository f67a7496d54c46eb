import { fileMessages } from '../../messages';
import { encodingLabel } from '../encoding/encodings';
import { utf8Chunks } from '../encoding/utf8-chunks';
import { FileProblem } from '../file-problem';
import { LIMITS } from '../limits';
import type { TextReading, TextTable } from '../text-table';
import { type CellDecoder, cellDecoder } from './cell-decoder';
import type { RowBounds } from './row-scanner';
import { areBlank, type BoundsListener, rowFeed } from './rows';
import { textCache } from './text-cache';

/** A wrong cell is shown as far as it helps to find it. */
const SHOWN_CHARACTERS = 60;

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
    async readRows(columns, each, progress, rowProblem) {
      const decoders = columns.map(() => cellDecoder(textCache()));
      const cells = new Array<string>(columns.length).fill('');
      let rows = 0;
      const visit: BoundsListener = (bytes, row, line) => {
        if (line <= headerLine) return;
        rows += 1;
        if (rows > LIMITS.rows) throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows));
        if (row.cells > width && !areBlank(bytes, row, width)) {
          const problem = surplus(bytes, row, width);
          if (rowProblem === undefined) throw new FileProblem(fileMessages.atLine(line, problem));
          rowProblem(line, problem);
          return;
        }
        for (let index = 0; index < columns.length; index += 1) {
          cells[index] = cellAt(bytes, row, columns[index] as number, line, reading.encoding, decoders[index] as CellDecoder);
        }
        each(cells, line);
      };
      const feed = rowFeed(reading, visit);
      for await (const piece of utf8Chunks(file, reading.encoding, progress)) feed(piece, false);
      feed(new Uint8Array(0), true);
    },
  };
}

/**
 * Decodes a cell; '' where the row has none there.
 *
 * @throws FileProblem where bytes are invalid or the cell is beyond the limit
 */
export function cellAt(bytes: Uint8Array, row: RowBounds, column: number, line: number, encoding: string, decoder: CellDecoder): string {
  if (column >= row.cells) return '';
  let text: string;
  try {
    text = decoder(bytes, row, column);
  } catch {
    throw new FileProblem(fileMessages.notInEncoding(encodingLabel(encoding), line));
  }
  if (text.length > LIMITS.cellCharacters) throw new FileProblem(fileMessages.cellTooLong(line, LIMITS.cellCharacters));
  return text;
}

function surplus(bytes: Uint8Array, row: RowBounds, width: number): string {
  const text = new TextDecoder().decode(bytes.subarray(row.starts[width], row.ends[width]));
  return fileMessages.surplusCells(row.cells, width, text.slice(0, SHOWN_CHARACTERS));
}
