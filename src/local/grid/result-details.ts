/**
 * Number formats and error messages that came with function results.
 *
 * A format is applied if the cell has none or still has the one that was applied here before: never over a format that the
 * user chose. Messages are kept beside the workbook, for the status line.
 */
import type { BaseValueObject } from '@univerjs/preset-sheets-core';
import type { Area } from '../../formats/xlsx/address';
import { keyOfCell, type CellRef } from '../values/cell-ref';
import type { ResultDetail, ResultDetails } from './function-class';
import { execute, type GridSession } from './session';

/** What has to be saved with the workbook. Keys are `sheetId/row/column`. */
export interface SavedDetails {
  readonly messages: Readonly<Record<string, string>>;
  readonly appliedFormats: Readonly<Record<string, string>>;
}

interface PendingFormat extends CellRef {
  readonly numberFormat: string;
}

/** Collects details while the engine runs and applies the formats when it has finished. */
export class ResultDetailBook {
  private readonly messages: Map<string, string>;
  private readonly appliedFormats: Map<string, string>;
  private pendingFormats: PendingFormat[] = [];

  constructor(
    private readonly session: GridSession,
    private readonly details: ResultDetails,
    saved: SavedDetails | null,
  ) {
    this.messages = new Map(Object.entries(saved?.messages ?? {}));
    this.appliedFormats = new Map(Object.entries(saved?.appliedFormats ?? {}));
  }

  /** The message of the error in a cell. */
  message(cell: CellRef): string | null {
    return this.messages.get(keyOfCell(cell)) ?? null;
  }

  /** What belongs to the workbook. */
  save(): SavedDetails {
    return { messages: Object.fromEntries(this.messages), appliedFormats: Object.fromEntries(this.appliedFormats) };
  }

  /** Takes the details of one result; those of the cell's previous result go. */
  take(cell: CellRef, result: BaseValueObject, previousArea: Area): void {
    this.forgetMessages(cell.sheetId, previousArea);
    if (!result.isValueObject() || !result.isArray()) {
      this.note(cell, this.details.get(result));
      return;
    }
    for (const [row, cells] of result.getArrayValue().entries()) {
      for (const [column, object] of cells.entries()) {
        if (object) {
          this.note(
            { sheetId: cell.sheetId, row: cell.row + row, column: cell.column + column },
            this.details.get(object),
          );
        }
      }
    }
  }

  /** Drops what is known of edited cells. */
  forget(cells: Iterable<CellRef>): void {
    for (const cell of cells) {
      this.messages.delete(keyOfCell(cell));
    }
  }

  /** Applies the formats of a run that has finished; outside undo, as Excel applies them. */
  applyFormats(): void {
    const bySheet = new Map<string, Record<number, Record<number, object>>>();
    for (const format of this.pendingFormats) {
      if (this.isOurs(format)) {
        const rows = bySheet.get(format.sheetId) ?? {};
        bySheet.set(format.sheetId, rows);
        (rows[format.row] ??= {})[format.column] = { s: { n: { pattern: format.numberFormat } } };
        this.appliedFormats.set(keyOfCell(format), format.numberFormat);
      }
    }
    this.pendingFormats = [];
    for (const [subUnitId, cellValue] of bySheet) {
      const params = { unitId: this.session.unitId, subUnitId, cellValue };
      execute(this.session, 'sheet.mutation.set-range-values', params, { onlyLocal: true, fromFormula: true });
    }
  }

  private note(cell: CellRef, detail: ResultDetail | undefined): void {
    if (detail?.message) {
      this.messages.set(keyOfCell(cell), detail.message);
    }
    if (detail?.numberFormat) {
      this.pendingFormats.push({ ...cell, numberFormat: detail.numberFormat });
    }
  }

  private isOurs(format: PendingFormat): boolean {
    const sheet = this.session.workbook.getSheetBySheetId(format.sheetId)?.getSheet();
    if (!sheet) {
      return false;
    }
    const style = sheet.getCellStyle(format.row, format.column) as { n?: { pattern?: string } | null } | null;
    const current = style?.n?.pattern ?? '';
    const isUnset = current === '' || current.toLowerCase() === 'general';
    return current !== format.numberFormat && (isUnset || current === this.appliedFormats.get(keyOfCell(format)));
  }

  private forgetMessages(sheetId: string, area: Area): void {
    if (this.messages.size === 0) {
      return;
    }
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        this.messages.delete(keyOfCell({ sheetId, row, column }));
      }
    }
  }
}
