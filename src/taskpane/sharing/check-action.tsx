import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../controls/button';
import type { PaneContext } from '../pane-context';
import type { Task } from '../state/use-task';

interface CheckActionProps {
  pane: PaneContext;
  text: string;
  /** What a read-only workbook stands in the way of: "Cells cannot be rewritten". */
  readOnly: string;
  task(): Task;
}

/** The one action of a check; in a read-only workbook it says why it can't. */
export function CheckAction({ pane, text, readOnly, task }: CheckActionProps): JSX.Element {
  const reasonId = useId();
  const isReadOnly = pane.snapshot.readOnly;
  return (
    <>
      <Button
        disabled={pane.busy || isReadOnly}
        {...(isReadOnly && { describedBy: reasonId })}
        onClick={() => pane.run(task())}
      >
        {text}
      </Button>
      {isReadOnly && (
        <p class="hint" id={reasonId}>
          {readOnly}: the workbook is read-only. Save a copy that you can edit.
        </p>
      )}
    </>
  );
}
