/**
 * What a cell shows of a number that is wider than its column: as in Excel, fewer digits if it has no format of its own, and
 * otherwise `####`. Cut digits would be another number.
 */

const HASH = '#';
/** What `toFixed` takes. */
const MOST_DIGITS = 100;
/** Before an exponent Excel shows at most so many. */
const EXPONENT_DIGITS = 6;
const DECIMALS = /^-?\d+\.(\d+)$/;

/**
 * The text to draw for a number.
 *
 * @param text the number as its format shows it
 * @param isGeneral whether the cell has no number format
 * @param fits whether a text is narrow enough
 * @example fittingNumber('240,000,000.00 EUR', false, (text) => text.length <= 8) // '########'
 */
export function fittingNumber(text: string, isGeneral: boolean, fits: (text: string) => boolean): string {
  if (fits(text)) {
    return text;
  }
  const shorter = isGeneral ? fewerDigits(text).find(fits) : undefined;
  if (shorter !== undefined) {
    return shorter;
  }
  let hashes = HASH;
  while (fits(hashes + HASH)) {
    hashes += HASH;
  }
  return hashes;
}

/** The number with ever fewer decimals, then with an exponent. What would round to nothing says nothing. */
function fewerDigits(text: string): string[] {
  const number = Number(text);
  if (!Number.isFinite(number)) {
    return [];
  }
  const decimals = Math.min(DECIMALS.exec(text)?.[1]?.length ?? 0, MOST_DIGITS);
  const rounded = Array.from({ length: decimals }, (_, index) => number.toFixed(decimals - 1 - index));
  const withExponent = Array.from({ length: EXPONENT_DIGITS }, (_, index) =>
    number
      .toExponential(EXPONENT_DIGITS - 1 - index)
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E'),
  );
  return [...rounded.filter((shown) => Number(shown) !== 0), ...withExponent];
}
