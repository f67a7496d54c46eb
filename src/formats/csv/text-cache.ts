import { decode } from './decode';

const SLOTS = 2048;
/** Longer texts are decoded each time: few are, and none is repeated as often as a code or a name. */
const KEY_BYTES = 128;
/** After how many texts it is judged whether they repeat. */
const TRIAL = 20_000;

/**
 * Decodes the texts of one column. A column such as the currency has a few different ones in a million rows, and gives the
 * same strings again without making any. A table of fixed size, where a text takes the place of another with the same hash,
 * so that a file made for collisions costs nothing but the gain. A column whose texts do not repeat does without.
 *
 * @returns what decodes the UTF-8 between two bounds; it throws a TypeError if bytes are invalid
 */
export function textCache(): (bytes: Uint8Array, start: number, end: number) => string {
  const texts = new Array<string>(SLOTS).fill('');
  const keys = new Uint8Array(SLOTS * KEY_BYTES);
  const lengths = new Uint8Array(SLOTS);
  let calls = 0;
  let misses = 0;
  let repeats = true;

  return (bytes, start, end) => {
    const length = end - start;
    if (length === 0) {
      return '';
    }
    if (!repeats || length > KEY_BYTES) {
      return decode(bytes, start, end);
    }
    calls += 1;
    const slot = hash(bytes, start, end) & (SLOTS - 1);
    const key = slot * KEY_BYTES;
    if (lengths[slot] === length && isSame(bytes, start, keys, key, length)) {
      return texts[slot] as string;
    }
    misses += 1;
    if (calls >= TRIAL) {
      repeats = misses * 2 < calls;
    }
    const text = decode(bytes, start, end);
    for (let at = 0; at < length; at += 1) {
      keys[key + at] = bytes[start + at] as number;
    }
    lengths[slot] = length;
    texts[slot] = text;
    return text;
  };
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let sum = end - start;
  for (let at = start; at < end; at += 1) {
    sum = Math.imul(sum ^ (bytes[at] as number), 0x01000193);
  }
  return sum ^ (sum >>> 15);
}

function isSame(bytes: Uint8Array, start: number, keys: Uint8Array, key: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    if (bytes[start + at] !== keys[key + at]) {
      return false;
    }
  }
  return true;
}
