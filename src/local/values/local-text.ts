/**
 * Texts that show what is to be typed, or what a cell shows: of a sheet to begin with, which is written in English.
 */
import { localFormula } from '../../formats/formula/local-formula';
import { isEnglish, type Conventions } from './conventions';

/** A number with marks in a text: `20,000,000.00` or `1.063014`; `2.` before a step and a year have none. */
const NUMBER = /(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w.,]\d|\d)/g;

/**
 * A text with its numbers as the language writes them; a text that is a formula as it is to be typed.
 *
 * @example localText('It shows 20,000,000.00 EUR.', conventionsOf('de')) // 'It shows 20.000.000,00 EUR.'
 */
export function localText(text: string, conventions: Conventions): string {
  if (isEnglish(conventions)) {
    return text;
  }
  if (text.startsWith('=')) {
    return localFormula(text, conventions.formula);
  }
  return text.replace(NUMBER, (number) =>
    number.replace(/[.,]/g, (mark) => (mark === '.' ? conventions.decimal : conventions.group)),
  );
}
