import { patternOfOurs } from './our-functions';

/** A piece of a formula and where it stands in it. */
export interface FormulaPart {
  /** Without the blanks around it; empty where the argument is omitted. */
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

/** A function's name and its opening bracket; `_xldudf_` stands before it in the form in which Excel stores formulas. */
const callPattern = patternOfOurs((ours) => new RegExp(String.raw`(?:_xldudf_)?(${ours})\s*\(`, 'iuy'));
const NAME_CHARACTER = /[\p{L}\p{N}_.\\]/u;

/** A bracket that is open; `call` where it holds the arguments of one of our functions. */
interface OpenBracket {
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
  let at = 1;
  while (at < formula.length) {
    const character = formula.charAt(at);
    const skipped = afterOpaque(formula, at);
    const innermost = open.at(-1);
    if (skipped > at) {
      at = skipped;
    } else if (startsName(formula, at)) {
      const match = callAt(formula, at);
      if (match === null) {
        at = afterName(formula, at);
      } else {
        const functionName = (match[1] ?? '').toUpperCase();
        open.push({ call: { functionName, start: at, found: [] }, argumentStart: at + match[0].length });
        at += match[0].length;
      }
    } else {
      if (character === '(') {
        open.push({ call: null, argumentStart: at + 1 });
      }
      if (character === ',' && innermost?.call) {
        innermost.call.found.push(partOf(formula, innermost.argumentStart, at));
        innermost.argumentStart = at + 1;
      }
      if (character === ')') {
        open.pop();
        if (innermost?.call) {
          calls.push(closed(formula, innermost.call, innermost.argumentStart, at));
        }
      }
      at += 1;
    }
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

function callAt(formula: string, at: number): RegExpExecArray | null {
  const pattern = callPattern();
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

function startsName(formula: string, at: number): boolean {
  return NAME_CHARACTER.test(formula.charAt(at));
}

function afterName(formula: string, at: number): number {
  let end = at;
  while (end < formula.length && startsName(formula, end)) {
    end += 1;
  }
  return end;
}

function partOf(formula: string, from: number, to: number): FormulaPart {
  const written = formula.slice(from, to);
  const text = written.trim();
  const start = from + (written.length - written.trimStart().length);
  return { text, start, end: start + text.length };
}

/** Where a text, a sheet's name, an array constant or a structured reference that begins here ends; `at` where none does. */
function afterOpaque(formula: string, at: number): number {
  switch (formula.charAt(at)) {
    case '"':
    case "'":
      return afterQuoted(formula, at);
    case '{':
      return afterArray(formula, at);
    case '[':
      return afterSquare(formula, at);
    default:
      return at;
  }
}

/** A quote inside a quoted text is doubled. */
function afterQuoted(formula: string, at: number): number {
  const quote = formula.charAt(at);
  let end = at + 1;
  while (end < formula.length) {
    if (formula.charAt(end) !== quote) {
      end += 1;
    } else if (formula.charAt(end + 1) === quote) {
      end += 2;
    } else {
      return end + 1;
    }
  }
  return end;
}

function afterArray(formula: string, at: number): number {
  let end = at + 1;
  while (end < formula.length && formula.charAt(end) !== '}') {
    end = formula.charAt(end) === '"' ? afterQuoted(formula, end) : end + 1;
  }
  return end + 1;
}

/** Structured references nest, and an apostrophe in them makes the next character plain. */
function afterSquare(formula: string, at: number): number {
  let depth = 0;
  for (let end = at; end < formula.length; end += 1) {
    const character = formula.charAt(end);
    if (character === "'") {
      end += 1;
    }
    if (character === '[') {
      depth += 1;
    }
    if (character === ']') {
      depth -= 1;
    }
    if (depth === 0) {
      return end + 1;
    }
  }
  return formula.length;
}
