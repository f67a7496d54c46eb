import { compareText } from '../../domain/ledger/name-key';

/** FNV-1a over the code units of a text, with a seed. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // Every bit of the last letters reaches every bit of the result.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/** A short text that is the same for the same names of columns in any order: under it a mapping is remembered. */
export function headerKey(header: readonly string[]): string {
  const names = [...new Set(header)].sort(compareText);
  const text = names.map((name) => `${name.length}:${name}`).join('');
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}
