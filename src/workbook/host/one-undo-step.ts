import { runWhenNotEditing, untilNotEditing, type Batch } from './excel-run';

/** What can be taken back by so many steps. */
export interface Undoable {
  readonly undoSteps: number;
}

/**
 * As `runWhenNotEditing`; all that the batch writes is one step to undo, if the host can. Some calls (to delete a sheet, to
 * write very many formulas) it does not take in a group: then the batch runs once more, without, from the start.
 *
 * @param batch tells in how many requests it wrote: so many steps there are to undo without a group
 */
export async function runAsOneUndoStep<T extends Undoable>(batch: Batch<T>, waiting?: () => void): Promise<T> {
  if (Office.context.requirements.isSetSupported('ExcelApi', '1.20')) {
    try {
      const options = { delayForCellEdit: true, mergeUndoGroup: true };
      const done = await untilNotEditing(() => Excel.run(options, batch), waiting);
      return { ...done, undoSteps: Math.min(done.undoSteps, 1) };
    } catch (failure) {
      if (!isUndoNotSupported(failure)) {
        throw failure;
      }
    }
  }
  return runWhenNotEditing(batch, waiting);
}

/** Whether a request was refused because a call of it cannot be undone, and so not be part of an undo group. */
function isUndoNotSupported(failure: unknown): boolean {
  return failure instanceof OfficeExtension.Error && failure.code === 'UndoNotSupported';
}
