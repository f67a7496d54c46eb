import type { SumsStatement } from '../ledger/statement';
import type { BillSummary, MergeProposal } from '../sums/bill-summary';
import type { StatedInvoices } from '../sums/invoice-sums';
import type { Mapping, Recognition } from '../mapping/mapping';
import type { TableLook } from '../../formats/file/table-look';
import type { Cell, FileKind, TextReading } from '../../formats/file/text-table';
import type { BilledSum, ClientAlias, MonthRate } from '../../domain/ledger/rows-to-load';
import type { CurrencyGap } from '../rates/currency-means';

/** A table that is not a file: cells of the workbook, as Excel gives them. */
export interface GivenTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Number of the sheet row in which the first of `rows` stands. */
  readonly firstRow: number;
  /** Undefined if it never stood on a sheet. */
  readonly look?: TableLook;
}

/** What the reader is to read. */
export type Given =
  | { readonly kind: 'file'; readonly file: File; readonly reading: Partial<TextReading> | null }
  /** Chosen together: more than one. */
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly reading: Partial<TextReading> | null }
  | { readonly kind: 'table'; readonly table: GivenTable };

/** A table of the file, with what it was recognised as. */
export interface FoundTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The same text for the same set of columns in any order. */
  readonly headerKey: string;
  /** The first rows, as text, at most five. */
  readonly sample: readonly (readonly string[])[];
  readonly recognition: Recognition;
  /** Names with letters beyond ASCII, a few: they show whether the encoding is the right one. */
  readonly letters: readonly string[];
}

/** What the reader found. */
export type Found =
  | {
      readonly kind: 'bill';
      readonly fileKind: FileKind;
      readonly reading: TextReading | null;
      readonly tables: readonly FoundTable[];
      readonly notices: readonly string[];
    }
  /** FOCUS' InvoiceDetail, which is no bill. */
  | ({ readonly kind: 'invoices' } & StatedInvoices)
  | { readonly kind: 'rates'; readonly rates: readonly MonthRate[]; readonly incomplete: readonly CurrencyGap[] };

/** How far a reading is. */
export interface Reached {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** What can be asked of the reader, and what each answer is. */
export interface ImportCalls {
  open: { readonly asked: Given; readonly answer: Found };
  /**
   * SHA-256 of the file's content, in hexadecimal digits, as `sha256sum` prints it; of several files, of their hashes; of a table's
   * cells, written as JSON.
   */
  hash: { readonly asked: null; readonly answer: string };
  summarise: { readonly asked: { readonly table: number; readonly mapping: Mapping }; readonly answer: BillSummary };
  /** Which names look like a client on record, or like one another: of many, too much to compare for the thread of the pane. */
  merges: {
    readonly asked: {
      readonly names: readonly string[];
      readonly known: readonly string[];
      readonly aliases: readonly ClientAlias[];
    };
    readonly answer: readonly MergeProposal[];
  };
  /** What an engine has added up, as a bill; and a hash of it. It needs no file that is open. */
  addedUp: {
    readonly asked: {
      readonly answer: string;
      /** The answer to the statement that asks for the days; null if there is none. */
      readonly days: string | null;
      readonly statement: Pick<SumsStatement, 'columns' | 'mapping' | 'recognition'>;
    };
    readonly answer: { readonly summary: BillSummary; readonly sha256: string };
  };
}

export type ImportCall = keyof ImportCalls;

export interface ImportRequest<C extends ImportCall = ImportCall> {
  readonly id: number;
  readonly call: C;
  readonly asked: ImportCalls[C]['asked'];
}

/** What the reader says of a request: any number of times how far it is, then some of the sums at a time, then once how it ended. */
export type ImportReply =
  | { readonly id: number; readonly kind: 'reached'; readonly reached: Reached }
  | { readonly id: number; readonly kind: 'sums'; readonly sums: readonly BilledSum[] }
  /** Without the sums. */
  | { readonly id: number; readonly kind: 'done'; readonly answer: unknown }
  /** `foreseen`: the message says what is wrong with the file; else it is a mistake of ours. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly foreseen: boolean };
