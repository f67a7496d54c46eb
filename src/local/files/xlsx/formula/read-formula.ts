/**
 * From the text of a formula in a file to the formula in a cell.
 */
import type { FunctionNames } from './function-names';
import { withoutOwners } from '../../../../formats/formula/function-owner';
import { addinFunctionName, ANCHOR_ARRAY, shownParameter } from '../../../../formats/formula/stored-names';
import { formulaText, formulaTokens, isSign, type FormulaToken } from '../../../../formats/formula/tokens';

/** `[1]Sheet1!A1` and `'[Book.xlsx]Sheet1'!A1` look into another workbook, which is not here. */
const EXTERNAL = /^'[^']*\[/;

function looksOutside(tokens: readonly FormulaToken[]): boolean {
  return tokens.some(
    (token, index) =>
      (token.kind === 'sheet' && EXTERNAL.test(token.text)) ||
      (token.kind === 'bracket' && /^\[\d+\]$/.test(token.text) && tokens[index - 1]?.kind !== 'name'),
  );
}

/** A reference has a name and perhaps a sheet. */
const LONGEST_REFERENCE = 2;

/** `_xlfn.ANCHORARRAY(B2)` is `B2#`. */
function withSpillSigns(tokens: readonly FormulaToken[]): FormulaToken[] {
  const shown: FormulaToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as FormulaToken;
    const inside = tokens.slice(index + 2, index + 2 + LONGEST_REFERENCE + 1);
    const length = inside.findIndex((other) => isSign(other, ')'));
    if (token.kind === 'call' && token.text.toUpperCase() === ANCHOR_ARRAY.toUpperCase() && length > 0) {
      shown.push(...inside.slice(0, length), { kind: 'sign', text: '#' });
      index += length + 2;
    } else {
      shown.push(token);
    }
  }
  return shown;
}

/**
 * The formula with its equals sign. Null where it looks into another workbook: the cell keeps its value, as when Excel breaks links.
 */
export function readFormula(text: string, names: FunctionNames): string | null {
  const stored = formulaTokens(text);
  if (stored.some(({ kind }) => kind === 'broken')) {
    return `=${text}`;
  }
  const tokens = withoutOwners(stored, (name) => addinFunctionName(name) !== null);
  if (looksOutside(tokens)) {
    return null;
  }
  const shown = withSpillSigns(tokens).map((token) => {
    if (token.kind !== 'call' && token.kind !== 'name') {
      return token;
    }
    const bare = shownParameter(token.text);
    return { ...token, text: token.kind === 'call' ? names.inCell(bare) : bare };
  });
  return `=${formulaText(shown)}`;
}

/** Whether a formula in a cell calls a function of the add-in. */
export function callsAddin(formula: string, names: FunctionNames): boolean {
  return formulaTokens(formula.slice(1)).some(({ kind, text }) => kind === 'call' && names.isCustom(text));
}
