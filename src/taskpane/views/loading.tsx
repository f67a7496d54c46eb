import type { JSX } from 'preact';
import { useLate } from '../state/use-late';

/** The pane before the first reading of the workbook: the page's own skeleton, and words if it takes long. */
export function Loading(): JSX.Element {
  const late = useLate(true);
  return (
    <>
      <div class="page-skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <p class="loading-text" role="status">
        {late && 'Reading the tables…'}
      </p>
    </>
  );
}
