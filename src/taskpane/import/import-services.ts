import type { BillSummary, MergeProposal } from '../../bills/sums/bill-summary';
import type { Mapping, Recognition } from '../../bills/mapping/mapping';
import type { FileKind, TextReading } from '../../formats/file/text-table';

/** How far a long reading is. */
export interface ReadingProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** A table of the file as the pane shows it. */
export interface ImportTable {
  /** The sheet's name; '' where the file is one table. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The first rows, as text, at most five. */
  readonly sample: readonly (readonly string[])[];
  readonly recognition: Recognition;
  /** What the user mapped when a file with this header was loaded before; it is to be preferred to the recognition's. */
  readonly remembered: Mapping | null;
}

/** An import that the log AIImports knows of. */
export interface EarlierImport {
  /** The file's name as AIImports and the Source column have it. */
  readonly source: string;
  /** When it was loaded: `2024-11-18 14:05`. */
  readonly loadedAt: string;
  /** How many of its rows are in AIClients now. */
  readonly rows: number;
  /** It is this very file, by the hash of its content. */
  readonly sameContent: boolean;
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

export type OpenedImport = OpenBill | OpenRates;

/** What a load would do, as the user sees it before deciding. */
export interface ImportPreview {
  readonly summary: BillSummary;
  /** Names in the file that look like a client on record. */
  readonly merges: readonly MergeProposal[];
  /** Imports whose rows cover the same clients, vendors, services and months; also this very file's earlier load. */
  readonly earlier: readonly EarlierImport[];
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
}

export type ImportStep =
  | { readonly kind: 'waiting-for-cell-edit' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number };

/** One file on its way into the workbook. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface ImportSession {
  readonly opened: OpenedImport;
  /** Reads the text anew with another encoding or delimiter. */
  reread(reading: TextReading): Promise<ImportSession>;
  /** Sums the table; rejects with an `AbortError` where cancelled. */
  preview(
    table: number,
    mapping: Mapping,
    progress: (at: ReadingProgress) => void,
    cancel: AbortSignal,
  ): Promise<ImportPreview>;
  /** Writes what the latest preview showed. Cancelled before the last request, it leaves the workbook as it was. */
  load(decision: ImportDecision, progress: (step: ImportStep) => void, cancel: AbortSignal): Promise<ImportReport>;
  /** Loads the rates (`OpenRates` only). */
  loadRates(progress: (step: ImportStep) => void, cancel: AbortSignal): Promise<ImportReport>;
  /** All that was found, as a file for the records: format, mapping, rows, totals by currency, what is left out, all listed problems. */
  report(): Blob;
  /** Frees the reader. */
  close(): void;
}

/** A table or sheet of the workbook that could be a bill. */
export interface WorkbookTable {
  readonly kind: 'table' | 'sheet';
  readonly name: string;
  readonly rows: number;
}

/** How files and tables come into the pane. */
export interface ImportServices {
  /** Rejects with a `PaneFailure` where the file cannot be read, with an `AbortError` where cancelled. */
  open(file: File, progress: (at: ReadingProgress) => void, cancel: AbortSignal): Promise<ImportSession>;
  /** The tables and sheets of the workbook, without our own. */
  workbookTables(): Promise<readonly WorkbookTable[]>;
  openWorkbookTable(table: WorkbookTable, cancel: AbortSignal): Promise<ImportSession>;
}
