/** A cell of the workbook; sheets go by their lasting id. */
export interface CellRef {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}
