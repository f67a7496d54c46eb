import { isObject, type JsonObject, type JsonValue } from './json-value';

/**
 * A document written by columns (`{"date": [...], "cost": [...]}`, all of one length) as the array of its records; any other
 * document as it is. Scalars beside the columns go into every record.
 */
export function recordsOfColumns(document: JsonValue): JsonValue {
  if (!isObject(document)) {
    return document;
  }
  const columns: [string, JsonValue[]][] = [];
  const others: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(document)) {
    if (Array.isArray(value)) {
      columns.push([name, value]);
    } else {
      others.push([name, value]);
    }
  }
  const length = columns[0]?.[1].length ?? 0;
  const isTable =
    columns.length > 1 &&
    length > 0 &&
    columns.every(([, values]) => values.length === length && values.every(isScalar));
  if (!isTable) {
    return document;
  }
  return Array.from({ length }, (_, row): JsonObject =>
    // fromEntries defines members, so that a column called `__proto__` is a member like any other.
    Object.fromEntries([
      ...others,
      ...columns.map(([name, values]): [string, JsonValue] => [name, values[row] ?? null]),
    ]),
  );
}

function isScalar(value: JsonValue): boolean {
  return !Array.isArray(value) && !isObject(value);
}
