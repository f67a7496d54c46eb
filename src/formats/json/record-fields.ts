import { isLosslessNumber } from 'lossless-json';
import { isObject, jsonText, type JsonObject, type JsonValue } from './json-value';
import type { Field } from './records';

/**
 * Lists the fields of a record as columns: first what it inherits, then its own, so that of two with one name the inner one
 * comes last. An object's fields are named with dots; if all of them are scalars (tags, metadata) the object follows as a
 * field of its own, so that one tag can be picked from it. An array stays one field.
 */
export function eachField(
  record: JsonObject,
  inherited: readonly Field[],
  each: (name: string, value: JsonValue) => void,
): void {
  for (const [name, value] of inherited) {
    each(name, value);
  }
  listFields(record, '', each);
}

function listFields(object: JsonObject, prefix: string, each: (name: string, value: JsonValue) => void): void {
  for (const [name, value] of Object.entries(object)) {
    const path = prefix + name;
    if (!isObject(value)) {
      each(path, value);
      continue;
    }
    listFields(value, `${path}.`, each);
    if (Object.values(value).every(isScalar)) {
      each(path, value);
    }
  }
}

function isScalar(value: JsonValue): boolean {
  return !Array.isArray(value) && !isObject(value);
}

/** A field as a cell: scalars as their text, arrays and objects as JSON text, null and what is empty as ''. */
export function fieldText(value: JsonValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'boolean') {
    return value ? 'TRUE' : 'FALSE';
  }
  if (isLosslessNumber(value)) {
    return value.value;
  }
  const isEmpty = Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
  return isEmpty ? '' : jsonText(value);
}
