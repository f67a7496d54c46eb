import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { InsertButton } from '../controls/insert-button';
import { MessageBar } from '../controls/message-bar';
import { quoted } from '../contract/formulas';
import type { PaneContext } from '../contract/pane-context';
import { loadedText } from './import-phrases';
import type { ImportReport, ImportSession } from '../contract/import-services';
import type { SplitKind } from '../contract/split-services';
import { ReportLinks } from './report-links';
import { Step } from './step';

interface OutcomeProps {
  pane: PaneContext;
  session: ImportSession;
  report: ImportReport;
  client: string | null;
  onAnother(): void;
  onDone(): void;
}

/** What a load did, and what can be done next. */
export function Outcome({ pane, session, report, client, onAnother, onDone }: OutcomeProps): JSX.Element {
  const splitAgain = (kind: SplitKind = 'spend'): void => {
    onDone();
    pane.splitShared(kind);
  };
  const formula = client === null ? null : `=AISPEND(${quoted(client)})`;
  return (
    <Step title="Loaded">
      <div role="status">
        <MessageBar tone="success">{loadedText(report, session.opened.kind === 'rates' ? 'rate' : 'row')}</MessageBar>
      </div>
      {report.splitBefore !== undefined && (
        <Button onClick={() => splitAgain(report.splitBefore)}>Split the shared cost again…</Button>
      )}
      {formula !== null && (
        <div class="outcome-formula">
          <code class="formula">{formula}</code>
          <InsertButton pane={pane} formula={formula} describedBy="import-insert-hint" />
          <p class="hint" id="import-insert-hint">
            Goes into the active cell.
          </p>
        </div>
      )}
      <div class="import-actions">
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
        <Button onClick={onAnother}>Import another</Button>
      </div>
      <ReportLinks pane={pane} session={session} of={report} />
    </Step>
  );
}
