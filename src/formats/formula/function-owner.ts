import { callsAt, isSign, type FormulaToken } from './tokens';

/** What cannot stand in a path without quotes. */
const ENDS_PATH = /['"!(),;{}=<>]/;
const WORD = /^[\p{L}\p{N}_.\\]+$/u;
const QUOTED_OWNER = /^'[^"!]*'!$/;
const SQUARE_OWNER = /^\[[^[\]"']*\]$/;
const BARE_SHEET = /^[^']*!$/;

/**
 * The tokens without the file that Excel may name before a function of an add-in if it holds the function to be another's:
 * `[2]!`, `[Book 2.xlsx]Sheet1!`, `'C:\Add-ins\FUNCRES.XLAM'!`, also if the first quote was lost.
 *
 * @param isAddins whether a name is that of a function whose owner is to go
 */
export function withoutOwners(
  tokens: readonly FormulaToken[],
  isAddins: (name: string) => boolean,
): readonly FormulaToken[] {
  const kept: FormulaToken[] = [];
  const path = new PathStart();
  for (const [index, token] of tokens.entries()) {
    if (callsAt(tokens, index) && isAddins(token.text)) {
      const start = ownerStart(kept, path.start);
      // Right after a word, what is left would become one word with it.
      if (!WORD.test(kept[start - 1]?.text ?? '')) {
        kept.length = start;
      }
    }
    kept.push(token);
    path.heard(tokens, index, kept.length - 1);
  }
  return kept;
}

/** Where the owner that ends with the last token begins; the number of tokens if there is none. */
function ownerStart(before: readonly FormulaToken[], pathStart: number | null): number {
  const count = before.length;
  const [last, second, third] = [before[count - 1], before[count - 2], before[count - 3]];
  const isBareSheet = last?.kind === 'sheet' && BARE_SHEET.test(last.text);
  if (last?.kind === 'sheet' && !isBareSheet) {
    return QUOTED_OWNER.test(last.text) ? count - 1 : count;
  }
  if (!isBareSheet && !isSign(last, '!')) {
    return count;
  }
  if (pathStart !== null) {
    return pathStart;
  }
  if (second?.kind === 'bracket' && SQUARE_OWNER.test(second.text)) {
    return count - 2;
  }
  if (isBareSheet) {
    return count - 1;
  }
  return second?.text === "'" && WORD.test(third?.text ?? '') ? count - 3 : count;
}

/** Follows the tokens and knows where a path without its first quote begins: `C:\Program Files\FUNCRES.XLAM'!`. */
class PathStart {
  start: number | null = null;
  private isEnding = false;

  heard(tokens: readonly FormulaToken[], index: number, place: number): void {
    const { text } = tokens[index] as FormulaToken;
    if (this.isEnding && text !== '!') {
      this.start = null;
      this.isEnding = false;
    }
    if (this.start !== null) {
      const isItsEnd = text === "'" || text === '!' || BARE_SHEET.test(text);
      this.isEnding = isItsEnd;
      this.start = isItsEnd || !ENDS_PATH.test(text) ? this.start : null;
    } else if (text.startsWith('\\\\') || isDrive(tokens, index)) {
      this.start = place;
      this.isEnding = text.endsWith('!');
    }
  }
}

function isDrive(tokens: readonly FormulaToken[], index: number): boolean {
  return (
    /^[a-z]$/i.test(tokens[index]?.text ?? '') &&
    isSign(tokens[index + 1], ':') &&
    (tokens[index + 2]?.text ?? '').startsWith('\\')
  );
}
