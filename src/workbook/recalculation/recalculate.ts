import { inRequests, runWhenNotEditing } from '../host/excel-run';
import { batchesOf, countCells, findOurCells, rangeOf, type CellRun } from '../cells/our-cells';

export interface Recalculation {
  /** Cells that hold our functions. */
  readonly cells: number;
}

/** What became of our cells when they were marked. */
export interface MarkedCells extends Recalculation {
  /** Calculation is manual, so Excel calculates them when the user asks for it. */
  readonly onlyMarked: boolean;
}

/**
 * Makes the cells that hold our functions calculate again, and no others. If the user has set calculation to
 * manual they are only marked, as Excel does with every other formula.
 */
export async function recalculateOurCells(): Promise<MarkedCells> {
  return runWhenNotEditing(async (context) => {
    const application = context.workbook.application.load('calculationMode');
    const runs = await findOurCells(context);
    await markDirty(context, runs);
    return { cells: countCells(runs), onlyMarked: application.calculationMode === Excel.CalculationMode.manual };
  });
}

/** Says that the cells are out of date; the host calculates them when it next calculates. */
export async function markDirty(context: Excel.RequestContext, runs: readonly CellRun[]): Promise<void> {
  await inRequests(context, batchesOf(runs), (batch) => {
    for (const run of batch) {
      rangeOf(context, run).setDirty();
    }
  });
}
