/**
 * What is being typed stays as it is, and goes into the cell where it was begun, whatever is written meanwhile: formats of results, rows
 * that the add-in loads, what other windows do.
 */
import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core';
import {
  DocSelectionRenderService,
  EditorBridgeService,
  IEditorBridgeService,
  IEditorService,
} from '@univerjs/preset-sheets-core';
import { replaceMethod } from './replaced-method';
import { onExecuting, type GridSession } from './session';

const MOVES_CELLS = /^sheet\.mutation\.(insert-row|remove-rows|insert-col|remove-col|move-rows|move-columns)$/;

/**
 * Univer put a cell's content in the place of what was typed when a cell of the same row and column was written on any sheet, and entered
 * what was typed further down or up when rows came or went on another sheet.
 */
export function keepDraft(session: GridSession): void {
  replaceMethod(EditorBridgeService.prototype, 'refreshEditCellState', (original, bridge) => {
    if (!(bridge as EditorBridgeService).isVisible().visible) {
      original();
    }
  });
  let sheetOfMove: string | undefined;
  onExecuting(session, ({ id, params }) => {
    if (MOVES_CELLS.test(id)) {
      sheetOfMove = (params as { readonly subUnitId: string }).subUnitId;
    }
  });
  replaceMethod(EditorBridgeService.prototype, 'updateEditLocation', (original, bridge, [row, column]) => {
    if ((bridge as EditorBridgeService).getEditLocation()?.sheetId === sheetOfMove) {
      original(row, column);
    }
  });
}

/**
 * When a cell begins to be edited in the formula bar, its own editor took the keyboard in the frames after that, and what was typed was
 * in neither of them.
 */
export function leaveKeyboardInFormulaBar({ injector }: GridSession): void {
  const [editors, bridge] = [injector.get(IEditorService), injector.get(IEditorBridgeService)];
  const isInBar = (): boolean =>
    bridge.isVisible().visible && editors.getFocusEditor()?.getEditorId() === DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY;
  replaceMethod(DocSelectionRenderService.prototype, 'focus', (original, { _context }) => {
    if (_context.unitId !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY || !isInBar()) {
      original();
    }
  });
}
