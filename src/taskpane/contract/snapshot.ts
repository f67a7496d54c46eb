import type { TableName } from '../../domain/ledger/tables';
import type { RowInDoubt } from '../../functions/explain/rows-in-doubt';

/** A row that cannot be used, and why; the functions that need it answer with the same words, and name table and row. */
export interface UnusableRow {
  /** The row's number as the sheet shows it. */
  row: number;
  message: string;
}

/** A row of AIClients whose Spend is shown in another currency than the one in which it counts. */
export interface ShownOtherwise {
  /** The row's number as the sheet shows it. */
  row: number;
  /** The sign or code that its number format shows. */
  shown: string;
  /** The currency of the row. */
  currency: string;
}

/** What stands in the workbook under a table's name. */
export type TableState =
  | { kind: 'missing' }
  /** The table is there, but no row of it can be read: a column is missing, for example. */
  | { kind: 'broken'; message: string }
  | {
      kind: 'present';
      sheet: string;
      rows: number;
      /** First and last month on record (`2024-11`); null if the table has no months. */
      from: string | null;
      to: string | null;
      problems: UnusableRow[];
    };

/** What a client's figure rests on: bills and accepted claims, claims of the market, or both. */
export type ClientKind = 'own' | 'both' | 'market';
/** In the order in which they are shown. */
export const CLIENT_KINDS: readonly ClientKind[] = ['own', 'both', 'market'];

/** How clients are grouped: not at all, by whom they pay, or by what for. */
export type Grouping = 'none' | 'vendor' | 'service';

/** Clients of one vendor or service, or all, whose figures may stand under one total. */
export interface ClientGroup {
  /** The vendor or service; empty if there is none, and for all. */
  name: string;
  kind: ClientKind;
  clients: ClientLine[];
  /** What they spent in their latest months, an amount for each currency. */
  totals: string[];
}

/** How much of a budget is used. */
export interface BudgetUse {
  /** 0.9: 90 %; null if it cannot be told. */
  used: number | null;
  /** `90.0% of 1,000.00 EUR, the budget of 2024-01:2024-12`; or why it cannot be told. */
  text: string;
}

/** One client as the list shows it. Figures are texts, ready to be shown: the pane does not compute. */
export interface ClientLine {
  /** The spelling on record; unique in the list. */
  name: string;
  vendors: string[];
  /** The month of the figure or the bounds (`2024-11`). */
  month: string | null;
  /** Spend in that month (`20,000,000.00 EUR`); if only bounds are known, these (`more than 1,000,000.00 USD`). */
  spend: string | null;
  /** By which clients are put in order: the spend, in euros if there are several currencies; null if it is not known so. */
  size: number | null;
  /** Whether the spend is a figure: it is in the total. */
  hasFigure: boolean;
  kind: ClientKind;
  /** A share and what it is one of (`15.0% of Microsoft’s AI revenue`). */
  share: string | null;
  basis: 'reported' | 'accepted' | 'billed' | null;
  /** False if the client is known, but not the amount. */
  disclosed: boolean;
  /** Why the client has no figure, or null. */
  problem: string | null;
  /** The rows that keep it from having one, for the user to decide about. */
  doubt: RowInDoubt[];
  /** What a reader of the figure would otherwise miss, a sentence each. */
  marks: string[];
  /** How much of its budget is used; null if AIBudgets has none. */
  budget: BudgetUse | null;
  source: string;
  note: string;
}

/** One study of `AIReturns`. */
export interface ReturnLine {
  study: string;
  year: string;
  segment: string;
  /** What comes back for each 1 invested (`3.70`). */
  returnPer1: string;
  source: string;
}

/** One currency in one month of `AIRates`. */
export interface RateLine {
  month: string;
  currency: string;
  /** Units of the currency for one euro (`1.063014`). */
  unitsPerEur: string;
  source: string;
}

/** All that the pane shows, as it stood at one moment. */
export interface Snapshot {
  tables: Record<TableName, TableState>;
  /** In the order in which they are to be shown. */
  clients: ClientLine[];
  /** What the clients of each kind spent in their latest months, an amount for each currency. */
  totals: Record<ClientKind, string[]>;
  returns: ReturnLine[];
  rates: RateLine[];
  /** When a table last changed, as far as this session has seen; null before the first change. */
  changedAt: Date | null;
  /** The workbook cannot be written: loading and inserting are not offered. */
  readOnly: boolean;
}
