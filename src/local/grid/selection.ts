/**
 * Where the user is: selected cells, the cell being edited, and where a cell lies on the page.
 */
import { ILayoutService, IRenderManagerService } from '@univerjs/preset-sheets-core';
import type { Area } from '../../formats/xlsx/address';
import { toArea, toUniverRange, execute, type GridSession } from './session';
import { sheetFacade } from './sheet-model';

/** A rectangle in page coordinates, in CSS pixels. */
export interface PageRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MAIN_VIEWPORT = 'viewMain';

/** The user's place in the workbook. */
export class Selection {
  constructor(private readonly session: GridSession) {}

  /** The selected area of the active sheet. */
  selectedArea(): Area {
    const range = this.session.workbook.getActiveSheet().getActiveRange();
    return range ? toArea(range.getRange()) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  }

  /** The active cell of the active sheet. */
  activeCell(): { row: number; column: number } {
    const cell = this.session.workbook.getActiveSheet().getActiveCell();
    return cell ? { row: cell.getRow(), column: cell.getColumn() } : { row: 0, column: 0 };
  }

  /** Selects an area of the active sheet. */
  select(sheetId: string, area: Area): void {
    const range = toUniverRange(area);
    const primary = {
      startRow: area.row,
      endRow: area.row,
      startColumn: area.column,
      endColumn: area.column,
      actualRow: area.row,
      actualColumn: area.column,
      isMerged: false,
      isMergedMainCell: false,
    };
    execute(this.session, 'sheet.operation.set-selections', {
      unitId: this.session.unitId,
      subUnitId: sheetId,
      selections: [{ range, primary, style: null }],
    });
  }

  /** Takes the keyboard to the grid: the active cell has what is typed. */
  focus(): void {
    this.session.injector.get(ILayoutService).focus();
  }

  /** Whether a cell is being edited. */
  isEditing(): boolean {
    return this.session.workbook.isCellEditing();
  }

  /** Where a cell of the active sheet lies on the page; scrolls to it if it is out of sight. */
  cellRect(sheetId: string, row: number, column: number): PageRect {
    const rect = this.rectNow(sheetId, row, column);
    if (this.isInSight(rect)) {
      return rect;
    }
    sheetFacade(this.session, sheetId).scrollToCell(Math.max(0, row - 2), Math.max(0, column - 1));
    return this.rectNow(sheetId, row, column);
  }

  private canvasRect(): DOMRect {
    const render = this.session.injector.get(IRenderManagerService).getRenderById(this.session.unitId);
    if (!render) {
      throw new Error('The grid is not drawn yet.');
    }
    return render.engine.getCanvasElement().getBoundingClientRect();
  }

  private rectNow(sheetId: string, row: number, column: number): PageRect {
    const render = this.session.injector.get(IRenderManagerService).getRenderById(this.session.unitId);
    const viewport = render?.scene.getViewport(MAIN_VIEWPORT);
    const scaleX = render?.scene.scaleX ?? 1;
    const scaleY = render?.scene.scaleY ?? 1;
    const canvas = this.canvasRect();
    const freeze = sheetFacade(this.session, sheetId).getFreeze();
    const cell = sheetFacade(this.session, sheetId).getRange(row, column).getCellRect();
    const scrollX = column < freeze.startColumn ? 0 : (viewport?.viewportScrollX ?? 0);
    const scrollY = row < freeze.startRow ? 0 : (viewport?.viewportScrollY ?? 0);
    return {
      x: canvas.x + (cell.x - scrollX) * scaleX,
      y: canvas.y + (cell.y - scrollY) * scaleY,
      width: cell.width * scaleX,
      height: cell.height * scaleY,
    };
  }

  private isInSight(rect: PageRect): boolean {
    const canvas = this.canvasRect();
    return (
      rect.x >= canvas.left &&
      rect.y >= canvas.top &&
      rect.x + rect.width <= canvas.right &&
      rect.y + rect.height <= canvas.bottom
    );
  }
}
