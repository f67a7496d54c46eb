/**
 * What stands in the cell editor and in the formula bar.
 */
import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core';
import { IEditorService } from '@univerjs/preset-sheets-core';
import type { GridSession } from './session';

/** What is being typed; an empty text where no cell is being edited. */
export function draft(session: GridSession): string {
  return session.workbook.isCellEditing() ? editorText(session, DOCS_NORMAL_EDITOR_UNIT_ID_KEY) : '';
}

/** What the formula bar shows. */
export function formulaBarText(session: GridSession): string {
  return editorText(session, DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
}

/** What stands in an editor before the caret. */
export function textToCaret(session: GridSession, editorId: string): string {
  const caret = session.injector.get(IEditorService).getEditor(editorId)?.getSelectionRanges().at(-1)?.startOffset ?? 0;
  return editorText(session, editorId).slice(0, caret);
}

function editorText({ injector }: GridSession, editorId: string): string {
  const stream = injector.get(IEditorService).getEditor(editorId)?.getDocumentData().body?.dataStream;
  return stream?.replace(/\r?\n?$/, '').replace(/\r/g, '') ?? '';
}
