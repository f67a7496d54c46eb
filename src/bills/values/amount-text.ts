import type { Cell } from '../../formats/file/text-table';
import { isBlankText, visibleText } from './cell-text';
import { currenciesOf } from './currency-mark';
import { decimalDigits } from './decimal-digits';
import { keyOf, powerOf, withCurrency } from './number-words';

/**
 * The amount that a cell names, under either meaning of point and comma: `unscaled` times ten to the power of minus
 * `point` if the point is decimal, of minus `comma` where the comma is. The digits are the same under both.
 */
export interface AmountReading {
  /** Whole; a number if it is below 2^53. */
  readonly unscaled: number | bigint;
  /** Null if the text cannot be read so: `1.234,56` with a decimal point. */
  readonly point: number | null;
  readonly comma: number | null;
  /** The currency as it stands around the number, such as `€` or `USD`; mostly ''. */
  readonly mark: string;
  /**
   * The word beside the number that says what it is counted in, as `number-words` knows it; the decimals count it in. Or the side of the
   * ledger: `cr`, which may stand for crores as well, and `dr`.
   */
  readonly word?: string;
}

/** Longer than any amount of money; a cell of a million digits is refused without counting them. */
const LONGEST = 400;
const LARGEST_EXPONENT = 400;

const WESTERN = { point: /^[1-9]\d{0,2}(?:,\d{3})+$/, comma: /^[1-9]\d{0,2}(?:\.\d{3})+$/ };
const INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/** Thousands apart by spaces or apostrophes say nothing of point and comma. Other kinds of spaces have become plain ones (NFKC). */
const SPACED = /^[1-9]\d{0,2}([ '\u2019])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/;

/**
 * Reads an amount as people and programs write it: signs before and after, parentheses for a negative one, a currency
 * around it, thousands apart by comma, point, space or apostrophe (also the Indian way), an exponent.
 *
 * A number from a typed file is read by its shortest text.
 *
 * @returns `blank` for an empty cell, `NULL` and `null`; null if the text is no amount, such as `1,23,4`
 */
export function readAmount(cell: Cell): AmountReading | 'blank' | null {
  if (typeof cell === 'number') {
    return readNumber(cell);
  }
  if (isBlankText(cell)) {
    return 'blank';
  }
  return cell.length > LONGEST ? null : (readPlain(cell) ?? readDecorated(cell));
}

function readNumber(value: number): AmountReading | null {
  const reading = Number.isFinite(value) ? readAmount(String(value)) : null;
  if (reading === null || reading === 'blank') {
    return null;
  }
  return { ...reading, comma: reading.point };
}

/** Digits with points and commas, perhaps after a minus: nearly every cell. Null for anything else. */
function readPlain(text: string): AmountReading | null {
  const length = text.length;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let value = 0;
  let points = 0;
  let commas = 0;
  let lastPoint = -1;
  let lastComma = -1;
  for (let index = start; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
    } else if (code === 46) {
      points++;
      lastPoint = index;
    } else if (code === 44) {
      commas++;
      lastComma = index;
    } else {
      return null;
    }
  }
  if (length - start - points - commas === 0) {
    return null;
  }
  const point = scaleOf(text, start, points, lastPoint, commas, lastComma, 'point');
  const comma = scaleOf(text, start, commas, lastComma, points, lastPoint, 'comma');
  if (point === null && comma === null) {
    return null;
  }
  return { unscaled: unscaledOf(text, value, start === 1), point, comma, mark: '' };
}

function unscaledOf(text: string, value: number, negative: boolean): number | bigint {
  if (value <= Number.MAX_SAFE_INTEGER) {
    return negative ? -value : value;
  }
  const digits = BigInt(text.replace(/[-.,]/g, ''));
  return negative ? -digits : digits;
}

/** The number of decimals under one meaning of the separators, or null if the text cannot be read so. */
function scaleOf(
  text: string,
  start: number,
  decimals: number,
  lastDecimal: number,
  groups: number,
  lastGroup: number,
  style: 'point' | 'comma',
): number | null {
  if (decimals > 1) {
    return null;
  }
  const end = decimals === 1 ? lastDecimal : text.length;
  const scale = decimals === 1 ? text.length - end - 1 : 0;
  if (groups === 0) {
    return scale;
  }
  // The last group has three digits in every way of grouping.
  if (end - lastGroup !== 4) {
    return null;
  }
  const whole = text.slice(start, end);
  return WESTERN[style].test(whole) || (style === 'point' && INDIAN.test(whole)) ? scale : null;
}

/** The decimal point and the comma between thousands, as Arabic and Persian write them. */
const ARABIC_POINT = '\u066b';
const ARABIC_COMMA = '\u066c';

/** Raised, lowered and circled digits, such as those of footnotes: `12.50¹` is not 12.501. Plain digits would be made of them. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/;

/**
 * What stands around the digits is read word by word, so that the time taken grows with the text and no faster.
 */
function readDecorated(text: string): AmountReading | 'blank' | null {
  if (RAISED.test(text)) {
    return null;
  }
  const plain = visibleText(decimalDigits(text.normalize('NFKC')))
    .replace(/\s+/g, ' ')
    .replaceAll(ARABIC_POINT, '.')
    .replaceAll(ARABIC_COMMA, ',')
    .trim();
  if (isBlankText(plain)) {
    return 'blank';
  }
  const parts = partsOf(plain);
  const around = parts && surroundingsOf(parts.before, parts.after);
  if (!parts || !around) {
    return null;
  }
  const number = parts.body === '' ? (isNothing(parts, around) ? ZERO : null) : readBody(parts);
  if (number === null) {
    return null;
  }
  const { word } = around;
  const power = word === null ? 0 : (powerOf(word) ?? 0);
  if (power > 0 && parts.exponent !== null) {
    return null;
  }
  return {
    unscaled: around.negative ? -number.unscaled : number.unscaled,
    point: number.point === null ? null : number.point - power,
    comma: number.comma === null ? null : number.comma - power,
    mark: around.mark,
    ...(word === null ? {} : { word }),
  };
}

const ZERO: AmountReading = { unscaled: 0, point: 0, comma: 0, mark: '' };

/** Ledgers write nothing as a dash, perhaps beside the currency: `-`, `€ –`. */
function isNothing({ before }: Parts, { negative, inParentheses }: Surroundings): boolean {
  return negative && !inParentheses && ![...TRIANGLES].some((sign) => before.includes(sign));
}

interface Parts {
  readonly before: string;
  /** Digits with what sets them apart; '' if there are none. */
  readonly body: string;
  readonly exponent: string | null;
  /** Whether it says that there are no cents, so that what is before is whole: `1.250,-`, `500/-`, `1.250:-`. */
  readonly isWhole: boolean;
  readonly after: string;
}

const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2212';
/** Japanese ledgers put a triangle before what is taken away. */
const TRIANGLES = '\u25b2\u25b3';
/** "And no cents", in India and East Africa (`Rs 500/-`, `500/=`) and in Sweden (`500:-`). */
const NO_CENTS = /^(?:\/[-=]|:[-\u2010-\u2014\u2212])/;
const INSIDE_BODY = "0123456789.,'\u2019 ";

function partsOf(text: string): Parts | null {
  const first = text.search(/\d/);
  if (first < 0) {
    return { before: text, body: '', exponent: null, isWhole: false, after: '' };
  }
  // `.5` begins with its point; that of `Rs.5` belongs to the word.
  const startsWithSeparator = /[.,]/.test(text[first - 1] ?? '') && !/\p{L}/u.test(text[first - 2] ?? '');
  const start = startsWithSeparator ? first - 1 : first;
  let end = first;
  while (end < text.length && INSIDE_BODY.includes(text[end] ?? '')) {
    end += 1;
  }
  while (end > first && " '\u2019".includes(text[end - 1] ?? '')) {
    end -= 1;
  }
  const body = text.slice(start, end);
  const exponent = /^[eE]([-+\u2212]?\d{1,7})(?!\d)/.exec(text.slice(end, end + 12));
  end += exponent?.[0].length ?? 0;
  const dash = exponent === null && /[.,]$/.test(body) ? dashesAt(text, end) : 0;
  const saysNoCents = exponent === null && dash === 0 && NO_CENTS.test(text.slice(end, end + 2));
  end += saysNoCents ? 2 : 0;
  const after = text.slice(end + dash);
  return /\d/.test(after)
    ? null
    : {
        before: text.slice(0, start),
        body: dash > 0 ? body.slice(0, -1) : body,
        exponent: exponent?.[1] ?? null,
        isWhole: dash > 0 || saysNoCents,
        after,
      };
}

/** One dash or two. */
function dashesAt(text: string, at: number): number {
  let count = 0;
  while (count < 2 && DASHES.includes(text[at + count] ?? ' ')) {
    count += 1;
  }
  return count;
}

interface Surroundings {
  readonly negative: boolean;
  readonly inParentheses: boolean;
  readonly mark: string;
  /** As an amount has it; null for none. */
  readonly word: string | null;
}

/** What stands for the side of the ledger behind an amount: credit and Haben take away. In small letters `h` and `s` are hours and seconds. */
const SIDES = new Map([
  ['cr', '-'],
  ['dr', '+'],
  ['H', '-'],
  ['S', '+'],
]);

/** Null if it is anything else than one sign, one pair of parentheses, one word for a number, or words and signs of one currency. */
function surroundingsOf(before: string, after: string): Surroundings | null {
  const marks: string[] = [];
  const signs: string[] = [];
  const words: string[] = [];
  let letters: string | null = null;
  let opened = 0;
  let closed = 0;
  for (const [text, isBehind] of [
    [before, false],
    [after, true],
  ] as const) {
    const signsBefore = signs.length;
    for (const word of text.split(/([-+()\u2010-\u2014\u2212\u25b2\u25b3]| )/)) {
      if (word === '' || word === ' ') {
        continue;
      }
      const side = isBehind ? (SIDES.get(word) ?? SIDES.get(keyOf(word))) : undefined;
      const together = withCurrency(word);
      if (word === '(' && !isBehind) {
        opened += 1;
      } else if (word === ')' && isBehind) {
        closed += 1;
      } else if (side !== undefined) {
        signs.push(side);
        letters = keyOf(word);
      } else if (!isBehind && TRIANGLES.includes(word)) {
        signs.push('-');
      } else if (word === '+' || DASHES.includes(word)) {
        signs.push(word === '+' ? '+' : '-');
      } else if (isBehind && signs.length > signsBefore && (together !== null || powerOf(word) !== undefined)) {
        // `20-k`: a dash between the number and its word is no minus.
        return null;
      } else if (together !== null) {
        words.push(keyOf(together.word));
        marks.push(together.mark);
      } else if (powerOf(word) !== undefined && currenciesOf(word).length === 0) {
        words.push(keyOf(word));
      } else {
        marks.push(word);
      }
    }
  }
  const mark = commonMark(marks);
  const inParentheses = opened === 1 && closed === 1;
  if (mark === null || signs.length + opened > 1 || opened !== closed || words.length > 1) {
    return null;
  }
  const word = words[0] ?? (letters === 'cr' || letters === 'dr' ? letters : null);
  return { negative: inParentheses || signs[0] === '-', inParentheses, mark, word };
}

/** The most telling of marks that agree (`$` and `USD`); '' if there are none; null if they do not agree, or one is none. */
function commonMark(words: readonly string[]): string | null {
  if (words.length === 0) {
    return '';
  }
  const joined = words.join(' ');
  if (isMark(joined)) {
    return joined;
  }
  const marks = words.flatMap((word) =>
    isMark(word) ? [word] : word.split(/(\p{Sc})/u).filter((part) => part !== ''),
  );
  if (marks.length !== 2 || marks[0] === marks[1]) {
    return null;
  }
  const [first = [], second = []] = marks.map(currenciesOf);
  const common = first.filter((currency) => second.includes(currency));
  return common.length === 1 ? (common[0] ?? null) : common.length > 1 ? (marks[0] ?? null) : null;
}

/** A unit that we do not know is a mark if it is a currency's sign, or has that of dollars, pounds or the like with its country: `Z$`. */
function isMark(word: string): boolean {
  return (
    currenciesOf(word).length > 0 ||
    /^\p{Sc}$/u.test(word) ||
    (/^(?:[A-Z][A-Za-z]{0,2}[$£¥]|[$£¥][A-Z]{1,3})$/.test(word) && !/^[$£¥]?(?:MM|T)[$£¥]?$/.test(word))
  );
}

function readBody({ body, exponent, isWhole }: Parts): AmountReading | null {
  const spaced = / |'|\u2019/.test(body);
  if (spaced && !SPACED.test(body)) {
    return null;
  }
  const reading = readPlain(spaced ? body.replace(/[ '\u2019]/g, '') : body);
  if (reading === null) {
    return null;
  }
  if (isWhole) {
    return readWhole(reading);
  }
  return exponent === null ? reading : readExponent(reading, body, spaced, exponent);
}

/** The separators of a whole number set thousands apart; what stood before a dash was the other one. */
function readWhole(reading: AmountReading): AmountReading | null {
  return reading.point === 0 || reading.comma === 0
    ? { ...reading, point: reading.point === 0 ? 0 : null, comma: reading.comma === 0 ? 0 : null }
    : null;
}

function readExponent(reading: AmountReading, body: string, spaced: boolean, exponent: string): AmountReading | null {
  const power = Number(exponent.replace('\u2212', '-'));
  // Nobody sets thousands apart in a number with an exponent, so a separator is the decimal one.
  const separators = body.replace(/\d/g, '');
  if (spaced || separators.length > 1) {
    return null;
  }
  if (Number(reading.unscaled) === 0) {
    return { ...reading, point: separators === ',' ? null : 0, comma: separators === '.' ? null : 0 };
  }
  if (Math.abs(power) > LARGEST_EXPONENT) {
    return null;
  }
  const decimals = separators === '' ? 0 : body.length - body.search(/[.,]/) - 1;
  const scale = decimals - power;
  return { ...reading, point: separators === ',' ? null : scale, comma: separators === '.' ? null : scale };
}
