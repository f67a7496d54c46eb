/**
 * `@`, which cuts an operand down to one value: files, and engines, know it as a call of `SINGLE`.
 */
import { operandEnd } from './operand';
import { isSign, type FormulaToken } from './tokens';

/** What `@` stands for. */
export const SINGLE = 'SINGLE';

const OPEN: FormulaToken = { kind: 'sign', text: '(' };
const CLOSE: FormulaToken = { kind: 'sign', text: ')' };
const AT: FormulaToken = { kind: 'sign', text: '@' };

/** The tokens with a call in the place of each `@`; one that stands before nothing goes. */
export function withSingleCalls(tokens: readonly FormulaToken[]): FormulaToken[] {
  const written: FormulaToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as FormulaToken;
    if (!isSign(token, '@')) {
      written.push(token);
      continue;
    }
    const start = tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1;
    const end = isSign(tokens[start], '@') ? start : operandEnd(tokens, start);
    if (end > start) {
      written.push({ kind: 'call', text: SINGLE }, OPEN, ...withSingleCalls(tokens.slice(start, end)), CLOSE);
    }
    at = Math.max(at, end - 1);
  }
  return written;
}

/** The tokens with `@` in the place of each call, as cells show it. */
export function withoutSingleCalls(tokens: readonly FormulaToken[]): FormulaToken[] {
  const shown: FormulaToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as FormulaToken;
    const end = operandEnd(tokens, at);
    const isSingle = token.kind === 'call' && token.text.toUpperCase() === SINGLE && isSign(tokens[end - 1], ')');
    if (!isSingle) {
      shown.push(token);
      continue;
    }
    const inside = withoutSingleCalls(tokens.slice(at + 2, end - 1));
    const isOneOperand = operandEnd(inside, 0) === inside.length;
    shown.push(AT, ...(isOneOperand ? inside : [OPEN, ...inside, CLOSE]));
    at = end - 1;
  }
  return shown;
}
