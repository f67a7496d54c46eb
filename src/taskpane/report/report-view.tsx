import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import type { ReportDraft, ReportPreview, ReportServices, ReportState } from '../contract/report-services';
import { makeReport } from '../contract/tasks';
import { Button } from '../controls/button';
import { FailureBar, MessageBar, ReadOnlyNote } from '../controls/message-bar';
import { useLate } from '../controls/waiting';
import { ReportDrawing } from './report-drawing';
import { ReportForm } from './report-form';
import { SectionTicks } from './section-ticks';
import { Templates } from './templates';
import { useReportPreview, useReportState } from './use-report';
import './report.css';

interface ReportViewProps {
  pane: PaneContext;
  report: ReportServices;
  shown: boolean;
}

/** A report chosen, previewed and made; below it the templates. */
export function ReportView({ pane, report, shown }: ReportViewProps): JSX.Element {
  const [chosen, setChosen] = useState<ReportDraft | null>(null);
  const [turn, setTurn] = useState(0);
  const state = useReportState(pane, report, shown, turn);
  const draft = chosen ?? state.value?.standing?.draft ?? state.value?.proposed ?? null;
  const preview = useReportPreview(pane, report, shown, draft);
  const late = useLate(state.value === null && state.failure === null);
  const failure = state.failure ?? preview.failure;
  if (state.value === null || draft === null) {
    return state.failure ? (
      <FailureBar failure={state.failure} />
    ) : (
      <p class="hint" role="status">
        {late && 'Looking for what there is to report on…'}
      </p>
    );
  }
  // On what was chosen last: two changes may come before the view is drawn again.
  const change = (part: Partial<ReportDraft>): void => setChosen((before) => ({ ...(before ?? draft), ...part }));
  const make = (): void => pane.run(makeReport(pane.services, draft, () => setTurn((before) => before + 1)));
  return (
    <>
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      {failure && <FailureBar failure={failure} />}
      <h2 class="unseen">Report</h2>
      <ReportForm state={state.value} draft={draft} onChange={change} />
      <PreviewPart preview={preview.value} draft={draft} onChange={(sections) => change({ sections })} />
      <MakeButton pane={pane} state={state.value} preview={preview.value} draft={draft} onMake={make} />
      <Templates pane={pane} draft={draft} preview={preview.value} />
    </>
  );
}

function PreviewPart({
  preview,
  draft,
  onChange,
}: {
  preview: ReportPreview | null;
  draft: ReportDraft;
  onChange(sections: ReportDraft['sections']): void;
}): JSX.Element {
  return (
    <>
      <div role="status">{preview?.kind === 'open' && <MessageBar tone="info">{preview.message}</MessageBar>}</div>
      {preview?.kind === 'ready' && (
        <>
          <ReportDrawing preview={preview} />
          <SectionTicks sections={preview.sections} ticked={draft.sections} onChange={onChange} />
        </>
      )}
    </>
  );
}

interface MakeButtonProps {
  pane: PaneContext;
  state: ReportState;
  preview: ReportPreview | null;
  draft: ReportDraft;
  onMake(): void;
}

function MakeButton({ pane, state: { standing }, preview, draft, onMake }: MakeButtonProps): JSX.Element {
  const ready = preview?.kind === 'ready' && draft.sections.length > 0;
  return (
    <div class="report-make">
      <Button look="primary" disabled={pane.busy || pane.snapshot.readOnly || !ready} onClick={onMake}>
        {standing === null ? 'Make the report' : 'Renew the report'}
      </Button>
      <p class="hint">
        {standing === null
          ? 'On a sheet of its own. It follows the tables without being made again.'
          : `It stands on ${standing.sheet}, and follows the tables by itself. Renew it for other choices: its own cells and charts are written anew, nothing else.`}
      </p>
    </div>
  );
}
