import type { SampleRow } from './sample-rows';

/** Where the table of a sample begins, and how many cells its rows have. */
export interface Layout {
  readonly header: SampleRow;
  readonly width: number;
  /** The part of the rows that has that many. */
  readonly regularity: number;
}

/**
 * The width of the table is that of most rows, unless these all stand above wider ones that hold more: lines that an export writes
 * about itself may be many, but they are narrow. The header is the first row as wide as that, or wider, for some rows leave out empty cells at their end.
 * If all rows end with a delimiter, the header need not. Passed over are rows of which less than half is filled, and wider ones
 * that are what an export says of itself: mostly numbers and blanks, or not only names, while a row of names follows.
 */
export function findHeader(rows: readonly SampleRow[]): Layout | null {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  // Of two that are as frequent the first, unless it has one cell, as a title has.
  const [most, ...others] = [...counts].sort(
    ([one, often], [other, oftener]) => oftener - often || Number(other > 1) - Number(one > 1),
  );
  if (most === undefined) {
    return null;
  }
  const [cells, often] = others.find((other) => standsBelow(rows, other, most)) ?? most;
  const width = cells > 1 && rows.every((row) => row.cells !== cells || row.endsEmpty) ? cells - 1 : cells;
  const header = headerAmong(
    rows.filter((row) => row.cells >= width),
    width,
  );
  const [first] = rows;
  if (header === undefined) {
    return null;
  }
  const regularity = often / rows.length;
  return isSplitBelow(first, header, rows)
    ? { header: first, width: first.cells, regularity }
    : { header, width, regularity };
}

/** So many names are no title. */
const LEAST_NAMES = 4;

/**
 * Whether the first row has the names of rows that have all one cell more, such as those in which a comma divides an amount: what would be
 * their header is a row like the others.
 */
function isSplitBelow(
  first: SampleRow | undefined,
  header: SampleRow,
  [, ...below]: readonly SampleRow[],
): first is SampleRow {
  return (
    first !== undefined &&
    first.cells >= LEAST_NAMES &&
    first.lettered === first.cells &&
    header === below[0] &&
    below.every(({ cells, lettered, filled }) => cells === first.cells + 1 && lettered < filled)
  );
}

/** Whether rows of one width hold more than those of another, and begin, if these have ended, with one of names alone. */
function standsBelow(
  rows: readonly SampleRow[],
  [cells, often]: readonly [number, number],
  [narrow, oftener]: readonly [number, number],
): boolean {
  if (often < 2 || cells <= narrow || often * (cells - 1) <= oftener * (narrow - 1)) {
    return false;
  }
  const at = rows.findIndex((row) => row.cells === cells);
  const first = rows[at];
  return (
    first !== undefined &&
    first.lettered === first.filled &&
    isNames(first) &&
    rows.slice(at).every((row) => row.cells !== narrow)
  );
}

/** So many rows above the header an export may have that are as wide as the table, or wider. */
const ROWS_OF_METADATA = 20;

function headerAmong(rows: readonly SampleRow[], width: number): SampleRow | undefined {
  const first = rows.slice(0, ROWS_OF_METADATA);
  const fullest = Math.max(...first.map(({ filled }) => Math.min(filled, width)));
  const [header, ...next] = first.filter(({ filled }) => filled * 2 > fullest);
  if (header === undefined || header.cells <= width) {
    return header ?? rows[0];
  }
  const following = next.slice(0, ROWS_ABOVE_NAMES);
  const isNamesAlone = ({ cells, lettered }: SampleRow): boolean => cells === width && lettered === cells;
  return (
    (isNames(header) ? undefined : following.find(isNames)) ??
    (header.lettered < header.filled ? following.find(isNamesAlone) : undefined) ??
    header
  );
}

/** Of those that are wider. */
const ROWS_ABOVE_NAMES = 3;

function isNames({ lettered, cells }: SampleRow): boolean {
  return lettered * 2 > cells;
}
