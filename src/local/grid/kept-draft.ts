/**
 * What is being typed stays as it is, and goes into the cell where it was begun, whatever is written meanwhile: formats of results, rows
 * that the add-in loads, what other windows do.
 */
import { EditorBridgeService } from '@univerjs/preset-sheets-core';
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
