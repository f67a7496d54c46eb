import { parseCurrency } from '../../domain/money/currency';
import type { Cell } from '../../formats/file/text-table';
import { isBlankText } from './cell-text';

/**
 * The amount that a cell names, under either meaning of point and comma: `unscaled` times ten to the power of minus
 * `point` where the point is decimal, of minus `comma` where the comma is. The digits are the same under both.
 */
export interface AmountReading {
  /** Whole; a number where it is below 2^53. */
  readonly unscaled: number | bigint;
  /** Null where the text cannot be read so: `1.234,56` with a decimal point. */
  readonly point: number | null;
  readonly comma: number | null;
  /** The currency as it stands around the number, such as `€` or `USD`; mostly ''. */
  readonly mark: string;
}

/** Longer than any amount of money; a cell of a million digits is refused without counting them. */
const LONGEST = 400;
const LARGEST_EXPONENT = 400;

const WESTERN = { point: /^[1-9]\d{0,2}(?:,\d{3})+$/, comma: /^[1-9]\d{0,2}(?:\.\d{3})+$/ };
const INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/** Thousands apart by spaces or apostrophes say nothing of point and comma. Other kinds of spaces have become plain ones (NFKC). */
const SPACED = /^[1-9]\d{0,2}([ '\u2019])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/;

const MARK = String.raw`(?:[A-Za-z]{0,3}\p{Sc}[A-Za-z]{0,3}|[A-Za-z]{3}|euro|Euro|EURO|kr\.?|zł|Kč|Fr\.?|元|円)`;
const SIGN = String.raw`[-+\u2212]`;
const BODY = String.raw`[\d.,](?:[\d.,'\u2019 ]*[\d.,])?`;
/** Repeated spaces have become one before this is tried, so that it never has to try many ways. */
const DECORATED = new RegExp(
  '^' +
    [SIGN, MARK, String.raw`\(`, SIGN, MARK, SIGN].map((part) => `(${part})? ?`).join('') +
    String.raw`(${BODY})(?:[eE](${SIGN}?\d{1,6}))?` +
    [SIGN, MARK, SIGN, String.raw`\)`, MARK].map((part) => ` ?(${part})?`).join('') +
    '$',
  'u',
);

/**
 * Reads an amount as people and programs write it: signs before and after, parentheses for a negative one, a currency
 * around it, thousands apart by comma, point, space or apostrophe (also the Indian way), an exponent.
 *
 * A number from a typed file is read by its shortest text.
 *
 * @returns `blank` for an empty cell, `NULL` and `null`; null where the text is no amount, such as `1,23,4`
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

/** The number of decimals under one meaning of the separators, or null where the text cannot be read so. */
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

function readDecorated(text: string): AmountReading | 'blank' | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (isBlankText(plain)) {
    return 'blank';
  }
  const match = DECORATED.exec(plain);
  if (!match) {
    return null;
  }
  const [, before, outer, open, inside, inner, nearest, body = '', exponent, after, near, behind, close, last] = match;
  const marks = [outer, inner, near, last].filter((mark) => mark !== undefined);
  const signs = [before, inside, nearest, after, behind].filter((sign) => sign !== undefined);
  const inParentheses = open !== undefined;
  if (marks.length > 1 || signs.length > 1 || inParentheses !== (close !== undefined)) {
    return null;
  }
  if (inParentheses && signs.length > 0) {
    return null;
  }
  const mark = marks[0] ?? '';
  const number = readBody(body, exponent);
  if (number === null || !isCurrencyMark(mark)) {
    return null;
  }
  const negative = inParentheses || (signs.length === 1 && signs[0] !== '+');
  return { ...number, unscaled: negative ? -number.unscaled : number.unscaled, mark };
}

/** Three letters are a currency only where ISO 4217 has them. */
function isCurrencyMark(mark: string): boolean {
  return !/^[A-Za-z]{3}$/.test(mark) || parseCurrency(mark) !== null;
}

function readBody(body: string, exponent: string | undefined): AmountReading | null {
  const spaced = / |'|\u2019/.test(body);
  if (spaced && !SPACED.test(body)) {
    return null;
  }
  const reading = readPlain(spaced ? body.replace(/[ '\u2019]/g, '') : body);
  if (exponent === undefined || reading === null) {
    return reading;
  }
  const power = Number(exponent.replace('\u2212', '-'));
  if (spaced || Math.abs(power) > LARGEST_EXPONENT) {
    return null;
  }
  // Nobody sets thousands apart in a number with an exponent, so a separator is the decimal one.
  const separators = body.replace(/\d/g, '');
  if (separators.length > 1) {
    return null;
  }
  const decimals = separators === '' ? 0 : body.length - body.search(/[.,]/) - 1;
  const scale = decimals - power;
  return { ...reading, point: separators === ',' ? null : scale, comma: separators === '.' ? null : scale };
}
