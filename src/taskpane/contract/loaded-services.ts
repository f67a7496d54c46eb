import type { LoadOutcome } from '../../workbook/load/table-load';
import type { LoadedBill, LoadedBills } from '../../workbook/plans/loaded-bills';
import type { Progress } from './task';

export type { Coverage, LoadedBill, LoadedBills, VendorMonths } from '../../workbook/plans/loaded-bills';

/** The bills that were imported. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface LoadedServices {
  /** Looks, and writes nothing. */
  bills(): Promise<LoadedBills>;
  /** Takes a bill's rows and its record out again, in one step to undo; every other row stays. Rejects when `cancel` is aborted. */
  remove(bill: LoadedBill, progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
}
