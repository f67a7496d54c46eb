/**
 * Formulas of before dynamic arrays: where one value is expected, Excel takes from a range the cell in the formula's row or
 * column. Files hold such formulas without a sign; cells show an `@`.
 */
import { operandEnd } from '../../../../formats/formula/operand';
import { readStructuredReference } from '../../../../formats/formula/structured-reference';
import { isSign, type FormulaToken } from '../../../../formats/formula/tokens';

/** Within these, operators work on whole ranges. */
const ARRAY_FUNCTIONS: ReadonlySet<string> = new Set(
  'SUMPRODUCT MMULT MINVERSE MDETERM LOOKUP INDEX FREQUENCY'.split(' '),
);
/** Functions of which every argument is one value. */
const SCALAR_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'ABS INT ROUND ROUNDUP ROUNDDOWN TRUNC CEILING FLOOR MOD POWER SQRT EXP LN LOG LOG10 SIGN SIN COS TAN PI ' +
    'LEFT RIGHT MID LEN TRIM UPPER LOWER PROPER VALUE TEXT FIND SEARCH SUBSTITUTE REPLACE REPT EXACT CHAR CODE T N ' +
    'DATE YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY EDATE EOMONTH DATEVALUE TIMEVALUE ' +
    'IF NOT ISBLANK ISERROR ISERR ISNA ISNUMBER ISTEXT ISLOGICAL'
  ).split(' '),
);
const OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', '%']);
const AT: FormulaToken = { kind: 'sign', text: '@' };

/** The tokens of a formula that is no array formula, with the `@` that Excel shows. */
export function withIntersections(tokens: readonly FormulaToken[]): FormulaToken[] {
  const shown: FormulaToken[] = [];
  const calls: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as FormulaToken;
    const end = isReferenceStart(token) ? operandEnd(tokens, at) : at;
    if (end > at) {
      const isCut = namesSeveralCells(tokens.slice(at, end)) && expectsOneValue(tokens, at, end, calls);
      shown.push(...(isCut ? [AT] : []), ...tokens.slice(at, end));
      at = end - 1;
      continue;
    }
    if (isSign(token, '(')) {
      calls.push(tokens[at - 1]?.kind === 'call' ? (tokens[at - 1]?.text.toUpperCase() ?? '') : '');
    } else if (isSign(token, ')')) {
      calls.pop();
    }
    shown.push(token);
  }
  return shown;
}

function isReferenceStart({ kind }: FormulaToken): boolean {
  return kind === 'name' || kind === 'sheet' || kind === 'bracket' || kind === 'number';
}

/** A range, or a table's column; one reference, without calls. */
function namesSeveralCells(operand: readonly FormulaToken[]): boolean {
  if (operand.some((token) => token.kind === 'call' || isSign(token, '('))) {
    return false;
  }
  return operand.some(
    (token) => isSign(token, ':') || (token.kind === 'bracket' && !isOfThisRow(token.text)) || isSign(token, '#'),
  );
}

function isOfThisRow(bracket: string): boolean {
  return readStructuredReference(bracket)?.items.some((item) => item.toLowerCase() === '#this row') ?? false;
}

function expectsOneValue(
  tokens: readonly FormulaToken[],
  start: number,
  end: number,
  calls: readonly string[],
): boolean {
  const [before, after] = [tokens[start - 1], tokens[end]];
  // Two ranges with a space between them are the cells that they share; `@` stands there already.
  if (before?.kind === 'space' || after?.kind === 'space' || isSign(before, '@')) {
    return false;
  }
  if (calls.some((name) => ARRAY_FUNCTIONS.has(name))) {
    return false;
  }
  const isOperand = [before, after].some((sign) => sign?.kind === 'sign' && OPERATORS.has(sign.text));
  const innermost = calls.at(-1);
  return isOperand || innermost === undefined || SCALAR_FUNCTIONS.has(innermost);
}
