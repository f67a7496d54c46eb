/**
 * The words and numbers of the grid's saved data, apart from the grid itself.
 */
import type { CellStyle } from '../values/content';

/** What a cell holds. */
export const CellKind = { Text: 1, Number: 2, Boolean: 3, ForcedText: 4 } as const;

/** How a text is broken into lines within its cell. */
export const WRAPS = 3;

/** Alignments by their numbers. */
export const HORIZONTAL: readonly (readonly [CellStyle['horizontal'], number])[] = [
  ['left', 1],
  ['center', 2],
  ['right', 3],
  ['justify', 4],
];

/** See HORIZONTAL. */
export const VERTICAL: readonly (readonly [CellStyle['vertical'], number])[] = [
  ['top', 1],
  ['center', 2],
  ['bottom', 3],
];

/** The name of the look of tables; `table-look` says what it is. */
export const TABLE_THEME = 'table-default-0';

/** Rows and columns that a new sheet shows; it grows when something is written beyond. */
export const INITIAL_ROWS = 1_000;
/** See INITIAL_ROWS. */
export const INITIAL_COLUMNS = 26;
/** Rows and columns that a sheet gets beyond what it has to hold. */
export const SPARE_ROWS = 200;
/** See SPARE_ROWS. */
export const SPARE_COLUMNS = 6;

/** Of a sheet that says nothing else, in pixels. */
export const USUAL_COLUMN_WIDTH = 88;
/** See USUAL_COLUMN_WIDTH. */
export const USUAL_ROW_HEIGHT = 24;

/** Stands for the sheet of a name that belongs to the whole workbook. */
export const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

/** Under this a cell keeps the formula that is an array formula of before dynamic arrays; with another formula it is none. */
export const FIXED_ARRAY = 'fixedArray';
