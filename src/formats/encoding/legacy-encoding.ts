/** Lead and trail of a character of two bytes: the more a pair is used in real text, the nearer to 1. */
type PairWeight = (lead: number, trail: number) => number;

/** The same of the byte at a position; null where it is the first of two. */
type SingleWeight = (bytes: Uint8Array, at: number) => number | null;

/**
 * Windows-1252, Shift-JIS or GB18030, for bytes that are no UTF-8. A header of a few words must do, which is too little for
 * the statistics of general detectors. So it asks, for each of the two East Asian encodings, how many of the characters beyond
 * ASCII are common ones there. Western text fails that: its accented letters stand alone between ASCII letters, and such pairs
 * are rare characters in both.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const japanese = commonness(bytes, shiftJisPair, halfWidthKatakana);
  const chinese = commonness(bytes, gb18030Pair, () => null);
  if (Math.max(japanese, chinese) < 0.6) {
    return 'windows-1252';
  }
  return japanese > chinese ? 'shift_jis' : 'gb18030';
}

/** The mean weight of the characters beyond ASCII; 0 where bytes are not valid. A character cut at the end counts for nothing. */
function commonness(bytes: Uint8Array, weighPair: PairWeight, weighSingle: SingleWeight): number {
  let [characters, weight] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      continue;
    }
    characters += 1;
    const single = weighSingle(bytes, at);
    if (single !== null) {
      weight += single;
      continue;
    }
    at += 1;
    const trail = bytes[at];
    if (trail === undefined) {
      characters -= 1;
    } else {
      weight += weighPair(lead, trail);
    }
  }
  return characters === 0 ? 0 : weight / characters;
}

/** Half-width katakana come in words; one alone is more likely a western letter. */
function halfWidthKatakana(bytes: Uint8Array, at: number): number | null {
  if (!isHalfWidth(bytes[at])) {
    return null;
  }
  return isHalfWidth(bytes[at - 1]) || isHalfWidth(bytes[at + 1]) ? 0.8 : 0.1;
}

function isHalfWidth(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xa1 && byte <= 0xdf;
}

/** Kana, punctuation and the first level of kanji are common. */
function shiftJisPair(lead: number, trail: number): number {
  if (trail < 0x40 || trail === 0x7f || trail > 0xfc) {
    return 0;
  }
  if (lead === 0x82) {
    return trail >= 0x4f && trail <= 0xf1 ? 1 : 0;
  }
  if (lead === 0x83) {
    return trail <= 0x96 ? 1 : 0.2;
  }
  if (lead === 0x81) {
    return trail <= 0xac ? 0.9 : 0.2;
  }
  if (lead >= 0x88 && lead <= 0x97) {
    return 1;
  }
  return lead <= 0x9f || (lead >= 0xe0 && lead <= 0xea) || lead === 0xfa || lead === 0xfb ? 0.2 : 0;
}

/** Punctuation, full-width forms and the first level of hanzi are common, both bytes above A0. */
function gb18030Pair(lead: number, trail: number): number {
  if (trail < 0x30 || trail === 0x7f || trail === 0xff) {
    return 0;
  }
  if (trail < 0xa1) {
    return 0.1;
  }
  if (lead >= 0xb0 && lead <= 0xd7) {
    return 1;
  }
  if (lead === 0xa1 || lead === 0xa3) {
    return 0.9;
  }
  return lead >= 0xd8 && lead <= 0xf7 ? 0.5 : 0.1;
}
