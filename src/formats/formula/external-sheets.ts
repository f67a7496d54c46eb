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

/** The number of the other workbook that a `sheet` names, as files count them from 1; null if it names none by a number. */
export function externalNumber({ kind, text }: FormulaToken): number | null {
  const number = kind === 'sheet' ? /^'?\[(\d+)\]/.exec(text)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/** Whether a `sheet` is one of another workbook. */
export function isExternalSheet({ kind, text }: FormulaToken): boolean {
  return kind === 'sheet' && (text.startsWith('[') || QUOTED.test(text));
}
