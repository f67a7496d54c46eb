import { compareText, nameKey } from './name-key';

/** Names among which the nearest to a misspelt one is looked for: made ready once, for a column of misspelt names asks for each of them. */
export class NameIndex {
  private readonly entries: readonly { readonly name: string; readonly key: string; readonly letters: number }[];

  constructor(names: Iterable<string>) {
    // Where two are equally near, the first in the alphabet: the order of rows must not matter.
    this.entries = [...names].sort(compareText).map((name) => {
      const key = nameKey(name);
      return { name, key, letters: lettersOf(key) };
    });
  }

  /**
   * The name that `written` was probably meant to be, or null where none is near: at most a third of the letters differ (two in a
   * short name, for letters are often swapped, but never all), or the name begins with what was written ("Byte" for "ByteDance";
   * three letters at least).
   */
  nearest(written: string): string | null {
    const key = nameKey(written);
    const letters = lettersOf(key);
    const tolerance = key.length < 4 ? Math.min(1, key.length - 1) : Math.max(2, Math.floor(key.length / 3));
    let nearest: string | null = null;
    let least = Infinity;
    for (const candidate of this.entries) {
      const begins = key.length >= 3 && candidate.key.startsWith(key);
      const most = Math.min(begins ? Infinity : tolerance, least - 1);
      // Cheap to know: so many letters there are too many, or are not in the other at all.
      if (
        Math.abs(key.length - candidate.key.length) > most ||
        Math.max(bits(letters & ~candidate.letters), bits(candidate.letters & ~letters)) > most
      ) {
        continue;
      }
      const difference = distance(key, candidate.key, most);
      if (difference <= most) {
        nearest = candidate.name;
        least = difference;
      }
    }
    return nearest;
  }
}

/** As `NameIndex.nearest`, for names that are asked for but once. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  return new NameIndex(names).nearest(written);
}

/** Which letters occur, as a set of 32 bits; letters that share a bit only make it less telling. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) {
    letters |= 1 << (text.charCodeAt(index) & 31);
  }
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    count += 1;
  }
  return count;
}

/** How many letters must be put in, taken out or replaced to turn `a` into `b` (Levenshtein), row by row of the table; more than `most` is not told exactly. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let index = 0; index < a.length; index += 1) {
    const next = [index + 1];
    let smallest = index + 1;
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + Number(a[index] !== b[column - 1]);
      const cost = Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      next.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > most) {
      return smallest;
    }
    row = next;
  }
  return row.at(-1) ?? a.length;
}
