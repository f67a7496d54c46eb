import type { ComponentChildren, JSX } from 'preact';
import type { PaneFailure } from '../services';
import { MessageBar } from './message-bar';

/** A failure: what, why, what next. One that only waits for the user to leave a cell is no error. */
export function FailureBar({ failure, actions }: { failure: PaneFailure; actions?: ComponentChildren }): JSX.Element {
  return (
    <MessageBar tone={failure.kind === 'editing' ? 'info' : 'error'} title={failure.what} actions={actions}>
      {failure.why} {failure.next}
    </MessageBar>
  );
}
