/**
 * One sheet of a workbook.
 */
import { cellArea, columnLabel, contains, formatArea, intersect, type Area } from '../../../../formats/xlsx/address';
import { PLAIN_STYLE, type CellContent, type Extent, type SheetContent } from '../../../values/content';
import type { PageSetup } from '../../../values/page-setup';
import { isFitted, pageXml } from '../page/page-xml';
import { XML_HEAD } from '../xml-text';
import { FileProblem } from '../../../../formats/file/file-problem';
import { MAX_TEXT } from '../../../../formats/xlsx/excel-limits';
import { cellXml, type SharedBooks } from './cell-xml';
import type { WrittenTable } from './table-part';

/** Pixels of a digit in Excel's usual font: widths count in digits. */
const DIGIT_PX = 7;
const POINTS_PER_PX = 0.75;
const WIDEST_PX = 255 * DIGIT_PX;
const HIGHEST_POINTS = 409;
function width(pixels: number): number {
  return Math.round((Math.min(pixels, WIDEST_PX) / DIGIT_PX) * 256) / 256;
}

function height(pixels: number): number {
  return Math.min(pixels * POINTS_PER_PX, HIGHEST_POINTS);
}

function checkTexts(sheet: SheetContent): void {
  for (const { row, column, value } of sheet.cells) {
    if (typeof value === 'string' && value.length > MAX_TEXT) {
      throw new FileProblem(
        `${sheet.name}!${columnLabel(column)}${row + 1} holds ${value.length.toLocaleString('en')} characters; a cell in Excel holds ${MAX_TEXT.toLocaleString('en')}. Shorten it and save again.`,
      );
    }
  }
}

function keyOf(row: number, column: number): string {
  return `${row}/${column}`;
}

/** Where the results of formulas on other cells lie. */
function spilledPlaces(cells: readonly CellContent[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { spill } of cells) {
    for (let row = 0; spill && row < spill.rowCount; row += 1) {
      for (let column = 0; column < spill.columnCount; column += 1) {
        places.add(keyOf(spill.row + row, spill.column + column));
      }
    }
  }
  return places;
}

/** A blank header is no cell yet, but has to have its text in the file. */
function withHeaders(sheet: SheetContent, tables: readonly WrittenTable[]): readonly CellContent[] {
  const present = new Set(sheet.cells.map(({ row, column }) => keyOf(row, column)));
  const missing = tables.flatMap(({ area: { row, column: first }, columns }) =>
    columns
      .map((value, index) => ({ row, column: first + index, value, formula: '', spill: null, style: PLAIN_STYLE }))
      .filter(({ column }) => !present.has(keyOf(row, column))),
  );
  return missing.length === 0
    ? sheet.cells
    : [...sheet.cells, ...missing].sort((a, b) => a.row - b.row || a.column - b.column);
}

function rowsXml(sheet: SheetContent, tables: readonly WrittenTable[], books: SharedBooks): string {
  const cells = withHeaders(sheet, tables);
  const spilled = spilledPlaces(cells);
  const heights = new Map(sheet.rowHeights);
  const hidden = new Set(sheet.hiddenRows);
  const rows = new Map<number, string[]>([...heights.keys(), ...hidden].map((row) => [row, []]));
  for (const cell of cells) {
    const table = tables.find(({ whole }) => contains(whole, cellArea(cell.row, cell.column))) ?? null;
    const xml = cellXml(cell, { books, table, isSpilled: spilled.has(keyOf(cell.row, cell.column)) });
    if (xml !== '') {
      const ofRow = rows.get(cell.row);
      if (ofRow) {
        ofRow.push(xml);
      } else {
        rows.set(cell.row, [xml]);
      }
    }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, xmls]) => {
      const pixels = heights.get(row);
      const size = pixels === undefined ? '' : ` ht="${height(pixels)}" customHeight="1"`;
      return `<row r="${row + 1}"${size}${hidden.has(row) ? ' hidden="1"' : ''}>${xmls.join('')}</row>`;
    })
    .join('');
}

function columnsXml({ columnWidths, defaultColumnWidth, hiddenColumns = [] }: SheetContent): string {
  const hidden = new Set(hiddenColumns);
  const widths = new Map<number, number>([
    ...hiddenColumns.map((column): Extent => [column, defaultColumnWidth]),
    ...columnWidths,
  ]);
  const columns = [...widths]
    .sort(([a], [b]) => a - b)
    .map(
      ([column, pixels]) =>
        `<col min="${column + 1}" max="${column + 1}" width="${width(pixels)}"${hidden.has(column) ? ' hidden="1"' : ''} customWidth="1"/>`,
    );
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function paneXml({ frozenRows, frozenColumns }: SheetContent): string {
  if (frozenRows === 0 && frozenColumns === 0) {
    return '';
  }
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}`;
  const topLeft = formatArea(cellArea(frozenRows, frozenColumns));
  return `<pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function mergesXml(merges: readonly Area[], tables: readonly WrittenTable[]): string {
  const allowed = merges.filter((merge) => !tables.some(({ whole }) => intersect(whole, merge)));
  return allowed.length === 0
    ? ''
    : `<mergeCells count="${allowed.length}">${allowed.map((area) => `<mergeCell ref="${formatArea(area)}"/>`).join('')}</mergeCells>`;
}

function propertiesXml(color: string | null, page: PageSetup | undefined): string {
  const inner =
    (color ? `<tabColor rgb="${color}"/>` : '') + (page && isFitted(page) ? '<pageSetUpPr fitToPage="1"/>' : '');
  return inner === '' ? '' : `<sheetPr>${inner}</sheetPr>`;
}

/** `sheet1.xml`, ...; its tables have the relationship ids `rId1`, ..., and the drawing of its charts the one after them. */
export function sheetXml(
  sheet: SheetContent,
  isActive: boolean,
  tables: readonly WrittenTable[],
  books: SharedBooks,
): string {
  checkTexts(sheet);
  const color = /^#[0-9a-f]{6}$/i.test(sheet.tabColor) ? `FF${sheet.tabColor.slice(1).toUpperCase()}` : null;
  const view = `${sheet.showsGridlines ? '' : ' showGridLines="0"'}${isActive ? ' tabSelected="1"' : ''}`;
  const { page, charts = [] } = sheet;
  const drawing = charts.length === 0 ? '' : `<drawing r:id="rId${tables.length + 1}"/>`;
  const parts = tables.map((_, index) => `<tablePart r:id="rId${index + 1}"/>`);
  return (
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    propertiesXml(color, page) +
    `<sheetViews><sheetView${view} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultColWidth="${width(sheet.defaultColumnWidth)}" defaultRowHeight="${height(sheet.defaultRowHeight)}" customHeight="1"/>` +
    columnsXml(sheet) +
    `<sheetData>${rowsXml(sheet, tables, books)}</sheetData>` +
    mergesXml(sheet.merges, tables) +
    pageXml(page) +
    drawing +
    (parts.length === 0 ? '' : `<tableParts count="${parts.length}">${parts.join('')}</tableParts>`) +
    '</worksheet>'
  );
}
