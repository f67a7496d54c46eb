import type { JSX } from 'preact';
import { VIEW_LABELS } from '../contract/pane-context';
import { moment } from '../contract/phrases';
import { Button } from '../controls/button';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { useLate } from '../controls/waiting';
import type { KnownWorkbook } from './use-snapshot';

/** The pane before a reading has succeeded: that it is being read, or why it cannot be. */
export function BeforeFirstReading({ failure, reading, readAgain }: KnownWorkbook): JSX.Element {
  return (
    <>
      <UnseenTitle />
      {!failure || reading ? (
        <Loading />
      ) : (
        <div class="panel alone" role="alert">
          <FailureBar failure={failure} actions={<Button onClick={readAgain}>Try again</Button>} />
        </div>
      )}
    </>
  );
}

/** The title that Excel draws above the pane, for those who go from heading to heading. */
export function UnseenTitle(): JSX.Element {
  return <h1 class="unseen">AI Spend</h1>;
}

/** The pane before the first reading of the workbook: as the page itself was before, and words if it takes long. */
function Loading(): JSX.Element {
  const late = useLate(true);
  return (
    <>
      <div class="tabs page-tabs" aria-hidden="true">
        {Object.values(VIEW_LABELS).map((label) => (
          <span key={label} class="tab">
            {label}
          </span>
        ))}
      </div>
      <div class="page-skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <p class="loading-text" role="status">
        {late && 'Reading the tables…'}
      </p>
    </>
  );
}

/** Says when what is shown may no longer be what the workbook holds. */
export function Staleness({ failure, readAt, reading, readAgain }: KnownWorkbook): JSX.Element {
  const late = useLate(reading);
  return (
    <div class="staleness" role="status">
      {failure ? (
        <MessageBar
          tone="warning"
          title={`These figures are from ${readAt ? moment(readAt, new Date()) : 'before'}.`}
          actions={
            <Button look="link" onClick={readAgain}>
              Try again
            </Button>
          }
        >
          {failure.what} {failure.why} {failure.next}
        </MessageBar>
      ) : (
        late && <p class="hint">Reading the changes…</p>
      )}
    </div>
  );
}
