import { FileProblem } from '../../src/formats/file/file-problem';
import type { Cell, TextTable } from '../../src/formats/file/text-table';

/** All rows of a table, the line number before the cells of the columns. */
export async function readAll(
  table: TextTable | undefined,
  columns: readonly number[] = table?.header.map((_, index) => index) ?? [],
): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  await table?.readRows(columns, (cells, line) => rows.push([line, ...cells]));
  return rows;
}

/** The message of the FileProblem that a reading ends in; any other error is passed on, and `read` if there was none. */
export async function fileProblemOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FileProblem) {
      return error.message;
    }
    throw error;
  }
  return 'read';
}
