import { isLosslessNumber } from 'lossless-json';
import type { JsonValue } from './json-value';

const AMOUNT = /cost|spen[dt]|amount|charge|price|fee(?![a-z])|credit|kosten|betrag|montant|importe|金额|费用/i;
/** How a name ends that has an amount's word in it and is none: a cost center, a charge's type, a price's currency. */
const NO_AMOUNT =
  /(cent(er|re)|code|currency|type|category|class|name|number|rate|tier|(?<!ac|dis)count|quantity|period|date|time)$/i;
const IDENTIFIER = /(^|[._\s-])[iI][dD]$|[a-z]I[dD]$/;
const NUMBER = /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/;

/**
 * Whether a field looks like an amount of money: its value is a number and its name says so. What it is used for makes a
 * wrong answer harmless: it decides which objects are records, and which fields are not repeated in the records within.
 *
 * @param path the field's name, after the names of the objects it lies in: `amount.value`
 */
export function isAmountField(path: string, value: JsonValue): boolean {
  const isNumber = isLosslessNumber(value) || (typeof value === 'string' && value.length < 100 && NUMBER.test(value));
  return isNumber && AMOUNT.test(path) && !NO_AMOUNT.test(path) && !IDENTIFIER.test(path);
}
