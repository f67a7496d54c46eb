import type { FormulaStyle, PaneServices } from './services';
import type { Snapshot } from './snapshot';
import type { SplitKind } from './split-services';
import type { Task } from './task';

/** The views that the tabs choose between, in their order, with what the tabs say. The page has the same words before any script runs. */
export const VIEW_LABELS = {
  clients: 'Clients',
  plan: 'Plan',
  report: 'Report',
  explain: 'Explain',
  build: 'Build',
  data: 'Data',
} as const;

/** One of the views. */
export type ViewId = keyof typeof VIEW_LABELS;

/** A ledger in an engine is wanted. `refreshing`: an import of one that is to be brought up to date; null for none. */
export interface LedgerAsked {
  readonly refreshing: string | null;
}

/** What every view works with. */
export interface PaneContext {
  services: PaneServices;
  snapshot: Snapshot;
  /** How the host writes formulas; the English way until it is known. */
  style: FormulaStyle;
  /** A task is running: others have to wait. */
  busy: boolean;
  run(task: Task): void;
  /** Goes to another view and takes the focus to its tab. */
  show(view: ViewId): void;
  /** Goes to the form of a new budget, for a client if one is named. */
  newBudget(client: string): void;
  /** Goes to the form that splits shared cost. */
  splitShared(kind: SplitKind): void;
  /** Opens the import in the tabs' place; `correcting` is the earlier import that the next file is to correct. */
  openImport(correcting?: string): void;
  /** Opens the import in the tabs' place for a ledger in an engine; `refreshing` is an import of one that is to be brought up to date. */
  openLedger(refreshing?: string): void;
  /** Opens "Prepare for sharing" in the tabs' place. */
  openSharing(): void;
}
