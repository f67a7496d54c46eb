import { columnKey } from './column-names';

/** What stands in the name of a column for the beginning of a stretch of time, and for its end. */
const BEGINS =
  'beginning begins begin beginn started starts start anfang from von ab debut desde inicio inizio dal van'.split(' ');
const ENDS = 'ending ended ends ende end until through thru to bis finish final fine fin hasta fim tot au al'.split(
  ' ',
);

/** Longer names are none of these. */
const LONGEST = 60;

/**
 * The column with the end of what begins in another, by their names: `Period start` and `Period end`, `usage_start_time` and
 * `usage_end_time`, `von` and `bis`, `Date` and `End date`. Null if there is none.
 */
export function endColumnOf(column: string, header: readonly string[]): string | null {
  const begins = without(column, BEGINS);
  begins.add(columnKey(column));
  return header.find((other) => other !== column && [...without(other, ENDS)].some((rest) => begins.has(rest))) ?? null;
}

/** The name without each of these words that is in it. */
function without(column: string, words: readonly string[]): Set<string> {
  const key = columnKey(column);
  return new Set(
    key.length > LONGEST ? [] : words.filter((word) => key.includes(word)).map((word) => key.replace(word, '')),
  );
}
