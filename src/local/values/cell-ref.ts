/** A cell of the workbook; sheets go by their lasting id. */
export interface CellRef {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** The cell as a key of maps and of saved data. */
export function keyOfCell({ sheetId, row, column }: CellRef): string {
  return `${sheetId}/${row}/${column}`;
}

/**
 * The keys among those that are known which belong to one of some cells. A load fills a hundred thousand cells, of few of which something
 * is known: to make a key of each takes longer than to write it.
 */
export function knownAmong(cells: readonly CellRef[], known: ReadonlyMap<string, unknown>): string[] {
  if (known.size === 0) {
    return [];
  }
  const rows = cells.length > known.size ? new Set([...known.keys()].map((key) => cellOfKey(key).row)) : null;
  return cells
    .filter(({ row }) => rows?.has(row) ?? true)
    .map(keyOfCell)
    .filter((key) => known.has(key));
}

/** The cell of such a key. */
export function cellOfKey(key: string): CellRef {
  const [column, row, ...sheetId] = key.split('/').reverse();
  return { sheetId: sheetId.reverse().join('/'), row: Number(row), column: Number(column) };
}
