import type { ComponentChildren, JSX } from 'preact';
import type { PaneFailure } from '../contract/failure';
import { Icon } from './icon';

export type Tone = 'info' | 'success' | 'warning' | 'error';

interface MessageBarProps {
  tone: Tone;
  /** The message in short. */
  title?: string | undefined;
  children?: ComponentChildren;
  /** What the user can do about it. */
  actions?: ComponentChildren;
}

/** A message in the flow of a view, with what can be done about it. */
export function MessageBar({ tone, title, children, actions }: MessageBarProps): JSX.Element {
  return (
    <div class={`message ${tone}`}>
      <Icon name={tone} />
      <div class="message-text">
        <p>
          {title && <b>{title}</b>} {children}
        </p>
        {actions && <div class="message-actions">{actions}</div>}
      </div>
    </div>
  );
}

/** A failure: what, why, what next. One that only waits for the user to leave a cell is no error. */
export function FailureBar({ failure, actions }: { failure: PaneFailure; actions?: ComponentChildren }): JSX.Element {
  return (
    <MessageBar tone={failure.kind === 'editing' ? 'info' : 'error'} title={failure.what} actions={actions}>
      {failure.why} {failure.next}
    </MessageBar>
  );
}

/** Why loading and inserting are not offered. */
export function ReadOnlyNote(): JSX.Element {
  return (
    <MessageBar tone="info" title="This workbook is read-only.">
      To load data or insert formulas, save a copy that you can edit.
    </MessageBar>
  );
}
