import type { Cell, OpenedFile } from '../../formats/file/text-table';
import type { GivenTable } from './import-protocol';

/** Rows after which it is told how far a reading is. */
const ROWS_BETWEEN = 10_000;

/** A table of the workbook as if it were a file: its cells are there already. */
export function givenTable({ name, header, rows, firstRow }: GivenTable): OpenedFile {
  return {
    kind: 'workbook',
    reading: null,
    notices: [],
    tables: [
      {
        name,
        header,
        notation: 'written',
        readRows: async (columns, each, progress) => {
          const cells: Cell[] = [];
          rows.forEach((row, index) => {
            if (row.every((cell) => cell === '')) {
              return;
            }
            columns.forEach((column, at) => {
              cells[at] = row[column] ?? '';
            });
            each(cells, firstRow + index);
            if (index % ROWS_BETWEEN === 0) {
              progress?.(index, rows.length);
            }
          });
        },
      },
    ],
  };
}
