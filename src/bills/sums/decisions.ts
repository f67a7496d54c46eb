import type { Month } from '../../domain/calendar/month';
import type { DateNotation } from '../values/bill-date';
import type { MonthNames } from '../values/month-names';
import type { AmountUnit } from '../mapping/amount-unit';
import type { EarlyEnd } from './last-days';
import type {
  BlanksChoice,
  CompleteChoice,
  CrChoice,
  CreditStyle,
  NegativesChoice,
  NettingChoice,
  RowChoice,
} from '../mapping/mapping';

/** How a whole bill is read, whether the file tells it, the user does, or nobody yet. */
export interface BillDecisions {
  readonly numbers: 'point' | 'comma';
  /** What points and commas mean in quantities. */
  readonly quantities: 'point' | 'comma';
  /** Null if no date needs it. */
  readonly dates: DateNotation | null;
  /** Whose names of months those are that Croatian has for others than Polish and Czech. */
  readonly names: MonthNames;
  /** The month, 1 to 12, with which fiscal years begin. */
  readonly fiscal: number;
  readonly sides: CreditStyle;
  /** What `Cr` behind an amount is. */
  readonly cr: CrChoice;
  /** Whether negative amounts are what was spent, so that every sum counts the other way round. */
  readonly negatives: NegativesChoice;
  /** What the amounts are counted in. */
  readonly units: AmountUnit;
  readonly totals: RowChoice;
  readonly months: RowChoice;
  readonly netting: NettingChoice;
  readonly blanks: BlanksChoice;
  /** The first of the months that lie more than a year after the file's others, or in the future; null if none does. */
  readonly farFrom: Month | null;
  /** The last of the months that lie more than twenty years before the file's others, or before 2000; null if none does. */
  readonly farUntil: Month | null;
  /** Where the bill ends before its last month does, and whether that month is marked as not over; null if it does not. */
  readonly earlyEnd: EarlyEnd | null;
  /** The months of which the bill says that they are estimated, in their order. */
  readonly estimated: readonly Month[];
  readonly complete: CompleteChoice;
  /** Whether these months are doubted for the future that they lie in. */
  readonly isFuture: boolean;
}
