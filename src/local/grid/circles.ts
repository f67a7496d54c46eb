/**
 * Circles of formulas through functions of the add-in: each of their cells waits for another, and none would ever have a result.
 */
import { keyOfCell, type CellRef } from '../values/cell-ref';

/** The cells that wait, and for what. */
export interface WaitingCells {
  /** The waiting cells to which the formula of a cell refers. */
  referredBy(cell: CellRef): readonly CellRef[];
}

/** Whether a cell waits for itself: its formula refers to it, or to waiting cells whose formulas lead back to it. */
export function waitsForItself(cell: CellRef, waiting: WaitingCells): boolean {
  const wanted = keyOfCell(cell);
  const seen = new Set<string>();
  const left = [cell];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const referred of waiting.referredBy(next)) {
      const key = keyOfCell(referred);
      if (key === wanted) {
        return true;
      }
      if (!seen.has(key)) {
        seen.add(key);
        left.push(referred);
      }
    }
  }
  return false;
}
