import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Check } from './check';
import { startWithWorkbook } from './sharing-tasks';
import type { CheckContext } from './sharing-view';

/** Whether the workbook starts the add-in for whoever opens it. */
export function StartupCheck({ pane, sharing, status }: CheckContext): JSX.Element {
  const reasonId = useId();
  const on = status.startsWithWorkbook;
  const isReadOnly = pane.snapshot.readOnly;
  if (on === null) {
    return <Check state="info" title="This Excel cannot tell whether AI Spend starts with the workbook" />;
  }
  const cannot = pane.busy || isReadOnly;
  return (
    <Check
      state={on ? 'attention' : 'ok'}
      title={on ? 'AI Spend starts with this workbook' : 'AI Spend does not start by itself'}
    >
      <p id={reasonId}>
        Whoever opens this workbook without AI Spend is shown an add-in error
        {on ? ', each time. Turn it off before you share.' : ' while this is on.'}
        {isReadOnly && ' It cannot be changed: the workbook is read-only. Save a copy that you can edit.'}
      </p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-disabled={cannot}
          aria-describedby={reasonId}
          onClick={(event) => {
            // The workbook decides what is shown, after it has changed.
            event.preventDefault();
            if (!cannot) {
              pane.run(startWithWorkbook(sharing, !on));
            }
          }}
        />
        Start with this workbook
      </label>
    </Check>
  );
}
