import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';
import { isObject, type JsonObject, type JsonValue } from './json-value';

/** More pages than anyone keeps in one list. */
const MOST_PAGES = 10_000;

/**
 * Refuses answers of cost queries in one file that state the same costs more than once: grouped by different things, or for months and
 * for the days within them. Pages of one answer have the same columns, and periods that do not overlap.
 *
 * @param documents each a page, or a list of pages
 * @throws FileProblem if they do
 */
export function refuseMixedAnswers(documents: readonly JsonValue[]): void {
  const pages = documents
    .flatMap((document) => (Array.isArray(document) && document.length <= MOST_PAGES ? document : [document]))
    .filter(isObject);
  const groupings = pages.flatMap((page) => groupingOf(page) ?? []);
  const [first, other] = new Map(groupings.map((names) => [[...names].sort().join('\n'), names.join(', ')])).values();
  if (first !== undefined && other !== undefined) {
    throw new FileProblem(fileMessages.answersDiffer(first, other));
  }
  const overlap = overlapping(pages.flatMap(periodsOf));
  if (overlap !== null) {
    throw new FileProblem(fileMessages.periodsOverlap(overlap[0], overlap[1]));
  }
}

/** By what an answer is grouped, or its columns; null if it is no answer of a query. */
function groupingOf(page: JsonObject): readonly [string[]] | null {
  const definitions = page['GroupDefinitions'];
  if (Array.isArray(definitions)) {
    return [definitions.map((one) => nameIn(one, 'Key'))];
  }
  const { columns, rows } = isObject(page['properties'] ?? null) ? (page['properties'] as JsonObject) : page;
  return Array.isArray(columns) && Array.isArray(rows) ? [columns.map((one) => nameIn(one, 'name'))] : null;
}

function nameIn(value: JsonValue, field: string): string {
  const name = isObject(value) ? value[field] : value;
  return typeof name === 'string' ? name : '';
}

type Period = readonly [start: string, end: string];

function periodsOf({ ResultsByTime: results }: JsonObject): Period[] {
  return (Array.isArray(results) ? results : []).flatMap((result) => {
    const time = isObject(result) ? (result['TimePeriod'] ?? null) : null;
    const [start, end] = isObject(time) ? [time['Start'], time['End']] : [];
    return typeof start === 'string' && typeof end === 'string' ? [[start, end] as const] : [];
  });
}

/** Two different periods that have a day in common; the same period may stand on several pages. */
function overlapping(periods: readonly Period[]): readonly [string, string] | null {
  const sorted = [...new Map(periods.map((period) => [period.join('/'), period])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  for (const [at, [name, [start]]] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before !== undefined && start < before[1][1]) {
      return [before[0], name];
    }
  }
  return null;
}
