/**
 * The methods of Range that lead from one area to another, as arithmetic.
 */
import {
  boundingArea,
  cellArea,
  intersect,
  isOnSheet,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  type Area,
} from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { integerArgument, isObject, isOmitted, objectArgument, textArgument } from './arguments';
import type { ServedMethods, Given } from './excel-class';
import { rangeNode } from './ranges';
import type { RangeTarget } from './targets';

/** Another area of the same sheet, given as a range object or an address. */
function otherArea(target: RangeTarget, value: Given<Excel.Range | string>): Area {
  if (!isObject(value)) {
    const parsed = parseAddress(textArgument(value));
    if (!parsed) {
      throw new HostError('InvalidArgument');
    }
    return parsed.area;
  }
  const other = objectArgument(value, 'Range');
  if (other.sheetId !== target.sheetId) {
    throw new HostError('InvalidArgument', 'The ranges are not on one worksheet.');
  }
  return other.area;
}

function count(value: Given<number> | undefined): number {
  return isOmitted(value) ? 1 : integerArgument(value);
}

function rowsBeside(area: Area, rows: number): Area {
  return { ...area, row: rows > 0 ? area.row + area.rowCount : area.row + rows, rowCount: Math.abs(rows) };
}

function columnsBeside(area: Area, columns: number): Area {
  return {
    ...area,
    column: columns > 0 ? area.column + area.columnCount : area.column + columns,
    columnCount: Math.abs(columns),
  };
}

/** A method that leads to the range on another area of the sheet; InvalidArgument if that would leave the sheet. */
function leadsTo<A extends unknown[]>(
  step: (target: RangeTarget, ...args: A) => Area,
): (target: RangeTarget, ...args: A) => ModelNode<Excel.Range> {
  return (target, ...args) => {
    const area = step(target, ...args);
    if (!isOnSheet(area)) {
      throw new HostError('InvalidArgument');
    }
    return rangeNode(target.host, target.sheetId, area);
  };
}

/** The methods that always lead to a range. */
export const GEOMETRY: ServedMethods<'Range'> = {
  getCell: leadsTo(({ area }, row, column) =>
    cellArea(area.row + integerArgument(row), area.column + integerArgument(column)),
  ),
  getRow: leadsTo(({ area }, row) => ({ ...area, row: area.row + integerArgument(row), rowCount: 1 })),
  getColumn: leadsTo(({ area }, column) => ({
    ...area,
    column: area.column + integerArgument(column),
    columnCount: 1,
  })),
  getLastCell: leadsTo(({ area }) => cellArea(area.row + area.rowCount - 1, area.column + area.columnCount - 1)),
  getLastRow: leadsTo(({ area }) => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 })),
  getLastColumn: leadsTo(({ area }) => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 })),
  getOffsetRange: leadsTo(({ area }, rows, columns) => ({
    ...area,
    row: area.row + integerArgument(rows),
    column: area.column + integerArgument(columns),
  })),
  getResizedRange: leadsTo(({ area }, rows, columns) => ({
    ...area,
    rowCount: area.rowCount + integerArgument(rows),
    columnCount: area.columnCount + integerArgument(columns),
  })),
  getAbsoluteResizedRange: leadsTo(({ area }, rows, columns) => ({
    ...area,
    rowCount: integerArgument(rows),
    columnCount: integerArgument(columns),
  })),
  getRowsBelow: leadsTo(({ area }, rows) => rowsBeside(area, count(rows))),
  getRowsAbove: leadsTo(({ area }, rows) => rowsBeside(area, -count(rows))),
  getColumnsAfter: leadsTo(({ area }, columns) => columnsBeside(area, count(columns))),
  getColumnsBefore: leadsTo(({ area }, columns) => columnsBeside(area, -count(columns))),
  getEntireRow: leadsTo(({ area }) => ({ ...area, column: 0, columnCount: MAX_COLUMNS })),
  getEntireColumn: leadsTo(({ area }) => ({ ...area, row: 0, rowCount: MAX_ROWS })),
  getBoundingRect: leadsTo((target, other) => boundingArea(target.area, otherArea(target, other))),
};

/** The cells shared with another range; null if there are none. */
export function sharedArea(target: RangeTarget, other: Given<Excel.Range | string>): Area | null {
  return intersect(target.area, otherArea(target, other));
}
