import type { SaidUnit } from '../mapping/mapping';
import type { DateNotation, MonthReading } from '../values/bill-date';
import type { CurrencyReading } from '../values/currency-text';
import type { AmountWords } from './amount-words';
import type { TextIds } from './ids';
import type { LastDays } from './last-days';
import type { ProblemList } from './problem-list';
import type { Repeats } from './repeats';
import type { VendorEvidence } from './vendor-evidence';
import type { TagKeys } from './tag-keys';
import type { BillUsage } from './row-usage';
import type { RowGroup } from './row-groups';
import type { ReportBlocks } from './report-blocks';
import type { LongRows } from './long-rows';
import type { SplitCells } from './split-cells';
import type { HeadRow } from './subtotals';
import type { EdgeRow, TotalCandidate } from './total-rows';

/** A bill read once, before it is decided what its points, commas and dates mean. */
export interface BillRows {
  rows: number;
  /** Where the last row is. */
  lastLine: number;
  /** Rows whose amount cannot be read in any way. */
  unreadable: number;
  readonly groups: readonly RowGroup[];
  readonly clients: TextIds;
  readonly vendors: TextIds;
  readonly services: TextIds;
  readonly months: readonly MonthReading[];
  /** How many rows have each of `months`. */
  readonly monthRows: readonly number[];
  readonly currencies: readonly CurrencyReading[];
  /** Problems whatever is decided. */
  readonly problems: ProblemList;
  /** Problems if a point is decimal, and if a comma is. */
  readonly ifPoint: ProblemList;
  readonly ifComma: ProblemList;
  /** Problems if blank clients do not stand for the one above them. */
  readonly ifNotFilled: ProblemList;
  /** Whether a name stands below itself: then a blank is no merged cell. */
  repeatsClients: boolean;
  /** And in each notation of dates. */
  readonly ifDates: Readonly<Record<DateNotation, ProblemList>>;
  /** The columns of credits beside the amounts. */
  readonly offeredColumns: readonly string[];
  /** Whether anything in the table tells AI from the rest. */
  readonly tellsAi: boolean;
  /** Amounts that are whole if a point sets thousands apart, and those if a comma does. */
  readonly grouped: { points: number; commas: number };
  /** What a row without an amount says that the amounts are counted in, as notes below a table do. */
  unitNote?: SaidUnit;
  /** What words beside the amounts say. */
  readonly words: AmountWords;
  /** Rows of credits and debits by the sign that their amounts are written with. */
  readonly signs: {
    positiveCredits: number;
    negativeCredits: number;
    negativeDebits: number;
    /** Of rows that are kept, if no column says debit or credit. */
    positive: number;
    negative: number;
    /** Of those that are positive, and which a workbook shows as credits. */
    shownCredits: number;
  };
  readonly totalCandidates: TotalCandidate[];
  /** The first and the last row that is not called a total. */
  readonly edges: { first: EdgeRow | null; last: { -readonly [Field in keyof EdgeRow]: EdgeRow[Field] } | null };
  /** Rows without a service above others of their client, whose sum they may state. */
  readonly heads: readonly HeadRow[];
  /** Finds rows with the sum of others by the amounts alone; null if there can be none. */
  readonly blocks: ReportBlocks | null;
  readonly repeats: Repeats;
  /** The group that differs from another only in that its rows state the sum of others. */
  readonly totalTwin: (group: RowGroup) => RowGroup;
  /** Quantities, models and teams; null if the mapping knows of none. */
  readonly usage: BillUsage | null;
  /** Ids of the months that have rows which say that they are estimated. */
  readonly estimated: ReadonlySet<number>;
  /** The tags by which the rows are grouped; null if no column says it. */
  readonly tagKeys: TagKeys | null;
  /** The dates that there are. */
  readonly lastDays: LastDays;
  /** Whether several could be the vendor; null if the format knows of one. */
  readonly vendorEvidence: VendorEvidence | null;
  /** Finds rows that are for more than a month; null if none can be told. */
  readonly long: LongRows | null;
  /** What tells of amounts in two cells; null if there can be none. */
  readonly split: SplitCells | null;
  /** Decimals that the amounts have beyond those written. */
  readonly shift: number;
}
