/**
 * From the text of a formula in a file to the formula in a cell.
 */
import type { FunctionNames } from './function-names';
import { formulaText, formulaTokens, type FormulaToken } from './formula-tokens';

const PARAMETER = /^_xlpm\./i;
/** `[1]Sheet1!A1` and `'[Book.xlsx]Sheet1'!A1` look into another workbook, which is not here. */
const EXTERNAL = /^'[^']*\[/;

function looksOutside(tokens: readonly FormulaToken[]): boolean {
  return tokens.some(
    (token, index) =>
      (token.kind === 'sheet' && EXTERNAL.test(token.text)) ||
      (token.kind === 'bracket' && /^\[\d+\]$/.test(token.text) && tokens[index - 1]?.kind !== 'name'),
  );
}

/** Excel with other add-ins loaded may put a file's name before one of our functions; the function is the same. */
function withoutForeignPrefix(text: string): string {
  return text.replace(/(?:'[^']*'|\[\d+\])!(?=_xldudf_)/gi, '');
}

/** `_xlfn.ANCHORARRAY(B2)` is `B2#`. */
function withSpillSigns(tokens: readonly FormulaToken[]): FormulaToken[] {
  const shown: FormulaToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as FormulaToken;
    if (token.kind === 'call' && /^_xlfn\.ANCHORARRAY$/i.test(token.text)) {
      const end = tokens.findIndex(({ kind, text }, place) => place > index && kind === 'sign' && text === ')');
      if (end > 0) {
        shown.push(...tokens.slice(index + 2, end), { kind: 'sign', text: '#' });
        index = end;
        continue;
      }
    }
    shown.push(token);
  }
  return shown;
}

/**
 * The formula with its equals sign. Null where it looks into another workbook: the cell keeps its value, as when Excel breaks links.
 */
export function readFormula(text: string, names: FunctionNames): string | null {
  const tokens = formulaTokens(withoutForeignPrefix(text));
  if (!tokens) {
    return `=${text}`;
  }
  if (looksOutside(tokens)) {
    return null;
  }
  const shown = withSpillSigns(tokens).map((token) => {
    if (token.kind !== 'call' && token.kind !== 'name') {
      return token;
    }
    const bare = token.text.replace(PARAMETER, '');
    return { ...token, text: token.kind === 'call' ? names.inCell(bare) : bare };
  });
  return `=${formulaText(shown)}`;
}

/** Whether a formula in a cell calls a function of the add-in. */
export function callsAddin(formula: string, names: FunctionNames): boolean {
  return formulaTokens(formula.slice(1))?.some(({ kind, text }) => kind === 'call' && names.isCustom(text)) ?? false;
}
