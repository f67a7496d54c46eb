/**
 * Reads a text as Excel reads what is typed into a cell, or written through the Excel API.
 */
import { isErrorCode, type CellError } from './cell-value';

/** What a text means in a cell. */
export type TypedText =
  | { readonly kind: 'blank' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly numberFormat: string | null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: CellError };

/** A number with the format that its spelling asks for. */
export interface SpelledNumber {
  readonly number: number;
  readonly numberFormat: string | null;
}

/** Reads further spellings, such as currencies, times and dates of a locale; null for a text that is none. */
export type FurtherSpellings = (text: string) => SpelledNumber | null;

/** A number as it is typed or written in a formula, without groups. */
export const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED_NUMBER = /^[+-]?\d{1,3}(?:,\d{3})+(\.\d+)?$/;
const PERCENTAGE = /^([+-]?(?:\d+(\.\d+)?|\.\d+))\s?%$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MS_PER_DAY = 86_400_000;
/** Excel's day 0, for dates after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

function numberSpelling(text: string): SpelledNumber | null {
  if (PLAIN_NUMBER.test(text)) {
    return { number: Number(text), numberFormat: null };
  }
  const grouped = GROUPED_NUMBER.exec(text);
  if (grouped) {
    return { number: Number(text.replaceAll(',', '')), numberFormat: grouped[1] ? '#,##0.00' : '#,##0' };
  }
  const percentage = PERCENTAGE.exec(text);
  // By way of the decimal exponent: 7 % is 0.07, not 0.07000000000000001.
  return percentage
    ? { number: Number(`${percentage[1] ?? ''}e-2`), numberFormat: percentage[2] ? '0.00%' : '0%' }
    : null;
}

function isoDate(text: string): SpelledNumber | null {
  const match = ISO_DATE.exec(text);
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 ? { number: (time - EPOCH) / MS_PER_DAY, numberFormat: 'yyyy-mm-dd' } : null;
}

/** Interprets a text. In a cell formatted as text (`@`) everything but a blank stays text, formulas too. */
export function readTypedText(text: string, isTextCell: boolean, furtherSpellings: FurtherSpellings): TypedText {
  if (text === '') {
    return { kind: 'blank' };
  }
  if (isTextCell) {
    return { kind: 'text', text };
  }
  if (text.startsWith("'")) {
    return { kind: 'text', text: text.slice(1) };
  }
  if (text.startsWith('=') && text.length > 1) {
    return { kind: 'formula', formula: text };
  }
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    return { kind: 'boolean', value: upper === 'TRUE' };
  }
  if (isErrorCode(upper)) {
    return { kind: 'error', error: { error: upper } };
  }
  const spelled = numberSpelling(trimmed) ?? isoDate(trimmed) ?? furtherSpellings(trimmed);
  return spelled ? { kind: 'number', ...spelled } : { kind: 'text', text };
}
