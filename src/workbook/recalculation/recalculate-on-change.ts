import type { TableName } from '../../domain/ledger/tables';
import type { CurrentBook } from '../book/current-book';
import type { InStep } from './in-step';
import type { MarkedCells } from './recalculate';

/**
 * From now on, a change of the data makes the cells that hold our functions calculate again: an author's own, and a co-author's.
 * One recalculation runs at a time; changes that come meanwhile are answered by one more.
 */
export function recalculateOnChange(
  book: Pick<CurrentBook, 'onChange'>,
  inStep: InStep,
  recalculateOurCells: () => Promise<MarkedCells>,
): void {
  const waiting = new Set<TableName>();
  let isRunning = false;
  let again = false;

  const recalculate = async (): Promise<void> => {
    isRunning = true;
    do {
      again = false;
      const tables = [...waiting];
      waiting.clear();
      const known = inStep.outOfStep();
      try {
        const { cells, onlyMarked } = await recalculateOurCells();
        if (onlyMarked && cells > 0) {
          inStep.fallOut({ why: 'manual', tables, example: null });
        } else {
          inStep.catchUp(known);
        }
      } catch (failure) {
        // The pane offers Recalculate; nothing else is lost.
        console.error('AI Spend could not mark its cells for recalculation.', failure);
        inStep.fallOut({ why: 'failed', tables, example: null });
      }
    } while (again);
    isRunning = false;
  };

  book.onChange((changed) => {
    for (const name of changed) {
      waiting.add(name);
    }
    if (isRunning) {
      again = true;
    } else {
      void recalculate();
    }
  });
}
