/**
 * Keeps results off cells that changed while they were being calculated.
 *
 * Univer stops a run when the workbook is edited, but a short run ends before it notices, and its results then go to the places
 * that its cells had: over what was typed there, or, after rows were inserted, beside the formula that they belong to. The edit
 * is calculated in a run of its own; what is dropped because its cells moved has to be calculated once more.
 */
import type { GridChange } from './changes';

/** A row's cells, by column. */
type Cells = Record<string, unknown>;

/** Results by sheet, row and column. */
export type SheetResults = Record<string, Record<string, Cells | undefined> | null | undefined>;

/** Knows what changed since the run began. */
export class StaleResults {
  private readonly movedSheets = new Set<string>();
  private readonly changedCells = new Map<string, Map<number, Set<number>>>();

  /** A run begins: it sees all that changed before. */
  public runStarted(): void {
    this.movedSheets.clear();
    this.changedCells.clear();
  }

  /** Takes note of a change. */
  public note(change: GridChange): void {
    if (change.kind === 'moved' || (change.kind === 'sheet' && change.how === 'deleted')) {
      this.movedSheets.add(change.sheetId);
    } else if (change.kind === 'cells' && change.cells.length === 0) {
      // Rows were put in another order.
      this.movedSheets.add(change.sheetId);
    } else if (change.kind === 'cells') {
      for (const { sheetId, row, column } of change.cells) {
        const ofSheet = this.changedCells.get(sheetId) ?? new Map<number, Set<number>>();
        this.changedCells.set(sheetId, ofSheet.set(row, (ofSheet.get(row) ?? new Set<number>()).add(column)));
      }
    }
  }

  /** Takes out what belongs to sheets whose cells have moved; true where there was any. */
  public dropMoved(results: Record<string, unknown>): boolean {
    let dropped = false;
    for (const sheetId of this.movedSheets) {
      dropped ||= sheetId in results;
      Reflect.deleteProperty(results, sheetId);
    }
    return dropped;
  }

  /** Takes out what belongs to cells that were changed. */
  public dropChanged(results: SheetResults): void {
    for (const [sheetId, rows] of this.changedCells) {
      for (const [row, columns] of rows) {
        const cells = results[sheetId]?.[row];
        columns.forEach((column) => cells && Reflect.deleteProperty(cells, column));
      }
    }
  }
}
