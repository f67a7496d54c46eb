/**
 * What the classes of the Excel model work with.
 */
import type { CellRef } from '../values/cell-ref';
import type { WireResult } from '../functions/results';
import type { EventRegistrations } from '../protocol/event-registrations';
import type { Grid } from '../grid/grid';

/** How the task pane and the runtime behind it are seen. */
export type RuntimeState = 'Visible' | 'Background';

/** The task pane, as far as the add-in may steer it. */
export interface PaneControl {
  state(): RuntimeState;
  setState(state: RuntimeState): void;
}

/** Whether the add-in is started with the workbook: `Background` starts its runtime, `Inactive` waits for a formula or a click. */
export type StartState = 'Background' | 'Inactive';

/** What the document keeps of that. */
export interface StartControl {
  state(): StartState;
  setState(state: StartState): void;
}

/** The world of the Excel model. */
export interface ModelHost {
  readonly grid: Grid;
  readonly events: EventRegistrations;
  readonly pane: PaneControl;
  readonly start: StartControl;
  readonly isReadOnly: boolean;
  /** Makes a change for the add-in: refused in a read-only workbook or while a cell is edited, and part of one undo step. */
  change<T>(change: () => T): T;
  /** Calculates cells anew and calls their functions again. */
  recalculate(cells: readonly CellRef[]): void;
  /** Takes results of custom functions in. */
  resolve(results: readonly { readonly invocationId: number; readonly result: WireResult }[]): void;
  /** The add-in's custom-functions runtime can be called from now on. */
  functionsReady(): void;
}
