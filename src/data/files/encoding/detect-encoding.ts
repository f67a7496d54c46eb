import { legacyEncoding } from './legacy-encoding';

/**
 * The encoding of a text, from a part of it that begins at a character. Certain with a byte order mark and close to certain
 * with valid UTF-8 beyond ASCII; a judgement otherwise.
 *
 * @param whole whether the part reaches to the end of the text, so that no character is cut
 * @returns one of the first six of `ENCODINGS`
 */
export function detectEncoding(sample: Uint8Array, whole: boolean): string {
  return byteOrderMark(sample) ?? utf16WithoutMark(sample, whole) ?? (isValid('utf-8', sample, whole) ? 'utf-8' : legacyEncoding(sample));
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/**
 * In UTF-16 the digits, delimiters and line ends have a zero byte on one side, always the same. A binary file may look alike
 * by chance, but not without control characters.
 */
function utf16WithoutMark(sample: Uint8Array, whole: boolean): string | null {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return isValid(encoding, sample, whole, /^[^\0-\x08\x0e-\x1b\x7f]*$/) ? encoding : null;
}

function isValid(encoding: string, sample: Uint8Array, whole: boolean, expected = /^/): boolean {
  try {
    return expected.test(new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !whole }));
  } catch {
    return false;
  }
}
