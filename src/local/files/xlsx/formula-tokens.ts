/**
 * The words of a formula. No meaning is read into it beyond what renaming and shifting need.
 */

/** What a word is. A `sheet` ends with its exclamation mark; a `call` is a name before an opening parenthesis. */
export type TokenKind = 'text' | 'number' | 'error' | 'sheet' | 'call' | 'name' | 'bracket' | 'space' | 'sign';

/** One word; the texts of all words together are the formula. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const PATTERNS: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['sheet', /'(?:[^']|'')+'!/y],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)/iy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\p{L}\p{N}_!])/iuy],
  // A sheet's name may start with a digit, as `2024!A1` does where a program did not quote it.
  ['sheet', /[\p{L}\p{N}_\\.]+!/uy],
  ['call', /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()/uy],
  ['name', /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*/uy],
  ['name', /\$\d+/y],
  ['space', /\s+/y],
  ['sign', /<=|>=|<>|[-+*/^&=<>:,;%@#!(){}]/y],
];

/** The end of a bracket that may hold others; an apostrophe takes the next character out of play. -1 where it never ends. */
function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let index = start; index < formula.length; index += 1) {
    const character = formula[index];
    if (character === "'") {
      index += 1;
    } else if (character === '[') {
      depth += 1;
    } else if (character === ']' && --depth === 0) {
      return index + 1;
    }
  }
  return -1;
}

function tokenAt(formula: string, start: number): FormulaToken | null {
  if (formula[start] === '[') {
    const end = bracketEnd(formula, start);
    return end < 0 ? null : { kind: 'bracket', text: formula.slice(start, end) };
  }
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(formula);
    if (found) {
      return { kind, text: found[0] };
    }
  }
  return null;
}

/** The words of a formula, given without its equals sign; null where a character belongs to none. */
export function formulaTokens(formula: string): FormulaToken[] | null {
  const tokens: FormulaToken[] = [];
  for (let start = 0; start < formula.length;) {
    const token = tokenAt(formula, start);
    if (!token) {
      return null;
    }
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
}

/** The words as one text again. */
export function formulaText(tokens: readonly FormulaToken[]): string {
  return tokens.map((token) => token.text).join('');
}
