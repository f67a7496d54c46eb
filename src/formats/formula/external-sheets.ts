/**
 * References into other workbooks: `[1]Sheet1!A1`, `'[Book 2.xlsx]Sheet 1'!A1`, `[1]!Name`.
 */
import { isSign, type FormulaToken } from './tokens';

const NUMBER = /^\[\d+\]$/;
const QUOTED = /^'[^']*\[/;

/** The tokens with the number of another workbook joined to what it stands before: `[1]Sheet1!` is one `sheet`. */
export function withExternalSheets(tokens: readonly FormulaToken[]): FormulaToken[] {
  const joined: FormulaToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as FormulaToken;
    const next = tokens[at + 1];
    const isNumber = token.kind === 'bracket' && NUMBER.test(token.text) && tokens[at - 1]?.kind !== 'name';
    if (next && isNumber && (next.kind === 'sheet' || isSign(next, '!'))) {
      joined.push({ kind: 'sheet', text: token.text + next.text });
      at += 1;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

/** Whether a `sheet` is one of another workbook. */
export function isExternalSheet({ kind, text }: FormulaToken): boolean {
  return kind === 'sheet' && (text.startsWith('[') || QUOTED.test(text));
}

/**
 * How many other workbooks a file has to have links to, so that its formulas may name them as these do: the largest number among
 * them. 0 if they name none; Infinity if one is named by its file, which no file does.
 */
export function linksNeeded(tokens: readonly FormulaToken[]): number {
  const numbers = tokens.filter(isExternalSheet).map(({ text }) => Number(/^'?\[(\d+)\]/.exec(text)?.[1] ?? Infinity));
  return Math.max(0, ...numbers);
}
