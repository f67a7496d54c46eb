/**
 * Keeps results off cells that changed while they were being calculated.
 *
 * A run goes on to its end while the workbook is edited, and its results would go to the places that its cells had: over what was
 * typed there, or, after rows were inserted, beside the formula that they belong to. The edit is calculated in a run of its own;
 * what is dropped because its cells moved has to be calculated once more.
 */
import type { GridChange } from './changes';

/** The sheet whose cells stand elsewhere after a change, or nowhere; null if each stays in its place. */
export function sheetOfMovedCells(change: GridChange): string | null {
  // Without a list of its cells a change of cells has put rows in another order.
  const isReordered = change.kind === 'cells' && change.cells.length === 0;
  const isDeleted = change.kind === 'sheet' && change.how === 'deleted';
  return change.kind === 'moved' || isReordered || isDeleted ? change.sheetId : null;
}

/** A row's cells, by column. */
type Cells = Record<string, unknown>;

/** Results by sheet, row and column. */
export type SheetResults = Record<string, Record<string, Cells | undefined> | null | undefined>;

/** Knows what changed since the run began. */
export class StaleResults {
  private changed: GridChange[] = [];

  /** The changes of cells that the run did not see. */
  get changes(): readonly GridChange[] {
    return this.changed;
  }

  /** A run begins: it sees all that changed before. */
  runStarted(): void {
    this.changed = [];
  }

  /** Takes note of a change. */
  note(change: GridChange): void {
    if (change.kind === 'cells' || sheetOfMovedCells(change) !== null) {
      this.changed.push(change);
    }
  }

  /** Takes out what belongs to sheets whose cells have moved; true if there was any. */
  dropMoved(results: Record<string, unknown>): boolean {
    let dropped = false;
    for (const change of this.changed) {
      const sheetId = sheetOfMovedCells(change);
      if (sheetId !== null && sheetId in results) {
        dropped = true;
        Reflect.deleteProperty(results, sheetId);
      }
    }
    return dropped;
  }

  /** Takes out what belongs to cells that were changed. */
  dropChanged(results: SheetResults): void {
    for (const { sheetId, row, column } of this.changed.flatMap((change) =>
      change.kind === 'cells' ? change.cells : [],
    )) {
      const cells = results[sheetId]?.[row];
      if (cells) {
        Reflect.deleteProperty(cells, column);
      }
    }
  }
}
