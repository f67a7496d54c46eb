/**
 * Formulas that Excel does not let anyone enter: the editor stays open, and what is wrong is told.
 */
import { CanceledError } from '@univerjs/core';
import { KeyCode } from '@univerjs/preset-sheets-core';
import { englishFormula, type FormulaMarks } from '../../formats/formula/local-formula';
import { formulaTokens, isSign, type FormulaToken } from '../../formats/formula/tokens';
import { draft } from './editor-text';
import { onExecuting, type GridSession } from './session';

const CLOSE_EDITOR = 'sheet.operation.set-cell-edit-visible';
const BINARY_SIGNS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);

/**
 * What keeps a text from being entered, with what to do about it; null for a formula that may be entered, and for what is none.
 * A parenthesis that is still open is closed when the formula is entered.
 */
export function formulaFault(text: string, marks: FormulaMarks): string | null {
  if (!text.startsWith('=') || text.length === 1) {
    return null;
  }
  const { formula, misplaced } = englishFormula(text, marks);
  if (misplaced !== null) {
    return misplaced === ','
      ? 'In the language of your browser a comma is decimal. Put ; between arguments.'
      : `In the language of your browser decimals follow a comma, not a point. Write ${misplaced.replace('.', ',')}.`;
  }
  const tokens = formulaTokens(formula.slice(1)).filter(({ kind }) => kind !== 'space');
  const broken = tokens.find(({ kind }) => kind === 'broken');
  if (broken !== undefined) {
    return broken.text.startsWith('"')
      ? `The text ${broken.text.slice(0, 30)} has no closing quotation mark. Add one.`
      : `${broken.text.slice(0, 30)} means nothing here. Take it out, or put it in quotation marks.`;
  }
  if (hasExtraParenthesis(tokens)) {
    return 'One closing parenthesis is too many. Take it out.';
  }
  const last = tokens.at(-1);
  return last !== undefined && last.kind === 'sign' && BINARY_SIGNS.has(last.text)
    ? `Nothing stands behind the last ${last.text}. Complete the formula.`
    : null;
}

function hasExtraParenthesis(tokens: readonly FormulaToken[]): boolean {
  let open = 0;
  for (const token of tokens) {
    open += isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
    if (open < 0) {
      return true;
    }
  }
  return false;
}

/**
 * Keeps the editor open on a formula that cannot be entered; Escape leaves it all the same.
 *
 * @param tell hears what is wrong, and null when the editor closes
 */
export function refuseFaultyFormulas(session: GridSession, tell: (fault: string | null) => void): void {
  onExecuting(session, ({ id, params }) => {
    const { visible, keycode } = (params ?? {}) as { readonly visible?: boolean; readonly keycode?: number };
    if (id !== CLOSE_EDITOR || visible !== false) {
      return;
    }
    const fault = keycode === KeyCode.ESC ? null : formulaFault(draft(session), session.conventions.formula);
    tell(fault);
    if (fault !== null) {
      throw new CanceledError();
    }
  });
}
