import { FileProblem } from '../../src/formats/file/file-problem';
import type { OpenedFile } from '../../src/formats/file/text-table';

/** A file's table as text, with the number that each row is found by. */
export async function readAll(
  opened: OpenedFile,
  table = 0,
): Promise<{ header: string[]; rows: string[][]; lines: number[] }> {
  const { header, readRows } = opened.tables[table]!;
  const rows: string[][] = [];
  const lines: number[] = [];
  await readRows(
    header.map((_, column) => column),
    (cells, line) => {
      rows.push(cells.map(String));
      lines.push(line);
    },
  );
  return { header: [...header], rows, lines };
}

/** A file's rows as objects without the blank cells. */
export async function readRecords(opened: OpenedFile, table = 0): Promise<Record<string, string>[]> {
  const { header, rows } = await readAll(opened, table);
  return rows.map((cells) =>
    Object.fromEntries(
      header.map((name, column): [string, string] => [name, cells[column]!]).filter(([, text]) => text !== ''),
    ),
  );
}

/** What a reader says of a file that it refuses; any other error fails the test. */
export async function problemOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FileProblem) {
      return error.message;
    }
    throw error;
  }
  throw new Error('The file was read without a problem.');
}
