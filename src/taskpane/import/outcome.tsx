import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { FormulaText } from '../controls/formula-text';
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
  const isUndone = useUndone(pane, report.source);
  return (
    <Step title="Loaded">
      <div role="status">
        {isUndone && (
          <MessageBar tone="warning">{`The load was undone: no row of ${report.source} is in AIClients any more.`}</MessageBar>
        )}
        <MessageBar tone="success">{loadedText(report, session.opened.kind === 'rates' ? 'rate' : 'row')}</MessageBar>
      </div>
      {report.splitBefore !== undefined && (
        <Button onClick={() => splitAgain(report.splitBefore)}>Split the shared cost again…</Button>
      )}
      {formula !== null && (
        <div class="outcome-formula">
          <FormulaText class="formula" formula={formula} style={pane.style} />
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
      <ReportLinks pane={pane} session={session} decision={null} of={[report]} />
    </Step>
  );
}

/** Whether the rows that were loaded were there, and are there no more. */
function useUndone({ services, snapshot }: PaneContext, source: string): boolean {
  const [rows, setRows] = useState<'unknown' | 'there' | 'gone'>('unknown');
  useEffect(() => {
    let isLatest = true;
    const look = async (): Promise<void> => {
      const { bills } = await (await services.loaded()).bills();
      const isThere = bills.some((bill) => bill.source === source && bill.rows > 0);
      if (isLatest) {
        setRows((before) => (isThere ? 'there' : before === 'unknown' ? 'unknown' : 'gone'));
      }
    };
    // The tables cannot be read: that is told where they are shown.
    look().catch(() => undefined);
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, source]);
  return rows === 'gone';
}
