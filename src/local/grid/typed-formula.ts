/**
 * Formulas that Excel does not let anyone enter: the editor stays open, and what is wrong is told.
 */
import { CanceledError, DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core';
import { IEditorService, KeyCode } from '@univerjs/preset-sheets-core';
import { formulaTokens, isSign, type FormulaToken } from '../../formats/formula/tokens';
import { onExecuting, type GridSession } from './session';

const CLOSE_EDITOR = 'sheet.operation.set-cell-edit-visible';
const BINARY_SIGNS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);

/**
 * What keeps a text from being entered, with what to do about it; null for a formula that may be entered, and for what is none.
 * A parenthesis that is still open is closed when the formula is entered.
 */
export function formulaFault(text: string): string | null {
  if (!text.startsWith('=') || text.length === 1) {
    return null;
  }
  const tokens = formulaTokens(text.slice(1)).filter(({ kind }) => kind !== 'space');
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
    const fault = keycode === KeyCode.ESC ? null : formulaFault(draft(session));
    tell(fault);
    if (fault !== null) {
      throw new CanceledError();
    }
  });
}

/** What stands in the editor. */
function draft({ injector, workbook }: GridSession): string {
  if (!workbook.isCellEditing()) {
    return '';
  }
  const editor = injector.get(IEditorService).getEditor(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  return (
    editor
      ?.getDocumentData()
      .body?.dataStream.replace(/\r?\n?$/, '')
      .replace(/\r/g, '') ?? ''
  );
}
