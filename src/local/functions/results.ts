/**
 * From what the custom-functions runtime sends back to values for the grid.
 */
import { isErrorCode, type CellError, type ErrorCode, type FormattedValue } from '../values/cell-value';

/** A call's outcome as the runtime sends it: `[id, true, value, ...]` or `[id, false, message, errorCode, ...]`. */
export type WireResult =
  | { readonly succeeded: true; readonly value: unknown }
  | { readonly succeeded: false; readonly message: string; readonly errorCode: number };

/** A result ready for the grid: one value, or rows that spill. */
export type FunctionResult = FormattedValue | readonly (readonly FormattedValue[])[];

/** Whether a result spills. */
export function isRows(result: FunctionResult): result is readonly (readonly FormattedValue[])[] {
  return Array.isArray(result);
}

/** Error codes of `SetInvocationArrayResults`; whatever is not listed shows as #VALUE!. */
const CODES: ReadonlyMap<number, ErrorCode> = new Map<number, ErrorCode>([
  [1, '#N/A'],
  [5, '#DIV/0!'],
  [6, '#NUM!'],
  [7, '#VALUE!'],
  [8, '#NULL!'],
]);
const NOT_A_NUMBER = 0;

type Json = Record<string, unknown>;

function failure(message: string, errorCode: number): CellError {
  const error = errorCode === NOT_A_NUMBER && message === 'NaN' ? '#NUM!' : (CODES.get(errorCode) ?? '#VALUE!');
  return message && message !== 'NaN' ? { error, message } : { error };
}

function readObject(json: Json): FormattedValue {
  const basic = json.basicValue;
  if (json.valueType === 'CustomFunctionError' || json.type === 'Error') {
    const code = isErrorCode(json.code) ? json.code : isErrorCode(basic) ? basic : '#VALUE!';
    return {
      value:
        typeof json.message === 'string' && json.message ? { error: code, message: json.message } : { error: code },
    };
  }
  if (typeof json.text === 'string') {
    return { value: json.text };
  }
  const value = typeof basic === 'number' || typeof basic === 'string' || typeof basic === 'boolean' ? basic : null;
  return typeof json.numberFormat === 'string' && json.numberFormat
    ? { value, numberFormat: json.numberFormat }
    : { value };
}

function readCell(json: unknown): FormattedValue {
  if (json === null || json === undefined) {
    return { value: null };
  }
  if (typeof json === 'number') {
    return { value: Number.isFinite(json) ? json : { error: '#NUM!' } };
  }
  if (typeof json === 'string' || typeof json === 'boolean') {
    return { value: json };
  }
  return typeof json === 'object' ? readObject(json as Json) : { value: { error: '#VALUE!' } };
}

/** Reads one outcome. An empty array is Excel's #CALC!; rows of unequal length are filled with #N/A. */
export function readResult(result: WireResult): FunctionResult {
  if (!result.succeeded) {
    return { value: failure(result.message, result.errorCode) };
  }
  if (!Array.isArray(result.value)) {
    const single = readCell(result.value);
    return single.value === null ? { value: 0 } : single;
  }
  const rows = result.value.map((row) => (Array.isArray(row) ? row.map(readCell) : [readCell(row)]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || width === 0) {
    return { value: { error: '#CALC!' } };
  }
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): FormattedValue => ({ value: { error: '#N/A' } })),
  ]);
}

/** Reads the argument of `SetInvocationArrayResults`. */
export function readResultList(json: unknown): { readonly invocationId: number; readonly result: WireResult }[] {
  if (!Array.isArray(json)) {
    return [];
  }
  return json.filter(Array.isArray).map(([id, succeeded, value, errorCode]: unknown[]) => ({
    invocationId: Number(id),
    result: succeeded
      ? { succeeded: true, value }
      : { succeeded: false, message: String(value ?? ''), errorCode: Number(errorCode) },
  }));
}
