import type { Mapping, Recognition } from '../../bills/mapping/mapping';
import type { MonthSpan } from '../../bills/ledger/month-span';
import type { FoundTable, Reached } from '../../bills/reading/import-protocol';
import type { SplitKind } from '../../domain/ledger/shared-rows';
import type { BillSummary, MergeProposal } from '../../bills/sums/bill-summary';
import type { FileKind, TextReading } from '../../formats/file/text-table';
import type { UserTable } from '../../workbook/cells/workbook-tables';
import type { CurrencySum, EarlierImport } from '../../workbook/plans/earlier-imports';
import type { Progress } from './task';

export type { Reached, EarlierImport, MonthSpan, UserTable };

/** A table of the file as the pane shows it. */
export interface ImportTable extends Omit<FoundTable, 'headerKey'> {
  /** What the user mapped when a file with this header was loaded before; it is to be preferred to the recognition's. */
  readonly remembered: Mapping | null;
}

/** A bill that is open in the reader. */
export interface OpenBill {
  readonly kind: 'bill';
  readonly fileName: string;
  readonly fileKind: FileKind;
  readonly bytes: number;
  /** Null for files that are no text. */
  readonly reading: TextReading | null;
  readonly tables: readonly ImportTable[];
  readonly notices: readonly string[];
  /** Where it is a ledger in an engine: it is asked only when the user wants it. */
  readonly ledger?: OpenLedger;
}

/** What an engine is to be asked, or why it cannot be asked so. */
export type LedgerQuestion =
  | {
      readonly statement: string;
      /** What is asked before it. */
      readonly before: readonly string[];
      readonly problem?: undefined;
    }
  | { readonly statement?: undefined; readonly before?: undefined; readonly problem: string };

/** A ledger in an engine, of which a bill is asked for. */
export interface OpenLedger {
  /** The months that are asked for at first. */
  readonly months: MonthSpan;
  /** The months are those of the import that is refreshed, and stay. */
  readonly areMonthsFixed: boolean;
  /** What the engine would be asked; or why it cannot be asked so. */
  question(recognition: Recognition, mapping: Mapping, months: MonthSpan): LedgerQuestion;
  /** Whether the last answer of the engine is the one to this statement. */
  isAnswered(statement: string): boolean;
}

/** The European Central Bank's history of rates, compared with AIRates. */
export interface OpenRates {
  readonly kind: 'rates';
  readonly fileName: string;
  readonly currencies: readonly string[];
  /** Such as 2024-11. */
  readonly from: string;
  readonly to: string;
  readonly added: number;
  readonly replaced: number;
  /** Rates of the user's own for a month and currency that the file has too: they stay. */
  readonly kept: number;
  /** Months that are not loaded, each with the reason. */
  readonly incomplete: readonly { readonly month: string; readonly reason: string }[];
}

/** The invoices of an issuer for a month in a currency, beside what AIClients has billed for them. Amounts are exact decimal texts. */
export interface CheckedInvoices {
  readonly issuer: string;
  readonly month: string;
  readonly currency: string;
  readonly invoices: readonly { readonly invoice: string; readonly amount: string; readonly lines: number }[];
  readonly stated: string;
  /** Null: no row of it. */
  readonly loaded: string | null;
  /** What is loaded less what is stated. */
  readonly difference: string | null;
  readonly rows: number;
  readonly sources: readonly string[];
  /** What there is of the issuer for that month in other currencies. */
  readonly otherCurrencies: readonly CurrencySum[];
  /** Where nothing is loaded of the issuer: who has rows of that month. */
  readonly otherVendors: readonly string[];
}

/** FOCUS' InvoiceDetail: no bill, but a check of what is loaded. */
export interface OpenInvoices {
  readonly kind: 'invoices';
  readonly fileName: string;
  readonly checked: readonly CheckedInvoices[];
  readonly unreadable: readonly number[];
  readonly unreadableLines: number;
}

export type OpenedImport = OpenBill | OpenRates | OpenInvoices;

/** What a load would do, as the user sees it before deciding. */
export interface ImportPreview {
  readonly summary: BillSummary;
  /** Names in the file that look like a client on record, or like another in the file. */
  readonly merges: readonly MergeProposal[];
  /** Imports whose rows cover the same clients, vendors and months once these names are merged; also this very file's earlier load. */
  earlier(merged: ReadonlySet<string>): readonly EarlierImport[];
}

/** What the user decided. */
export interface ImportDecision {
  /** The proposals that the user agreed to. */
  readonly merges: readonly MergeProposal[];
  /** Sources of earlier imports whose rows are to go. The rows of the very same file always go. */
  readonly replace: readonly string[];
  /** Load although rows with problems are left out. */
  readonly withoutProblemRows: boolean;
}

/** What a load did. */
export interface ImportReport {
  /** The name under which the rows stand in the Source column. */
  readonly source: string;
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
  /** By what shared cost of an earlier load was split, which stands whole again; left out where none was. */
  readonly splitBefore?: SplitKind;
  /** How many rows the bill makes; undefined for rates. */
  readonly rows?: number;
}

/** How a report is written: for programs, or as a table for a spreadsheet. */
export type ReportForm = 'json' | 'csv';

/** One file on its way into the workbook. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface ImportSession {
  readonly opened: OpenedImport;
  /** Reads the text anew with another encoding or delimiter. */
  reread(reading: TextReading): Promise<ImportSession>;
  /** Sums the table; rejects with an `AbortError` if cancelled. `months`: of a ledger in an engine, those that are asked for. */
  preview(
    table: number,
    mapping: Mapping,
    progress: (at: Reached) => void,
    cancel: AbortSignal,
    months?: MonthSpan,
  ): Promise<ImportPreview>;
  /** Writes what the latest preview showed. Cancelled before the last request, it leaves the workbook as it was. */
  load(decision: ImportDecision, progress: Progress, cancel: AbortSignal): Promise<ImportReport>;
  /** Loads the rates (`OpenRates` only). */
  loadRates(progress: Progress, cancel: AbortSignal): Promise<ImportReport>;
  /**
   * All that was found and decided, as a file for the records: format, mapping, rows, totals by currency, what is left out, all listed
   * problems, answers, names merged and imports replaced.
   *
   * @param decision what the user has decided so far; null: what the load did, if there was one
   */
  report(as: ReportForm, decision: ImportDecision | null): Blob;
  /** Frees the reader. */
  close(): void;
}

/** How files and tables come into the pane. */
export interface ImportServices {
  /**
   * Opens a file, or several as one bill. Rejects with a `PaneFailure` if one cannot be read, with an `AbortError` if cancelled.
   *
   * @param files at least one
   * @param reading how a text is to be read, if the user has said so
   */
  open(
    files: readonly File[],
    progress: (at: Reached) => void,
    cancel: AbortSignal,
    reading?: Partial<TextReading>,
  ): Promise<ImportSession>;
  /** The tables and sheets of the workbook, without our own. */
  workbookTables(): Promise<readonly UserTable[]>;
  openWorkbookTable(table: UserTable, cancel: AbortSignal): Promise<ImportSession>;
}
