import type { ReferenceSetId } from '../../bills/reference/reference-sets';
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
  /** Why it cannot be loaded as the workbook is; null where it can. */
  readonly refused: string | null;
}

/** A figure that a load would change, as cells show it before and after; of an error also what it says. */
export interface FigureChange {
  readonly formula: string;
  readonly before: string;
  readonly after: string;
}

/** The data that ships. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface ReferenceServices {
  /** Looks, and writes nothing. */
  sets(): Promise<readonly ReferenceSet[]>;
  /** Works out, without writing, which of the figures of a set's clients and vendors a load would change. */
  figureChanges(set: ReferenceSetId): Promise<readonly FigureChange[]>;
  /** Takes a set's rows out again, in one step to undo; rows of the user's own stay. Rejects when `cancel` is aborted. */
  remove(set: ReferenceSetId, progress: Progress, cancel: AbortSignal): Promise<LoadOutcome>;
}
