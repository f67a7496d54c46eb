import { monthOfSerial, serialOf } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import type { DateNotation } from './bill-date';

const YEAR_FIRST = /^\d{4}[-/.年년]\s?\d{1,2}[-/.月월]\s?(\d{1,2})(?!\d)/;
const COMPACT = /^(?:19|20)\d{4}(\d{2})(?!\d)/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,4})(?!\d)/;
const DAY_BEFORE_WORD = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª|°)?[-/ ]\s?\p{L}/u;
const DAY_BEHIND_WORD = /^\p{L}{3,12}\.?[-/ ](\d{1,2})(?:st|nd|rd|th)?[-/, ]/u;

/**
 * The day of the month that a date names, which `readMonth` could read in this notation.
 *
 * @param notation null if no date of the column needs one
 * @returns null if it names none, as `2024-11` does, or is Unix time
 */
export function dayOfMonth(cell: Cell, notation: DateNotation | null): number | null {
  const text = String(cell).trim();
  const certain =
    YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? DAY_BEFORE_WORD.exec(text) ?? DAY_BEHIND_WORD.exec(text);
  if (certain) {
    return Number(certain[1]);
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const at = notation === 'month-first' ? 2 : notation === 'year-first' ? 3 : 1;
    return Number(numbers[at]);
  }
  const isSerial = typeof cell === 'number' || notation === 'serial';
  const month = isSerial && /^\d{5}(?:\.\d+)?$/.test(text) ? monthOfSerial(Math.floor(Number(text))) : null;
  return month === null ? null : Math.floor(Number(text)) - serialOf(month) + 1;
}
