import type { CellValue } from '../../domain/ledger/table';

/** An error that stands in a cell, for example `#REF!`, passed to a function as an argument. */
export class CellError {
  constructor(
    readonly code: string,
    /** As the host gave it. */
    readonly original: unknown,
  ) {}
}

/** One element of an argument, made plain. */
export type CellInput = CellValue | CellError;

/** One argument, made plain: rows of cells, at least one. Omitted and blank are both one blank cell. */
export type Matrix = readonly (readonly CellInput[])[];

/**
 * Makes an argument plain, whatever shape the host gives it in: omitted (`null` or `undefined`), one value, a range;
 * numbers that carry a number format or a data type's card, errors, blanks.
 */
export function plainMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) {
    return [[plainCell(argument)]];
  }
  const rows: CellInput[][] = argument.map((row: unknown) =>
    Array.isArray(row) ? row.map(plainCell) : [plainCell(row)],
  );
  return rows.length === 0 || rows[0]?.length === 0 ? [[null]] : rows;
}

/** A blank and an empty text mean the same: null. */
export function plainCell(value: unknown): CellInput {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'string') {
    return value.trim() === '' ? null : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return plainObject(value);
}

/** A data type: a number with a format, an error, or a card, whose text stands for it. */
function plainObject(value: object): CellInput {
  const { type, code, basicType, basicValue, text } = value as DataType;
  const isError = type === 'Error' || type === 'CustomFunctionError' || isHostError(value);
  if (isError) {
    return new CellError(String(code ?? basicValue ?? '#VALUE!'), value);
  }
  if (typeof text === 'string') {
    return plainCell(text);
  }
  // A picture, say: what has no text calculates as an error.
  if (basicType === 'Error') {
    return new CellError(String(basicValue ?? '#VALUE!'), value);
  }
  const isPlain = typeof basicValue === 'string' || typeof basicValue === 'number' || typeof basicValue === 'boolean';
  return isPlain ? plainCell(basicValue) : new CellError('#VALUE!', value);
}

/** What tells the kinds of data types apart. */
type DataType = Partial<Record<'type' | 'code' | 'basicType' | 'basicValue' | 'text', unknown>>;

/** Whether the value is of the host's class of errors; in unit tests there is no host. */
export function isHostError(value: unknown): boolean {
  return typeof CustomFunctions !== 'undefined' && value instanceof CustomFunctions.Error;
}
