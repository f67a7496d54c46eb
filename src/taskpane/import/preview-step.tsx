import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import type { BillDraft, DraftChange } from './bill-draft';
import { previewReady, roleList, type BillOf } from './import-phrases';
import type { ImportTable } from '../contract/import-services';
import { ClientMonths, Problems, Services } from './preview-lists';
import { PreviewQuestions, ProblemRowsQuestion } from './preview-questions';
import { ReadingBar } from './reading-bar';
import { openRoles } from './role-sources';
import { shownPreview, type LivePreview } from './use-preview';
import { Step } from './step';
import { Totals } from './totals';
import { KeepUsage } from './usage-fields';

interface PreviewStepProps {
  table: ImportTable;
  draft: BillDraft;
  live: LivePreview;
  of: BillOf;
  onChange(change: DraftChange): void;
}

/** What a load would do, and what has to be decided before. */
export function PreviewStep({ table, draft, live, of, onChange }: PreviewStepProps): JSX.Element {
  const { previewing, cancel, readAgain } = live;
  const preview = shownPreview(previewing);
  return (
    <Step title="Preview" state={previewing.kind}>
      <div role="status">
        {previewing.kind === 'done' && <p class="unseen">{previewReady(previewing.preview, of)}</p>}
        {previewing.kind === 'incomplete' && (
          <p class="hint">To see the figures, choose {roleList(openRoles(draft.mapping))} above.</p>
        )}
        {previewing.kind === 'unasked' && (
          <p class="hint">
            {preview
              ? 'The figures below answer an earlier question. Ask the ledger again to bring them up to date.'
              : 'Nothing has been asked of the ledger yet.'}
          </p>
        )}
        {previewing.kind === 'cancelled' && (
          <p class="hint">
            The reading was cancelled.{' '}
            <Button look="link" onClick={readAgain}>
              Read the {of} again
            </Button>
          </p>
        )}
        {previewing.kind === 'failed' && (
          <FailureBar
            failure={previewing.failure}
            actions={
              <Button look="link" onClick={readAgain}>
                Try again
              </Button>
            }
          />
        )}
      </div>
      {previewing.kind === 'reading' && (
        <ReadingBar
          doing={preview ? 'Working out the change…' : of === 'file' ? 'Reading the file…' : 'Asking the ledger…'}
          reading={previewing.reading}
          onCancel={cancel}
        />
      )}
      {preview && (
        <div
          class={previewing.kind === 'done' ? 'preview-figures' : 'preview-figures stale'}
          aria-busy={previewing.kind === 'reading'}
        >
          <Totals summary={preview.summary} of={of} />
          <KeepUsage usage={preview.summary.usage} mapping={draft.mapping} onChange={onChange} />
          <PreviewQuestions table={table} draft={draft} preview={preview} of={of} onChange={onChange} />
          <ClientMonths summary={preview.summary} />
          <Services summary={preview.summary} />
          <Problems summary={preview.summary} />
          <ProblemRowsQuestion draft={draft} preview={preview} onChange={onChange} />
        </div>
      )}
    </Step>
  );
}
