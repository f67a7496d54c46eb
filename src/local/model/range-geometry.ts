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
import { integerArgument, isOmitted, objectArgument } from './arguments';
import type { RangeTarget } from './range';

/** Another area of the same sheet, given as a range object or an address. */
function otherArea(target: RangeTarget, value: unknown): Area {
  if (typeof value === 'string') {
    const parsed = parseAddress(value);
    if (!parsed) {
      throw new HostError('InvalidArgument');
    }
    return parsed.area;
  }
  const other = objectArgument<RangeTarget>(value, 'Range');
  if (other.sheetId !== target.sheetId) {
    throw new HostError('InvalidArgument', 'The ranges are not on one worksheet.');
  }
  return other.area;
}

function count(value: unknown): number {
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

type Step = (target: RangeTarget, args: readonly unknown[]) => Area;

const STEPS: Readonly<Record<string, Step>> = {
  getCell: ({ area }, [row, column]) =>
    cellArea(area.row + integerArgument(row), area.column + integerArgument(column)),
  getRow: ({ area }, [row]) => ({ ...area, row: area.row + integerArgument(row), rowCount: 1 }),
  getColumn: ({ area }, [column]) => ({ ...area, column: area.column + integerArgument(column), columnCount: 1 }),
  getLastCell: ({ area }) => cellArea(area.row + area.rowCount - 1, area.column + area.columnCount - 1),
  getLastRow: ({ area }) => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }),
  getLastColumn: ({ area }) => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 }),
  getOffsetRange: ({ area }, [rows, columns]) => ({
    ...area,
    row: area.row + integerArgument(rows),
    column: area.column + integerArgument(columns),
  }),
  getResizedRange: ({ area }, [rows, columns]) => ({
    ...area,
    rowCount: area.rowCount + integerArgument(rows),
    columnCount: area.columnCount + integerArgument(columns),
  }),
  getAbsoluteResizedRange: ({ area }, [rows, columns]) => ({
    ...area,
    rowCount: integerArgument(rows),
    columnCount: integerArgument(columns),
  }),
  getRowsBelow: ({ area }, [rows]) => rowsBeside(area, count(rows)),
  getRowsAbove: ({ area }, [rows]) => rowsBeside(area, -count(rows)),
  getColumnsAfter: ({ area }, [columns]) => columnsBeside(area, count(columns)),
  getColumnsBefore: ({ area }, [columns]) => columnsBeside(area, -count(columns)),
  getEntireRow: ({ area }) => ({ ...area, column: 0, columnCount: MAX_COLUMNS }),
  getEntireColumn: ({ area }) => ({ ...area, row: 0, rowCount: MAX_ROWS }),
  getBoundingRect: (target, [other]) => boundingArea(target.area, otherArea(target, other)),
};

/** The methods that always lead to a range; InvalidArgument where it would leave the sheet. */
export const GEOMETRY: Readonly<Record<string, Step>> = Object.fromEntries(
  Object.entries(STEPS).map(([name, step]): [string, Step] => [
    name,
    (target, args) => {
      const area = step(target, args);
      if (!isOnSheet(area)) {
        throw new HostError('InvalidArgument');
      }
      return area;
    },
  ]),
);

/** The cells shared with another range; null where there are none. */
export function sharedArea(target: RangeTarget, other: unknown): Area | null {
  return intersect(target.area, otherArea(target, other));
}
