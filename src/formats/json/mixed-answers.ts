import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';
import { isObject, type JsonObject, type JsonValue } from './json-value';

/** More pages than anyone keeps in one list. */
const MOST_PAGES = 10_000;

/**
 * Finds answers of cost queries in one file that state the same costs more than once: grouped by different things, or for months and
 * for the days within them. Pages of one answer have the same columns, and periods that do not overlap.
 */
export class MixedAnswers {
  /** How the groupings are called, by what they are. */
  private readonly groupings = new Map<string, string>();
  private readonly periods = new Map<string, Period>();

  /** A document of the file: a page, a list of pages, or anything else. */
  note(document: JsonValue): void {
    const pages = Array.isArray(document) && document.length <= MOST_PAGES ? document : [document];
    for (const page of pages.filter(isObject)) {
      for (const names of groupingOf(page) ?? []) {
        this.groupings.set([...names].sort().join('\n'), names.join(', '));
      }
      for (const period of periodsOf(page)) {
        this.periods.set(period.join('/'), period);
      }
    }
  }

  /** @throws FileProblem if there are such answers */
  refuse(): void {
    const [first, other] = this.groupings.values();
    if (first !== undefined && other !== undefined) {
      throw new FileProblem(fileMessages.answersDiffer(first, other));
    }
    const overlap = overlapping(this.periods);
    if (overlap !== null) {
      throw new FileProblem(fileMessages.periodsOverlap(overlap[0], overlap[1]));
    }
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
function overlapping(periods: ReadonlyMap<string, Period>): readonly [string, string] | null {
  const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [at, [name, [start]]] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before !== undefined && start < before[1][1]) {
      return [before[0], name];
    }
  }
  return null;
}
