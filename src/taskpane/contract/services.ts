import type { TableName } from '../../domain/ledger/tables';
import type { ExplainedRow } from '../../functions/explain/basis';
import type { CellOfResult, Explanation } from '../../functions/explain/explain';
import type { Mark, RowInDoubt } from '../../functions/explain/rows-in-doubt';
import type { FormulaPlace } from '../../workbook/cells/argument-values';
import type { FormulaStyle } from '../../workbook/formulas/formula-style';
import type { ActiveCell } from '../../workbook/cells/selection';
import type { LoadOutcome } from '../../workbook/load/table-load';
import type { OutOfStep } from '../../workbook/recalculation/in-step';
import type { BudgetServices } from './budget-services';
import type { FunctionInfo } from './function-catalogue';
import type { ImportServices } from './import-services';
import type { LedgerServices } from './ledger-services';
import type { LoadedServices } from './loaded-services';
import type { PlanServices } from './plan-services';
import type { ReportServices } from './report-services';
import type { ReferenceServices, ReferenceSetId } from './reference-data';
import type { SharingServices } from './sharing-services';
import type { ClientGroup, Grouping, ShownOtherwise, Snapshot } from './snapshot';
import type { SplitServices } from './split-services';
import type { Progress } from './task';

export type {
  ActiveCell,
  CellOfResult,
  ExplainedRow,
  Explanation,
  FormulaPlace,
  FormulaStyle,
  LoadOutcome,
  Mark,
  OutOfStep,
  RowInDoubt,
};

/** A call of one of our functions: its arguments as a formula writes them, empty if one is omitted. */
export interface WrittenCall {
  readonly functionName: string;
  readonly arguments: readonly string[];
}

/** A call explained; or the argument for which it cannot be. */
export type ExplainedCall =
  | {
      readonly kind: 'explained';
      readonly explanation: Explanation;
      /** How many cells the call fills. */
      readonly rows: number;
      readonly columns: number;
      /** The first rows and columns of a result of several cells, as the cells show them; empty for one cell. */
      readonly preview: readonly (readonly string[])[];
    }
  /** The argument is a formula of its own, which only Excel can work out. */
  | { readonly kind: 'unresolved'; readonly argument: string; readonly text: string }
  /** The argument rests on a cell that is still being calculated. */
  | { readonly kind: 'busy'; readonly argument: string; readonly text: string };

/** Whether the cells show what the tables give. */
export interface StepServices {
  /** Null if nothing is known to be out of step. */
  current(): OutOfStep | null;
  /** Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** Compares a few saved values with what the tables give; never rejects, writes nothing. */
  check(): Promise<void>;
}

/** All that the pane needs from the workbook. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface PaneServices {
  /** From memory if it is known. */
  snapshot(): Promise<Snapshot>;
  /** The clients by vendor or by service, own bills and the market's claims apart. */
  clientGroups(by: Exclude<Grouping, 'none'>): Promise<readonly ClientGroup[]>;
  /** The data changed (hand edit, co-author, load). Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** Loads a set of the data that ships. Rejects when `cancel` is aborted; the workbook is as it was. */
  loadReferenceData(set: ReferenceSetId, progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
  /** What else there is to know and to do of the data that ships; rejects with anything if its script cannot be fetched. */
  referenceData(): Promise<ReferenceServices>;
  /** Rejects when `cancel` is aborted; cells not yet reached keep their value. */
  recalculate(progress: Progress, cancel: AbortSignal): Promise<{ cells: number }>;
  /** The tables of whose changes Excel does not tell: the watch cell beside them is missing. Looks, and writes nothing. */
  unwatchedTables(): Promise<readonly TableName[]>;
  /** The rows of AIClients whose Spend is shown in another currency than the one of the row. */
  shownOtherwise(): Promise<readonly ShownOtherwise[]>;
  /** Writes the watch cells that are missing; the tables that have one again. */
  watchTables(progress: Progress): Promise<readonly string[]>;
  /** Writes a formula (English names, comma as separator), given for the sheet, into the active cell; `address` is `Sheet1!B2`. */
  insertFormula(formulaOn: (sheet: string) => string): Promise<{ address: string; formula: string }>;
  /** Goes to a table, or to a row of it as the sheet numbers it. */
  select(table: TableName, row: number | null): Promise<void>;
  /** Writes what a row of a table is to count as into its Basis, in one step to undo. */
  markRow(table: TableName, row: number, mark: Mark): Promise<void>;
  /** The cell that the user is at. */
  activeCell(): Promise<ActiveCell>;
  /** The user has gone to another cell, or cells have changed. Returns the way to stop listening, which ends all cost. */
  onSelection(listener: () => void): () => void;
  /** The address of the selected cells with their sheet. */
  selectedAddress(): Promise<string>;
  /** By the functions' own computation. `place`: the cell in which the call stands, or is to stand; `at`: which of the cells that it fills. */
  explain(call: WrittenCall, place: FormulaPlace, at?: CellOfResult): Promise<ExplainedCall>;
  /** Puts another formula in the place of the one that `cell` was read with. */
  rewriteFormula(cell: ActiveCell, formula: string): Promise<void>;
  /** Writes a text beside a cell, where nothing stands. */
  writeNote(cell: ActiveCell, text: string): Promise<{ address: string }>;
  /** Our functions as their metadata describes them. */
  functions(): Promise<readonly FunctionInfo[]>;
  /** How the host writes formulas. */
  formulaStyle(): Promise<FormulaStyle>;
  /** How budgets come in; rejects with anything if its script cannot be fetched. */
  budgets(): Promise<BudgetServices>;
  /** How shared cost is split; rejects with anything if its script cannot be fetched. */
  sharedCost(): Promise<SplitServices>;
  /** What imports have brought in; rejects with anything if its script cannot be fetched. */
  loaded(): Promise<LoadedServices>;
  /** Budgets and where they will end; rejects with anything if its script cannot be fetched. */
  plans(): Promise<PlanServices>;
  /** Reports and templates; rejects with anything if its script cannot be fetched. */
  report(): Promise<ReportServices>;
  /** How files come in; rejects with anything if its script cannot be fetched. */
  imports(): Promise<ImportServices>;
  /** How ledgers in an engine come in; rejects with anything if its script cannot be fetched. */
  ledgers(): Promise<LedgerServices>;
  /** What makes the workbook fit to be given away; rejects with anything if its script cannot be fetched. */
  sharing(): Promise<SharingServices>;
  /** Whether the cells are in step with the tables. */
  inStep: StepServices;
  version: string;
  helpUrl: string;
}
