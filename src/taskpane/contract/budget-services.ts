import type { NewBudget } from '../../domain/ledger/rows-to-load';
import type { LoadOutcome } from '../../workbook/load/table-load';
import type { Progress } from './task';

export type { NewBudget };

/** How a budget is meant: one amount for a stretch of months, or a year's, by the months of the year before. */
export type BudgetSpread = 'evenly' | 'by-last-year';

/** A budget as it is being typed. */
export interface BudgetDraft {
  readonly client: string;
  readonly vendor: string;
  readonly spread: BudgetSpread;
  /** Months; of `evenly` alone. */
  readonly from: string;
  readonly to: string;
  /** `2025` or `FY2025`; of `by-last-year` alone. */
  readonly year: string;
  readonly amount: string;
  readonly currency: string;
}

/** A row that would come, as the preview shows it. */
export interface BudgetLine {
  readonly months: string;
  readonly amount: string;
  /** What the month of the year before came to; empty if nothing is spread by. */
  readonly by: string;
}

/** What a draft comes to. */
export type BudgetPreview =
  | {
      readonly kind: 'ready';
      readonly rows: readonly NewBudget[];
      readonly lines: readonly BudgetLine[];
      readonly told: string;
    }
  /** What is missing or wrong, and what to do. */
  | { readonly kind: 'open'; readonly message: string };

/** Budgets into AIBudgets. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface BudgetServices {
  /** Works out the rows, and writes nothing. */
  preview(draft: BudgetDraft): Promise<BudgetPreview>;
  /** Adds rows, in one step to undo. Rejects when `cancel` is aborted; the workbook is as it was. */
  load(rows: readonly NewBudget[], progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
}
