import type { Month } from '../calendar/month';
import { budgetMessages } from '../messages/budget-messages';
import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { Decimal } from '../money/decimal';
import type { Book } from './book';
import { ALL, nameKey } from './name-key';
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

/** One row of AIBudgets: an amount for a stretch of months, spread evenly over them. */
export interface Budget {
  readonly row: number;
  /** `*`: of all clients together. */
  readonly client: string;
  /** Empty: with all vendors together. */
  readonly vendor: string;
  readonly from: Month;
  readonly to: Month;
  readonly amount: Decimal;
  readonly currency: Currency;
  readonly note: string;
}

/** A row of AIBudgets that cannot be used. */
export interface BrokenBudget {
  readonly row: number;
  /** Empty: it could be any client's. */
  readonly client: string;
  readonly vendor: string;
  /** Null: it cannot be read, so the row may reach back, or ahead, as far as one likes. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly problem: string;
}

const tableIn = perBook((book) => BudgetTable.of(book.table('AIBudgets')));

/** AIBudgets, checked. */
export class BudgetTable {
  private constructor(
    readonly budgets: readonly Budget[],
    readonly broken: readonly BrokenBudget[],
  ) {}

  /**
   * The workbook's table.
   * @throws Problem as `of` does
   */
  static in(book: Book): BudgetTable {
    return tableIn(book);
  }

  /**
   * @throws Problem `#N/A` if the workbook has no table AIBudgets, `#VALUE!` if a column is missing
   */
  static of(table: RawTable | null): BudgetTable {
    if (table === null) {
      throw new Problem('#N/A', budgetMessages.noTable());
    }
    const { sound, broken } = sortedOut(readRows(table, TABLES.AIBudgets), checkBudget);
    return new BudgetTable(sound, broken);
  }
}

/** What spellings of a vendor's name have in common; a blank and `*` mean all vendors together, the key of which is ''. */
export function budgetVendorKey(vendor: string): string {
  return nameKey(vendor) === ALL ? '' : nameKey(vendor);
}

function checkBudget(raw: RawRow<ColumnOf<'AIBudgets'>>): Budget | BrokenBudget {
  const client = textOf(raw.cell('Client'));
  const written = textOf(raw.cell('Vendor'));
  const vendor = budgetVendorKey(written) === '' ? '' : written;
  const [fromCell, toCell, amount, code] = [raw.cell('From'), raw.cell('To'), raw.cell('Budget'), raw.cell('Currency')];
  const from = monthOfCell(fromCell);
  const to = toCell === null ? from : monthOfCell(toCell);
  const currency = currencyOfCell(code);
  const isCrossed = from !== null && to !== null && to < from;
  const stretch = isCrossed ? { from: null, to: null } : { from, to };
  const broken = (problem: string): BrokenBudget => ({ row: raw.row, client, vendor, ...stretch, problem });
  if (nameKey(client) === '') {
    return broken(messages.cellBlank('Client'));
  }
  if (from === null) {
    return broken(notMonth('From', fromCell));
  }
  if (to === null) {
    return broken(notMonth('To', toCell));
  }
  if (to < from) {
    return broken(budgetMessages.endsBeforeStart(from, to));
  }
  if (typeof amount !== 'number') {
    return broken(amount === null ? messages.cellBlank('Budget') : messages.cellNotNumber('Budget', amount));
  }
  if (currency === null) {
    return broken(notCurrency(code));
  }
  return {
    row: raw.row,
    client,
    vendor,
    from,
    to,
    amount: new Decimal(amount),
    currency,
    note: textOf(raw.cell('Note')),
  };
}
