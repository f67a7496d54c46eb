/**
 * From the text of a formula in a file to the formula in a cell.
 */
import type { FunctionNames } from './function-names';
import { withoutOwners } from '../../../../formats/formula/function-owner';
import { addinFunctionName, ANCHOR_ARRAY, shownParameter } from '../../../../formats/formula/stored-names';
import { linksNeeded, withExternalSheets } from '../../../../formats/formula/external-sheets';
import { withoutSingleCalls } from '../../../../formats/formula/single';
import { withIntersections } from './implicit-intersection';
import { formulaText, formulaTokens, isSign, type FormulaToken } from '../../../../formats/formula/tokens';

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
 * The formula with its equals sign, as a cell shows it.
 *
 * @param isOld whether it is one of before dynamic arrays, which shows an `@` if Excel cuts a range down to one cell
 */
export function readFormula(text: string, names: FunctionNames, isOld = false): string {
  const stored = formulaTokens(text);
  if (stored.some(({ kind }) => kind === 'broken')) {
    return `=${text}`;
  }
  const tokens = withExternalSheets(withoutOwners(stored, (name) => addinFunctionName(name) !== null));
  const named = withSpillSigns(tokens).map((token) => {
    if (token.kind !== 'call' && token.kind !== 'name') {
      return token;
    }
    const bare = shownParameter(token.text);
    return { ...token, text: token.kind === 'call' ? names.inCell(bare) : bare };
  });
  const shown = withoutSingleCalls(named);
  return `=${formulaText(isOld ? withIntersections(shown) : shown)}`;
}

/** Whether a formula in a cell calls a function of the add-in. */
export function callsAddin(formula: string, names: FunctionNames): boolean {
  return formulaTokens(formula.slice(1)).some(({ kind, text }) => kind === 'call' && names.isCustom(text));
}

/** Whether a formula in a cell looks into a workbook to which a file with so many links has none. */
export function lacksLink(formula: string, links: number): boolean {
  return formula.includes('[') && linksNeeded(withExternalSheets(formulaTokens(formula.slice(1)))) > links;
}

/** What may stand around the arguments of a call without working anything out. */
const AROUND_ARGUMENTS: ReadonlySet<string> = new Set(['(', ')', ',', ':', '{', '}', ';', '#']);

/** Whether the add-in alone works a formula out: calls of its functions on constants and references, no operator, nothing else. */
export function isCallOfAddin(formula: string, names: FunctionNames): boolean {
  const tokens = formulaTokens(formula.slice(1));
  return (
    tokens[0]?.kind === 'call' &&
    tokens.every(({ kind, text }) =>
      kind === 'call' ? names.isCustom(text) : kind !== 'sign' || AROUND_ARGUMENTS.has(text),
    )
  );
}
