/**
 * Which formulas have to be stored as dynamic arrays.
 *
 * A plain formula in a file is of the old kind: Excel cuts each range in it that stands where one value is expected down to
 * one cell. Only if that can change nothing is a formula stored plainly, so that other programs too show it as it is.
 */
import type { FunctionNames } from './function-names';
import type { FormulaToken } from '../../../../formats/formula/tokens';

/** Functions that take whole ranges and give one value. */
const AGGREGATES: ReadonlySet<string> = new Set(
  'SUM AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MAX MAXA MIN MINA MEDIAN PRODUCT STDEV STDEV.P STDEV.S VAR VAR.P VAR.S SUMSQ ROWS COLUMNS SUMPRODUCT'.split(
    ' ',
  ),
);
const CELL = /^\$?[A-Z]{1,3}\$?\d+$/i;
const LITERAL_NAMES: ReadonlySet<string> = new Set(['TRUE', 'FALSE']);
/** Functions that may give several values even if each argument is one cell. */
const GIVES_ARRAYS: ReadonlySet<string> = new Set(
  (
    'FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY VSTACK HSTACK TOROW TOCOL WRAPROWS ' +
    'WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND TEXTSPLIT XLOOKUP TRANSPOSE FREQUENCY MMULT MINVERSE MUNIT LINEST LOGEST TREND ' +
    'GROWTH INDEX OFFSET INDIRECT CHOOSE MODE.MULT GROUPBY PIVOTBY TRIMRANGE REGEXEXTRACT'
  ).split(' '),
);

function isRangeSign({ kind, text }: FormulaToken): boolean {
  return kind === 'sign' && (text === ':' || text === '#');
}

/** One argument or operand holds several cells, as far as its words tell: a range, a table's column, a name. */
function namesSeveralCells(words: readonly FormulaToken[]): boolean {
  return words.some(
    (word) =>
      isRangeSign(word) ||
      word.kind === 'bracket' ||
      (word.kind === 'name' && !CELL.test(word.text) && !LITERAL_NAMES.has(word.text.toUpperCase())),
  );
}

/** Only the words of one reference: no operator, no call. */
function isOneReference(words: readonly FormulaToken[]): boolean {
  return words.every(
    (word) => ['name', 'sheet', 'bracket', 'number', 'text', 'error'].includes(word.kind) || isRangeSign(word),
  );
}

/** Whether a formula could give several values, or work on several inside. */
export function mayGiveSeveralValues(tokens: readonly FormulaToken[], names: FunctionNames): boolean {
  const calls: string[] = [];
  let words: FormulaToken[] = [];
  const ended = (): boolean => {
    const isHarmless = !namesSeveralCells(words) || (AGGREGATES.has(calls.at(-1) ?? '') && isOneReference(words));
    words = [];
    return isHarmless;
  };
  for (const token of tokens) {
    if (token.kind === 'call') {
      if (names.isCustom(token.text) || GIVES_ARRAYS.has(token.text.toUpperCase())) {
        return true;
      }
    } else if (token.kind === 'sign' && token.text === '{') {
      return true;
    }
    if (token.kind === 'sign' && '(,)'.includes(token.text)) {
      const call = token.text === '(' ? words.pop() : undefined;
      if (!ended()) {
        return true;
      }
      if (token.text === '(') {
        calls.push(call?.kind === 'call' ? call.text.toUpperCase() : '');
      } else if (token.text === ')') {
        calls.pop();
        // What follows a parenthesis belongs to an operand that is more than one reference.
        words.push(token);
      }
    } else if (token.kind !== 'space') {
      words.push(token);
    }
  }
  return !ended();
}
