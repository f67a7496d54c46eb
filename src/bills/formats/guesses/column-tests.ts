import { parseCurrency } from '../../../domain/money/currency';
import type { Cell } from '../../../formats/file/text-table';
import { readAmount } from '../../values/amount-text';
import { readMonth } from '../../values/bill-date';
import { nameText } from '../../values/cell-text';
import { otherPeriod } from '../../values/other-period';
import type { Columns } from '../../mapping/column-names';
import { isYes } from '../../values/yes';
import { cellsOf, type SampleRows } from '../bill-format';

/** What is true of whole columns, by their cells in the sample that are not blank. */
export function columnTests(table: Columns, sample: SampleRows) {
  const cells = (column: string) => cellsOf(table, sample, column).filter((cell) => nameText(cell) !== '');
  const mostAre = (test: (cell: Cell) => boolean) => (column: string) =>
    cells(column).filter(test).length * 2 >= cells(column).length;
  const allAre = (test: (cell: Cell) => boolean, unless?: (column: string) => boolean) => (column: string) =>
    unless?.(column) !== true && cells(column).length > 0 && cells(column).every(test);
  return { cells, mostAre, allAre };
}

/** The columns so named whose cells do not speak against it; if there are none, the only column whose cells speak for it. */
export function guesses(
  table: Columns,
  names: readonly string[],
  allowed: (column: string) => boolean,
  convincing: (column: string) => boolean,
): string[] {
  return guessesIn(table, table.all(...names).filter(allowed), convincing);
}

export function guessesIn(table: Columns, found: string[], convincing: (column: string) => boolean): string[] {
  if (found.length > 0) {
    return found;
  }
  const likely = [...new Set(table.header)].filter(convincing);
  return likely.length === 1 ? likely : [];
}

export function isDate(cell: Cell): boolean {
  const reading = readMonth(cell);
  return (
    reading === 'blank' || reading.fiscal !== null || Object.values(reading.months).some((month) => month !== null)
  );
}

/** A column of weeks, quarters or months without a year is proposed, so that its rows can say what is wrong with them. */
export function isOtherPeriod(cell: Cell): boolean {
  return otherPeriod(String(cell)) !== null;
}

/** A date by its form; digits alone may be anything. */
export function isPlainlyDate(cell: Cell): boolean {
  const reading = readMonth(cell);
  return isDate(cell) && (reading === 'blank' || reading.order !== 'digits');
}

export function isYesOrNo(cell: Cell): boolean {
  return isYes(cell) || /^(?:false|no|n|0|nein|non|нет|否|いいえ)$/i.test(nameText(cell));
}

export function isAmount(cell: Cell): boolean {
  return readAmount(cell) !== null;
}

/** An amount, and neither a count nor a number that names something. */
export function isMoney(cell: Cell): boolean {
  const reading = readAmount(cell);
  if (reading === null || reading === 'blank') {
    return false;
  }
  if (reading.word !== undefined && reading.word !== 'cr' && reading.word !== 'dr') {
    return reading.mark !== '';
  }
  return reading.mark !== '' || (reading.point ?? reading.comma ?? 0) !== 0 || reading.point !== reading.comma;
}

export function isCurrency(cell: Cell): boolean {
  return readAmount(cell) === null;
}

export function isCode(cell: Cell): boolean {
  return parseCurrency(nameText(cell)) !== null;
}

/** Codes that are words as well, such as Albania's. */
const WORDS = /^(?:all|top|try|pen|cup|mad|gel|cop|lak|bam|mop|sos)$/i;

/** A code, and no word that a column may hold which is about something else. */
export function isPlainlyCode(cell: Cell): boolean {
  return isCode(cell) && !WORDS.test(nameText(cell));
}
