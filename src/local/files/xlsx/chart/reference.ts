/**
 * Cells as charts and print areas name them: `'My sheet'!$A$1:$B$2`.
 */
import {
  columnLabel,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  quoteSheetName,
  type Area,
} from '../../../../formats/xlsx/address';
import type { CellSource } from '../../../values/chart';

function fixedArea({ row, column, rowCount, columnCount }: Area): string {
  const [left, right] = [columnLabel(column), columnLabel(column + columnCount - 1)];
  const [top, bottom] = [row + 1, row + rowCount];
  if (columnCount === MAX_COLUMNS) {
    return `$${top}:$${bottom}`;
  }
  if (rowCount === MAX_ROWS) {
    return `$${left}:$${right}`;
  }
  const first = `$${left}$${top}`;
  return rowCount === 1 && columnCount === 1 ? first : `${first}:$${right}$${bottom}`;
}

/** The reference to cells. */
export function fixedReference({ sheet, area }: CellSource): string {
  return `${quoteSheetName(sheet)}!${fixedArea(area)}`;
}

/** The cells of a reference; null for another workbook's, several areas, and what is none. */
export function readReference(text: string): CellSource | null {
  const parsed = text.includes('[') ? null : parseAddress(text.replace(/^=/, '').replace(/^\((.*)\)$/, '$1'));
  return parsed?.sheetName === null || !parsed ? null : { sheet: parsed.sheetName, area: parsed.area };
}
