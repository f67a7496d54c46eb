/**
 * The panel of a table's column, which sorts and filters. Univer has it for the mouse alone: here Alt and the down arrow open it in the
 * column's header, as in Excel, Escape closes it, and the keyboard is back in the grid when it has closed.
 */
import { IContextService } from '@univerjs/core';
import type { Selection } from './selection';
import { executeAsyncHandler, type GridSession } from './session';
import type { Tables } from './tables';

/** Univer's sign that the panel is open. */
const OPEN = 'SHEETS_TABLE_FILTER_PANEL_OPENED_KEY';

/** The panel of whichever column it is opened for. */
export class FilterPanel {
  private readonly context: IContextService;

  constructor(
    private readonly session: GridSession,
    private readonly tables: Tables,
    private readonly selection: Selection,
  ) {
    this.context = session.injector.get(IContextService);
    this.context.subscribeContextValue$(OPEN).subscribe((isOpen) => {
      if (isOpen === false) {
        selection.focus();
      }
    });
  }

  /** Opens it for the active cell; false if that is no header of a table. */
  open(): boolean {
    const { session, selection } = this;
    const { row, column } = selection.activeCell();
    const subUnitId = session.workbook.getActiveSheet().getSheetId();
    const table = this.tables
      .list()
      .find(
        ({ sheetId, area }) =>
          sheetId === subUnitId && area.row === row && column >= area.column && column < area.column + area.columnCount,
      );
    if (table === undefined || selection.isEditing()) {
      return false;
    }
    executeAsyncHandler(session, 'sheet.operation.open-table-filter-panel', {
      unitId: session.unitId,
      subUnitId,
      tableId: table.id,
      row,
      col: column,
    });
    return true;
  }

  /** False if none is open. */
  close(): boolean {
    const isOpen = this.context.getContextValue(OPEN) === true;
    if (isOpen) {
      this.context.setContextValue(OPEN, false);
    }
    return isOpen;
  }
}
