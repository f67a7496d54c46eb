import type { LoadProgress } from '../../workbook/load/table-load';
import type { Progress } from '../contract/task';

/** How far a load is, as the pane shows it. */
export function loadProgress(progress: Progress): LoadProgress {
  return {
    waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
    reading: () => progress({ kind: 'reading' }),
    writing: (done, total) => progress({ kind: 'writing', done, total }),
  };
}
