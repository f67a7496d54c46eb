/** What Excel takes at most, as Microsoft's "Excel specifications and limits" has it. */

/** Characters of a cell's text. */
export const LONGEST_CELL_TEXT = 32_767;

/** Characters of a sheet's name. */
export const LONGEST_SHEET_NAME = 31;
