import type { TextTable } from './text-table';

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
  const isOne = tables.every(({ delimiter }) => delimiter === first.delimiter);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    name,
    header: first.header,
    notation: tables.every(({ notation }) => notation === 'exact') ? 'exact' : 'written',
    ...(first.above === undefined ? {} : { above: first.above }),
    ...(isOne && first.delimiter !== undefined ? { delimiter: first.delimiter } : {}),
    ...(last.endsInCell === true ? { endsInCell: true } : {}),
    noticesOfRows: (numbers) => tables.flatMap((table) => table.noticesOfRows?.(numbers) ?? []),
    readRows: async (columns, each, progress, rowProblem) => {
      let linesBefore = 0;
      let bytesBefore = 0;
      for (const { table, bytes } of parts) {
        const from = linesBefore;
        const done = bytesBefore;
        const counted = (line: number): number => {
          linesBefore = Math.max(linesBefore, from + line);
          return from + line;
        };
        await table.readRows(
          columns.map((column) => placeIn(table.header, first.header, column)),
          (cells, line) => each(cells, counted(line)),
          (read, all) => progress?.(done + Math.round((bytes * read) / Math.max(all, 1)), total),
          rowProblem && ((line, problem) => rowProblem(counted(line), problem)),
        );
        bytesBefore += bytes;
      }
    },
  };
}

/** Where a column of one header stands in another; where names come twice, both headers are the same. */
function placeIn(header: readonly string[], first: readonly string[], column: number): number {
  const name = first[column] ?? '';
  return header[column] === name ? column : header.indexOf(name);
}
