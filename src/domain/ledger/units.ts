import { Decimal, ONE } from '../money/decimal';
import { nameKey } from './name-key';
import { tokenDirection, type TokenDirection } from './token-direction';

/** What a quantity is counted in: `1M tokens` is a million of the kind `token`. */
export interface Unit {
  /** As it was written; for messages and number formats. */
  readonly written: string;
  /** What units that may be added have in common, whatever the number in front. */
  readonly kind: string;
  /** Of tokens, which way they go, if the unit says so: `input tokens` are tokens, and add up with others. */
  readonly direction: TokenDirection | null;
  /** How many of the kind one of it is. */
  readonly size: Decimal;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/** Words that name a unit and its size at once, or name it otherwise. */
const WORDS: Readonly<Record<string, { readonly kind: string; readonly size: number }>> = {
  tok: { kind: 'token', size: 1 },
  toks: { kind: 'token', size: 1 },
  ktok: { kind: 'token', size: 1e3 },
  mtok: { kind: 'token', size: 1e6 },
  btok: { kind: 'token', size: 1e9 },
};

export const TOKEN = 'token';

/** How many spellings are remembered before the memory is emptied: more than any workbook's units, less than a leak. */
const REMEMBERED = 10_000;
const remembered = new Map<string, Unit>();
/** Words that stand between a direction and the tokens, or make it up: `cache read input tokens`. */
const OF_TOKENS =
  /^(?:(?:un|non-?)?cach(?:e|ed|ing)|reads?|writes?|written|creation|input|output|prompt|completion|generated|[ _-])+tok(?:en)?s?$/;

/**
 * Reads a unit as price lists and bills write it: a number, a word for thousands or millions, and what is counted. Case, `per` in front
 * and the plural do not matter.
 *
 * @example unitOf('1K Tokens')       // 1,000 of the kind token
 * @example unitOf('1000000 tokens')  // 1,000,000 of the kind token
 * @example unitOf('1M input tokens') // 1,000,000 of the kind token, which are input
 */
export function unitOf(text: string): Unit {
  const known = remembered.get(text);
  if (known !== undefined) {
    return known;
  }
  if (remembered.size >= REMEMBERED) {
    remembered.clear();
  }
  const unit = readUnit(text);
  remembered.set(text, unit);
  return unit;
}

function readUnit(text: string): Unit {
  const written = text.trim().replace(/\s+/g, ' ');
  const key = nameKey(written);
  const [counted = '', number = ''] = /^(?:(?:per|\/) ?)?([\d.,]*\d)? ?/.exec(key) ?? [];
  const rest = key.slice(counted.length);
  const [scaling, scale = ''] = /^([a-z]+)\b\.? ?/.exec(rest) ?? [];
  const name = scaling === undefined ? '' : rest.slice(scaling.length);
  const factor = SCALES[scale];
  // A lone m or b is a unit of its own (metres, bytes), unless a number stands in front.
  const scaled = factor !== undefined && (name !== '' || number !== '');
  const of = scaled ? name : rest;
  const word = OF_TOKENS.test(of) ? WORDS['tok'] : WORDS[of];
  const count = number === '' ? ONE : countOf(number);
  return {
    written,
    kind: word?.kind ?? singular(of),
    direction: OF_TOKENS.test(of) ? tokenDirection(of) : null,
    size: count.times(scaled ? factor : 1).times(word?.size ?? 1),
  };
}

/** Whether what is counted in one unit is also counted in another that was asked for: `input tokens` are `1M tokens`, not the reverse. */
export function isCountedIn(unit: Unit, asked: Unit): boolean {
  return unit.kind === asked.kind && (asked.direction === null || unit.direction === asked.direction);
}

/** The same text for units that count the same, however they are written: `Tokens` and `tokens`, not `1K tokens`. */
export function unitKey(text: string): string {
  const { kind, size, direction } = unitOf(text);
  return `${kind} ${size.toFixed()} ${direction ?? ''}`;
}

/** A quantity as a number of what its unit counts. */
export function baseQuantity(quantity: number, unit: string): Decimal {
  return new Decimal(quantity).times(unitOf(unit).size);
}

/** `1,000,000` and `1.000.000` are grouped; `2.5` is not. */
function countOf(digits: string): Decimal {
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits.replaceAll(',', '.');
  const count = new Decimal(Number(plain) || 1);
  return count.isFinite() ? count : ONE;
}

/** `token` for `tokens`. */
export function singular(name: string): string {
  return name.replace(/(?<=[a-z]{2})s$/i, '');
}
