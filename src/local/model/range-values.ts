/**
 * Cell values in the JSON of the Excel API, and what may be assigned to a range.
 */
import type { Area } from '../../formats/xlsx/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { WrittenValue } from '../grid/cells';
import { BUSY, isCellError, WAITING, type CellValue } from '../values/cell-value';

/** A value as `Range.values` shows it: errors are their texts, a blank is an empty text. */
export function wireValue(value: CellValue): string | number | boolean {
  if (isCellError(value)) {
    return value.error === WAITING ? BUSY : value.error;
  }
  return value ?? '';
}

/** A value as `Range.valuesAsJson` shows it. The grid keeps formats with cells, so none comes with a value. */
export function richValue(value: CellValue): Excel.CellValue {
  const basicValue = wireValue(value);
  switch (valueType(value)) {
    case 'Empty':
      return { type: 'Empty', basicType: 'Empty', basicValue: '' };
    case 'Error':
      return { type: 'Error', basicType: 'Error', basicValue: String(basicValue) } as Excel.ErrorCellValue;
    case 'Boolean':
      return { type: 'Boolean', basicType: 'Boolean', basicValue: basicValue === true };
    case 'Double':
      return { type: 'Double', basicType: 'Double', basicValue: Number(basicValue) };
    case 'String':
      return { type: 'String', basicType: 'String', basicValue: String(basicValue) };
  }
}

/** A member of `Excel.RangeValueType`. */
export function valueType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null || value === '') {
    return 'Empty';
  }
  if (isCellError(value)) {
    return 'Error';
  }
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** Whole rows or columns: their cells cannot be read or written as one. */
export function isUnbounded(area: Area): boolean {
  return area.rowCount === MAX_ROWS || area.columnCount === MAX_COLUMNS;
}

function cell(value: unknown): WrittenValue {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new HostError('InvalidArgument');
}

function isSingle(assigned: unknown): assigned is [[unknown]] {
  return Array.isArray(assigned) && assigned.length === 1 && Array.isArray(assigned[0]) && assigned[0].length === 1;
}

/**
 * Reads what is assigned to `values`, `formulas` or `numberFormat`: rows of the range's shape, or one value for all cells, plain
 * or as `[[value]]`, the form in which TypeScript lets it be written.
 */
export function assignedCells(area: Area, assigned: unknown): (row: number, column: number) => WrittenValue {
  if (isUnbounded(area)) {
    throw new HostError('InvalidArgument', 'Cells of whole rows or columns cannot be set as one.');
  }
  const single: unknown = isSingle(assigned) ? assigned[0][0] : assigned;
  if (!Array.isArray(single)) {
    const value = cell(single);
    return () => value;
  }
  const rows = single as unknown[];
  const fits =
    rows.length === area.rowCount && rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (!fits) {
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => cell((rows[row] as unknown[])[column]);
}
