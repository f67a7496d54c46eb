import type { BytesListener, RowAtHand, TextTable } from './text-table';

/** A table that is a part of one, and how many bytes it is of. */
export interface TablePart {
  readonly table: TextTable;
  readonly bytes: number;
}

/** The same text for tables that are parts of one: they have the same columns, in whatever order, below the same lines. */
export function partKey({ header, above = [] }: TextTable): string {
  const isTold = new Set(header).size === header.length;
  return JSON.stringify([isTold ? [...header].sort() : header, above, isTold]);
}

/**
 * Tables with one `partKey` as one table: the rows of the first, then those of the next. Lines count on from each to the next, as if the
 * files stood one below the other.
 *
 * @param parts at least one
 */
export function joinedTable(name: string, parts: readonly [TablePart, ...TablePart[]]): TextTable {
  const [{ table: first }] = parts;
  const tables = parts.map(({ table }) => table);
  const last = tables[tables.length - 1] ?? first;
  const hiddenColumns = [...new Set(tables.flatMap((table) => table.hiddenColumns ?? []))];
  let current = first;
  const atHand: RowAtHand = {
    shownWith: (column) =>
      current.atHand?.shownWith(placeIn(current.header, first.header, column)) ?? { words: '', thousands: 0 },
    get isTotals() {
      return current.atHand?.isTotals === true;
    },
  };
  const isOne = tables.every(({ delimiter }) => delimiter === first.delimiter);
  return {
    name,
    header: first.header,
    notation: tables.every(({ notation }) => notation === 'exact') ? 'exact' : 'written',
    ...(first.above === undefined ? {} : { above: first.above }),
    ...(isOne && first.delimiter !== undefined ? { delimiter: first.delimiter } : {}),
    ...(last.endsInCell === true ? { endsInCell: true } : {}),
    ...(tables.some(({ atHand }) => atHand !== undefined) ? { atHand } : {}),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    noticesOfRows: (numbers) => tables.flatMap((table) => table.noticesOfRows?.(numbers) ?? []),
    readRows: (columns, each, progress, rowProblem) =>
      onePartAfterAnother(parts, progress, ({ table }, counted, ofPart) => {
        current = table;
        return table.readRows(
          columnsIn(table, columns),
          (cells, line) => each(cells, counted(line)),
          ofPart,
          rowProblem && ((line, problem) => rowProblem(counted(line), problem)),
        );
      }),
    ...(tables.every(({ readBatches }) => readBatches !== undefined)
      ? {
          readBatches: (columns, each, progress) =>
            onePartAfterAnother(parts, progress, async ({ table }, counted, ofPart) =>
              table.readBatches?.(
                columnsIn(table, columns),
                (batch) => {
                  const last = counted(batch.firstLine + batch.rows - 1);
                  each({ ...batch, firstLine: last - batch.rows + 1 });
                },
                ofPart,
              ),
            ),
        }
      : {}),
  };

  function columnsIn({ header }: TextTable, columns: readonly number[]): number[] {
    return columns.map((column) => placeIn(header, first.header, column));
  }
}

/** @param read gets of each part what a line of it is in the whole, and hears how far the reading of the part is */
async function onePartAfterAnother(
  parts: readonly TablePart[],
  progress: BytesListener | undefined,
  read: (part: TablePart, counted: (line: number) => number, ofPart: BytesListener) => Promise<void>,
): Promise<void> {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let linesBefore = 0;
  let bytesBefore = 0;
  for (const part of parts) {
    const from = linesBefore;
    const done = bytesBefore;
    const counted = (line: number): number => {
      linesBefore = Math.max(linesBefore, from + line);
      return from + line;
    };
    await read(part, counted, (readOfPart, all) =>
      progress?.(done + Math.round((part.bytes * readOfPart) / Math.max(all, 1)), total),
    );
    bytesBefore += part.bytes;
  }
}

/** Where a column of one header stands in another; if names come twice, both headers are the same. */
function placeIn(header: readonly string[], first: readonly string[], column: number): number {
  const name = first[column] ?? '';
  return header[column] === name ? column : header.indexOf(name);
}
