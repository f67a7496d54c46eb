import { openCsv } from '../../../src/formats/csv/open-csv';
import type { TextReading } from '../../../src/formats/file/text-table';

/** What a file held, with the line of each row and the rows that were problems. */
export interface ReadCsv {
  readonly header: readonly string[];
  readonly rows: string[][];
  readonly lines: number[];
  readonly problems: [number, string][];
  readonly notices: readonly string[];
  readonly reading: TextReading | null;
}

/** Opens a file and reads all of its columns. */
export async function readCsv(
  content: string | Uint8Array<ArrayBuffer>,
  override?: Partial<TextReading>,
): Promise<ReadCsv> {
  const { tables, notices, reading } = await openCsv(new Blob([content]), override);
  const { header, readRows } = tables[0]!;
  const [rows, lines, problems]: [string[][], number[], [number, string][]] = [[], [], []];
  await readRows(
    header.map((_, column) => column),
    (cells, line) => {
      rows.push(cells.map(String));
      lines.push(line);
    },
    undefined,
    (line, problem) => problems.push([line, problem]),
  );
  return { header, rows, lines, problems, notices, reading };
}
