/**
 * Whether Excel would take a formula. A single one that it cannot parse makes it report the whole file as damaged.
 */
import type { FormulaToken } from '../../../../formats/formula/tokens';

const BINARY: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);
const PREFIX: ReadonlySet<string> = new Set(['+', '-', '@']);
const POSTFIX: ReadonlySet<string> = new Set(['%', '#']);
const CONSTANTS: ReadonlySet<string> = new Set(['number', 'text', 'error']);
const CLOSES: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['call', ')'],
  ['{', '}'],
]);

/** Reads operands and operators in turn; brackets have to match. */
export function isWellFormed(tokens: readonly FormulaToken[]): boolean {
  const open: string[] = [];
  let hasOperand = false;
  let afterSpace = false;
  let isConstant = false;
  for (const [index, { kind, text }] of tokens.entries()) {
    const innermost = open.at(-1);
    if (kind === 'space') {
      afterSpace = true;
      continue;
    }
    if (kind === 'broken') {
      return false;
    }
    if (kind !== 'sign') {
      // Two references with a space between them are their intersection; a bracket belongs to the table before it.
      const isIntersection = afterSpace && !isConstant && !CONSTANTS.has(kind);
      if (hasOperand && !isIntersection && kind !== 'bracket') {
        return false;
      }
      isConstant = CONSTANTS.has(kind);
      hasOperand = kind !== 'sheet' && kind !== 'call';
    } else if (text === '(') {
      const isCall = tokens[index - 1]?.kind === 'call' || hasOperand;
      open.push(isCall ? 'call' : '(');
      hasOperand = false;
    } else if (text === '{') {
      if (hasOperand) {
        return false;
      }
      open.push('{');
    } else if (text === ')' || text === '}') {
      if (innermost === undefined || CLOSES.get(innermost) !== text || (!hasOperand && innermost !== 'call')) {
        return false;
      }
      open.pop();
      hasOperand = true;
    } else if (text === ',' || text === ';') {
      const mayBeEmpty = innermost === 'call' && text === ',';
      if (!(hasOperand && innermost !== undefined) && !mayBeEmpty) {
        return false;
      }
      if (text === ';' && innermost !== '{') {
        return false;
      }
      hasOperand = false;
    } else if (hasOperand ? !POSTFIX.has(text) : !PREFIX.has(text)) {
      if (!hasOperand || !BINARY.has(text)) {
        return false;
      }
      hasOperand = false;
    }
    afterSpace = false;
  }
  return hasOperand && open.length === 0;
}
