import { inRequests, runWhenNotEditing } from '../host/excel-run';
import { batchesOf, countCells, findOurCells, rangeOf, type CellRun } from '../cells/our-cells';
import { isBusy } from '../formulas/busy-cell';
import type { InStep } from './in-step';

/** How often it is looked whether the cells have their values. */
const LOOK_MS = 100;

/** After this time without a cell getting its value, no one waits any longer. */
const LONGEST_STANDSTILL_MS = 30_000;

export interface Recalculation {
  /** Cells that hold our functions. */
  readonly cells: number;
}

/** What became of our cells when they were marked. */
export interface MarkedCells extends Recalculation {
  /** Calculation is manual, so Excel calculates them when the user asks for it. */
  readonly onlyMarked: boolean;
}

export interface RecalculationOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly cancel?: AbortSignal;
  /** The user is editing a cell, so it has to wait. */
  readonly waiting?: () => void;
}

/**
 * Makes the cells that hold our functions calculate again, and no others. Where the user has set calculation to
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

/**
 * As `recalculateOurCells`, at the user's wish: calculates also where calculation is manual, and waits until every
 * cell has its value.
 *
 * @throws Error where the cells stop getting values; the signal's reason where it is cancelled
 */
export async function recalculateAndWait(
  inStep: InStep,
  { progress, cancel, waiting }: RecalculationOptions,
): Promise<Recalculation> {
  return runWhenNotEditing(async (context) => {
    const known = inStep.outOfStep();
    const runs = await findOurCells(context);
    const total = countCells(runs);
    progress?.(0, total);
    await markDirty(context, runs);
    for (const run of runs) {
      rangeOf(context, run).calculate();
    }
    await context.sync();
    await waitForValues(context, runs, { total, ...(progress && { progress }), ...(cancel && { cancel }) });
    inStep.catchUp(known);
    return { cells: total };
  }, waiting);
}

async function markDirty(context: Excel.RequestContext, runs: readonly CellRun[]): Promise<void> {
  await inRequests(context, batchesOf(runs), (batch) => {
    for (const run of batch) {
      rangeOf(context, run).setDirty();
    }
  });
}

async function waitForValues(
  context: Excel.RequestContext,
  runs: readonly CellRun[],
  { total, progress, cancel }: RecalculationOptions & { readonly total: number },
): Promise<void> {
  let waiting = runs;
  let movedAt = Date.now();
  while (waiting.length > 0) {
    cancel?.throwIfAborted();
    const before = waiting.length;
    waiting = await stillBusy(context, waiting);
    progress?.(total - countCells(waiting), total);
    if (waiting.length < before) {
      movedAt = Date.now();
    }
    if (waiting.length === 0) {
      return;
    }
    if (Date.now() - movedAt > LONGEST_STANDSTILL_MS) {
      throw new Error(
        `${countCells(waiting)} of ${total} cells have no value after ${LONGEST_STANDSTILL_MS / 1000} seconds`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** The runs in which a cell still waits for its value. */
async function stillBusy(context: Excel.RequestContext, runs: readonly CellRun[]): Promise<CellRun[]> {
  const read = await inRequests(context, batchesOf(runs), (batch) =>
    batch.map((run) => ({ run, range: rangeOf(context, run).load('values') })),
  );
  return read
    .flat()
    .filter(({ range }) => (range.values as unknown[][]).some(([value]) => isBusy(value)))
    .map(({ run }) => run);
}
