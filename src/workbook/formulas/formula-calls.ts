import { callsAt, formulaTokens, isSign } from '../../formats/formula/tokens';
import { ourFunction } from './our-functions';

/** A piece of a formula and where it stands in it. */
export interface FormulaPart {
  /** Without the blanks around it; empty if the argument is omitted. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A call of one of our functions in a formula. */
export interface FormulaCall {
  readonly functionName: string;
  readonly arguments: readonly FormulaPart[];
  /** The whole call as it is written, also `_xldudf_AISPEND(...)`. */
  readonly start: number;
  readonly end: number;
}

/** A bracket that is open; `call` if it holds the arguments of one of our functions. */
interface OpenBracket {
  readonly closedBy: ')' | '}';
  readonly call: { readonly functionName: string; readonly start: number; readonly found: FormulaPart[] } | null;
  argumentStart: number;
}

/**
 * The calls of our functions in a formula, in the order in which they begin: an outer call before those in its
 * arguments. The formula is as `Range.formulas` has it: English names, commas between arguments.
 */
export function callsIn(formula: string): FormulaCall[] {
  if (!formula.startsWith('=')) {
    return [];
  }
  const calls: FormulaCall[] = [];
  const open: OpenBracket[] = [];
  const tokens = formulaTokens(formula.slice(1));
  let called: { readonly functionName: string; readonly start: number } | null = null;
  let at = 1;
  for (const [index, token] of tokens.entries()) {
    const end = at + token.text.length;
    const innermost = open.at(-1);
    const functionName = callsAt(tokens, index) ? ourFunction(token.text) : null;
    if (functionName !== null) {
      called = { functionName, start: at };
    } else if (isSign(token, '(') || isSign(token, '{')) {
      const closedBy = token.text === '(' ? ')' : '}';
      open.push({ closedBy, call: called && { ...called, found: [] }, argumentStart: end });
      called = null;
    } else if (isSign(token, ',') && innermost?.call) {
      innermost.call.found.push(partOf(formula, innermost.argumentStart, at));
      innermost.argumentStart = end;
    } else if (innermost && isSign(token, innermost.closedBy)) {
      open.pop();
      if (innermost.call) {
        calls.push(closed(formula, innermost.call, innermost.argumentStart, at));
      }
    }
    at = end;
  }
  return calls.sort((a, b) => a.start - b.start);
}

/** The formula with another text in the place of one of its parts. */
export function replacePart(formula: string, part: FormulaPart, text: string): string {
  return formula.slice(0, part.start) + text + formula.slice(part.end);
}

function closed(
  formula: string,
  call: NonNullable<OpenBracket['call']>,
  argumentStart: number,
  at: number,
): FormulaCall {
  const last = partOf(formula, argumentStart, at);
  const isEmpty = call.found.length === 0 && last.text === '';
  return {
    functionName: call.functionName,
    start: call.start,
    end: at + 1,
    arguments: isEmpty ? [] : [...call.found, last],
  };
}

function partOf(formula: string, from: number, to: number): FormulaPart {
  const written = formula.slice(from, to);
  const text = written.trim();
  const start = from + (written.length - written.trimStart().length);
  return { text, start, end: start + text.length };
}
