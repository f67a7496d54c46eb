import { isAmountField } from './amount-field';
import { isObject, type JsonValue } from './json-value';

/** What the values at one place of the documents have in common: a field, or all elements of an array. */
export interface Shape {
  /** Of the objects at this place, by name: the fields that hold objects or arrays. */
  readonly fields: Map<string, Shape>;
  /** Of the arrays at this place. */
  items: Shape | null;
  isObject: boolean;
  /** Whether an object here has an amount of its own, be it in an object inside it, but not in an array. */
  hasAmount: boolean;
}

export function emptyShape(): Shape {
  return { fields: new Map(), items: null, isObject: false, hasAmount: false };
}

/** Adds what `value` shows to the shape of its place. */
export function observe(value: JsonValue, shape: Shape): void {
  if (Array.isArray(value)) {
    const items = (shape.items ??= emptyShape());
    for (const item of value) {
      observe(item, items);
    }
  } else if (isObject(value)) {
    observeFields(value, shape, shape, '');
  }
}

function observeFields(value: JsonValue, shape: Shape, record: Shape, prefix: string): void {
  if (!isObject(value)) {
    return;
  }
  shape.isObject = true;
  for (const [name, member] of Object.entries(value)) {
    const isArray = Array.isArray(member);
    if (!isArray && !isObject(member)) {
      if (!record.hasAmount && isAmountField(prefix + name, member)) {
        record.hasAmount = true;
      }
      continue;
    }
    let field = shape.fields.get(name);
    if (!field) {
      shape.fields.set(name, (field = emptyShape()));
    }
    if (isArray) {
      observe(member, field);
    } else {
      observeFields(member, field, record, `${prefix}${name}.`);
    }
  }
}

/** What the innermost elements of the arrays here are; null if they are no objects. */
export function elementShape(shape: Shape): Shape | null {
  let items = shape.items;
  while (items && !items.isObject) {
    items = items.items;
  }
  return items;
}

/** Whether an object here, or in an array inside it, has an amount. */
export function holdsAmount(shape: Shape): boolean {
  if (shape.hasAmount) {
    return true;
  }
  if (shape.items && holdsAmount(shape.items)) {
    return true;
  }
  for (const field of shape.fields.values()) {
    if (holdsAmount(field)) {
      return true;
    }
  }
  return false;
}
