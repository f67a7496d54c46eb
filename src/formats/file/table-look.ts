/** What a sheet says of a table beside its cells. */
export interface TableLook {
  /** The number formats that there are, and of each cell below the header which of them it has. */
  readonly formats: readonly string[];
  readonly formatOf: readonly (readonly number[])[];
  /** Which rows below the header and which columns are hidden, counted from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Whether the last row is the row of totals of a table. */
  readonly hasTotals: boolean;
}
