import { isCellEditFailure } from './host-errors';

/** How often it is tried whether the user has finished editing a cell. */
const TRY_AGAIN_MS = 250;

/** A host refuses at once; one that takes longer has another reason. */
const LONGEST_REFUSAL_MS = 5_000;

/** The batch of a run. It may run more than once, so it takes nothing for granted that an earlier run did. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Runs a batch, or, while the user is editing a cell and the host refuses, as soon as the editing ends.
 *
 * @param waiting called once if the batch has to wait
 */
export async function runWhenNotEditing<T>(batch: Batch<T>, waiting?: () => void): Promise<T> {
  return untilNotEditing(() => Excel.run({ delayForCellEdit: true }, batch), waiting);
}

/**
 * Does what the host refuses while the user is editing a cell, again and again until the editing ends. Hosts that do not
 * know `delayForCellEdit`, and requests that do not ask for it, are refused at once, so the wait is ours.
 *
 * @param waiting called once if it has to wait
 * @param cancel ends the wait, with the signal's reason
 */
export async function untilNotEditing<T>(
  run: () => Promise<T>,
  waiting?: () => void,
  cancel?: AbortSignal,
): Promise<T> {
  for (let told = false; ; told = true) {
    try {
      return await run();
    } catch (failure) {
      if (!isCellEditFailure(failure)) {
        throw failure;
      }
      if (!told) {
        waiting?.();
      }
      cancel?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

/** Whether the user is editing a cell now, so that requests are refused or wait. False if the host does not say so in time. */
export async function isBeingEdited(): Promise<boolean> {
  const asked = Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return false;
  }).catch(isCellEditFailure);
  return Promise.race([
    asked,
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), LONGEST_REFUSAL_MS);
    }),
  ]);
}

/** Cells that one request may carry: far below the 5 MB and 5,000,000 cells that Excel on the web allows, even if each holds a sentence. */
export const CELLS_PER_REQUEST = 20_000;

/** Splits `total` rows of `columns` cells into blocks that one request may carry. */
export function rowBlocks(total: number, columns: number): { first: number; count: number }[] {
  const height = Math.max(1, Math.floor(CELLS_PER_REQUEST / Math.max(1, columns)));
  const blocks: { first: number; count: number }[] = [];
  for (let first = 0; first < total; first += height) {
    blocks.push({ first, count: Math.min(height, total - first) });
  }
  return blocks;
}

/** Sends one request for each part, so that none carries more than a host takes. Returns what `queue` gave for each. */
export async function inRequests<T, R>(
  context: Excel.RequestContext,
  parts: readonly T[],
  queue: (part: T) => R,
): Promise<R[]> {
  const results: R[] = [];
  for (const part of parts) {
    results.push(queue(part));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request for each part is what this is for
    await context.sync();
  }
  return results;
}
