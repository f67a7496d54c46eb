import { isSign, type FormulaToken } from './tokens';

const OPENS = ['(', '{'];
const CLOSES = [')', '}'];

/**
 * Where the operand that begins at `start` ends: what a prefix such as `@` stands before. That is a reference with its range
 * and its `#`, a call with its arguments, something in parentheses, or a constant.
 *
 * @returns the place behind its last token; `start` if there is no operand
 */
export function operandEnd(tokens: readonly FormulaToken[], start: number): number {
  let end = primaryEnd(tokens, start);
  while (end > start) {
    if (isSign(tokens[end], '#')) {
      end += 1;
    } else if (isSign(tokens[end], '(')) {
      end = closing(tokens, end);
    } else if (isSign(tokens[end], ':')) {
      const next = primaryEnd(tokens, end + 1);
      if (next === end + 1) {
        return end;
      }
      end = next;
    } else {
      return end;
    }
  }
  return end;
}

function primaryEnd(tokens: readonly FormulaToken[], start: number): number {
  const first = tokens[start];
  switch (first?.kind) {
    case 'call':
      return closing(tokens, start + 1);
    case 'sheet':
      return tokens[start + 1] === undefined ? start : Math.max(start + 2, primaryEnd(tokens, start + 1));
    case 'name':
      return tokens[start + 1]?.kind === 'bracket' ? start + 2 : start + 1;
    case 'bracket':
    case 'number':
    case 'text':
    case 'error':
      return start + 1;
    case 'sign':
      return OPENS.includes(first.text) ? closing(tokens, start) : start;
    default:
      return start;
  }
}

/** The place behind the bracket that closes the one at `open`; behind the last token if none does. */
function closing(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'sign' && OPENS.includes(token.text)) {
      depth += 1;
    } else if (token?.kind === 'sign' && CLOSES.includes(token.text)) {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return tokens.length;
}
