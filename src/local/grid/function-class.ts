/**
 * Makes the add-in's functions known to Univer: one class for each, which hands its arguments on and never throws
 * (an exception would stop the whole calculation).
 */
import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/preset-sheets-core';
import type { Argument } from '../functions/arguments';
import type { CellRef } from '../values/cell-ref';
import type { FunctionDefinition } from '../functions/definitions';
import { isRows, type FunctionResult } from '../functions/results';
import { isCellError, WAITING, type CellValue, type ErrorCode, type FormattedValue } from '../values/cell-value';
import { referredValues } from './referred-values';

/** Evaluates a function for a cell; null while a call is on its way. */
export type Evaluator = (
  cell: CellRef,
  definition: FunctionDefinition,
  args: readonly Argument[],
) => FunctionResult | null;

/** What a function said about a value beyond the value itself. */
export interface ResultDetail {
  readonly numberFormat?: string;
  readonly message?: string;
}

/** Details by value object; it lives as long as the engine holds the object. */
export type ResultDetails = WeakMap<object, ResultDetail>;

const MOST_ARGUMENTS = 255;

function cellValue(object: Nullable<BaseValueObject>): CellValue {
  if (!object || object.isNull()) {
    return null;
  }
  if (object.isError()) {
    return { error: String(object.getValue()) as ErrorCode };
  }
  const value = object.getValue();
  return object.isBoolean() ? Boolean(value) : value;
}

function argument(object: BaseValueObject): Argument {
  if (object.isReferenceObject()) {
    const reference = object as unknown as BaseReferenceObject;
    const rows = referredValues(reference, cellValue);
    return rows === null ? argument(reference.toArrayValueObject()) : { kind: 'cells', rows };
  }
  if (object.isArray()) {
    return { kind: 'cells', rows: object.getArrayValue().map((row) => Array.from(row, (cell) => cellValue(cell))) };
  }
  return object.isNull() ? { kind: 'omitted' } : { kind: 'value', value: cellValue(object) };
}

function plainObject(value: CellValue): BaseValueObject {
  if (value === null) {
    return NullValueObject.create();
  }
  if (isCellError(value)) {
    // Not ErrorValueObject.create: it hands out shared objects, and each error has a message of its own.
    return new ErrorValueObject(value.error as ErrorType);
  }
  if (typeof value === 'number') {
    return new NumberValueObject(value);
  }
  return typeof value === 'string' ? StringValueObject.create(value) : BooleanValueObject.create(value);
}

/** What a cell shows that waits for its own result. */
export function circleError(address: string, details: ResultDetails): BaseValueObject {
  const message = `${address} refers to itself, directly or through other cells, so it has no result. Change what it refers to.`;
  return valueObject({ value: { error: '#CYCLE!', message } }, details);
}

function valueObject(cell: FormattedValue, details: ResultDetails): BaseValueObject {
  const object = plainObject(cell.value);
  if (isCellError(cell.value) && cell.value.message) {
    details.set(object, { message: cell.value.message });
  } else if (typeof cell.value === 'number' && cell.numberFormat) {
    details.set(object, { numberFormat: cell.numberFormat });
  }
  return object;
}

function resultObject(result: FunctionResult, details: ResultDetails): BaseValueObject {
  if (!isRows(result)) {
    return valueObject(result, details);
  }
  return ArrayValueObject.create({
    calculateValueList: result.map((row) => row.map((cell) => valueObject(cell, details))),
    rowCount: result.length,
    columnCount: result[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** The Univer class of one function. `onWaiting` is told of each evaluation that has to wait. */
export function functionClass(
  definition: FunctionDefinition,
  evaluate: Evaluator,
  details: ResultDetails,
  onWaiting: () => void,
): typeof BaseFunction {
  return class AddinFunction extends BaseFunction {
    override minParams = 0;
    override maxParams = MOST_ARGUMENTS;
    override needsReferenceObject = true;

    override calculate(...objects: BaseValueObject[]): BaseValueObject {
      try {
        const cell: CellRef = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
        const result = evaluate(cell, definition, objects.map(argument));
        if (result) {
          return resultObject(result, details);
        }
        onWaiting();
        return ErrorValueObject.create(WAITING as ErrorType);
      } catch (error) {
        console.error(`Local workbook: ${definition.name} could not be evaluated.`, error);
        return ErrorValueObject.create('#VALUE!' as ErrorType);
      }
    }
  };
}
