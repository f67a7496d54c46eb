import { callsAt, formulaText, formulaTokens, isSign, type FormulaToken } from '../../formats/formula/tokens';
import { NameIndex } from '../../domain/ledger/nearest-name';
import { ourFunction } from './our-functions';

/** A slip in how a formula is written: what it is, as words say it, and the formula as it was probably meant. */
export interface FormulaSlip {
  readonly said: string;
  readonly mended: string;
}

/**
 * What is probably wrong with how a formula was typed: typographic quotes, a semicolon between arguments, a name without quotes, a
 * function's name misspelt. Null if it looks right. To be asked of a formula that Excel did not understand, or took for a text.
 *
 * @param functions the names of our functions
 */
export function slipIn(formula: string, functions: readonly string[]): FormulaSlip | null {
  if (!formula.startsWith('=')) {
    return null;
  }
  return curlyQuotes(formula) ?? semicolon(formula) ?? withoutQuotes(formula) ?? misspelt(formula, functions);
}

function curlyQuotes(formula: string): FormulaSlip | null {
  // Within straight quotes they belong to the text.
  const mended = formula.replace(/"[^"]*"|[“”„‟«»]/g, (found) => (found.startsWith('"') ? found : '"'));
  return mended === formula || !callsOurs(mended)
    ? null
    : { said: 'The quotes are typographic ones. Formulas take the straight quotes of the keyboard.', mended };
}

function callsOurs(formula: string): boolean {
  const tokens = formulaTokens(formula.slice(1));
  return tokens.some((token, at) => callsAt(tokens, at) && ourFunction(token.text) !== null);
}

function semicolon(formula: string): FormulaSlip | null {
  if (!callsOurs(formula)) {
    return null;
  }
  let braces = 0;
  let found = false;
  const mended = formulaTokens(formula.slice(1)).map((token) => {
    braces += Number(isSign(token, '{')) - Number(isSign(token, '}'));
    if (braces > 0 || !isSign(token, ';')) {
      return token;
    }
    found = true;
    return { ...token, text: ',' };
  });
  return found
    ? { said: 'A semicolon stands between the arguments. This Excel takes a comma.', mended: `=${formulaText(mended)}` }
    : null;
}

/** Functions of Excel that are spelt nearly as one of ours. */
const EXCELS_OWN: ReadonlySet<string> = new Set(['TREND', 'FORECAST', 'PRICE']);

function misspelt(formula: string, functions: readonly string[]): FormulaSlip | null {
  const tokens = formulaTokens(formula.slice(1));
  const names = new NameIndex(functions);
  for (const [at, token] of tokens.entries()) {
    if (!callsAt(tokens, at) || ourFunction(token.text) !== null || EXCELS_OWN.has(token.text.toUpperCase())) {
      continue;
    }
    const nearest = names.nearest(token.text);
    if (nearest !== null) {
      const mended = tokens.map((other, index) => (index === at ? { ...other, text: nearest } : other));
      return {
        said: `No function is called ${token.text}. Did you mean ${nearest}?`,
        mended: `=${formulaText(mended)}`,
      };
    }
  }
  return null;
}

/** The first argument of one of our calls that is a bare name: `Contoso`, `Contoso Ltd`. */
function withoutQuotes(formula: string): FormulaSlip | null {
  const tokens = formulaTokens(formula.slice(1));
  for (let at = 0; at < tokens.length; at += 1) {
    if (!callsAt(tokens, at) || ourFunction(tokens[at]?.text ?? '') === null) {
      continue;
    }
    const open = tokens.findIndex((token, index) => index > at && isSign(token, '('));
    const bare = bareName(tokens, open + 1);
    if (bare !== null) {
      const name = formulaText(tokens.slice(bare.from, bare.to)).trim();
      return {
        said: `${name} stands without quotes, so Excel looks for something in the workbook that is called so.`,
        mended: `=${formulaText(tokens.slice(0, bare.from))}"${name}"${formulaText(tokens.slice(bare.to))}`,
      };
    }
  }
  return null;
}

/** Where an argument of names alone stands among those that begin at `start`. */
function bareName(tokens: readonly FormulaToken[], start: number): { from: number; to: number } | null {
  let from = start;
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    const closes = depth === 0 && isSign(token, ')');
    if (depth === 0 && (isSign(token, ',') || closes)) {
      if (isBare(tokens.slice(from, at))) {
        return { from, to: at };
      }
      from = at + 1;
    }
    if (closes) {
      return null;
    }
    depth += Number(isSign(token, '(')) - Number(isSign(token, ')'));
  }
  return null;
}

function isBare(tokens: readonly FormulaToken[]): boolean {
  const names = tokens.filter(({ kind }) => kind === 'name');
  const words = tokens.every(({ kind }) => kind === 'name' || kind === 'space' || kind === 'number');
  return words && names.length > 0 && !names.every(({ text }) => /^(?:TRUE|FALSE|\$?[A-Z]{1,3}\$?\d+)$/i.test(text));
}
