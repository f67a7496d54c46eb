import type { LoadProgress } from '../../workbook/load/table-load';
import type { ImportStep } from './import-services';

/** How far a load is, as the pane shows it. */
export function loadProgress(progress: (step: ImportStep) => void): LoadProgress {
  return {
    waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
    reading: () => progress({ kind: 'reading' }),
    writing: (done, total) => progress({ kind: 'writing', done, total }),
  };
}
