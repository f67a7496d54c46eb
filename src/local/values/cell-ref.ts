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

/** The cell of such a key. */
export function cellOfKey(key: string): CellRef {
  const [column, row, ...sheetId] = key.split('/').reverse();
  return { sheetId: sheetId.reverse().join('/'), row: Number(row), column: Number(column) };
}
