import { fileMessages } from '../../formats/file/messages';
import type { TableLook } from '../../formats/file/table-look';
import type { Cell, OpenedFile, RowAtHand, Shown } from '../../formats/file/text-table';
import { NOTHING_SHOWN, shownWith } from '../../formats/xlsx/shown-with';
import type { GivenTable } from './import-protocol';

/** Rows after which it is told how far a reading is. */
const ROWS_BETWEEN = 10_000;

/** A table of the workbook as if it were a file: its cells are there already. */
export function givenTable({ name, header, rows, firstRow, look }: GivenTable): OpenedFile {
  const atHand = look === undefined ? null : new GivenRow(rows, look);
  const hiddenRows = new Set(look?.hiddenRows);
  let hidden = 0;
  return {
    kind: 'workbook',
    reading: null,
    notices: [],
    tables: [
      {
        name,
        header,
        notation: 'written',
        ...(atHand === null ? {} : { atHand }),
        hiddenColumns: (look?.hiddenColumns ?? []).flatMap((column) => header[column] ?? []),
        noticesOfRows: () => (hidden === 0 ? [] : [fileMessages.hiddenRows(name, hidden)]),
        readRows: async (columns, each, progress) => {
          const cells: Cell[] = [];
          hidden = 0;
          rows.forEach((row, index) => {
            if (row.every((cell) => cell === '')) {
              return;
            }
            columns.forEach((column, at) => {
              cells[at] = row[column] ?? '';
            });
            atHand?.begin(index);
            hidden += hiddenRows.has(index) ? 1 : 0;
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

/** What the workbook says of the row that is read. */
class GivenRow implements RowAtHand {
  private readonly shown: readonly Shown[];
  private row = 0;

  constructor(
    private readonly rows: GivenTable['rows'],
    private readonly look: TableLook,
  ) {
    this.shown = look.formats.map(shownWith);
  }

  begin(row: number): void {
    this.row = row;
  }

  get isTotals(): boolean {
    return this.look.hasTotals && this.row === this.rows.length - 1;
  }

  shownWith(column: number): Shown {
    const format =
      typeof this.rows[this.row]?.[column] === 'number' ? this.look.formatOf[this.row]?.[column] : undefined;
    return (format === undefined ? undefined : this.shown[format]) ?? NOTHING_SHOWN;
  }
}
