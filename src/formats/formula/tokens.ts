/**
 * What a token of a formula is. A `sheet` ends with its exclamation mark, a `call` is a name right before an opening
 * parenthesis, a `bracket` is all of a structured reference's outermost `[...]`. `broken` is what no formula has there: a
 * text without its end, or a character that means nothing.
 */
export type TokenKind =
  'text' | 'number' | 'error' | 'sheet' | 'call' | 'name' | 'bracket' | 'space' | 'sign' | 'broken';

/** A token; the texts of all tokens together are the formula. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)/iy;
const SPACES = /\s+/y;
const DIGITS = /\d*/y;
const EXPONENT = /e[+-]?\d+/iy;
const WORD = /[\p{L}\p{N}_.\\]+/uy;
const WORD_CHARACTER = /[\p{L}\p{N}_.\\]/u;
const NAME = /[\p{L}\p{N}_.\\$?]+/uy;
const STARTS_NAME = /[\p{L}_\\$]/uy;
const CONTINUES_NUMBER = /[\p{L}\p{N}_!]/uy;
const SIGN = /<=|>=|<>|[-+*/^&=<>:,;%@#!(){}]/y;

/**
 * The tokens of a formula, given without its equals sign: English names, commas between arguments, as files and
 * `Range.formulas` have it. Each character is looked at a fixed number of times, whatever the text.
 */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** The tokens as one text again. */
export function formulaText(tokens: readonly FormulaToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Whether a token is that sign. */
export function isSign(token: FormulaToken | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** Whether a call begins with that token; between the name and its bracket there may be blanks. */
export function callsAt(tokens: readonly FormulaToken[], index: number): boolean {
  const kind = tokens[index]?.kind;
  if (kind === 'call') {
    return true;
  }
  return kind === 'name' && tokens[index + 1]?.kind === 'space' && isSign(tokens[index + 2], '(');
}

/** The text of a quoted token, such as `"a ""b"""`, without its quotes. */
export function unquoted(text: string): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

/** The name of a sheet as a `sheet` token has it: `'It''s'!` is the sheet It's. */
export function sheetNameOf(token: string): string {
  const name = token.slice(0, -1);
  return name.startsWith("'") ? unquoted(name) : name;
}

function tokenAt(formula: string, at: number): FormulaToken {
  switch (formula.charAt(at)) {
    case '"':
      return upTo(quotedEnd(formula, at), 'text', formula, at);
    case "'":
      return quotedName(formula, at);
    case '[':
      return upTo(bracketEnd(formula, at), 'bracket', formula, at);
    default:
      return (
        token('space', SPACES, formula, at) ??
        token('error', ERROR, formula, at) ??
        number(formula, at) ??
        word(formula, at) ??
        token('sign', SIGN, formula, at) ?? { kind: 'broken', text: String.fromCodePoint(formula.codePointAt(at) ?? 0) }
      );
  }
}

/** A sheet's name in quotes. A quote between a word and an exclamation mark is the second of two whose first was lost. */
function quotedName(formula: string, at: number): FormulaToken {
  if (formula.charAt(at + 1) === '!' && WORD_CHARACTER.test(formula.charAt(at - 1))) {
    return { kind: 'broken', text: "'" };
  }
  const end = quotedEnd(formula, at);
  return end > at + 2 && formula.charAt(end) === '!'
    ? { kind: 'sheet', text: formula.slice(at, end + 1) }
    : { kind: 'broken', text: formula.slice(at, end < 0 ? undefined : end) };
}

function number(formula: string, at: number): FormulaToken | null {
  const whole = matchEnd(DIGITS, formula, at);
  const end = formula.charAt(whole) === '.' ? matchEnd(DIGITS, formula, whole + 1) : whole;
  const hasDigits = end - at > (end > whole ? 1 : 0);
  if (!hasDigits) {
    return null;
  }
  const last = Math.max(end, matchEnd(EXPONENT, formula, end));
  return matchEnd(CONTINUES_NUMBER, formula, last) < 0 ? { kind: 'number', text: formula.slice(at, last) } : null;
}

/** A name, or a sheet's name without quotes, which may begin with a digit: `2024!A1`, as some programs write it. */
function word(formula: string, at: number): FormulaToken | null {
  const end = matchEnd(WORD, formula, at);
  if (end > 0 && formula.charAt(end) === '!') {
    return { kind: 'sheet', text: formula.slice(at, end + 1) };
  }
  if (matchEnd(STARTS_NAME, formula, at) < 0) {
    return end < 0 ? null : { kind: 'broken', text: formula.slice(at, end) };
  }
  if (end > 0 && formula.charAt(end) === '(') {
    return { kind: 'call', text: formula.slice(at, end) };
  }
  return { kind: 'name', text: formula.slice(at, matchEnd(NAME, formula, at)) };
}

/** Where a quoted text ends, -1 if it does not; a quote inside it is doubled. */
function quotedEnd(formula: string, start: number): number {
  const quote = formula.charAt(start);
  for (let at = formula.indexOf(quote, start + 1); at >= 0; at = formula.indexOf(quote, at + 2)) {
    if (formula.charAt(at + 1) !== quote) {
      return at + 1;
    }
  }
  return -1;
}

/** Where a structured reference ends, -1 if it does not: they nest, and an apostrophe makes the next character plain. */
function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula.charAt(at);
    if (character === "'") {
      at += 1;
    } else if (character === '[') {
      depth += 1;
    } else if (character === ']' && --depth === 0) {
      return at + 1;
    }
  }
  return -1;
}

/** A token that goes up to `end`; what has no end is broken up to the formula's. */
function upTo(end: number, kind: TokenKind, formula: string, at: number): FormulaToken {
  return end < 0 ? { kind: 'broken', text: formula.slice(at) } : { kind, text: formula.slice(at, end) };
}

function token(kind: TokenKind, pattern: RegExp, formula: string, at: number): FormulaToken | null {
  const end = matchEnd(pattern, formula, at);
  return end < 0 ? null : { kind, text: formula.slice(at, end) };
}

/** Where a match that begins there ends; -1 if none does. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
