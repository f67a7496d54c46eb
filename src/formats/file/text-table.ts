import type { BatchListener } from './row-batch';

/**
 * A cell of a file: text as it was written, or a number if the file itself stores numbers as binary floating point (XLSX).
 * Numbers of other typed files come as exact decimal text; dates of typed files as `2024-11-18` or `2024-11-18T05:00:00Z`.
 * A blank is ''.
 */
export type Cell = string | number;

/**
 * Hears of each row: its cells, in the order of the columns asked for, and the number by which a person finds it (the line
 * of a text file, the row of a sheet, the record of a JSON or Parquet file from 1). The array is used again for the next
 * row: keep none.
 *
 * @param rows how many rows of the bill it stands for, if it is the sum of several; else it is one
 */
export type RowListener = (cells: readonly Cell[], line: number, rows?: number) => void;

/**
 * Hears of a row whose cells cannot be told apart by the header, such as one with more cells: where it is, what is wrong. The
 * row listener does not hear of that row.
 */
export type RowProblemListener = (line: number, problem: string) => void;

/** Hears how far a reading is, in bytes of the file. */
export type BytesListener = (done: number, total: number) => void;

/** What a workbook says of a row beside its cells. */
export interface RowAtHand {
  /** What the number in this column of the header is shown with, as its format has it. */
  shownWith(column: number): Shown;
  /** The row of totals that a table of the workbook declares. */
  readonly isTotals: boolean;
}

/** What a number is shown with. */
export interface Shown {
  /** The words and signs around its digits, such as `€` or `USD`; '' for none. */
  readonly words: string;
  /** By how many thousands it is shown smaller than it is. */
  readonly thousands: number;
  /** Whether it is shown as if it were taken away, though it is not negative: in brackets, or with a minus before or behind it. */
  readonly isNegative?: true;
}

/** A table found in a file. It can be read as often as needed, each time from its beginning. */
export interface TextTable {
  /** The sheet's name; '' if the file is one table. */
  readonly name: string;
  /** As in the file, outer spaces and the byte order mark gone. */
  readonly header: readonly string[];
  /**
   * `exact`: a number is written with a point and without separators, a date begins with its year, for the file's own types
   * say so. `written`: as a person or a program wrote it, so what a comma and a date mean has to be found out.
   */
  readonly notation: 'exact' | 'written';
  /** The cells of the lines above the header, such as what an export says of itself; at most twenty. */
  readonly above?: readonly (readonly string[])[];
  /** True if the file is text and ends within or behind its last cell, without a quote or a line end: it may have been cut off. */
  readonly endsInCell?: true;
  /** Of several files that all end so: the names of those before the last. */
  readonly othersEndInCell?: readonly string[];
  /** What divides the cells, if the file is text. */
  readonly delimiter?: string;
  /** Where a row stands for many and shows no more than their month: the dates that they have. */
  readonly dates?: readonly string[];
  /** What the workbook says of the row that a listener hears of at that moment, beside its cells. */
  readonly atHand?: RowAtHand;
  /** The columns that the workbook hides, by their names. */
  readonly hiddenColumns?: readonly string[];
  /** What is to be known of the table once all its rows were read, if a point is decimal, or a comma. */
  readonly noticesOfRows?: (numbers: 'point' | 'comma') => readonly string[];
  /**
   * Reads every row that is not wholly blank.
   *
   * @param columns positions in the header; only these are decoded
   * @param rowProblem without it, a row that does not fit the header ends the reading: no row is lost unheard
   * @throws FileProblem if the file turns out to be damaged or beyond a limit
   */
  readRows(
    columns: readonly number[],
    each: RowListener,
    progress?: BytesListener,
    rowProblem?: RowProblemListener,
  ): Promise<void>;
  /** The rows of `readRows` in batches, if the file keeps them by the column. */
  readBatches?(columns: readonly number[], each: BatchListener, progress?: BytesListener): Promise<void>;
}

/** How a text file was read; the user can change each. */
export interface TextReading {
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  /** One character. */
  readonly delimiter: string;
}

export type FileKind = 'csv' | 'xlsx' | 'json' | 'json-lines' | 'parquet' | 'workbook';

/** A file that has been recognised, ready to be read. */
export interface OpenedFile {
  readonly kind: FileKind;
  /** Null for files that are no text. */
  readonly reading: TextReading | null;
  /** At least one. */
  readonly tables: readonly TextTable[];
  /** What the user should know before trusting the figures, such as that an export says it has more pages. */
  readonly notices: readonly string[];
  /** Tables of which the first of `tables` is made; each can be read by itself. */
  readonly parts?: ReadonlySet<TextTable>;
  /** Tables that are never read together with others of the same columns, such as a sheet that adds those up. */
  readonly beside?: ReadonlySet<TextTable>;
}
