/**
 * Some rows of a table that is kept by the column, one below the other. It says the same as the rows one by one, and is quicker if much
 * repeats. What it gives is valid until the listener has returned.
 */
export interface RowBatch {
  readonly rows: number;
  /** The number by which a person finds the first of them; the others count on. */
  readonly firstLine: number;
  /** In the order of the columns asked for. */
  readonly columns: readonly BatchColumn[];
}

export type BatchListener = (batch: RowBatch) => void;

/** A column of a batch; rows count from 0. */
export interface BatchColumn {
  /** The cell, as a row by itself has it. */
  cellAt(row: number): string;
  /** The cells by numbers, if the file keeps each different one once; else null. */
  numbered(): NumberedCells | null;
  /** The cells as whole numbers of a scale, if they are numbers; else null. */
  decimals(): Decimals | null;
}

/** A column whose cells are all blank. */
export const NO_CELLS: BatchColumn = { cellAt: () => '', numbered: () => null, decimals: () => null };

/** Cells of which each different one is kept once. */
export interface NumberedCells {
  /** The same array for as long as it is valid, so that what was learnt of its texts need not be learnt again for each batch. */
  readonly texts: readonly string[];
  /** For each row, where its cell stands in `texts`. */
  readonly numbers: Numbers;
}

/** Small numbers, in as few bytes as they need. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Numbers without a text for each. */
export interface Decimals {
  /** Exact, below 2^53; NaN for one that is missing or is no such number. */
  readonly unscaled: Float64Array;
  /** For each row, how many of its digits are decimals. */
  readonly scales: Uint8Array;
}
