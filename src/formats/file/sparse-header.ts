import { isNumeral, twoRowHeader } from './two-row-header';

/** Numbers that a header may have: years, months, days. */
const CALENDAR = /^\d{1,2}$|^(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}$|^(?:\d{1,2}[-/.]){1,2}(?:19|20)\d\d$/;

/**
 * Whether the row above the first that is as full as the table is its header, though it names fewer than half of the columns: the full
 * one then has amounts, or is the second row of a header with merged cells.
 *
 * @param below the rows that follow, a few
 */
export function isSparseHeader(
  above: readonly string[],
  full: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  const names = above.filter((cell) => cell !== '');
  const areNames = names.length > 1 && names.every((name) => /\p{L}/u.test(name));
  return areNames && (full.some(isAmount) || twoRowHeader(above, full, below) !== null);
}

function isAmount(cell: string): boolean {
  return isNumeral(cell) && !CALENDAR.test(cell);
}
