import type { JSX } from 'preact';
import { Button } from '../controls/button';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import type { ImportDecision, ImportSession } from '../contract/import-services';
import { ReportLinks } from './report-links';
import { Step } from './step';

interface LoadStepProps {
  pane: PaneContext;
  session: ImportSession;
  /** How many rows or rates; null while that is not known. */
  rows: number | null;
  noun: string;
  /** What has to be decided first; empty if nothing is open. */
  open: readonly string[];
  /** What the user has decided so far; null if there is nothing to decide. */
  decision: ImportDecision | null;
  /** What the report tells of, beside the rows. */
  of: readonly unknown[];
  onLoad(): void;
}

/** The load, or what stands in its way. */
export function LoadStep({ pane, session, rows, noun, open, decision, of, onLoad }: LoadStepProps): JSX.Element {
  const reasons = [
    ...(pane.snapshot.readOnly ? ['The workbook is read-only: save a copy that you can edit.'] : []),
    ...open,
  ];
  return (
    <Step title="Load">
      <div>
        <Button
          look="primary"
          disabled={pane.busy || rows === null || reasons.length > 0}
          describedBy="import-load-hint"
          onClick={onLoad}
        >
          {`Load ${rows === null ? `${noun}s` : count(rows, noun)}`}
        </Button>
      </div>
      <div id="import-load-hint" class="hint">
        {reasons.length === 0 ? (
          <p>
            {noun === 'row'
              ? 'They go to AIClients with the basis “billed”; AIImports keeps the record.'
              : 'They go to AIRates.'}
          </p>
        ) : (
          <ul class="reasons" aria-label="Before loading">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      {rows !== null && <ReportLinks pane={pane} session={session} decision={decision} of={[rows, ...of]} />}
    </Step>
  );
}
