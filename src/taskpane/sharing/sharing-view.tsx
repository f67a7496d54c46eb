import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RepairOutcome, SharingStatus } from '../contract/sharing-services';
import { Button } from '../controls/button';
import { FailureBar, ReadOnlyNote } from '../controls/message-bar';
import { useLate, useOnce } from '../controls/waiting';
import type { CheckContext } from './check';
import { CopyCheck, SourcesCheck, StartupCheck } from './checks';
import { RepairCheck } from './repair-check';
import './sharing.css';

/** The check list: what each kind of recipient sees, how the workbook stands, and one action each. */
export function SharingView({ pane, sharing }: Omit<CheckContext, 'status'>): JSX.Element {
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
