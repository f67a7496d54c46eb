import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import { loadReferenceData } from '../contract/tasks';
import { Button } from '../controls/button';
import { ReadOnlyNote } from '../controls/message-bar';
import { About } from '../data/about';

/** A workbook without our tables: what can be had, the one step to it, and others for who has a bill or a ledger of her own. */
export function FirstRun({ services, snapshot, busy, run, openImport, openLedger }: PaneContext): JSX.Element {
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
        <Button onClick={() => openImport()}>Import a bill…</Button>
        <Button onClick={() => openLedger()}>Connect a ledger…</Button>
        <ExampleLink />
      </div>
      <footer>
        <About services={services} />
      </footer>
    </div>
  );
}

const EXAMPLE = 'assets/ai-spend-example.xlsx';

/** The example workbook to download: a made-up ledger, and a report on it. */
function ExampleLink(): JSX.Element {
  return (
    <p>
      <a
        href={EXAMPLE}
        download="ai-spend-example.xlsx"
        onClick={(event) => {
          if (opensOutside(event.currentTarget.href)) {
            event.preventDefault();
          }
        }}
      >
        Get the example workbook
      </a>
    </p>
  );
}

/**
 * Opens a page or a file in the user's browser. The views that Office shows its panes in may refuse downloads, and say nothing.
 * False if the host has no such way: there the link itself works.
 */
export function opensOutside(url: string): boolean {
  if (typeof Office === 'undefined' || !Office.context?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    return false;
  }
  Office.context.ui.openBrowserWindow(url);
  return true;
}
