import { nameKey } from './name-key';

/**
 * The one of `names` that `written` was probably meant to be, or null where none is near: at most a third of the
 * letters differ (two in a short name, for letters are often swapped, but never all), or its name begins with what was written ("Byte" for "ByteDance"; three letters at least).
 */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const key = nameKey(written);
  const tolerance = key.length < 4 ? Math.min(1, key.length - 1) : Math.max(2, Math.floor(key.length / 3));
  let nearest: string | null = null;
  let least = Infinity;
  for (const name of names) {
    const candidate = nameKey(name);
    const begins = key.length >= 3 && candidate.startsWith(key);
    const difference = distance(key, candidate);
    // Where two are equally near, the first in the alphabet: the order of rows must not matter.
    const nearer = difference < least || (difference === least && nearest !== null && name < nearest);
    if (nearer && (difference <= tolerance || begins)) {
      nearest = name;
      least = difference;
    }
  }
  return nearest;
}

/** How many letters must be put in, taken out or replaced to turn `a` into `b` (Levenshtein), row by row of the table. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let index = 0; index < a.length; index += 1) {
    let diagonal = index;
    let left = index + 1;
    row = row.map((above, column) => {
      if (column > 0) {
        const replaced = diagonal + Number(a[index] !== b[column - 1]);
        left = Math.min(replaced, above + 1, left + 1);
        diagonal = above;
      }
      return left;
    });
  }
  return row.at(-1) ?? a.length;
}
