import { legacyEncoding } from './legacy-encoding';

// eslint-disable-next-line no-control-regex -- those that no text has
const CONTROL = /[\0-\x08\x0e-\x1b\x7f]/;
const BEYOND_ASCII = /[^\p{ASCII}]/u;
const BEYOND_ASCII_EACH = /[^\p{ASCII}]/gu;

/**
 * The encoding of a text, from a part of it that begins at a character. Certain with a byte order mark and close to certain
 * with valid UTF-8 beyond ASCII; a judgement otherwise.
 *
 * @param whole whether the part reaches to the end of the text, so that no character is cut
 * @returns one of `ENCODINGS`
 */
export function detectEncoding(sample: Uint8Array, whole: boolean): string {
  return (
    byteOrderMark(sample) ??
    utf16WithoutMark(sample, whole) ??
    (isUtf8(sample, whole) ? 'utf-8' : legacyEncoding(sample, whole))
  );
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return null;
}

/**
 * In UTF-16 the digits, delimiters and line ends have a zero byte on one side, always the same. Other files with zero bytes may
 * be valid by chance, but then they have control characters or lose most of their line feeds.
 */
function utf16WithoutMark(sample: Uint8Array, whole: boolean): string | null {
  if (!sample.includes(0)) {
    return null;
  }
  const zeros: [number, number] = [0, 0];
  let lineFeeds = 0;
  sample.forEach((byte, at) => {
    if (byte === 0) {
      zeros[at % 2 === 0 ? 0 : 1] += 1;
    } else if (byte === 0x0a) {
      lineFeeds += 1;
    }
  });
  const [even, odd] = zeros;
  if (even === odd) {
    return null;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decoded(encoding, sample, whole);
  if (text === null || CONTROL.test(text)) {
    return null;
  }
  return 2 * (text.match(/\n/g)?.length ?? 0) >= lineFeeds ? encoding : null;
}

/** A text that was cut at its end is still what it was before, and one in which a byte is damaged, or a line of another file, too. */
function isUtf8(sample: Uint8Array, whole: boolean): boolean {
  return (
    decoded('utf-8', sample, whole) !== null ||
    BEYOND_ASCII.test(decoded('utf-8', sample, false) ?? '') ||
    isMostlyUtf8(sample)
  );
}

/** Of so many characters beyond ASCII for each byte that is none, not all can be there by chance. */
const SOUND_FOR_ONE = 2;

function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  let [sound, damaged] = [0, 0];
  for (const [character] of text.matchAll(BEYOND_ASCII_EACH)) {
    if (character === '\ufffd') {
      damaged += 1;
    } else {
      sound += 1;
    }
  }
  return sound > 1 && sound >= damaged * SOUND_FOR_ONE;
}

/** Null if bytes are invalid. */
function decoded(encoding: string, sample: Uint8Array, whole: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !whole });
  } catch {
    return null;
  }
}
