import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import type { SharingServices, SharingStatus } from '../contract/sharing-services';
import type { Task } from '../contract/task';
import { Button } from '../controls/button';
import { Icon, type IconName } from '../controls/icon';

/** What each check works with. */
export interface CheckContext {
  pane: PaneContext;
  sharing: SharingServices;
  status: SharingStatus;
}

/** How it stands: well, in need of attention, or simply to be known. */
type CheckState = 'ok' | 'attention' | 'info';

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

interface CheckActionProps {
  pane: PaneContext;
  text: string;
  /** What a read-only workbook stands in the way of: "Cells cannot be rewritten". */
  readOnly: string;
  task(): Task;
}

/** The one action of a check; in a read-only workbook it says why it can't. */
export function CheckAction({ pane, text, readOnly, task }: CheckActionProps): JSX.Element {
  const reasonId = useId();
  const isReadOnly = pane.snapshot.readOnly;
  return (
    <>
      <Button
        disabled={pane.busy || isReadOnly}
        {...(isReadOnly && { describedBy: reasonId })}
        onClick={() => pane.run(task())}
      >
        {text}
      </Button>
      {isReadOnly && (
        <p class="hint" id={reasonId}>
          {readOnly}: the workbook is read-only. Save a copy that you can edit.
        </p>
      )}
    </>
  );
}
