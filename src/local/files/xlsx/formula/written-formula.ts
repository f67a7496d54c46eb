/**
 * From a formula in a cell to its text in a file.
 */
import { MAX_FORMULA } from '../../../../formats/xlsx/excel-limits';
import { mayGiveSeveralValues } from './array-formula';
import type { FunctionNames } from './function-names';
import { isWellFormed } from './well-formed';
import { ANCHOR_ARRAY, PARAMETER } from '../../../../formats/formula/stored-names';
import { longBracket, readStructuredReference } from '../../../../formats/formula/structured-reference';
import { formulaText, formulaTokens, isSign, type FormulaToken } from '../../../../formats/formula/tokens';

/** A formula as a file holds it. */
export interface WrittenFormula {
  /** Without the equals sign. */
  readonly text: string;
  /** Excel may not cut its ranges down to single cells: it goes into the file in the form of dynamic arrays. */
  readonly isDynamic: boolean;
}

/** The names that LET and LAMBDA introduce: each argument that is one bare name with another argument after it. */
function parameterNames(tokens: readonly FormulaToken[]): Set<string> {
  const names = new Set<string>();
  const open: string[] = [];
  const words = tokens.filter(({ kind }) => kind !== 'space');
  for (const [index, { kind, text }] of words.entries()) {
    const before = words[index - 1];
    if (isSign(words[index], '(')) {
      open.push(before?.kind === 'call' ? before.text.toUpperCase() : '');
    } else if (isSign(words[index], ')')) {
      open.pop();
    }
    const isBareArgument = (isSign(before, '(') || isSign(before, ',')) && isSign(words[index + 1], ',');
    if (kind === 'name' && isBareArgument && ['LET', 'LAMBDA'].includes(open.at(-1) ?? '')) {
      names.add(text.toUpperCase());
    }
  }
  return names;
}

/** `[@Spend]` is short for `[[#This Row],[Spend]]`, which is all that files know; without a table's name it means its own. */
function fileBracket(text: string, tableBefore: boolean, ownTable: string | null): string | null {
  const table = tableBefore ? '' : ownTable;
  const reference = text.startsWith('[@') ? readStructuredReference(text) : null;
  return table === null ? null : table + (reference ? longBracket(reference) : text);
}

function rename(tokens: readonly FormulaToken[], names: FunctionNames, ownTable: string | null): FormulaToken[] | null {
  const parameters = parameterNames(tokens);
  const renamed: FormulaToken[] = [];
  for (const [index, token] of tokens.entries()) {
    const isParameter = parameters.has(token.text.toUpperCase());
    if ((token.kind === 'name' || token.kind === 'call') && isParameter) {
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
    } else if (!(isSign(token, '@') && renamed.at(-1)?.kind !== 'name')) {
      renamed.push(token);
    }
  }
  return renamed;
}

/**
 * The formula for a file; null for one that Excel could not parse. `ownTable` is the table that the cell belongs to.
 * A formula with `@` is one that is cut down to single cells: the old form without the sign says the same.
 */
export function writtenFormula(formula: string, names: FunctionNames, ownTable: string | null): WrittenFormula | null {
  const tokens = formulaTokens(formula.replace(/^=/, ''));
  if (!isWellFormed(tokens)) {
    return null;
  }
  const renamed = rename(tokens, names, ownTable);
  const text = renamed && formulaText(renamed).trim();
  if (!text || text.length > MAX_FORMULA) {
    return null;
  }
  const isCut = tokens.some((token) => isSign(token, '@'));
  return { text, isDynamic: !isCut && mayGiveSeveralValues(tokens, names) };
}
