import type { RepairOutcome } from '../../workbook/sharing/repair';
import type { SourcesOutcome } from '../../workbook/sharing/sources-sheet';
import type { SharingState } from '../../workbook/sharing/sharing-state';
import type { ValuesCopy } from '../../workbook/sharing/values-copy';
import type { Progress } from './task';

export type { RepairOutcome, SharingState, SourcesOutcome, ValuesCopy };

/** What the check list shows. */
export interface SharingStatus extends SharingState {
  /** Null if the host cannot tell. */
  readonly startsWithWorkbook: boolean | null;
}

/** What makes a workbook fit to be given away. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface SharingServices {
  /** Looks, and writes nothing. */
  status(): Promise<SharingStatus>;
  repair(progress: Progress, cancel: AbortSignal): Promise<RepairOutcome>;
  /** Copies a sheet with values in the place of our formulas; null for the active sheet. If the host has no notes, the sources are listed on AI Sources. */
  copyWithValues(sheet: string | null, progress: Progress, cancel: AbortSignal): Promise<ValuesCopy>;
  writeSources(progress: Progress, cancel: AbortSignal): Promise<SourcesOutcome>;
  /** Whether whoever opens the workbook is asked to start the add-in. */
  startWithWorkbook(on: boolean): Promise<void>;
}
