import type { Explanation } from '../functions/explain/explain';
import type { FormulaPlace } from '../workbook/cells/argument-values';
import type { FormulaStyle } from '../workbook/cells/formula-style';
import type { ActiveCell } from '../workbook/cells/selection';
import type { FunctionInfo } from './function-catalogue';
import type { ImportServices } from './import/import-services';
import type { SharingServices } from './sharing/sharing-services';
import type { StepServices } from './sharing/step-services';

export type { ActiveCell, Explanation, FormulaPlace, FormulaStyle };

/** The three tables of the workbook that the functions read. */
export type TableName = 'AIClients' | 'AIReturns' | 'AIRates';

/** The tables in the order in which the pane shows them. */
export const TABLE_NAMES: readonly TableName[] = ['AIClients', 'AIReturns', 'AIRates'];

/** A row that cannot be used; the functions that need it answer with the same message. */
export interface RowProblem {
  /** The row's number as the sheet shows it. */
  row: number;
  message: string;
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
      /** First and last month on record (`2024-11`); null where the table has no months. */
      from: string | null;
      to: string | null;
      problems: RowProblem[];
    };

/** One client as the list shows it. Figures are texts, ready to be shown: the pane does not compute. */
export interface ClientLine {
  /** The spelling on record; unique in the list. */
  name: string;
  vendors: string[];
  /** The latest month on record (`2024-11`). */
  month: string | null;
  /** Spend in that month (`20,000,000.00 EUR`). */
  spend: string | null;
  /** The share of the vendor's AI revenue (`15.0%`). */
  share: string | null;
  basis: 'reported' | 'billed' | null;
  /** False where the client is known, but not the amount. */
  disclosed: boolean;
  /** Why the client has no figure, or null. */
  problem: string | null;
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
  returns: ReturnLine[];
  rates: RateLine[];
  /** When a table last changed, as far as this session has seen; null before the first change. */
  changedAt: Date | null;
  /** The workbook cannot be written: loading and inserting are not offered. */
  readOnly: boolean;
}

/** What a load did, in rows over all tables. */
export interface LoadReport {
  added: number;
  replaced: number;
  /** The user's own rows, left as they were. */
  kept: number;
  /** Rows of an earlier load that the reference data no longer has. */
  removed: number;
  tables: TableName[];
}

/** How far a long action is. */
export type Step =
  /** Excel refuses until the user leaves the cell; the action goes on by itself afterwards. */
  | { kind: 'waiting-for-cell-edit' }
  | { kind: 'reading' }
  /** `done` of `total` rows. */
  | { kind: 'writing'; done: number; total: number }
  /** `done` of `total` cells. */
  | { kind: 'recalculating'; done: number; total: number };

/** Hears of each step of a long action. */
export type Progress = (step: Step) => void;

/**
 * A failure that the user can read: each part is a sentence. `editing` is not a fault: Excel takes no order while
 * a cell is being edited, and the action has only to be asked for again.
 */
export class PaneFailure extends Error {
  constructor(
    readonly what: string,
    readonly why: string,
    readonly next: string,
    readonly kind: 'failed' | 'editing' = 'failed',
  ) {
    super([what, why, next].filter(Boolean).join(' '));
    this.name = 'PaneFailure';
  }
}

/** A call of one of our functions: its arguments as a formula writes them, empty where one is omitted. */
export interface WrittenCall {
  readonly functionName: string;
  readonly arguments: readonly string[];
}

/** A call explained; or the argument for which it cannot be. */
export type ExplainedCall =
  | {
      readonly kind: 'explained';
      readonly explanation: Explanation;
      /** How many cells the call fills. The explanation is that of the first, except where the function gives a table. */
      readonly rows: number;
      readonly columns: number;
      /** The first rows and columns of a result of several cells, as the cells show them; empty for one cell. */
      readonly preview: readonly (readonly string[])[];
    }
  /** The argument is a formula of its own, which only Excel can work out. */
  | { readonly kind: 'unresolved'; readonly argument: string; readonly text: string }
  /** The argument rests on a cell that is still being calculated. */
  | { readonly kind: 'busy'; readonly argument: string; readonly text: string };

/** All that the pane needs from the workbook. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface PaneServices {
  /** From memory where it is known. */
  snapshot(): Promise<Snapshot>;
  /** The data changed (hand edit, co-author, load). Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** Rejects when `cancel` is aborted; the workbook is as it was. */
  loadReferenceData(progress: Progress, cancel: AbortSignal): Promise<LoadReport>;
  /** Rejects when `cancel` is aborted; cells not yet reached keep their value. */
  recalculate(progress: Progress, cancel: AbortSignal): Promise<{ cells: number }>;
  /** Writes a formula (English names, comma as separator), given for the sheet, into the active cell; `address` is `Sheet1!B2`. */
  insertFormula(formulaOn: (sheet: string) => string): Promise<{ address: string; formula: string }>;
  /** Goes to a table, or to a row of it as the sheet numbers it. */
  select(table: TableName, row: number | null): Promise<void>;
  /** The cell that the user is at. */
  activeCell(): Promise<ActiveCell>;
  /** The user has gone to another cell, or cells have changed. Returns the way to stop listening, which ends all cost. */
  onSelection(listener: () => void): () => void;
  /** The address of the selected cells with their sheet. */
  selectedAddress(): Promise<string>;
  /** By the functions' own computation. `place`: the cell in which the call stands, or is to stand. */
  explain(call: WrittenCall, place: FormulaPlace): Promise<ExplainedCall>;
  /** Puts another formula in the place of the one that `cell` was read with. */
  rewriteFormula(cell: ActiveCell, formula: string): Promise<void>;
  /** Writes a text beside a cell, where nothing stands. */
  writeNote(cell: ActiveCell, text: string): Promise<{ address: string }>;
  /** Our functions as their metadata describes them. */
  functions(): Promise<readonly FunctionInfo[]>;
  /** How the host writes formulas. */
  formulaStyle(): Promise<FormulaStyle>;
  /** How files come in; rejects with anything where its script cannot be fetched. */
  imports(): Promise<ImportServices>;
  /** What makes the workbook fit to be given away; rejects with anything where its script cannot be fetched. */
  sharing(): Promise<SharingServices>;
  /** Whether the cells are in step with the tables. */
  inStep: StepServices;
  version: string;
  helpUrl: string;
}
