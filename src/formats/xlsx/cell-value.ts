import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';
import type { Cell, Shown } from '../file/text-table';
import { dateText, isoDateText } from './date-serial';
import type { FormatKind } from './number-formats';
import type { WrittenCell } from './sheet-scanner';
import { storedValue } from './stored-value';

/** What the cells of all sheets of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** What the number format of each style, by its number, makes of a number. */
  readonly kinds: readonly FormatKind[];
  /** And what it shows beside it. */
  readonly shown: readonly Shown[];
  readonly date1904: boolean;
}

/**
 * A cell's value in a table: texts as they are, also those that look like numbers; numbers; dates by their style as text;
 * `TRUE` and `FALSE`; errors as their text. A time of day without a day stays the number that it is, and so does a duration.
 *
 * @throws FileProblem if it refers to a text that is not there
 */
export function cellValue(cell: WrittenCell, context: CellContext, sheet: string, line: number): Cell {
  const value = storedValue(cell, context.strings);
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return numberValue(value, context.kinds[Number(cell.style)] ?? 'number', context.date1904);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'undefined':
      throw new FileProblem(fileMessages.unknownString(sheet, line, cell.raw.trim().slice(0, 20)));
    default:
      return value === null ? '' : 'error' in value ? value.error : isoDateText(value.isoDate);
  }
}

function numberValue(value: number, kind: FormatKind, date1904: boolean): Cell {
  if (kind === 'number' || (kind === 'time' && value < 1)) {
    return value;
  }
  return dateText(value, date1904) ?? value;
}

/** Whether a value is nothing, or text of nothing but spaces. */
export function isBlankCell(value: Cell): boolean {
  return typeof value === 'string' && value.trim() === '';
}
