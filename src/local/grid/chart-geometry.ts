/**
 * Where charts lie on their sheet, in pixels from its first cell at full size.
 */
import type { Worksheet } from '@univerjs/core';
import type { Area } from '../../formats/xlsx/address';
import type { ChartContent, ChartCorner } from '../values/chart';

/** A rectangle on the sheet, in pixels. */
export interface SheetRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function rowHeight(sheet: Worksheet, row: number): number {
  return sheet.getRowVisible(row) ? sheet.getRowHeight(row) : 0;
}

function columnWidth(sheet: Worksheet, column: number): number {
  return sheet.getColVisible(column) ? sheet.getColumnWidth(column) : 0;
}

function sizeUpTo(count: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    sum += size(index);
  }
  return sum;
}

/** The line in which a distance from the first one ends, and how far into it. */
function lineAt(distance: number, count: number, size: (index: number) => number): [index: number, rest: number] {
  let rest = Math.max(0, distance);
  for (let index = 0; index < count; index += 1) {
    const own = size(index);
    if (rest < own) {
      return [index, rest];
    }
    rest -= own;
  }
  return [Math.max(0, count - 1), count === 0 ? 0 : size(count - 1)];
}

function cornerPlace(sheet: Worksheet, { row, column, x, y }: ChartCorner): { left: number; top: number } {
  const height = rowHeight(sheet, row);
  const width = columnWidth(sheet, column);
  return {
    left: sizeUpTo(column, (index) => columnWidth(sheet, index)) + Math.min(x, width),
    top: sizeUpTo(row, (index) => rowHeight(sheet, index)) + Math.min(y, height),
  };
}

/** The rectangle of a chart. */
export function chartRect(sheet: Worksheet, { from, to }: Pick<ChartContent, 'from' | 'to'>): SheetRect {
  const start = cornerPlace(sheet, from);
  const end = cornerPlace(sheet, to);
  return { ...start, width: Math.max(1, end.left - start.left), height: Math.max(1, end.top - start.top) };
}

/** The rectangle of cells. */
export function areaRect(sheet: Worksheet, { row, column, rowCount, columnCount }: Area): SheetRect {
  return chartRect(sheet, {
    from: { row, column, x: 0, y: 0 },
    to: { row: row + rowCount, column: column + columnCount, x: 0, y: 0 },
  });
}

/** The corners of a chart in a rectangle. */
export function cornersOf(
  sheet: Worksheet,
  { left, top, width, height }: SheetRect,
): Pick<ChartContent, 'from' | 'to'> {
  const corner = (x: number, y: number): ChartCorner => {
    const [column, restX] = lineAt(x, sheet.getColumnCount(), (index) => columnWidth(sheet, index));
    const [row, restY] = lineAt(y, sheet.getRowCount(), (index) => rowHeight(sheet, index));
    return { row, column, x: Math.round(restX), y: Math.round(restY) };
  };
  return { from: corner(left, top), to: corner(left + width, top + height) };
}
