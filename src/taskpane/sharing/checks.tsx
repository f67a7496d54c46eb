import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { count } from '../contract/phrases';
import { Check, CheckAction, type CheckContext } from './check';
import { copyWithValues, startWithWorkbook, writeSources } from './sharing-tasks';

/** A copy of a sheet that needs no add-in. */
export function CopyCheck({ pane, sharing, status }: CheckContext): JSX.Element {
  const fieldId = useId();
  const { sheets, activeSheet, protectedSheets } = status;
  const [chosen, setChosen] = useState(activeSheet);
  const sheet = sheets.find(({ name }) => name === chosen) ?? sheets[0];
  if (sheet === undefined) {
    return <Check state="info" title="No sheet has figures to be copied" />;
  }
  return (
    <Check
      state="info"
      title="A copy with values"
      action={
        <CheckAction
          pane={pane}
          text="Copy with values"
          readOnly="No sheet can be added"
          task={() => copyWithValues(sharing, sheet.name)}
        />
      }
    >
      <p>
        A copy of a sheet in which values stand in the place of AI Spend’s formulas, with a note on each. The sheet
        itself stays as it is.
      </p>
      <label for={fieldId}>Sheet</label>
      <select id={fieldId} value={sheet.name} onChange={(event) => setChosen(event.currentTarget.value)}>
        {sheets.map(({ name, figures }) => (
          <option key={name} value={name}>
            {`${name} (${count(figures, 'figure')}${protectedSheets.includes(name) ? ', protected' : ''})`}
          </option>
        ))}
      </select>
    </Check>
  );
}

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

/** The sheet that tells what each figure rests on, also to people without the add-in. */
export function SourcesCheck({ pane, sharing, status }: CheckContext): JSX.Element {
  const has = status.hasSources;
  return (
    <Check
      state={has ? 'ok' : 'info'}
      title={has ? 'The workbook has a sheet AI Sources' : 'The sources are not listed'}
      action={
        <CheckAction
          pane={pane}
          text={has ? 'List the sources anew' : 'List the sources'}
          readOnly="No sheet can be written"
          task={() => writeSources(sharing)}
        />
      }
    >
      <p>
        The sheet AI Sources lists every figure as text: cell, formula, value, and the rows that it rests on. It is
        written new each time, and does not follow later changes.
      </p>
    </Check>
  );
}
