import type { PaneServices } from './services';
import type { Snapshot } from './snapshot';
import type { Task } from './task';

/** The views that the tabs choose between. */
export type ViewId = 'clients' | 'plan' | 'report' | 'explain' | 'build' | 'data';

/** What every view works with. */
export interface PaneContext {
  services: PaneServices;
  snapshot: Snapshot;
  /** A task is running: others have to wait. */
  busy: boolean;
  run(task: Task): void;
  /** Goes to another view and takes the focus to its tab. */
  show(view: ViewId): void;
  /** Goes to the form of a new budget, for a client if one is named. */
  newBudget(client: string): void;
  /** Opens the import in the tabs' place. */
  openImport(): void;
  /** Opens "Prepare for sharing" in the tabs' place. */
  openSharing(): void;
}
