/**
 * One cell of a file: its value, its formula, and what the formula covers.
 */
import { parseAddress, type Area } from '../../../../formats/xlsx/address';
import { isoDateSerial } from '../../../../formats/xlsx/date-serial';
import { formatKind } from '../../../../formats/xlsx/number-formats';
import type { WrittenCell } from '../../../../formats/xlsx/sheet-scanner';
import { storedValue } from '../../../../formats/xlsx/stored-value';
import { attributesOf, wholeNumber, type Attributes } from '../../../../formats/xml/attributes';
import { resolveReferences } from '../../../../formats/xml/references';
import { isErrorCode, type CellValue } from '../../../values/cell-value';
import { PLAIN_STYLE, type CellContent, type CellStyle } from '../../../values/content';
import type { FunctionNames } from '../formula/function-names';
import { lacksLink, readFormula } from '../formula/read-formula';
import { shiftFormula } from '../formula/shared-formula';

/** What the sheets of one file share. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly theme: readonly string[];
  readonly names: FunctionNames;
  /** How many other workbooks the file has links to. */
  readonly externalLinks: number;
  /** Days count from 1904, as old Excel for Mac counted them. */
  readonly date1904: boolean;
}

/** Where a cell stands. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The first cells of shared formulas, by the numbers under which later cells name them. */
export type SharedFormulas = Map<string, CellPlace & { readonly text: string }>;

const DAYS_TO_1904 = 1462;

function valueOf(cell: WrittenCell, style: CellStyle, { strings, date1904 }: SharedParts): CellValue {
  const value = storedValue(cell, strings);
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return date1904 && formatKind(style.numberFormat) === 'date' ? value + DAYS_TO_1904 : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if ('isoDate' in value) {
    return isoDateSerial(value.isoDate) ?? value.isoDate;
  }
  return { error: isErrorCode(value.error) ? value.error : '#VALUE!' };
}

/** The formula's text; that of a shared formula is moved to this cell. */
function formulaText(
  { row, column }: CellPlace,
  formula: string,
  attributes: Attributes,
  sharedFormulas: SharedFormulas,
): string | null {
  const type = attributes.get('t');
  if (type === 'dataTable') {
    return null;
  }
  if (type !== 'shared') {
    return formula || null;
  }
  const id = attributes.get('si') ?? '';
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

/** What an array formula covers; null if that is its own cell only. */
function spillOf({ row, column }: CellPlace, attributes: Attributes): Area | null {
  const area = attributes.get('t') === 'array' ? parseAddress(attributes.get('ref') ?? '')?.area : undefined;
  const isOwn = area?.row === row && area.column === column;
  return area && isOwn && area.rowCount * area.columnCount > 1 ? area : null;
}

/** The cell's content. */
export function readCell(
  cell: WrittenCell,
  place: CellPlace,
  shared: SharedParts,
  sharedFormulas: SharedFormulas,
): CellContent {
  const style = shared.styles[wholeNumber(cell.style) ?? 0] ?? PLAIN_STYLE;
  const attributes = cell.formula === null ? NO_ATTRIBUTES : attributesOf(cell.formulaAttributes);
  const stored =
    cell.formula === null ? null : formulaText(place, resolveReferences(cell.formula), attributes, sharedFormulas);
  const isArray = attributes.get('t') === 'array';
  const shown = stored === null ? null : readFormula(stored, shared.names, !isArray);
  // Without its link nothing tells what the formula means: the cell keeps its value, as when Excel breaks links.
  const formula = shown === null || lacksLink(shown, shared.externalLinks) ? null : shown;
  const read = valueOf(cell, style, shared);
  return {
    row: place.row,
    column: place.column,
    // The result of a formula that was never calculated, or waited when the file was saved, is not known.
    value: formula !== null && isWaiting(read) ? null : read,
    formula: formula ?? '',
    spill: formula === null ? null : spillOf(place, attributes),
    ...(formula !== null && isArray && cell.metadata === '' ? { isFixedArray: true } : {}),
    style,
  };
}

const NO_ATTRIBUTES: Attributes = new Map();
