import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from '../controls/icon';

/** How it stands: well, in need of attention, or simply to be known. */
export type CheckState = 'ok' | 'attention' | 'info';

const ICONS: Readonly<Record<CheckState, IconName>> = { ok: 'success', attention: 'warning', info: 'info' };
const SPOKEN: Readonly<Record<CheckState, string>> = { ok: 'OK: ', attention: 'Needs attention: ', info: '' };

interface CheckProps {
  state: CheckState;
  title: string;
  children?: ComponentChildren;
  /** One action. */
  action?: ComponentChildren;
}

/** One line of the check list: how it stands, what that means, and what can be done. */
export function Check({ state, title, children, action }: CheckProps): JSX.Element {
  return (
    <li class={`check ${state}`}>
      <Icon name={ICONS[state]} />
      <div class="check-body">
        <b>
          <span class="unseen">{SPOKEN[state]}</span>
          {title}
        </b>
        {children}
        {action && <div class="check-action">{action}</div>}
      </div>
    </li>
  );
}
