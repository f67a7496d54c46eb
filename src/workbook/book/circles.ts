/** A table that rests on our functions settles after as many calculations as its formulas rest on one another; never after so many. */
const MOST_IN_A_ROW = 25;

/** Calculations that follow one another within this time may be each other's cause; a feed of prices or rates is slower. */
const LONGEST_APART_MS = 3_000;

/**
 * Tells when a table changes again and again by nothing but calculation: then a formula in it rests on figures that rest on the
 * table. Excel cannot see that circle, because it passes through our functions.
 */
export class Circles {
  private inARow = 0;
  private last = -Infinity;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** A table has changed. Whether that must be a circle. */
  changedByCalculation(): boolean {
    const at = this.now();
    this.inARow = at - this.last > LONGEST_APART_MS ? 1 : this.inARow + 1;
    this.last = at;
    return this.inARow > MOST_IN_A_ROW;
  }

  /** Somebody has edited the workbook, and may have opened the circle. */
  end(): void {
    this.inARow = 0;
  }
}
