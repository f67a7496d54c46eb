import type { SplitKind } from '../../domain/ledger/shared-rows';
import type { Progress } from './task';

export type { SplitKind };

/** How shared cost is to be split, as it is being chosen. */
export interface SplitDraft {
  readonly kind: SplitKind;
  /** Whose rows of the month count; not of `fixed`. */
  readonly vendors: 'same' | 'all';
  /** `Acme 60; Beta 40`; of `fixed` alone. */
  readonly parts: string;
}

/** A shared row as the preview shows it. */
export interface SplitLine {
  readonly row: number;
  /** `100.00 EUR in 2024-03 with Microsoft`. */
  readonly shared: string;
  /** `Acme 60.00, Beta 40.00`; or why the row stays whole. */
  readonly outcome: string;
}

/** What becomes of the shared rows. */
export interface SplitFound {
  readonly kind: 'ready';
  readonly split: readonly SplitLine[];
  readonly stays: readonly SplitLine[];
  /** How many rows the split ones become. */
  readonly parts: number;
}

/** What a draft comes to. */
export type SplitPreview =
  | SplitFound
  /** What is missing or wrong, and what to do. */
  | { readonly kind: 'open'; readonly message: string };

/** Splits the rows of the client `shared` in AIClients. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface SplitServices {
  /** Works out the parts, and writes nothing. */
  preview(draft: SplitDraft): Promise<SplitPreview>;
  /** Puts the parts in the place of the shared rows, in one step to undo. Rejects when `cancel` is aborted; the workbook is as it was. */
  split(draft: SplitDraft, progress: Progress, cancel: AbortSignal): Promise<SplitFound>;
}
