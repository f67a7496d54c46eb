/**
 * One cell of a file: its value, its formula, and what the formula covers.
 */
import { contains, parseAddress, type Area } from '../../../../formats/xlsx/address';
import { isErrorCode, type CellValue } from '../../../values/cell-value';
import type { CellContent, CellStyle } from '../content';
import type { FunctionNames } from '../formula/function-names';
import { showsDate } from '../number-formats';
import { readFormula } from '../formula/read-formula';
import { shiftFormula } from '../formula/shared-formula';
import { unescapeCharacters } from '../xml-text';
import { isYes, wholeNumber, type Attributes } from './xml-events';

/** What the sheets of one file share. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly theme: readonly string[];
  readonly names: FunctionNames;
  /** Days count from 1904, as old Excel for Mac counted them. */
  readonly countsFrom1904: boolean;
}

/** A cell as its elements state it. */
export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string | null;
  inline: string;
  formula: string | null;
  formulaAttributes: Attributes | null;
}

/** The first cells of shared formulas, by the numbers under which later cells name them. */
export type SharedFormulas = Map<string, { readonly text: string; readonly row: number; readonly column: number }>;

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
function number(text: string, style: CellStyle, countsFrom1904: boolean): CellValue {
  const parsed = Number(text);
  if (!Number.isFinite(parsed)) {
    return text;
  }
  return countsFrom1904 && showsDate(style.numberFormat) ? parsed + DAYS_TO_1904 : parsed;
}

function valueOf({ type, value, inline, style }: StoredCell, { strings, countsFrom1904 }: SharedParts): CellValue {
  switch (type) {
    case 's':
      return value === null ? null : (strings[wholeNumber(value) ?? -1] ?? '');
    case 'inlineStr':
      return unescapeCharacters(inline);
    case 'str':
      return unescapeCharacters(value ?? '');
    case 'b':
      return value === null ? null : isYes(value.trim());
    case 'e':
      return isErrorCode(value) ? { error: value } : { error: '#VALUE!' };
    case 'd': {
      const time = Date.parse(value ?? '');
      return Number.isNaN(time) ? value : (time - EPOCH) / MS_PER_DAY;
    }
    default:
      return value === null || value.trim() === '' ? null : number(value, style, countsFrom1904);
  }
}

/** The formula's text; that of a shared formula is moved to this cell. */
function formulaText(
  { row, column, formula, formulaAttributes }: StoredCell,
  sharedFormulas: SharedFormulas,
): string | null {
  const type = formulaAttributes?.get('t');
  if (formulaAttributes === null || type === 'dataTable') {
    return null;
  }
  if (type !== 'shared') {
    return formula || null;
  }
  const id = formulaAttributes.get('si') ?? '';
  if (formula) {
    sharedFormulas.set(id, { text: formula, row, column });
    return formula;
  }
  const first = sharedFormulas.get(id);
  return first ? shiftFormula(first.text, row - first.row, column - first.column) : null;
}

function isWaiting(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && (value.error === '#GETTING_DATA' || value.error === '#BUSY!');
}

/** What an array formula covers; null where that is its own cell only. */
function spillOf({ row, column, formulaAttributes }: StoredCell): Area | null {
  const area =
    formulaAttributes?.get('t') === 'array' ? parseAddress(formulaAttributes.get('ref') ?? '')?.area : undefined;
  const isOwn =
    area?.row === row && area.column === column && contains(area, { row, column, rowCount: 1, columnCount: 1 });
  return area && isOwn && area.rowCount * area.columnCount > 1 ? area : null;
}

/** The cell's content. */
export function readCell(cell: StoredCell, shared: SharedParts, sharedFormulas: SharedFormulas): CellContent {
  const stored = formulaText(cell, sharedFormulas);
  const formula = stored === null ? null : readFormula(stored, shared.names);
  const read = valueOf(cell, shared);
  // The result of a formula that was never calculated, or waited when the file was saved, is not known.
  const value = formula !== null && isWaiting(read) ? null : read;
  return {
    row: cell.row,
    column: cell.column,
    value,
    formula: formula ?? '',
    spill: formula === null ? null : spillOf(cell),
    style: cell.style,
  };
}
