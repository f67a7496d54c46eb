import { Decimal, ONE } from '../money/decimal';
import { nameKey } from './name-key';

/** What a quantity is counted in: `1M tokens` is a million of the kind `token`. */
export interface Unit {
  /** As it was written; for messages and number formats. */
  readonly written: string;
  /** What units that may be added have in common, whatever the number in front. */
  readonly kind: string;
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

/**
 * Reads a unit as price lists and bills write it: a number, a word for thousands or millions, and what is counted. Case, `per` in front
 * and the plural do not matter.
 *
 * @example unitOf('1K Tokens')       // 1,000 of the kind token
 * @example unitOf('1000000 tokens')  // 1,000,000 of the kind token
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
  const [, number = '', rest = ''] = /^(?:(?:per|\/)\s*)?([\d.,]*\d)?\s*(.*)$/s.exec(nameKey(written)) ?? [];
  const [, scale = '', name = ''] = /^([a-z]+)\b\.?\s*(.*)$/s.exec(rest) ?? [];
  const factor = SCALES[scale];
  // A lone m or b is a unit of its own (metres, bytes), unless a number stands in front.
  const scaled = factor !== undefined && (name !== '' || number !== '');
  const of = scaled ? name : rest;
  const word = WORDS[of];
  const count = number === '' ? ONE : countOf(number);
  return {
    written,
    kind: word?.kind ?? singular(of),
    size: count.times(scaled ? factor : 1).times(word?.size ?? 1),
  };
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
