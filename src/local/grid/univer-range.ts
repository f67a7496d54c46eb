/**
 * Rectangles of cells as Univer writes them.
 */
import type { Area } from '../../formats/xlsx/address';

/** Univer's rectangle: both corners included. */
export interface UniverRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The area as Univer writes it. */
export function toUniverRange(area: Area): UniverRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rowCount - 1,
    startColumn: area.column,
    endColumn: area.column + area.columnCount - 1,
  };
}

/** Univer's rectangle as an area. */
export function toArea(range: UniverRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}
