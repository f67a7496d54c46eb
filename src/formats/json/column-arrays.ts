import { isObject, type JsonObject, type JsonValue } from './json-value';

/** What documents call the list of their columns, and that of their rows: Azure, pandas, ClickHouse, Snowflake; PowerShell uses capitals. */
const COLUMNS = ['columns', 'column', 'meta', 'rowtype', 'fields'];
const ROWS = ['rows', 'row', 'data'];
/** Where these may stand in the document. */
const HOLDERS = ['properties', 'resultsetmetadata', 'schema'];

/**
 * A document that names its columns and then gives rows of values (`{"columns": [{"name": "Cost"}], "rows": [[1.5]]}`, perhaps in
 * `properties`, as the answers of Azure's queries are) as the array of its records; any other document as it is. What the document
 * says of itself goes into every record. A list of such documents, as when pages are kept together, is one array.
 */
export function recordsOfRows(document: JsonValue): JsonValue {
  if (Array.isArray(document)) {
    const pages = document.map(recordsOfRows);
    return pages.some((page, at) => page === document[at]) ? document : pages.flat();
  }
  if (!isObject(document)) {
    return document;
  }
  const members = Object.entries(document);
  const holders = members.flatMap(([name, value]) => (isOneOf(HOLDERS, name) && isObject(value) ? [value] : []));
  const all = [...members, ...holders.flatMap(Object.entries)] as [string, JsonValue][];
  const columns = all.find(([name, value]) => isOneOf(COLUMNS, name) && Array.isArray(value))?.[1];
  const rows = all.find(([name, value]) => isOneOf(ROWS, name) && Array.isArray(value))?.[1];
  const names = Array.isArray(columns) ? columns.map(nameOfColumn) : [];
  if (!Array.isArray(rows) || names.length === 0 || names.includes(null)) {
    return document;
  }
  const areRows = rows.every((row): row is JsonValue[] => Array.isArray(row) && row.length === names.length);
  if (!areRows) {
    return document;
  }
  const own = Object.entries(document).filter(([, value]) => value !== null && isScalar(value));
  return rows.map((row): JsonObject =>
    Object.fromEntries([...own, ...names.map((name, at) => [name ?? '', row[at] ?? null] as const)]),
  );
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name.toLowerCase());
}

function nameOfColumn(column: JsonValue): string | null {
  const name = isObject(column) ? (column['name'] ?? column['Name'] ?? null) : column;
  return typeof name === 'string' ? name : null;
}

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
