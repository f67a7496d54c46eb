import { keyOfCell, type CellRef } from '../values/cell-ref';

/** A formula as the engine gets it; a filled area shares one, of which all but the first stand `x` and `y` away. */
export interface FormulaItem {
  readonly f: string;
  readonly si?: string;
  readonly x?: number;
  readonly y?: number;
}

interface Rewritten {
  readonly from: FormulaItem;
  readonly to: FormulaItem;
}

/**
 * What the formulas of the run before were rewritten to. A run takes up all formulas of the workbook, though few have changed, and
 * to read one takes far longer than to compare it.
 */
export class RewrittenFormulas {
  private before = new Map<string, Rewritten>();
  private now = new Map<string, Rewritten>();
  private circumstances = '';

  /**
   * A run begins. What the one before did not take up is forgotten.
   *
   * @param circumstances all that a formula's meaning rests on besides its text and its place, as one text
   */
  begin(circumstances: string): void {
    this.before = circumstances === this.circumstances ? this.now : new Map<string, Rewritten>();
    this.now = new Map();
    this.circumstances = circumstances;
  }

  /**
   * The formula as it was rewritten in the run before, if it is the same; else as `rewrite` gives it.
   *
   * @param rewrite gives null for a formula that is to be looked at in each run
   */
  of(from: FormulaItem, cell: CellRef, rewrite: () => FormulaItem | null): FormulaItem | null {
    const key = keyOfCell(cell);
    const known = this.before.get(key);
    if (known && isSame(known.from, from)) {
      this.now.set(key, known);
      return { ...known.to };
    }
    const to = rewrite();
    if (to !== null) {
      // A copy: the engine may change its own.
      this.now.set(key, { from: { ...from }, to: { ...to } });
    }
    return to;
  }
}

function isSame(a: FormulaItem, b: FormulaItem): boolean {
  return a.f === b.f && a.si === b.si && a.x === b.x && a.y === b.y;
}
