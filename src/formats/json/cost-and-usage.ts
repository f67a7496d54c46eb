import { isObject, type JsonObject, type JsonValue } from './json-value';

/** What the answer was grouped by: the names of the keys, and the accounts' names by their numbers. */
interface Grouping {
  readonly keys: readonly string[];
  readonly descriptions: ReadonlyMap<string, JsonValue>;
}

const UNKNOWN: Grouping = { keys: [], descriptions: new Map() };

/**
 * An answer of AWS GetCostAndUsage, or the list of its results by time, as the array of its records: one for each group, or period if
 * there are no groups, with the group's keys as fields of their own (`SERVICE`, `LINKED_ACCOUNT`); any other document as it is. Of a
 * tag's key (`team$search`) the value is kept. A list of such answers, as when pages are kept together, is one array.
 */
export function recordsOfCostAndUsage(document: JsonValue): JsonValue {
  if (Array.isArray(document)) {
    const periods = recordsOfPeriods(document, UNKNOWN);
    if (periods !== null) {
      return periods;
    }
    const pages = document.map(recordsOfCostAndUsage);
    return document.length > 0 && pages.every((page, at) => page !== document[at]) ? pages.flat() : document;
  }
  const results = isObject(document) ? document['ResultsByTime'] : undefined;
  return Array.isArray(results) ? (recordsOfPeriods(results, groupingOf(document)) ?? document) : document;
}

function recordsOfPeriods(results: readonly JsonValue[], grouping: Grouping): JsonObject[] | null {
  const records = results.map((period) => recordsOfPeriod(period, grouping));
  return records.length > 0 && records.every((found) => found !== null) ? records.flat() : null;
}

function recordsOfPeriod(period: JsonValue, grouping: Grouping): JsonObject[] | null {
  if (!isObject(period)) {
    return null;
  }
  const { TimePeriod: time = null, Groups: groups, Total: total = null, Estimated: estimated = null } = period;
  if (!isObject(time) || !Array.isArray(groups) || !groups.every(isObject)) {
    return null;
  }
  const common: [string, JsonValue][] = [
    ['TimePeriod', time],
    ['Estimated', estimated],
  ];
  if (groups.length === 0) {
    return isObject(total) ? [Object.fromEntries([...common, ...Object.entries(total)])] : [];
  }
  return groups.map((group) => {
    const { Keys: keys = null, Metrics: metrics = null } = group;
    return Object.fromEntries([
      ...common,
      ...(Array.isArray(keys) ? keys.flatMap((key, at) => fieldsOfKey(key, at, grouping)) : []),
      ...(isObject(metrics) ? Object.entries(metrics) : []),
    ]);
  });
}

function fieldsOfKey(key: JsonValue, at: number, { keys, descriptions }: Grouping): [string, JsonValue][] {
  const name = keys[at] ?? `Key ${at + 1}`;
  if (typeof key !== 'string') {
    return [[name, key]];
  }
  const value = key.startsWith(`${name}$`) ? key.slice(name.length + 1) : key;
  const description = descriptions.get(key);
  return description === undefined
    ? [[name, value]]
    : [
        [name, value],
        [`${name} description`, description],
      ];
}

function groupingOf(answer: JsonValue): Grouping {
  if (!isObject(answer)) {
    return UNKNOWN;
  }
  const { GroupDefinitions: definitions, DimensionValueAttributes: attributes } = answer;
  const described = objectsIn(attributes).flatMap(({ Value: value = null, Attributes: own = null }) => {
    const description = isObject(own) ? own['description'] : undefined;
    return typeof value === 'string' && description !== undefined ? [[value, description] as const] : [];
  });
  return {
    keys: objectsIn(definitions).map(({ Key: key = null }, at) => (typeof key === 'string' ? key : `Key ${at + 1}`)),
    descriptions: new Map(described),
  };
}

function objectsIn(list: JsonValue | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
