/**
 * A table grows when something is written directly below it, as in Excel, and the new rows take the formats of the row above. One
 * with a row of totals there does not.
 */
import { RedoCommandId, UndoCommandId } from '@univerjs/core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { intersect, type Area } from '../../formats/xlsx/address';
import type { Cells } from './cells';
import type { GridChange } from './changes';
import { onExecuted, onExecuting, type GridSession } from './session';
import type { GridTable, Tables } from './tables';
import { asConsequence } from './undo';

/** Watches writes below tables. */
export class TableGrowth {
  private isUndoing = false;

  constructor(
    private readonly session: GridSession,
    private readonly cells: Cells,
    private readonly tables: Tables,
  ) {
    const isUndoOrRedo = (id: string): boolean => id === UndoCommandId || id === RedoCommandId;
    onExecuting(session, ({ id }) => (this.isUndoing ||= isUndoOrRedo(id)));
    onExecuted(session, ({ id }) => (this.isUndoing &&= !isUndoOrRedo(id)));
  }

  /** To be called for each change. */
  observe(change: GridChange): void {
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

  private isDirectlyBelow(table: Area, written: Area): boolean {
    const endsInTable =
      written.column >= table.column && written.column + written.columnCount <= table.column + table.columnCount;
    return endsInTable && written.row === table.row + table.rowCount;
  }

  private filledRows(table: GridTable, written: Area): number {
    const values = this.cells.values(table.sheetId, written);
    const firstBlank = values.findIndex(
      (row) => row.every((value) => value === null) && !this.hasFormula(table.sheetId, written, values.indexOf(row)),
    );
    const wanted = firstBlank < 0 ? written.rowCount : firstBlank;
    const grown = { ...table.area, rowCount: table.area.rowCount + wanted };
    const isBlocked = this.tables
      .list()
      .some((other) => other.id !== table.id && other.sheetId === table.sheetId && intersect(other.area, grown));
    return isBlocked ? 0 : wanted;
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
