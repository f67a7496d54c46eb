/** Rows of an Excel sheet: `A:A` has this many cells. */
export const MAX_ROWS = 1_048_576;
/** Columns of an Excel sheet. */
export const MAX_COLUMNS = 16_384;
/** Characters that a cell or a note holds. */
export const MAX_TEXT = 32_767;
/** Characters of a formula in the English form. */
export const MAX_FORMULA = 8_192;
/** Characters of a number format. */
export const MAX_NUMBER_FORMAT = 255;
/** Characters of a sheet's name. */
export const MAX_SHEET_NAME = 31;
