/**
 * From a formula in a cell to its text in a file.
 */
import { MAX_FORMULA } from '../../../../formats/xlsx/excel-limits';
import { mayGiveSeveralValues } from './array-formula';
import type { FunctionNames } from './function-names';
import { isWellFormed } from './well-formed';
import { ANCHOR_ARRAY, PARAMETER } from '../../../../formats/formula/stored-names';
import { longBracket, readStructuredReference } from '../../../../formats/formula/structured-reference';
import { linksNeeded, withExternalSheets } from '../../../../formats/formula/external-sheets';
import { parameterPlaces } from '../../../../formats/formula/parameters';
import { withSingleCalls } from '../../../../formats/formula/single';
import { withIntersections } from './implicit-intersection';
import { formulaText, formulaTokens, isSign, type FormulaToken } from '../../../../formats/formula/tokens';

/** A formula as a file holds it. */
export interface WrittenFormula {
  /** Without the equals sign. */
  readonly text: string;
  /** Excel may not cut its ranges down to single cells: it goes into the file in the form of dynamic arrays. */
  readonly isDynamic: boolean;
}

/** `[@Spend]` is short for `[[#This Row],[Spend]]`, which is all that files know; without a table's name it means its own. */
function fileBracket(text: string, tableBefore: boolean, ownTable: string | null): string | null {
  const table = tableBefore ? '' : ownTable;
  const reference = text.startsWith('[@') ? readStructuredReference(text) : null;
  return table === null ? null : table + (reference ? longBracket(reference) : text);
}

function rename(tokens: readonly FormulaToken[], names: FunctionNames, ownTable: string | null): FormulaToken[] | null {
  const parameters = parameterPlaces(tokens);
  const renamed: FormulaToken[] = [];
  for (const [index, token] of tokens.entries()) {
    if (parameters.has(index)) {
      renamed.push({ ...token, text: PARAMETER + token.text });
    } else if (token.kind === 'call') {
      renamed.push({ ...token, text: names.inFile(token.text) });
    } else if (token.kind === 'bracket') {
      const text = fileBracket(token.text, tokens[index - 1]?.kind === 'name', ownTable);
      if (text === null) {
        return null;
      }
      renamed.push({ ...token, text });
    } else if (isSign(token, '#')) {
      // B2# is a call in files.
      const reference = renamed.pop();
      const sheet = renamed.at(-1)?.kind === 'sheet' ? renamed.pop() : undefined;
      renamed.push({ kind: 'name', text: `${ANCHOR_ARRAY}(${sheet?.text ?? ''}${reference?.text ?? ''})` });
    } else {
      renamed.push(token);
    }
  }
  return renamed;
}

/**
 * The formula for a file; null for one that Excel could not parse, or that names a workbook which the file knows nothing of.
 *
 * A formula with `@` is stored in the old form, without the sign, where Excel would show the sign there; elsewhere as a call of
 * `SINGLE`.
 *
 * @param ownTable the table that the cell belongs to
 * @param externalBooks how many other workbooks the file has links to
 */
export function writtenFormula(
  formula: string,
  names: FunctionNames,
  ownTable: string | null,
  externalBooks = 0,
): WrittenFormula | null {
  const tokens = withExternalSheets(formulaTokens(formula.replace(/^=/, '')));
  if (!isWellFormed(tokens) || linksNeeded(tokens) > externalBooks) {
    return null;
  }
  const bare = tokens.filter((token) => !isSign(token, '@'));
  const isCut = bare.length < tokens.length;
  const isOldForm = isCut && formulaText(withIntersections(bare)) === formulaText(tokens);
  const renamed = rename(isCut && !isOldForm ? withSingleCalls(tokens) : bare, names, ownTable);
  const text = renamed && formulaText(renamed).trim();
  if (!text || text.length > MAX_FORMULA) {
    return null;
  }
  return { text, isDynamic: !isOldForm && (isCut || mayGiveSeveralValues(tokens, names)) };
}
