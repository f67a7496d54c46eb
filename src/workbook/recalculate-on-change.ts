import { onBookChange } from './current-book';
import { recalculateOurCells } from './recalculate';

let running: Promise<void> | null = null;
let again = false;

/** From now on, a change of the data makes the cells that hold our functions calculate again: an author's own, and a co-author's. */
export function recalculateOnChange(): void {
  onBookChange(() => {
    if (running !== null) again = true;
    else running = recalculate();
  });
}

/** One recalculation at a time; changes that come meanwhile are answered by one more. */
async function recalculate(): Promise<void> {
  do {
    again = false;
    try {
      await recalculateOurCells();
    } catch (failure) {
      // The user can press Recalculate; nothing else is lost.
      console.error('AI Spend could not mark its cells for recalculation.', failure);
    }
  } while (again);
  running = null;
}
