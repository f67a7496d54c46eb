import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { count } from '../phrases';
import { Check } from './check';
import { CheckAction } from './check-action';
import { copyWithValues } from './sharing-tasks';
import type { CheckContext } from './sharing-view';

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
