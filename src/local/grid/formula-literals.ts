/**
 * Constants in formulas: what `1.50`, `"11/2024"`, `{1,"a,b"}` stand for. A text between quotation marks is that text, whatever
 * it looks like, and a number is a number, however it is spelled.
 */
import { formulaTokens, isSign, type FormulaToken } from '../../formats/formula/tokens';
import { isErrorCode, type CellError } from '../values/cell-value';
import { PLAIN_NUMBER } from '../values/typed-text';

/** A constant's value. */
export type Literal = string | number | boolean | CellError;

/**
 * Stand for the characters within texts that the engine's reader of formulas loses: a doubled quotation mark, of which each half is
 * replaced, and ends of lines. Unicode keeps these places free of characters for ever.
 */
const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = ['\uFDD0', '\uFDD1', '\uFDD2'];
const IS_LOST = /""|[\r\n]/;
const STANDS_IN = /[\uFDD0-\uFDD2]/;

/** The formula with what the reader would lose replaced, character by character. */
export function protectedTexts(formula: string): string {
  if (!IS_LOST.test(formula)) {
    return formula;
  }
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === 'text' ? protectedText(text) : text))
    .join('');
}

function protectedText(text: string): string {
  const inside = text
    .slice(1, -1)
    .replaceAll('""', QUOTE + QUOTE)
    .replaceAll('\n', LINE_FEED)
    .replaceAll('\r', CARRIAGE_RETURN);
  return `"${inside}"`;
}

/** Takes the replacements back. */
export function restoredTexts(formula: string): string {
  return STANDS_IN.test(formula)
    ? formula.replaceAll(QUOTE, '"').replaceAll(LINE_FEED, '\n').replaceAll(CARRIAGE_RETURN, '\r')
    : formula;
}

/** The value of a constant as the engine's reader gives it; null for what is none. */
export function literalValue(token: string): Literal | null {
  const text = token.trim();
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    return restoredTexts(text.slice(1, -1).replaceAll(QUOTE + QUOTE, '"'));
  }
  if (PLAIN_NUMBER.test(text)) {
    return Number(text);
  }
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    return upper === 'TRUE';
  }
  return isErrorCode(upper) ? { error: upper } : null;
}

/** The rows of an array constant, `{1,"a";2,TRUE}`; null for what is none. */
export function literalRows(token: string): Literal[][] | null {
  const text = token.trim();
  if (!text.startsWith('{') || !text.endsWith('}')) {
    return null;
  }
  const rows: Literal[][] = [[]];
  let element = '';
  const take = (): boolean => {
    const value = literalValue(element);
    element = '';
    if (value === null) {
      return false;
    }
    rows.at(-1)?.push(value);
    return true;
  };
  for (const part of formulaTokens(text.slice(1, -1))) {
    if (!isSeparator(part)) {
      element += part.text;
    } else if (!take()) {
      return null;
    } else if (part.text === ';') {
      rows.push([]);
    }
  }
  const isWhole = take() && rows.every((row) => row.length === rows[0]?.length);
  return isWhole ? rows : null;
}

function isSeparator(token: FormulaToken): boolean {
  return isSign(token, ',') || isSign(token, ';');
}
