/**
 * Formulas with the marks of a language. Files and the Excel API have a comma between arguments and a point before decimals
 * everywhere; who types in German writes `=SUM(0,15;A1)`. Names of functions stay English. Each mark is one character, so a formula is
 * as long in one form as in the other, and every place in it stays where it was.
 */
import { formulaText, formulaTokens, isSign, type FormulaToken } from './tokens';

/** The marks of a language. */
export interface FormulaMarks {
  readonly decimal: '.' | ',';
  /** Between arguments, and between cells that are taken together. */
  readonly list: ',' | ';';
  /** Between the columns and the rows of an array constant. */
  readonly arrayColumn: ',' | '.';
  readonly arrayRow: ';';
}

const DIGITS = /^\d+$/;
/** After these no number begins. */
const CLOSING: ReadonlySet<string> = new Set([')', '}', '%', '#', ',']);

/** A formula in the English form. */
export interface EnglishFormula {
  readonly formula: string;
  /** The first text that means nothing by the marks of the language, such as `,` between arguments; null if there is none. */
  readonly misplaced: string | null;
}

/** Whether formulas are written as in files. */
function isAsInFiles({ decimal }: FormulaMarks): boolean {
  return decimal === '.';
}

/** A formula as it is shown, from its English form. */
export function localFormula(formula: string, marks: FormulaMarks): string {
  if (isAsInFiles(marks)) {
    return formula;
  }
  return mapTokens(formula, (token, isInArray) => {
    switch (token.kind) {
      case 'number':
        return token.text.replace('.', marks.decimal);
      case 'sign':
        return token.text === ',' ? (isInArray ? marks.arrayColumn : marks.list) : token.text;
      case 'bracket':
        return withListMarks(token.text, ',', marks.list);
      default:
        return token.text;
    }
  });
}

/** The English form of a formula, from what was typed. */
export function englishFormula(typed: string, marks: FormulaMarks): EnglishFormula {
  if (isAsInFiles(marks)) {
    return { formula: typed, misplaced: null };
  }
  const tokens = typed.startsWith('=') ? formulaTokens(typed.slice(1)) : formulaTokens(typed);
  let misplaced: string | null = null;
  const formula = mapTokens(typed, (token, isInArray, index) => {
    if (isInArray) {
      return token.kind === 'text' || token.kind === 'error' ? token.text : token.text.replace(/[.,]/g, swapped);
    }
    if (isSign(token, ',')) {
      if (isDecimalComma(tokens, index)) {
        return '.';
      }
      misplaced ??= ',';
    } else if (token.kind === 'number' && token.text.includes('.')) {
      misplaced ??= token.text;
    }
    return isSign(token, ';') ? ',' : token.kind === 'bracket' ? withListMarks(token.text, ';', ',') : token.text;
  });
  return { formula, misplaced };
}

/** In an array constant a point parts columns and a comma is decimal; in English it is the other way about. */
function swapped(mark: string): string {
  return mark === '.' ? ',' : '.';
}

/**
 * Whether a comma is decimal: digits follow it, as in `0,15` and `,5`. `2,` is refused although Excel takes it for 2: who writes
 * `(2,-1)` means two arguments.
 */
function isDecimalComma(tokens: readonly FormulaToken[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (after?.kind !== 'number' || after.text.includes('.')) {
    return false;
  }
  return before?.kind === 'number'
    ? DIGITS.test(before.text) && !isSign(tokens[index - 2], ',')
    : beginsOperand(tokens, index);
}

/** Whether a number may begin there: behind an operator, a mark between arguments or an opening parenthesis. */
function beginsOperand(tokens: readonly FormulaToken[], index: number): boolean {
  const before = tokens[tokens[index - 1]?.kind === 'space' ? index - 2 : index - 1];
  return before === undefined || (before.kind === 'sign' && !CLOSING.has(before.text));
}

/** Between the parts of a structured reference, `[[#Data],[Spend]]`, stands what stands between arguments; names are left alone. */
function withListMarks(bracket: string, from: string, to: string): string {
  let depth = 0;
  let text = '';
  for (let at = 0; at < bracket.length; at += 1) {
    const character = bracket.charAt(at);
    if (character === "'") {
      text += bracket.slice(at, at + 2);
      at += 1;
      continue;
    }
    depth += character === '[' ? 1 : character === ']' ? -1 : 0;
    text += depth === 1 && character === from && bracket.startsWith('[[') ? to : character;
  }
  return text;
}

type Mapping = (token: FormulaToken, isInArray: boolean, index: number) => string;

/** The formula with another text for each token; an equals sign before it stays. */
function mapTokens(formula: string, text: Mapping): string {
  const start = formula.startsWith('=') ? '=' : '';
  let isInArray = false;
  const mapped = formulaTokens(formula.slice(start.length)).map((token, index): FormulaToken => {
    isInArray = isSign(token, '{') || (isInArray && !isSign(token, '}'));
    return { ...token, text: text(token, isInArray, index) };
  });
  return start + formulaText(mapped);
}
