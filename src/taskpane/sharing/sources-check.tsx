import type { JSX } from 'preact';
import { Check } from './check';
import { CheckAction } from './check-action';
import { writeSources } from './sharing-tasks';
import type { CheckContext } from './sharing-view';

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
