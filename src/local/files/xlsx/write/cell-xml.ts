/**
 * One cell of a sheet.
 */
import { cellArea, formatArea } from '../../../../formats/xlsx/address';
import { isCellError, type CellValue, type ErrorCode } from '../../../values/cell-value';
import type { CellContent } from '../../../values/content';
import type { FunctionNames } from '../formula/function-names';
import { writtenFormula } from '../formula/written-formula';
import { xmlFormula, xmlText } from '../xml-text';
import type { StringBook } from './string-book';
import type { StyleBook } from './style-book';
import type { WrittenTable } from './table-part';

/** What the sheets of one workbook share. */
export interface SharedBooks {
  readonly strings: StringBook;
  readonly styles: StyleBook;
  readonly names: FunctionNames;
  /** How many other workbooks the file has links to. */
  readonly externalBooks: number;
}

/** What may stand in a cell of a file; Excel keeps its newer errors elsewhere and shows them again when it calculates. */
const FILE_ERRORS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

/** Type and value, of a constant or as the result of a formula. */
function valueXml(value: CellValue, isResult: boolean, strings: StringBook): [type: string, xml: string] {
  if (value === null) {
    return ['', ''];
  }
  if (isCellError(value)) {
    return [' t="e"', `<v>${FILE_ERRORS.has(value.error) ? value.error : '#VALUE!'}</v>`];
  }
  if (typeof value === 'boolean') {
    return [' t="b"', `<v>${value ? 1 : 0}</v>`];
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? ['', `<v>${value}</v>`] : [' t="e"', '<v>#NUM!</v>'];
  }
  return isResult ? [' t="str"', `<v>${xmlText(value)}</v>`] : [' t="s"', `<v>${strings.place(value)}</v>`];
}

/** Where the cell stands. */
export interface CellSurroundings {
  readonly books: SharedBooks;
  readonly table: WrittenTable | null;
  readonly isSpilled: boolean;
}

/** The cell's element; an empty text for a cell that holds nothing and looks plain. */
export function cellXml(cell: CellContent, { books, table, isSpilled }: CellSurroundings): string {
  const address = formatArea(cellArea(cell.row, cell.column));
  const style = books.styles.place(cell.style);
  const start = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  if (table && cell.row === table.area.row) {
    // Excel knows no header but a constant text.
    return `${start} t="s"><v>${books.strings.place(table.columns[cell.column - table.area.column] ?? '')}</v></c>`;
  }
  const formula =
    cell.formula === '' ? null : writtenFormula(cell.formula, books.names, table?.name ?? null, books.externalBooks);
  if (!formula) {
    // What was typed as a formula but is none stays as the text that it is.
    const [type, value] =
      cell.formula === ''
        ? valueXml(cell.value, isSpilled, books.strings)
        : valueXml(cell.formula, false, books.strings);
    return value === '' ? (style === 0 ? '' : `${start}/>`) : `${start}${type}>${value}</c>`;
  }
  const [type, value] = valueXml(cell.value ?? { error: '#GETTING_DATA' }, true, books.strings);
  if (cell.isFixedArray) {
    const filled = formatArea(cell.spill ?? cellArea(cell.row, cell.column));
    return `${start}${type}><f t="array" ref="${filled}">${xmlFormula(formula.text)}</f>${value}</c>`;
  }
  if (!formula.isDynamic && !cell.spill) {
    return `${start}${type}><f>${xmlFormula(formula.text)}</f>${value}</c>`;
  }
  // No table in Excel takes a formula that spills.
  const ref = cell.spill && !table ? formatArea(cell.spill) : address;
  return `${start}${type} cm="1"><f t="array" ref="${ref}">${xmlFormula(formula.text)}</f>${value}</c>`;
}
