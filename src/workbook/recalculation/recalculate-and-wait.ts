import { inRequests, runWhenNotEditing } from '../host/excel-run';
import { batchesOf, countCells, findOurCells, rangeOf, type CellRun } from '../cells/our-cells';
import { isBusy } from '../formulas/busy-cell';
import type { InStep } from './in-step';
import { markDirty, type Recalculation } from './recalculate';

/** How often it is looked whether the cells have their values. */
const LOOK_MS = 100;

/** After this time without a cell getting its value, no one waits any longer. */
const LONGEST_STANDSTILL_MS = 30_000;

export interface RecalculationOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly cancel?: AbortSignal;
  /** The user is editing a cell, so it has to wait. */
  readonly waiting?: () => void;
}

/**
 * As `recalculateOurCells`, at the user's wish: calculates also if calculation is manual, and waits until every
 * cell has its value.
 *
 * @throws Error if the cells stop getting values; the signal's reason if it is cancelled
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
