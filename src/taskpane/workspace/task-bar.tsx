import type { ComponentChildren, JSX } from 'preact';
import { stepText } from '../contract/phrases';
import type { Step } from '../contract/task';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { useLate } from '../controls/waiting';
import type { TaskState } from './use-task';

/** The place at the foot of the pane where each task reports: how far it is, then what came of it. */
export function TaskBar({ task, onDismiss }: { task: TaskState; onDismiss(): void }): JSX.Element {
  const late = useLate(task.kind === 'running');
  const running = task.kind === 'running' && (late || task.step?.kind === 'waiting-for-cell-edit') ? task : null;
  return (
    <div class="task-bar">
      <div role="status">
        {running && <p class="task-doing">{announcement(running.doing, running.step)}</p>}
        {task.kind === 'done' && (
          <Outcome onDismiss={onDismiss}>
            <MessageBar tone="success">{task.message}</MessageBar>
          </Outcome>
        )}
        {task.kind === 'cancelled' && (
          <Outcome onDismiss={onDismiss}>
            <MessageBar tone="info">{task.message}</MessageBar>
          </Outcome>
        )}
        {task.kind === 'failed' && (
          <Outcome onDismiss={onDismiss}>
            <FailureBar failure={task.failure} />
          </Outcome>
        )}
      </div>
      {running && <HowFar doing={running.doing} step={running.step} cancel={running.cancel} />}
    </div>
  );
}

/** What a screen reader hears: not each step, only what the task is and when it has to wait for the user. */
function announcement(doing: string, step: Step | null): string {
  return step?.kind === 'waiting-for-cell-edit' ? stepText(step) : doing;
}

function Outcome({ onDismiss, children }: { onDismiss(): void; children: ComponentChildren }): JSX.Element {
  return (
    <div class="outcome">
      {children}
      <Button look="quiet" label="Dismiss message" onClick={onDismiss}>
        <Icon name="dismiss" />
      </Button>
    </div>
  );
}

interface HowFarProps {
  doing: string;
  step: Step | null;
  cancel: (() => void) | null;
}

function HowFar({ doing, step, cancel }: HowFarProps): JSX.Element {
  const counted = step?.kind === 'writing' || step?.kind === 'recalculating' ? step : null;
  return (
    <>
      <progress class="progress" aria-label={doing} {...(counted && { value: counted.done, max: counted.total })} />
      {(counted || cancel) && (
        <div class="task-step">
          <span>{counted && stepText(counted)}</span>
          {cancel && <Button onClick={cancel}>Cancel</Button>}
        </div>
      )}
    </>
  );
}
