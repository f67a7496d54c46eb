import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/failure-bar';
import { ReadOnlyNote } from '../views/read-only-note';
import type { SharingViewProps } from '../views/sharing-host';
import { useLate } from '../state/use-late';
import { useOnce } from '../state/use-once';
import { CopyCheck } from './copy-check';
import { RepairCheck } from './repair-check';
import { SourcesCheck } from './sources-check';
import { StartupCheck } from './startup-check';
import type { RepairOutcome, SharingStatus } from './sharing-services';
import './sharing.css';

/** The check list: what each kind of recipient sees, how the workbook stands, and one action each. */
export function SharingView({ pane, sharing }: SharingViewProps): JSX.Element {
  const status = useStatus(() => sharing.status(), pane.busy);
  const [outcome, setOutcome] = useState<RepairOutcome | null>(null);
  const late = useLate(status.value === null && status.failure === null);
  if (status.failure) {
    return (
      <div role="alert">
        <FailureBar failure={status.failure} actions={<Button onClick={status.askAgain}>Try again</Button>} />
      </div>
    );
  }
  if (status.value === null) {
    return (
      <p class="hint" role="status">
        {late && 'Checking the workbook…'}
      </p>
    );
  }
  const checks = { pane, sharing, status: status.value };
  return (
    <>
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      <h2>People with AI Spend</h2>
      <p class="hint">They see the figures as saved, and recalculate them from the tables.</p>
      <ul class="checks" aria-label="People with AI Spend">
        <RepairCheck {...checks} outcome={outcome} onOutcome={setOutcome} />
      </ul>
      <h2>Co-authors without it</h2>
      <p class="hint">
        They see the last values until Excel recalculates a cell; then it shows #NAME?, which is saved.
      </p>
      <ul class="checks" aria-label="Co-authors without it">
        <StartupCheck {...checks} />
        <CopyCheck {...checks} />
      </ul>
      <h2>Viewers in Teams, on the web, embedded</h2>
      <p class="hint">
        They see the last values. In an embedded view, an edit turns them into #NAME?. Nothing tells them where a figure
        is from.
      </p>
      <ul class="checks" aria-label="Viewers in Teams, on the web, embedded">
        <SourcesCheck {...checks} />
      </ul>
    </>
  );
}

/** What each check works with. */
export interface CheckContext extends SharingViewProps {
  status: SharingStatus;
}

/** How the workbook stands; asked again after each action, while the last answer stays. */
function useStatus(ask: () => Promise<SharingStatus>, busy: boolean): ReturnType<typeof useOnce<SharingStatus>> {
  const answer = useOnce(ask);
  const wasBusy = useRef(busy);
  useEffect(() => {
    if (wasBusy.current && !busy) {
      answer.askAgain();
    }
    wasBusy.current = busy;
  }, [busy]);
  return answer;
}
