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
   * The name that `written` was probably meant to be, or null if none is near: at most a third of the letters differ (two in a
   * short name, for letters are often swapped, but never all), or the name begins with what was written ("Byte" for "ByteDance";
   * three letters at least).
   */
  nearest(written: string): string | null {
    const key = nameKey(written);
    return withDistances(key, (distance) => this.nearestTo(key, distance));
  }

  private nearestTo(key: string, distance: Distance): string | null {
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
      const difference = distance(candidate.key, most);
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

/** The longest text whose columns of the table fit into the bits of a number. */
const BITS = 31;

/** In which places of the text that is asked for each letter stands, as bits. Kept, for it is large, and emptied after each use. */
const places = new Int32Array(0x10000);

/**
 * How many letters must be put in, taken out or replaced to turn one text into another (Levenshtein); some number above `most` if
 * they are more.
 */
type Distance = (b: string, most: number) => number;

/** Gives what `use` makes of the distances from `a`. */
function withDistances<T>(a: string, use: (distance: Distance) => T): T {
  if (a.length === 0 || a.length > BITS) {
    return use((b) => distanceByRows(a, b));
  }
  for (let index = 0; index < a.length; index += 1) {
    const letter = a.charCodeAt(index);
    places[letter] = (places[letter] ?? 0) | (1 << index);
  }
  try {
    return use((b, most) => distanceByBits(a.length, b, most));
  } finally {
    for (let index = 0; index < a.length; index += 1) {
      places[a.charCodeAt(index)] = 0;
    }
  }
}

/** A column of the table at once, as differences of 1 up and down (Myers, "A Fast Bit-Vector Algorithm", 1999, as Hyyrö has it). */
function distanceByBits(length: number, b: string, most: number): number {
  const last = 1 << (length - 1);
  let up = -1;
  let down = 0;
  let distance = length;
  for (let index = 0; index < b.length; index += 1) {
    const equal = places[b.charCodeAt(index)] ?? 0;
    const diagonal = equal | down;
    const across = (((equal & up) + up) ^ up) | equal;
    let right = down | ~(across | up);
    let left = up & across;
    distance += Number((right & last) !== 0) - Number((left & last) !== 0);
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    // Each letter that is left brings them nearer by one at most.
    if (distance - (b.length - 1 - index) > most) {
      return distance;
    }
  }
  return distance;
}

/** The table row by row, for texts of any length. */
function distanceByRows(a: string, b: string): number {
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
