/**
 * Number formats and error messages that came with function results.
 *
 * A format is applied if the cell has none or still has the one that was applied here before: never over a format that the
 * user chose. It goes with the result: what comes to stand in the cell afterwards is not that amount. Messages are kept beside the
 * workbook, for the status line.
 */
import type { BaseValueObject } from '@univerjs/preset-sheets-core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { cellCount, type Area } from '../../formats/xlsx/address';
import { cellOfKey, keyOfCell, knownAmong, type CellRef } from '../values/cell-ref';
import { WAITING } from '../values/cell-value';
import type { GridChange } from './changes';
import type { ResultDetail, ResultDetails } from './function-class';
import { execute, formulaData, type GridSession } from './session';

/** What has to be saved with the workbook. Keys are `sheetId/row/column`. */
export interface SavedDetails {
  readonly messages: Readonly<Record<string, string>>;
  readonly appliedFormats: Readonly<Record<string, string>>;
}

/** Rows or columns that came or went. */
type MovedCells = Extract<GridChange, { kind: 'moved' }>;

/** What a cell shows without a format. */

/** Collects details while the engine runs and applies the formats when it has finished. */
export class ResultDetailBook {
  private messages: Map<string, string>;
  private appliedFormats: Map<string, string>;
  /** The last format for each cell. */
  private readonly pendingFormats = new Map<string, CellRef & { readonly numberFormat: string }>();
  private mayHaveLostResults = false;

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
    if (isWaiting(result)) {
      return;
    }
    this.mayHaveLostResults ||= cellCount(previousArea) > 1;
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
  forget(cells: readonly CellRef[]): void {
    this.mayHaveLostResults ||= cells.length > 0;
    knownAmong(cells, this.messages).forEach((key) => this.messages.delete(key));
  }

  /** Takes what is known of cells along when rows or columns come or go. */
  move(change: MovedCells): void {
    this.messages = movedKeys(this.messages, change);
    this.appliedFormats = movedKeys(this.appliedFormats, change);
    this.mayHaveLostResults = true;
  }

  /** Applies the formats of a run that has finished; outside undo, as Excel applies them. */
  applyFormats(): void {
    this.takeFormatsOffOthers();
    const bySheet = new Map<string, Record<number, Record<number, object>>>();
    for (const format of this.pendingFormats.values()) {
      const key = keyOfCell(format);
      if (this.isOurs(format)) {
        const rows = bySheet.get(format.sheetId) ?? {};
        bySheet.set(format.sheetId, rows);
        (rows[format.row] ??= {})[format.column] = { s: { n: { pattern: format.numberFormat } } };
        this.appliedFormats.set(key, format.numberFormat);
      }
      if (format.numberFormat === GENERAL) {
        this.appliedFormats.delete(key);
      }
    }
    this.pendingFormats.clear();
    for (const [subUnitId, cellValue] of bySheet) {
      const params = { unitId: this.session.unitId, subUnitId, cellValue };
      execute(this.session, 'sheet.mutation.set-range-values', params, { onlyLocal: true, fromFormula: true });
    }
  }

  /** Of cells with a format from here those that no formula fills any more. */
  private takeFormatsOffOthers(): void {
    if (!this.mayHaveLostResults) {
      return;
    }
    this.mayHaveLostResults = false;
    const spilled = formulaData(this.session).getArrayFormulaCellData()[this.session.unitId];
    for (const key of this.appliedFormats.keys()) {
      const cell = cellOfKey(key);
      const sheet = this.session.workbook.getSheetBySheetId(cell.sheetId)?.getSheet();
      const stored = sheet?.getCellRaw(cell.row, cell.column);
      const isFilled = Boolean(stored?.f || stored?.si || spilled?.[cell.sheetId]?.[cell.row]?.[cell.column]);
      if (!isFilled) {
        this.pendingFormats.set(key, { ...cell, numberFormat: GENERAL });
      }
    }
  }

  private note(cell: CellRef, detail: ResultDetail | undefined): void {
    const key = keyOfCell(cell);
    if (detail?.message) {
      this.messages.set(key, detail.message);
    }
    if (detail?.numberFormat || this.appliedFormats.has(key)) {
      this.pendingFormats.set(key, { ...cell, numberFormat: detail?.numberFormat ?? GENERAL });
    }
  }

  private isOurs(format: CellRef & { readonly numberFormat: string }): boolean {
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

function isWaiting(result: BaseValueObject): boolean {
  return result.isError() && String(result.getValue()) === WAITING;
}

/** By the places that cells have after a change; what was deleted is left out. */
function movedKeys(known: ReadonlyMap<string, string>, { sheetId, area, what, how }: MovedCells): Map<string, string> {
  const [first, count] = what === 'rows' ? [area.row, area.rowCount] : [area.column, area.columnCount];
  const moved = new Map<string, string>();
  for (const [key, value] of known) {
    const cell = cellOfKey(key);
    const at = what === 'rows' ? cell.row : cell.column;
    if (cell.sheetId !== sheetId || at < first) {
      moved.set(key, value);
    } else if (how === 'inserted' || at >= first + count) {
      const to = how === 'inserted' ? at + count : at - count;
      moved.set(keyOfCell(what === 'rows' ? { ...cell, row: to } : { ...cell, column: to }), value);
    }
  }
  return moved;
}
