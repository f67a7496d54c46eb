import type { TableName } from '../../domain/ledger/tables';
import type { CurrentBook } from '../book/current-book';
import type { InStep } from './in-step';
import type { MarkedCells } from './recalculate';

/**
 * From now on, a change of the data makes the cells that hold our functions calculate again: an author's own, and a co-author's.
 * So does the first read of the tables: what changed while no runtime was there, no event tells of. One recalculation runs at a time;
 * changes that come meanwhile are answered by one more.
 */
export function recalculateOnChange(
  book: Pick<CurrentBook, 'onChange' | 'onFirstRead'>,
  inStep: InStep,
  recalculateOurCells: () => Promise<MarkedCells>,
): void {
  const waiting = new Set<TableName>();
  let isChanged = false;
  let isRunning = false;
  let again = false;

  const recalculate = async (): Promise<void> => {
    isRunning = true;
    do {
      again = false;
      const tables = [...waiting];
      const forChange = isChanged;
      waiting.clear();
      isChanged = false;
      const known = inStep.outOfStep();
      try {
        const { cells, onlyMarked } = await recalculateOurCells();
        if (!onlyMarked || cells === 0) {
          inStep.catchUp(known);
        } else if (forChange) {
          inStep.fallOut({ why: 'manual', tables, example: null });
        }
        // Where calculation is manual, nobody knows at the first read whether the cells are behind: the pane looks at some.
      } catch (failure) {
        // The pane offers Recalculate; nothing else is lost.
        console.error('AI Spend could not mark its cells for recalculation.', failure);
        inStep.fallOut({ why: 'failed', tables, example: null });
      }
    } while (again);
    isRunning = false;
  };

  const ask = (): void => {
    if (isRunning) {
      again = true;
    } else {
      void recalculate();
    }
  };

  book.onFirstRead(ask);
  book.onChange((changed) => {
    isChanged = true;
    for (const name of changed) {
      waiting.add(name);
    }
    ask();
  });
}
