import type { ImportSession, MonthSpan, Reached } from './import-services';

/** How an engine is reached. The password stays in memory, for this session only. */
export interface LedgerConnection {
  /** Such as `https://clickhouse.example.com`. */
  readonly address: string;
  /** Empty: the user's own. */
  readonly database: string;
  /** Empty: a proxy before the engine knows the user by itself. */
  readonly user: string;
  readonly password: string;
}

/** What is asked for again. */
export interface LedgerRefresh {
  /** As the Source column has it. */
  readonly source: string;
  readonly address: string;
  readonly table: string;
  readonly months: MonthSpan;
}

/** How a ledger in an engine comes into the pane. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface LedgerServices {
  /** The addresses to which this build of the add-in may talk; none: an administrator has to name them. */
  readonly admitted: readonly string[];
  /** The last connection of this session; null for none. */
  last(): LedgerConnection | null;
  /** The tables and views that the user may read, such as `billing.focus`. */
  tables(connection: LedgerConnection, cancel: AbortSignal): Promise<readonly string[]>;
  /** What AIImports keeps of an import from a ledger. */
  refresh(source: string): Promise<LedgerRefresh>;
  /** @param refresh the import that is to be brought up to date; null for a new one */
  open(
    connection: LedgerConnection,
    table: string,
    refresh: LedgerRefresh | null,
    progress: (at: Reached) => void,
    cancel: AbortSignal,
  ): Promise<ImportSession>;
}
