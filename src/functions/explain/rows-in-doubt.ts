import { shareText } from '../../domain/figures/stated-share';
import type { Book } from '../../domain/ledger/book';
import { moneyOf, type ClientRow, type SpendRow } from '../../domain/ledger/client-rows';
import { RevenueTable } from '../../domain/ledger/revenue-table';
import { messages } from '../../domain/messages/messages';
import type { Remedy } from '../../domain/messages/problem';
import { formatAmount } from '../../domain/money/money';
import { explainedRevenue } from './airevenue';
import { explainedRow, type ExplainedRow } from './basis';

/** What a row may be marked as, so that rows no longer stand against one another. */
export type Mark = 'superseded' | 'accepted';

/** A row that keeps a figure from being worked out, and what it may be marked as. */
export interface RowInDoubt extends ExplainedRow {
  readonly marks: readonly Mark[];
}

/** The rows that a remedy leaves to the user to decide about, as the tables have them; none for another remedy. */
export function rowsInDoubt(book: Book, remedy: Remedy | null): RowInDoubt[] {
  if (remedy?.kind !== 'settle-rows') {
    return [];
  }
  const rows = remedy.rows.flatMap(({ table, row }) =>
    table === 'AIClients' ? (clientRow(book, row) ?? []) : (revenueRow(book, row) ?? []),
  );
  // A bill is what was paid. Only if nothing but bills stand against one another is one of them to go.
  const onlyBills = rows.every(({ basis }) => basis === 'billed');
  return rows.map((row) => ({ ...row, marks: marksOf(row.basis, onlyBills) }));
}

function marksOf(basis: string, onlyBills: boolean): Mark[] {
  if (basis === 'billed') {
    return onlyBills ? ['superseded'] : [];
  }
  return basis === 'accepted' ? ['superseded'] : ['superseded', 'accepted'];
}

function clientRow(book: Book, number: number): ExplainedRow | null {
  const row = book.clients().rows.sound.find((candidate) => candidate.row === number);
  return row === undefined ? null : { ...explainedRow({ row, counted: false, reason: '' }), amount: saidOf(row) };
}

/** `20,000,000.00 EUR, share 15%` */
function saidOf(row: ClientRow): string {
  const spend =
    row.spend !== null
      ? formatAmount(moneyOf(row as SpendRow))
      : row.more.spend !== null
        ? messages.bounds(row.more.spend)
        : '';
  const hasShare = (row.share ?? row.more.share) !== null && typeof (row.share ?? row.more.share) !== 'string';
  return [spend, hasShare ? `share ${shareText(row)}` : ''].filter(Boolean).join(', ');
}

function revenueRow(book: Book, number: number): ExplainedRow | null {
  const row = RevenueTable.in(book).rows.find((candidate) => candidate.row === number);
  return row === undefined ? null : { ...explainedRevenue(row), counted: false };
}
