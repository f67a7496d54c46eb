import type { ReferenceSetId } from '../../bills/reference/reference-sets';
import type { PriceCheck } from '../../domain/figures/price-check';
import type { TableName } from '../../domain/ledger/tables';
import type { LoadOutcome } from '../../workbook/load/table-load';
import type { Progress } from './task';

export type { ReferenceSetId };

/** What a load would do to one table. */
export interface TableChange {
  readonly table: TableName;
  /** The workbook has no such table yet. */
  readonly isNew: boolean;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  /** Columns that the table is given. */
  readonly columns: readonly string[];
}

/** One of the sets that ship, and how much of it the workbook has. */
export interface ReferenceSet {
  readonly id: ReferenceSetId;
  /** Rows of it that the workbook has, and that it has in all. */
  readonly present: number;
  readonly rows: number;
  /** What a load would do, table by table; without those to which it would do nothing. */
  readonly changes: readonly TableChange[];
  /** Why it cannot be loaded as the workbook is; null if it can. */
  readonly refused: string | null;
}

/** A figure that a load would change, as cells show it before and after; of an error also what it says. */
export interface FigureChange {
  readonly formula: string;
  readonly before: string;
  readonly after: string;
}

/** Which model prices a load takes: those of models that AIClients has on record, or all. */
export type PriceScope = 'recorded' | 'all';

/** The list prices of models that ship, and how much of them the workbook has. */
export interface ModelPrices {
  /** Whose they are, and under which licence. */
  readonly licence: string;
  /** The day as of which they hold (`2026-08-21`). */
  readonly asOf: string;
  /** Rows of them that the workbook has, and that there are in all. */
  readonly present: number;
  readonly rows: number;
  /** How many of the models on record have list prices, and the names of those that have none. */
  readonly priced: number;
  readonly unpriced: readonly string[];
  /** What a load would do to AIPrices; null if it would do nothing. */
  readonly changes: Readonly<Record<PriceScope, TableChange | null>>;
  /** Why they cannot be loaded as the workbook is; null if they can. */
  readonly refused: string | null;
}

/** The data that ships. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface ReferenceServices {
  /** Looks, and writes nothing. */
  sets(): Promise<readonly ReferenceSet[]>;
  /** Works out, without writing, which of the figures of a set's clients and vendors a load would change. */
  figureChanges(set: ReferenceSetId): Promise<readonly FigureChange[]>;
  /** Takes a set's rows out again, in one step to undo; rows of the user's own stay. Rejects when `cancel` is aborted. */
  remove(set: ReferenceSetId, progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
  /** Looks, and writes nothing. */
  prices(): Promise<ModelPrices>;
  /** Puts list prices into AIPrices, in one step to undo; rows of the user's own stay. Rejects when `cancel` is aborted. */
  loadPrices(scope: PriceScope, progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
  /** Compares what bills ask for tokens with the list prices on record. Looks, and writes nothing. */
  priceCheck(): Promise<PriceCheck>;
  /** Takes them all out again, as `remove` does. */
  removePrices(progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
}
