import type { TableName } from '../../domain/ledger/tables';
import { onBookChange } from '../book/current-book';
import { catchUp, fallOutOfStep, outOfStep } from './in-step';
import { recalculateOurCells } from './recalculate';

let running: Promise<void> | null = null;
const waiting = new Set<TableName>();
let again = false;

/** From now on, a change of the data makes the cells that hold our functions calculate again: an author's own, and a co-author's. */
export function recalculateOnChange(): void {
  onBookChange((changed) => {
    for (const name of changed) {
      waiting.add(name);
    }
    if (running !== null) {
      again = true;
    } else {
      running = recalculate();
    }
  });
}

/** One recalculation at a time; changes that come meanwhile are answered by one more. */
async function recalculate(): Promise<void> {
  do {
    again = false;
    const tables = [...waiting];
    waiting.clear();
    const known = outOfStep();
    try {
      const { cells, onlyMarked } = await recalculateOurCells();
      if (onlyMarked && cells > 0) {
        fallOutOfStep({ why: 'manual', tables, example: null });
      } else {
        catchUp(known);
      }
    } catch (failure) {
      // The pane offers Recalculate; nothing else is lost.
      console.error('AI Spend could not mark its cells for recalculation.', failure);
      fallOutOfStep({ why: 'failed', tables, example: null });
    }
  } while (again);
  running = null;
}
