/**
 * From the arguments of a formula to the parameter values that travel to the add-in, by the rules of `functions.json`.
 */
import { isCellError, WAITING, type CellError, type CellValue } from '../values/cell-value';
import type { FunctionDefinition, ParameterDefinition } from './definitions';

/** An argument as the grid evaluated it. */
export type Argument =
  | { readonly kind: 'omitted' }
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'cells'; readonly rows: readonly (readonly CellValue[])[] };

/** A parameter value in the JSON form of the host protocol. */
export type WireValue = unknown;

/** What is to be done for one evaluation of a function. */
export type PreparedCall =
  | { readonly kind: 'error'; readonly error: CellError }
  /** An argument is itself still waiting: so is this cell, without a call. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'call'; readonly parameters: readonly WireValue[] }
  /** A scalar parameter was given several cells: one call for each, as Excel lifts scalar functions. */
  | { readonly kind: 'lifted'; readonly calls: readonly (readonly PreparedElement[])[] };

/** One element of a lifted call. */
export type PreparedElement =
  | { readonly kind: 'error'; readonly error: CellError }
  | { readonly kind: 'call'; readonly parameters: readonly WireValue[] };

const OMITTED: Argument = { kind: 'omitted' };

function isWaiting(argument: Argument): boolean {
  const waits = (value: CellValue): boolean => isCellError(value) && value.error === WAITING;
  return argument.kind === 'value'
    ? waits(argument.value)
    : argument.kind === 'cells' && argument.rows.some((row) => row.some(waits));
}

/** An argument that rests on a circle of formulas; Excel does not calculate with it either. */
function restsOnCircle(argument: Argument): boolean {
  const isCircle = (value: CellValue): boolean => isCellError(value) && value.error === '#CYCLE!';
  return argument.kind === 'value'
    ? isCircle(argument.value)
    : argument.kind === 'cells' && argument.rows.some((row) => row.some(isCircle));
}

function firstError(argument: Argument): CellError | null {
  if (argument.kind === 'value') {
    return isCellError(argument.value) ? argument.value : null;
  }
  return argument.kind === 'cells' ? (argument.rows.flat().find(isCellError) ?? null) : null;
}

function wireCell(value: CellValue): WireValue {
  return isCellError(value) ? { type: 'CustomFunctionError', code: value.error } : value;
}

/** Converts a value to a parameter's declared type, as Excel does before it calls. */
function convert(value: CellValue, type: string): CellValue {
  if (isCellError(value) || type === 'any') {
    return value;
  }
  if (type === 'number') {
    const number = value === null ? 0 : typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    return Number.isNaN(number) ? { error: '#VALUE!' } : number;
  }
  if (type === 'string') {
    return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  }
  if (type === 'boolean') {
    const word = typeof value === 'string' ? value.toLowerCase() : null;
    if (word !== null) {
      return word === 'true' ? true : word === 'false' ? false : { error: '#VALUE!' };
    }
    return Boolean(value);
  }
  return value;
}

function rowsOf(argument: Argument): readonly (readonly CellValue[])[] {
  return argument.kind === 'cells' ? argument.rows : [[argument.kind === 'value' ? argument.value : null]];
}

/** One parameter value; if the parameter is scalar, that of the element at `row`, `column`. */
function parameterValue(
  parameter: ParameterDefinition,
  argument: Argument,
  row: number,
  column: number,
): CellValue | WireValue {
  if (argument.kind === 'omitted') {
    return null;
  }
  const rows = rowsOf(argument);
  if (parameter.isMatrix) {
    return rows.map((cells) => cells.map((cell) => wireCell(convert(cell, parameter.type))));
  }
  const cells = rows[rows.length === 1 ? 0 : row];
  const value = cells?.[cells.length === 1 ? 0 : column];
  return value === undefined ? { error: '#N/A' } : convert(value, parameter.type);
}

/** Errors go in if the add-in asked for them, and only as values of type any. */
function takesErrors(definition: FunctionDefinition, parameter: ParameterDefinition | undefined): boolean {
  return definition.takesErrors && parameter?.type === 'any';
}

function prepareElement(
  definition: FunctionDefinition,
  args: readonly Argument[],
  row: number,
  column: number,
): PreparedElement {
  const parameters: WireValue[] = [];
  for (const [index, parameter] of definition.parameters.entries()) {
    const given = parameter.isRepeating ? args.slice(index) : [args[index] ?? OMITTED];
    const values = given.map((argument) => parameterValue(parameter, argument, row, column));
    const error = values.find(isCellError);
    if (error && !takesErrors(definition, parameter)) {
      return { kind: 'error', error };
    }
    const wire = values.map((value) => (isCellError(value) ? wireCell(value) : value));
    parameters.push(parameter.isRepeating ? wire : wire[0]);
  }
  return { kind: 'call', parameters };
}

/** Applies the rules of `functions.json` to the arguments of one formula. */
export function prepareCall(definition: FunctionDefinition, args: readonly Argument[]): PreparedCall {
  if (args.some(isWaiting)) {
    return { kind: 'waiting' };
  }
  if (args.some(restsOnCircle)) {
    return {
      kind: 'error',
      error: {
        error: '#CYCLE!',
        message: 'An argument rests on a cell that refers to itself. Look at what shows #CYCLE!.',
      },
    };
  }
  const error = args
    .filter((_, index) => !takesErrors(definition, definition.parameters[index] ?? definition.parameters.at(-1)))
    .map(firstError)
    .find((found) => found !== null);
  if (error) {
    return { kind: 'error', error };
  }
  const last = definition.parameters.at(-1);
  if (args.length > definition.parameters.length && !last?.isRepeating) {
    return {
      kind: 'error',
      error: {
        error: '#VALUE!',
        message: `${definition.name} takes ${definition.parameters.length} argument${definition.parameters.length === 1 ? '' : 's'} at most.`,
      },
    };
  }
  const missing = definition.parameters.findIndex(
    (parameter, index) => !parameter.isOptional && !parameter.isRepeating && index >= args.length,
  );
  if (missing >= 0) {
    return {
      kind: 'error',
      error: {
        error: '#VALUE!',
        message: `${definition.name} needs the argument ${definition.parameters[missing]?.name ?? ''}.`,
      },
    };
  }
  const scalars = definition.parameters.flatMap((parameter, index) =>
    parameter.isMatrix ? [] : [rowsOf(args[index] ?? OMITTED)],
  );
  const rowCount = Math.max(1, ...scalars.map((rows) => rows.length));
  const columnCount = Math.max(1, ...scalars.map((rows) => rows[0]?.length ?? 1));
  if (rowCount === 1 && columnCount === 1) {
    return prepareElement(definition, args, 0, 0);
  }
  const calls = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => prepareElement(definition, args, row, column)),
  );
  return { kind: 'lifted', calls };
}
