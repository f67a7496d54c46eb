import { recordsOfRows } from './column-arrays';
import { recordsOfCostAndUsage } from './cost-and-usage';
import type { JsonValue } from './json-value';

/** The answer of a cost query, or a list of its pages, as the array of its records; any other document as it is. */
export function recordsOfAnswer(document: JsonValue): JsonValue {
  return recordsOfCostAndUsage(recordsOfRows(document));
}
