import type { Month } from '../calendar/month';
import { messages } from '../messages/messages';
import { revenueMessages } from '../messages/revenue-messages';
import { refuseBroken } from '../messages/broken-row';
import type { Currency } from '../money/currency';
import type { Book } from './book';
import { basisOf, type Basis, type Bounds } from './client-rows';
import { ALL, compareText, nameKey } from './name-key';
import { perBook } from './per-book';
import {
  currencyOfCell,
  monthOfCell,
  notCurrency,
  notMonth,
  readRows,
  sortedOut,
  textOf,
  type RawRow,
  type RawTable,
} from './table';
import { TABLES, type ColumnOf } from './tables';

/** One row of AIRevenue: what a vendor earns with AI, or between what. */
export interface RevenueRow {
  readonly row: number;
  readonly vendor: string;
  /** What is counted; empty: the vendor's AI business as a whole. */
  readonly line: string;
  readonly month: Month;
  readonly currency: Currency;
  /** As the cell holds it, for the month or the year; null: known only by bounds. */
  readonly revenue: number | null;
  readonly bounds: Bounds | null;
  /** Months that the amount is for: 12 for a yearly run rate. */
  readonly over: 1 | 12;
  readonly basis: Basis;
  readonly source: string;
  readonly note: string;
}

/** A row of AIRevenue that cannot be used. */
export interface BrokenRevenue {
  readonly row: number;
  readonly vendor: string;
  /** Null: it could belong to any. */
  readonly month: Month | null;
  readonly problem: string;
}

const tableIn = perBook((book) => RevenueTable.of(book.table('AIRevenue')));

/** AIRevenue, checked. */
export class RevenueTable {
  private constructor(
    readonly rows: readonly RevenueRow[],
    readonly broken: readonly BrokenRevenue[],
  ) {}

  /**
   * The workbook's table; one without rows where it has none, for nobody needs it to have one.
   * @throws Problem `#VALUE!` if a column is missing
   */
  static in(book: Book): RevenueTable {
    return tableIn(book);
  }

  static of(table: RawTable | null): RevenueTable {
    const rows = table === null ? [] : readRows(table, TABLES.AIRevenue);
    // What is superseded is never counted, so nothing in it is wrong.
    const living = rows.filter((raw) => basisOf(raw.cell('Basis')) !== 'superseded');
    const { sound, broken } = sortedOut(living, checkRow);
    return new RevenueTable(sound, broken);
  }

  /** The vendor as the table first spells it in the order of the alphabet; null if it has no row of it. */
  vendorName(vendor: string): string | null {
    const names = [...this.rows, ...this.broken].filter((row) => nameKey(row.vendor) === nameKey(vendor));
    return names.map((row) => row.vendor).sort(compareText)[0] ?? null;
  }

  /** A vendor's rows that are not superseded. */
  rowsOf(vendor: string): readonly RevenueRow[] {
    return this.rows.filter((row) => nameKey(row.vendor) === nameKey(vendor));
  }

  /** The months of the vendor's broken rows, if they can be read. */
  brokenMonths(vendor: string): Month[] {
    return this.broken.filter((row) => nameKey(row.vendor) === nameKey(vendor)).flatMap(({ month }) => month ?? []);
  }

  /** @throws Problem for a broken row of the vendor that lies in the months, or may */
  refuseBroken(vendor: string, isAsked: (month: Month) => boolean): void {
    refuseBroken(
      'AIRevenue',
      this.broken.filter(
        (row) => nameKey(row.vendor) === nameKey(vendor) && (row.month === null || isAsked(row.month)),
      ),
    );
  }
}

type Raw = RawRow<ColumnOf<'AIRevenue'>>;

function checkRow(raw: Raw): RevenueRow | BrokenRevenue {
  const vendor = textOf(raw.cell('Vendor'));
  const monthCell = raw.cell('Month');
  const month = monthOfCell(monthCell);
  const basis = basisOf(raw.cell('Basis'));
  const per = textOf(raw.cell('Per')).toLowerCase();
  const currencyCell = raw.cell('Currency');
  const currency = currencyOfCell(currencyCell);
  const broken = (problem: string): BrokenRevenue => ({ row: raw.row, vendor, month, problem });
  if (nameKey(vendor) === '' || nameKey(vendor) === ALL) {
    return broken(nameKey(vendor) === '' ? messages.cellBlank('Vendor') : messages.cellIsAll('Vendor'));
  }
  if (basis === null) {
    return broken(messages.cellNotBasis('Basis', raw.cell('Basis')));
  }
  if (month === null) {
    return broken(notMonth('Month', monthCell));
  }
  if (currency === null) {
    return broken(notCurrency(currencyCell));
  }
  if (per !== 'month' && per !== 'year') {
    return broken(revenueMessages.cellNotPer('Per', raw.cell('Per')));
  }
  const amounts = amountsOf(raw);
  if (typeof amounts === 'string') {
    return broken(amounts);
  }
  return {
    row: raw.row,
    vendor,
    line: textOf(raw.cell('Line')),
    month,
    currency,
    ...amounts,
    over: per === 'year' ? 12 : 1,
    basis,
    source: textOf(raw.cell('Source')),
    note: textOf(raw.cell('Note')),
  };
}

function amountsOf(raw: Raw): Pick<RevenueRow, 'revenue' | 'bounds'> | string {
  const columns = ['Revenue', 'Revenue low', 'Revenue high'] as const;
  const notNumber = columns.find((column) => raw.cell(column) !== null && typeof raw.cell(column) !== 'number');
  if (notNumber !== undefined) {
    return messages.cellNotNumber(notNumber, raw.cell(notNumber));
  }
  const [revenue = null, low = null, high = null] = columns.map((column) => raw.cell(column) as number | null);
  if (revenue === null && low === null && high === null) {
    return messages.cellBlank('Revenue');
  }
  if (revenue !== null && (low !== null || high !== null)) {
    return messages.pointAndBounds('Revenue', low === null ? 'Revenue high' : 'Revenue low');
  }
  if (low !== null && high !== null && low > high) {
    return messages.boundsCrossed('Revenue low', low, 'Revenue high', high);
  }
  return { revenue, bounds: revenue === null ? { low, high } : null };
}
