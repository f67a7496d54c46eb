import type { CreditStyle, RowChoice } from '../mapping/mapping';

/** How a whole bill is read, whether the file tells it, the user does, or nobody yet. */
export interface BillDecisions {
  readonly numbers: 'point' | 'comma';
  /** Null where no date needs it. */
  readonly dates: 'month-first' | 'day-first' | null;
  readonly sides: CreditStyle;
  readonly totals: RowChoice;
  readonly months: RowChoice;
}
