import type { Marks } from '../../domain/figures/asked-months';
import { decimalsOf } from '../../domain/money/currency';
import type { Decimal } from '../../domain/money/decimal';
import type { Money } from '../../domain/money/money';
import type { NumberCell } from '../call/cell-output';
import { markText } from '../call/mark-text';

/** What one unit costs: with decimals enough to tell small prices apart, and what it is for. */
export function unitAmountCell({ amount, currency }: Money, per: string, marks: Partial<Marks> = {}): NumberCell {
  const decimals = Math.max(decimalsOf(currency), decimalsFor(amount));
  const mark = quotedText(`${per === '' ? ' a unit' : ` per ${per}`}${markText(marks)}`);
  return { value: amount, format: `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`} [$${currency}]${mark}` };
}

/** A quantity, with its unit: `10.5 (1M tokens)`, `10,500,000 tokens`. */
export function quantityCell(amount: Decimal, unit: string, marks: Partial<Marks> = {}): NumberCell {
  const decimals = amount.isInteger() ? 0 : decimalsFor(amount);
  const told = unit === '' ? '' : /^\d/.test(unit) ? ` (${unit})` : ` ${unit}`;
  const mark = quotedText(`${told}${markText(marks)}`);
  return { value: amount, format: `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${mark}` };
}

/** Decimals that show an amount in full, as far as its first four digits need them. */
function decimalsFor(amount: Decimal): number {
  const leading = -1 - amount.e;
  return Math.min(Math.max(0, amount.decimalPlaces()), Math.max(2, leading + 4), MOST_DECIMALS);
}

const MOST_DECIMALS = 12;
const LONGEST_UNIT = 40;

/** Text in a number format: a quotation mark in it would end it. */
function quotedText(text: string): string {
  const plain = text.replace(/["\p{Cc}]/gu, '');
  return plain === '' ? '' : `"${plain.length > LONGEST_UNIT + 60 ? `${plain.slice(0, LONGEST_UNIT)}…` : plain}"`;
}
