import type { ComponentChildren, JSX } from 'preact';
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
