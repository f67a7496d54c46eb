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
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = above[column - 1]! + Number(a[row - 1] !== b[column - 1]);
      line.push(Math.min(replaced, above[column]! + 1, line[column - 1]! + 1));
    }
    above = line;
  }
  return above[b.length]!;
}
