import type { SampleRow } from './sample-rows';

/** Where the table of a sample begins, and how many cells its rows have. */
export interface Layout {
  readonly header: SampleRow;
  readonly width: number;
  /** The part of the rows that has that many. */
  readonly regularity: number;
}

/**
 * The header is the first row that is as wide as most rows are, or wider: some exports have a title above it, and some rows
 * leave out empty cells at their end. Where all rows end with a delimiter, the header need not. A wider row that is mostly numbers and
 * blanks is what an export says of itself, if one with names follows.
 */
export function findHeader(rows: readonly SampleRow[]): Layout | null {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  // Of two that are as frequent the first, unless it has one cell, as a title has.
  const [most] = [...counts].sort(
    ([one, often], [other, oftener]) => oftener - often || Number(other > 1) - Number(one > 1),
  );
  if (most === undefined) {
    return null;
  }
  const [cells, often] = most;
  const width = cells > 1 && rows.every((row) => row.cells !== cells || row.endsEmpty) ? cells - 1 : cells;
  const [first, ...next] = rows.filter((row) => row.cells >= width);
  const header =
    first !== undefined && isMetadata(first, width) ? (next.slice(0, ROWS_OF_METADATA).find(isNames) ?? first) : first;
  return header === undefined ? null : { header, width, regularity: often / rows.length };
}

/** So many rows above the header an export may have that are as wide as the table. */
const ROWS_OF_METADATA = 3;

function isMetadata(row: SampleRow, width: number): boolean {
  return row.cells > width && !isNames(row);
}

function isNames({ lettered, cells }: SampleRow): boolean {
  return lettered * 2 > cells;
}
