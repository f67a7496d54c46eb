import { patternOfOurs } from './our-functions';

/** What stands before a name that belongs to another file: `[2]!`, `'C:\Add-ins\FUNCRES.XLAM'!`, also where the first quote was lost. */
const PREFIX = String.raw`(?:'(?:[^'"!]|'')*'!|\[[^[\]"']*\](?:[\p{L}\p{N}_.]+)?!|(?:[A-Z]:\\|\\\\)[^'"!(),;{}=<>]*'?!|[\p{L}\p{N}_.\\]+'?!)`;

/**
 * The form in which Excel stores a call of a custom function, of ours. A namespace of our own is what an early version
 * left over; any other belongs to another add-in, and its functions are not ours.
 */
const NAMESPACE = String.raw`AI_?SPEND`;
const stored = patternOfOurs(
  (ours) => new RegExp(String.raw`(?:${PREFIX})?_xldudf_(?:${NAMESPACE}_)?(${ours})(?=\s*\()`, 'iuy'),
);
const spaced = patternOfOurs((ours) => new RegExp(String.raw`${NAMESPACE}\.(${ours})(?=\s*\()`, 'iuy'));

const TEXT = /"(?:[^"]|"")*(?:"|$)/uy;
const SHEET_NAME = /'(?!!)(?:[^']|'')*'!/uy;
const NAME = /[\p{L}\p{N}_.\\]+/uy;

/**
 * The formula with its calls of our functions as they are to be typed: `AISPEND(...)`, without what a file, another
 * add-in or an earlier version put before the name. Texts, sheets' names and functions of other add-ins stay as they are.
 */
export function withoutForeignPrefix(formula: string): string {
  if (!formula.startsWith('=')) {
    return formula;
  }
  let clean = '=';
  let at = 1;
  while (at < formula.length) {
    const ours = matchAt(stored(), formula, at) ?? matchAt(spaced(), formula, at);
    if (ours) {
      clean += (ours[1] ?? '').toUpperCase();
      at += ours[0].length;
    } else {
      const piece = pieceAt(formula, at);
      clean += piece;
      at += piece.length;
    }
  }
  return clean;
}

/** What is to be kept as one: a text, a sheet's name, a structured reference, a name or number, or one character. */
function pieceAt(formula: string, at: number): string {
  const match = matchAt(TEXT, formula, at) ?? matchAt(SHEET_NAME, formula, at) ?? matchAt(NAME, formula, at);
  if (match) {
    return match[0];
  }
  return formula.charAt(at) === '[' ? squareAt(formula, at) : formula.charAt(at);
}

/** A structured reference: they nest, and an apostrophe makes the next character plain. */
function squareAt(formula: string, at: number): string {
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
      return formula.slice(at, end + 1);
    }
  }
  return formula.slice(at);
}

function matchAt(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}
