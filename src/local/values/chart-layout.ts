/**
 * How Excel makes series of a range of cells: which way they run, and whether the first row and column are names.
 */
import { cellArea, type Area } from '../../formats/xlsx/address';
import { isCellError, type CellValue } from './cell-value';

/** Which way series run; Excel chooses by the longer side. */
export type SeriesBy = 'Auto' | 'Columns' | 'Rows';

/** A cell as it is looked at here. */
export interface SourceCell {
  readonly value: CellValue;
  readonly isDate: boolean;
}

/** The cells of one series. */
export interface SeriesCells {
  readonly name: Area | null;
  readonly categories: Area | null;
  readonly values: Area;
}

function isNumber({ value, isDate }: SourceCell): boolean {
  return !isDate && (typeof value === 'number' || isCellError(value));
}

function isBlank({ value }: SourceCell): boolean {
  return value === null || value === '';
}

/** Whether a line of cells at the edge holds names: none of its cells, apart from the corner, is a plain number. */
function areNames(cells: readonly SourceCell[]): boolean {
  const [, ...rest] = cells;
  return rest.length > 0 && !rest.some(isNumber) && !rest.every(isBlank);
}

/** Series of a range, whose cells are given by rows. */
export function seriesCells(area: Area, cells: readonly (readonly SourceCell[])[], by: SeriesBy): SeriesCells[] {
  const isByColumns = by === 'Columns' || (by === 'Auto' && area.rowCount >= area.columnCount);
  const corner = cells[0]?.[0];
  const isCornerBlank = corner !== undefined && isBlank(corner) && area.rowCount > 1 && area.columnCount > 1;
  const top = cells[0] ?? [];
  const left = cells.map(([first = { value: null, isDate: false }]) => first);
  const single = (line: readonly SourceCell[]): boolean =>
    line.length > 1 && line[0] !== undefined && !isBlank(line[0]) && !isNumber(line[0]);
  const hasTop =
    area.rowCount > 1 && (isCornerBlank || (area.columnCount > 1 ? areNames(top) : isByColumns && single(left)));
  const hasLeft =
    area.columnCount > 1 && (isCornerBlank || (area.rowCount > 1 ? areNames(left) : !isByColumns && single(top)));
  const [skipRows, skipColumns] = [hasTop ? 1 : 0, hasLeft ? 1 : 0];
  const rows = area.rowCount - skipRows;
  const columns = area.columnCount - skipColumns;
  const [firstRow, firstColumn] = [area.row + skipRows, area.column + skipColumns];
  return isByColumns
    ? Array.from({ length: columns }, (_, index) => ({
        name: hasTop ? cellArea(area.row, firstColumn + index) : null,
        categories: hasLeft ? { row: firstRow, column: area.column, rowCount: rows, columnCount: 1 } : null,
        values: { row: firstRow, column: firstColumn + index, rowCount: rows, columnCount: 1 },
      }))
    : Array.from({ length: rows }, (_, index) => ({
        name: hasLeft ? cellArea(firstRow + index, area.column) : null,
        categories: hasTop ? { row: area.row, column: firstColumn, rowCount: 1, columnCount: columns } : null,
        values: { row: firstRow + index, column: firstColumn, rowCount: 1, columnCount: columns },
      }));
}
