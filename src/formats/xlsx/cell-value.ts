import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import type { Cell } from '../file/text-table';
import { resolveReferences } from '../xml/references';
import type { CellStyles } from './cell-styles';
import { dateText, isoDateText } from './date-serial';
import { unescapeText } from './escaped-text';
import type { WrittenCell } from './sheet-scanner';

/** What the cells of all sheets of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

/** As XML Schema writes a double; a `Number` would take `0x10` and blanks as well. */
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const INDEX = /^\d{1,10}$/;

/**
 * A cell's value: texts as they are, also those that look like numbers; numbers; dates by their style as text; `TRUE` and
 * `FALSE`; errors as their text. A time of day without a day stays the number that it is, and so does a duration.
 *
 * @throws FileProblem where it refers to a text that is not there
 */
export function cellValue({ type, style, raw }: WrittenCell, context: CellContext, sheet: string, line: number): Cell {
  if (raw === '') {
    return '';
  }
  switch (type) {
    case '':
    case 'n':
      return numberValue(raw.trim(), context.styles[Number(style)] ?? 'number', context.date1904);
    case 's': {
      const index = raw.trim();
      const text = INDEX.test(index) ? context.strings[Number(index)] : undefined;
      if (text === undefined) {
        throw new FileProblem(fileMessages.unknownString(sheet, line, index.slice(0, 20)));
      }
      return text;
    }
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return isoDateText(resolveReferences(raw));
    default:
      return unescapeText(resolveReferences(raw));
  }
}

function numberValue(text: string, kind: CellStyles[number], date1904: boolean): Cell {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) {
    return resolveReferences(text);
  }
  if (kind === 'number' || (kind === 'time' && value < 1)) {
    return value;
  }
  return dateText(value, date1904) ?? value;
}

/** Whether a value is nothing, or text of nothing but spaces. */
export function isBlankCell(value: Cell): boolean {
  return typeof value === 'string' && value.trim() === '';
}
