import { compareText } from '../../domain/ledger/name-key';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import type { DateNotation } from '../values/bill-date';
import type { Role } from '../mapping/mapping';

/** Decimal text without exponent and without trailing zeros after the point, exact: `20.52022672899`, `-3`. */
export type ExactAmount = string;

/** The order of client, vendor, service, month, currency; then of team, model and unit. */
export function compareGroups(a: BilledSum, b: BilledSum): number {
  return (
    compareText(a.client, b.client) ||
    compareText(a.vendor, b.vendor) ||
    compareText(a.service, b.service) ||
    compareText(a.month, b.month) ||
    compareText(a.currency, b.currency) ||
    compareUsage(a.usage, b.usage)
  );
}

function compareUsage(a: BilledSum['usage'], b: BilledSum['usage']): number {
  return (
    compareText(a?.team ?? '', b?.team ?? '') ||
    compareText(a?.model ?? '', b?.model ?? '') ||
    compareText(a?.unit ?? '', b?.unit ?? '') ||
    Number((a?.quantity ?? null) === null) - Number((b?.quantity ?? null) === null)
  );
}

/** Why rows do not count. */
export type LeftOutReason =
  /** The row states the sum of others. */
  | 'total'
  /** The user asked for AI services only, and these were not recognised as such. */
  | 'not-ai'
  /** The month lies far from all others, and the user says that it is wrong. */
  | 'far-month'
  /** A filter of the user's. */
  | 'filtered'
  /** The unit is no currency (tokens, credits), so it is no money. */
  | 'not-money'
  /** Something else in the row cannot be read, though its amount can. */
  | 'problem';

/** The totals of one currency: `total` is `kept` and all of `leftOut` together, to the last digit. */
export interface CurrencyTotal {
  /** ISO 4217 code, or the unit as the file names it; '' if a row names none. */
  readonly currency: string;
  readonly rows: number;
  readonly total: ExactAmount;
  readonly keptRows: number;
  readonly kept: ExactAmount;
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly rows: number; readonly amount: ExactAmount }[];
}

/** A cell that cannot be read. Its row does not count. */
export interface RowProblem {
  /** As `RowListener` numbers it. */
  readonly line: number;
  /** Null: the row as a whole does not fit the header. */
  readonly role: Role | null;
  /** The column; '' if the text is a fixed one. */
  readonly column: string;
  /** The offending value, cut at 200 characters. */
  readonly value: string;
  readonly message: string;
}

/** A row that states the sum of others, and how that sum compares with theirs. */
export interface TotalRow {
  /** As `RowListener` numbers it. */
  readonly line: number;
  /** What it is called in the file; '' if only its amount says what it is. */
  readonly label: string;
  readonly amount: ExactAmount;
  /** What the rows that it may stand for add up to: those since the row of totals before, or all; null if there are too many to compare. */
  readonly rowsAddUpTo: ExactAmount | null;
}

/** What can be asked, by the options of a mapping in which the answers stand. */
export const QUESTIONS = [
  'numbers',
  'dates',
  'sides',
  'negatives',
  'units',
  'cr',
  'cells',
  'names',
  'totals',
  'months',
  'fiscal',
  'netting',
  'blanks',
  'complete',
  'vendor',
] as const;

/** A question that only the user can decide, for nothing in the file does. */
export interface BillQuestion {
  /** The option of a mapping in which the answer stands: `dates:day-first`. */
  readonly option: (typeof QUESTIONS)[number];
  /** Why it is asked, with what stands in the file. */
  readonly reason: string;
  readonly choices: readonly QuestionChoice[];
  /** The value of the choice that holds; null while the question is open: then nothing may be loaded. */
  readonly answer: string | null;
}

/** One answer to a question, and what it leads to. */
export interface QuestionChoice {
  readonly value: string;
  /** What would be kept then, by currency. */
  readonly kept: readonly { readonly currency: string; readonly amount: ExactAmount }[];
}

/** What a name would be merged into, if the user agrees; nothing merges by itself. */
export interface MergeProposal {
  /** As in the file. */
  readonly name: string;
  /** The client on record, or another of the bill. */
  readonly client: string;
  readonly reason: string;
}

/** A bill summed by client, vendor, service, month and currency. */
export interface BillSummary {
  /** Rows of the file that are not blank. */
  readonly rows: number;
  readonly keptRows: number;
  /** Rows whose amount could be read, left out for another reason than a problem. */
  readonly leftOutRows: number;
  readonly problemRows: number;
  readonly totals: readonly CurrencyTotal[];
  /** In the order of client, vendor, service, month, currency. */
  readonly groups: readonly BilledSum[];
  /**
   * Whether quantities, units, models and teams are kept, and how many rows a load makes with and without them; null: more than can be
   * counted. `orMore`: not all rows were looked into for it. Undefined if the mapping knows of none.
   */
  readonly usage?: {
    readonly isKept: boolean;
    readonly rowsWith: number | null;
    readonly orMore?: true;
    readonly rowsWithout: number;
  };
  /** The first of them, in the order of lines; `problemRows` counts all. */
  readonly problems: readonly RowProblem[];
  /** How numbers and dates were read in the end; null if nothing in the file needed it. */
  readonly numbers: 'point' | 'comma';
  readonly dates: DateNotation | null;
  /** What nothing in the file decides, also once it is answered, and what was decided but may be wrong. */
  readonly questions: readonly BillQuestion[];
  /** The rows that state the sum of others, in the order of lines, at most 100. */
  readonly totalRows: readonly TotalRow[];
  /** What the user should know before trusting the figures. */
  readonly notices: readonly string[];
  /** Rows and amounts recognised as AI, by currency, whether or not only those were asked for; empty if there is no column to tell by. */
  readonly ai: readonly { readonly currency: string; readonly rows: number; readonly amount: ExactAmount }[];
  /** The services kept and left out, largest number of rows first, at most 200: to show what a filter does. */
  readonly services: readonly {
    readonly service: string;
    readonly isAi: boolean;
    readonly kept: boolean;
    readonly rows: number;
  }[];
}
