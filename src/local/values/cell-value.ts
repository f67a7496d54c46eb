/**
 * What a cell can hold, in the words of this page: neither the grid's value objects nor the host protocol's JSON.
 */

/** The error values of a spreadsheet. `#BUSY!` is what a waiting cell reads as; the grid shows it as `#GETTING_DATA`. */
export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#SPILL!'
  | '#CALC!'
  | '#CYCLE!'
  | '#CONNECT!'
  | '#BUSY!'
  | '#GETTING_DATA';

/** What the grid shows while a call is on its way. */
export const WAITING = '#GETTING_DATA';
/** What such a cell reads as through the Excel API. */
export const BUSY = '#BUSY!';

/** An error in a cell, with the message of the function that gave it. */
export interface CellError {
  readonly error: ErrorCode;
  readonly message?: string;
}

/** A value without a format. Null is a blank. */
export type CellValue = number | string | boolean | null | CellError;

/** A value that a function returned, with the number format that it asked for. */
export interface FormattedValue {
  readonly value: CellValue;
  readonly numberFormat?: string;
}

const ERROR_CODES: ReadonlySet<string> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#CYCLE!',
  '#CONNECT!',
  '#BUSY!',
  '#GETTING_DATA',
]);

/** Whether a text is one of the error values. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && ERROR_CODES.has(text);
}

/** Whether a value is an error. */
export function isCellError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}
