/**
 * A table grows when something is written directly below it, as in Excel, and the new rows take the formats of the row above. One
 * with a row of totals there does not. If others write in the same table, an undo takes no row with content out of it: it may be
 * theirs, and outside the table it would be in no figure.
 */
import { RedoCommandId, UndoCommandId } from '@univerjs/core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { intersect, type Area } from '../../formats/xlsx/address';
import type { Cells } from './cells';
import type { ChangeSource, GridChange } from './changes';
import { onExecuted, onExecuting, type GridSession } from './session';
import type { GridTable, Tables } from './tables';
import { asConsequence } from './undo';

/** Watches writes below tables. */
export class TableGrowth {
  private isUndoing = false;
  /** Rows came or went in the step that is being undone: what stood below a table may stand at its end now. */
  private hasMoved = false;
  private beforeUndo: readonly GridTable[] = [];
  /** Tables in which others have written, by id. */
  private readonly ofOthers = new Set<string>();

  constructor(
    private readonly session: GridSession,
    private readonly cells: Cells,
    private readonly tables: Tables,
  ) {
    const isUndoOrRedo = (id: string): boolean => id === UndoCommandId || id === RedoCommandId;
    onExecuting(session, ({ id }) => {
      if (isUndoOrRedo(id)) {
        this.isUndoing = true;
        this.hasMoved = false;
        this.beforeUndo = this.tables.list().filter((table) => this.ofOthers.has(table.id));
      }
    });
    onExecuted(session, ({ id }) => {
      if (isUndoOrRedo(id)) {
        this.isUndoing = false;
        this.beforeUndo.forEach((table) => this.keepRows(table));
      }
    });
  }

  /** To be called for each change. */
  observe(change: GridChange, source: ChangeSource): void {
    if (source === 'Remote') {
      this.noteOthers(change);
      return;
    }
    this.hasMoved ||= change.kind === 'moved';
    if (change.kind !== 'cells' || this.isUndoing) {
      return;
    }
    const table = this.tables
      .list()
      .filter(({ extras }) => extras?.totals === undefined)
      .find((candidate) => candidate.sheetId === change.sheetId && this.isDirectlyBelow(candidate.area, change.area));
    const rows = table ? this.filledRows(table, change.area) : 0;
    if (table && rows > 0) {
      asConsequence(this.session, () => this.grow(table, rows));
    }
  }

  private noteOthers(change: GridChange): void {
    if (change.kind === 'table') {
      this.ofOthers.add(change.tableId);
    } else if (change.kind === 'cells') {
      this.tables
        .list()
        .filter(({ sheetId, area }) => sheetId === change.sheetId && intersect(area, change.area))
        .forEach(({ id }) => this.ofOthers.add(id));
    }
  }

  /** The rows that an undo took out of a table stay in it, down to the last that is not blank. */
  private keepRows(before: GridTable): void {
    const now = this.tables.find(before.id);
    const isShorter =
      now !== null &&
      now.sheetId === before.sheetId &&
      now.area.row === before.area.row &&
      now.area.column === before.area.column &&
      now.area.rowCount < before.area.rowCount;
    if (!isShorter || this.hasMoved) {
      return;
    }
    const { sheetId, area } = now;
    const taken = { ...area, row: area.row + area.rowCount, rowCount: before.area.rowCount - area.rowCount };
    const values = this.cells.values(sheetId, taken);
    const filled = values.map((row, index) => !this.isBlank(row, sheetId, taken, index));
    const kept = 1 + filled.lastIndexOf(true);
    if (kept > 0) {
      this.tables.putBack(now.id, { ...area, rowCount: area.rowCount + kept });
    }
  }

  private isDirectlyBelow(table: Area, written: Area): boolean {
    const endsInTable =
      written.column >= table.column && written.column + written.columnCount <= table.column + table.columnCount;
    return endsInTable && written.row === table.row + table.rowCount;
  }

  private filledRows(table: GridTable, written: Area): number {
    const values = this.cells.values(table.sheetId, written);
    const firstBlank = values.findIndex((row, index) => this.isBlank(row, table.sheetId, written, index));
    const wanted = firstBlank < 0 ? written.rowCount : firstBlank;
    const grown = { ...table.area, rowCount: table.area.rowCount + wanted };
    const isBlocked = this.tables
      .list()
      .some((other) => other.id !== table.id && other.sheetId === table.sheetId && intersect(other.area, grown));
    return isBlocked ? 0 : wanted;
  }

  private isBlank(values: readonly unknown[], sheetId: string, area: Area, row: number): boolean {
    return values.every((value) => value === null) && !this.hasFormula(sheetId, area, row);
  }

  private hasFormula(sheetId: string, written: Area, row: number): boolean {
    return (
      this.cells
        .formulas(sheetId, { ...written, row: written.row + row, rowCount: 1 })[0]
        ?.some((formula) => formula !== '') ?? false
    );
  }

  private grow(table: GridTable, rows: number): void {
    const { area, sheetId } = table;
    this.tables.resize(table.id, { ...area, rowCount: area.rowCount + rows });
    const lastRow = { ...area, row: area.row + area.rowCount - 1, rowCount: 1 };
    const formats = this.cells.numberFormats(sheetId, lastRow)[0] ?? [];
    const added = { ...area, row: area.row + area.rowCount, rowCount: rows };
    const own = this.cells.numberFormats(sheetId, added);
    this.cells.writeNumberFormats(sheetId, added, (row, column) =>
      own[row]?.[column] === GENERAL ? (formats[column] ?? null) : null,
    );
  }
}
