import type { JSX } from 'preact';
import { Button } from '../controls/button';
import type { PaneContext } from '../pane-context';
import { loadReferenceData } from '../tasks';
import { About } from './about';
import { ExampleLink } from './example-link';
import { ReadOnlyNote } from './read-only-note';

/** A workbook without our tables: what can be had, the one step to it, and the other for who has a bill of her own. */
export function FirstRun({ services, snapshot, busy, run, openImport }: PaneContext): JSX.Element {
  return (
    <div class="first-run">
      <div class="first-run-lead">
        <img src="assets/icon-64.png" width="48" height="48" alt="" />
        <h1>AI Spend</h1>
        <p>
          Load the published figures into this workbook, then type <code>=AISPEND("ByteDance")</code> in any cell.
        </p>
        {snapshot.readOnly && <ReadOnlyNote />}
        <Button look="primary" disabled={busy || snapshot.readOnly} onClick={() => run(loadReferenceData(services))}>
          Load reference data
        </Button>
        <Button onClick={openImport}>Import a bill…</Button>
        <ExampleLink />
      </div>
      <footer>
        <About services={services} />
      </footer>
    </div>
  );
}
