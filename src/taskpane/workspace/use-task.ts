import { useRef, useState } from 'preact/hooks';
import { asFailure, PaneFailure } from '../contract/failure';
import type { Progress, Step, Task } from '../contract/task';

/** The state of the latest task: the pane does one thing at a time. */
export type TaskState =
  | { kind: 'idle' }
  | { kind: 'running'; doing: string; step: Step | null; cancel: (() => void) | null }
  | { kind: 'done'; message: string }
  | { kind: 'cancelled'; message: string }
  | { kind: 'failed'; failure: PaneFailure };

export interface TaskRunner {
  task: TaskState;
  /** Starts a task; while one is running, nothing happens. */
  run(task: Task): void;
  /** Puts the last outcome away. */
  dismiss(): void;
}

/** Runs one task at a time and keeps its outcome until the next. */
export function useTask(): TaskRunner {
  const [task, setTask] = useState<TaskState>({ kind: 'idle' });
  const busy = useRef(false);

  const run = async ({ doing, work, cancelled, isLoad = false }: Task): Promise<void> => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    const aborter = new AbortController();
    const cancel = cancelled === undefined ? null : () => aborter.abort();
    const running = (step: Step | null): void => setTask({ kind: 'running', doing, step, cancel });
    const progress: Progress = (step) => {
      if (busy.current) {
        running(step);
      }
    };
    running(null);
    if (isLoad) {
      window.addEventListener('beforeunload', askBeforeLeaving);
    }
    try {
      const message = await work(progress, aborter.signal);
      setTask(message === null ? { kind: 'idle' } : { kind: 'done', message });
    } catch (thrown) {
      const isWritten = thrown instanceof PaneFailure && thrown.kind === 'written';
      if (aborter.signal.aborted && cancelled !== undefined && !isWritten) {
        setTask({ kind: 'cancelled', message: cancelled });
      } else {
        setTask({ kind: 'failed', failure: asFailure(thrown) });
      }
    } finally {
      busy.current = false;
      window.removeEventListener('beforeunload', askBeforeLeaving);
    }
  };

  return { task, run: (next) => void run(next), dismiss: () => setTask({ kind: 'idle' }) };
}

/** Makes the browser ask before it closes the page. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
