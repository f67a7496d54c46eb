import { formatMonth } from '../../domain/calendar/month';
import { compareText } from '../../domain/ledger/name-key';
import type { Cell, TextTable } from '../../formats/file/text-table';
import { columnsOf } from '../mapping/column-names';
import { readAmount } from '../values/amount-text';
import { monthIn, readMonth } from '../values/bill-date';
import { nameText } from '../values/cell-text';
import { readCurrency } from '../values/currency-text';
import type { ExactAmount } from './bill-summary';
import { addAmount, exactText, type ExactSum } from './exact-sum';

/** What an invoice states for one billing month in one currency. */
export interface InvoiceStatement {
  /** '' for charges that are on no invoice yet. */
  readonly invoice: string;
  readonly issuer: string;
  /** The month in which its billing period begins: `2025-01`. */
  readonly month: string;
  readonly currency: string;
  readonly lines: number;
  readonly amount: ExactAmount;
}

/** What the invoices of FOCUS' data set InvoiceDetail state. */
export interface StatedInvoices {
  /** In the order of issuer, month, currency and invoice. */
  readonly invoices: readonly InvoiceStatement[];
  /** The lines of which issuer, month, currency or amount cannot be read, at most 100, and how many there are. */
  readonly unreadable: readonly number[];
  readonly unreadableLines: number;
}

const LISTED = 100;

/**
 * Adds up the lines of invoices, exactly.
 *
 * @throws FileProblem if the file turns out to be damaged or beyond a limit
 */
export async function sumInvoices(tables: readonly TextTable[]): Promise<StatedInvoices> {
  const found = new Map<
    string,
    { readonly of: Omit<InvoiceStatement, 'amount' | 'lines'>; sum: ExactSum; lines: number }
  >();
  const unreadable: number[] = [];
  let unreadableLines = 0;
  const misfit = (line: number): void => {
    unreadableLines += 1;
    if (unreadable.length < LISTED) {
      unreadable.push(line);
    }
  };
  for (const table of tables) {
    await table.readRows(
      invoiceColumns(table.header),
      ([invoice = '', issuer = '', start = '', currency = '', cost = ''], line) => {
        const of = { invoice: nameText(invoice), ...placeOf(issuer, start, currency) };
        const amount = readAmount(cost);
        if (
          of.issuer === '' ||
          of.month === '' ||
          of.currency === '' ||
          amount === null ||
          amount === 'blank' ||
          amount.point === null
        ) {
          misfit(line);
          return;
        }
        const key = JSON.stringify(of);
        const known = found.get(key) ?? { of, sum: [], lines: 0 };
        found.set(key, known);
        known.lines += 1;
        addAmount(known.sum, amount.unscaled, amount.point);
      },
      undefined,
      misfit,
    );
  }
  const invoices = [...found.values()].map(({ of, sum, lines }) => ({ ...of, lines, amount: exactText(sum) }));
  return { invoices: invoices.sort(compareInvoices), unreadable, unreadableLines };
}

/** Positions that no table has give blank cells. */
function invoiceColumns(header: readonly string[]): number[] {
  const columns = columnsOf(header);
  return ['invoiceid', 'invoiceissuername', 'billingperiodstart', 'billingcurrency', 'billedcost'].map((name) => {
    const column = columns.find(name);
    return column === null ? -1 : header.indexOf(column);
  });
}

function placeOf(issuer: Cell, start: Cell, currency: Cell): Pick<InvoiceStatement, 'issuer' | 'month' | 'currency'> {
  const reading = readMonth(start);
  const month = reading === 'blank' ? null : monthIn(reading, 'month-first', 1);
  return {
    issuer: nameText(issuer),
    month: month === null ? '' : formatMonth(month),
    currency: readCurrency(currency).text,
  };
}

function compareInvoices(a: InvoiceStatement, b: InvoiceStatement): number {
  return (
    compareText(a.issuer, b.issuer) ||
    compareText(a.month, b.month) ||
    compareText(a.currency, b.currency) ||
    compareText(a.invoice, b.invoice)
  );
}
