import { isAmountField } from './amount-field';
import { elementShape, holdsAmount, type Shape } from './document-shape';
import { isObject, type JsonObject, type JsonValue } from './json-value';

/** A field of a record: its name after the names of the objects it lies in (`amount.value`), and its value. */
export type Field = readonly [name: string, value: JsonValue];

/** Hears of each record; `place` names the outermost array it is in ('' for an array that is the document). */
export type RecordListener = (record: JsonObject, inherited: readonly Field[], place: string) => void;

/** An array of this name in an object without an amount holds the records, be it empty. */
const COLLECTIONS = new Set([
  'data',
  'results',
  'items',
  'rows',
  'value',
  'values',
  'records',
  'entries',
  'list',
  'buckets',
]);

/** Said once about the whole export, not about a record. */
const PAGING = /^(has_?more|next_?page(_?token)?|next_?link|@odata\.nextLink)$/i;

/**
 * Finds the records of a document: the objects in its innermost arrays of objects, but not deeper than the first objects
 * that have an amount of their own. What lies deeper (the messages of a request, the lines of an invoice that has its total)
 * would repeat the amount or replace it. Such an array stays a text of the record.
 *
 * - The outermost object of a file that is one document may have an amount and still hold records: a total of them all.
 * - An object around a record hands down its scalar fields, except its amounts (they would count once for each record).
 * - An object around records that has none gives nothing.
 *
 * @param isWhole whether the document is the whole file, and not one of many
 */
export function eachRecord(document: JsonValue, shape: Shape, isWhole: boolean, each: RecordListener): void {
  walk(document, shape, [], null);

  function walk(value: JsonValue, at: Shape, inherited: readonly Field[], place: string | null): void {
    if (Array.isArray(value)) {
      const items = at.items;
      if (items) {
        for (const item of value) {
          walk(item, items, inherited, place ?? '');
        }
      }
    } else if (isObject(value)) {
      const isRoot = place === null && isWhole;
      const arrays = arraysWithin(value, at, '');
      const inner = arrays.filter((array) => holdsRecords(array, at, isRoot));
      if (inner.length === 0) {
        if (!at.hasAmount && (arrays.some(isEmptyCollection) || hasInnerRecords(at, isRoot))) {
          return;
        }
        each(value, inherited, place ?? '');
        return;
      }
      const handedDown = [...inherited, ...scalarsOf(value, '')];
      for (const array of inner) {
        walk(array.value, array.shape, handedDown, place ?? array.name);
      }
    }
  }
}

interface ArrayField {
  /** Dotted. */
  readonly name: string;
  readonly value: JsonValue[];
  readonly shape: Shape;
}

function holdsRecords(array: ArrayField, owner: Shape, isRoot: boolean): boolean {
  const elements = elementShape(array.shape);
  return elements !== null && mayHoldRecords(array.name, elements, owner, isRoot);
}

function mayHoldRecords(name: string, elements: Shape, owner: Shape, isRoot: boolean): boolean {
  if (owner.hasAmount) {
    return isRoot && !name.includes('.') && holdsAmount(elements);
  }
  return isRoot || COLLECTIONS.has(lastName(name).toLowerCase()) || holdsAmount(elements);
}

/** Whether other objects at this place hold records. */
function hasInnerRecords(at: Shape, isRoot: boolean, owner: Shape = at, prefix = ''): boolean {
  for (const [name, field] of at.fields) {
    const elements = elementShape(field);
    if (elements && mayHoldRecords(prefix + name, elements, owner, isRoot)) {
      return true;
    }
    if (field.isObject && hasInnerRecords(field, isRoot, owner, `${prefix}${name}.`)) {
      return true;
    }
  }
  return false;
}

function isEmptyCollection(array: ArrayField): boolean {
  return array.value.length === 0 && COLLECTIONS.has(lastName(array.name).toLowerCase());
}

function arraysWithin(object: JsonObject, shape: Shape, prefix: string): ArrayField[] {
  const found: ArrayField[] = [];
  for (const [name, value] of Object.entries(object)) {
    const field = shape.fields.get(name);
    if (!field) {
      continue;
    }
    if (Array.isArray(value)) {
      found.push({ name: prefix + name, value, shape: field });
    } else if (isObject(value)) {
      found.push(...arraysWithin(value, field, `${prefix}${name}.`));
    }
  }
  return found;
}

function scalarsOf(object: JsonObject, prefix: string, fields: Field[] = []): Field[] {
  for (const [name, value] of Object.entries(object)) {
    if (isObject(value)) {
      scalarsOf(value, `${prefix}${name}.`, fields);
    } else if (!Array.isArray(value) && !PAGING.test(name) && !isAmountField(prefix + name, value)) {
      fields.push([prefix + name, value]);
    }
  }
  return fields;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
