import type { Cell, RowListener, RowProblemListener } from '../../formats/file/text-table';
import { billMessages } from '../messages';
import { readAmount, type AmountReading } from '../values/amount-text';
import { readMonth, type MonthReading } from '../values/bill-date';
import { readCurrency, type CurrencyReading } from '../values/currency-text';
import type { LeftOutReason } from './bill-summary';
import { billColumns, type BillColumns } from './bill-columns';
import { addAmount } from './exact-sum';
import type { Mapping, Recognition, Role } from '../mapping/mapping';
import { distinctValues, textIds, type TextIds } from './ids';
import { problemList, type ProblemList } from './problem-list';
import { remembered } from '../values/remembered';
import { amountKind, rowGroups, type AmountKind, type GroupOf, type RowGroup } from './row-groups';

/** A bill read once, before it is decided what its points, commas and dates mean. */
export interface BillRows {
  rows: number;
  /** Rows whose amount cannot be read in any way. */
  unreadable: number;
  readonly groups: readonly RowGroup[];
  readonly clients: TextIds;
  readonly vendors: TextIds;
  readonly services: TextIds;
  readonly months: readonly MonthReading[];
  /** How many rows have each of `months`. */
  readonly monthRows: readonly number[];
  readonly currencies: readonly CurrencyReading[];
  /** Problems whatever is decided. */
  readonly problems: ProblemList;
  /** Problems if a point is decimal, if a comma is, if months come first, if days do. */
  readonly ifPoint: ProblemList;
  readonly ifComma: ProblemList;
  readonly ifMonthFirst: ProblemList;
  readonly ifDayFirst: ProblemList;
  /** Whether anything in the table tells AI from the rest. */
  readonly tellsAi: boolean;
}

const BLANK_MONTH = -1;
const NO_MONTH: MonthReading = { monthFirst: null, dayFirst: null, order: 'none' };

/**
 * Prepares a bill to be read in one pass: columns to ask for, and what to do with each row.
 *
 * A row is left out for the first of these reasons: a filter, not AI, not money, a problem. A blank client, vendor, month or
 * currency is a problem, and so is a blank amount; a row in which all mapped columns are blank is no row of the bill.
 *
 * @throws FileProblem if a role is open, a column is not in the table, or only AI is wanted and nothing tells it
 */
export function billRows(
  header: readonly string[],
  recognition: Recognition,
  mapping: Mapping,
): { positions: readonly number[]; each: RowListener; misfit: RowProblemListener; bill: BillRows } {
  const columns = billColumns(header, recognition, mapping);
  const reading = new BillReading(columns, mapping);
  return {
    positions: columns.positions,
    each: (cells, line) => reading.read(cells, line),
    misfit: (line, problem) => reading.misfit(line, problem),
    bill: reading.bill,
  };
}

/** Puts row after row into the bill. */
class BillReading {
  readonly bill: BillRows;
  private readonly months = distinctValues<MonthReading>(
    ({ monthFirst, dayFirst, order }) => `${monthFirst} ${dayFirst} ${order}`,
  );
  private readonly currencies = distinctValues<CurrencyReading>(({ kind, text }) => `${kind} ${text}`);
  private readonly monthRows: number[] = [];
  private readonly monthOf: (cell: Cell) => number;
  private readonly currencyOf = remembered((cell) => this.currencies.idOf(readCurrency(cell)));
  private readonly groupOf: GroupOf;
  /** Decimals that the amounts have beyond those written. */
  private readonly shift: number;
  private readonly onlyAi: boolean;

  constructor(
    private readonly columns: BillColumns,
    mapping: Mapping,
  ) {
    const { groups, groupOf } = rowGroups();
    this.groupOf = groupOf;
    this.shift = mapping.hundredths ? 2 : 0;
    this.onlyAi = mapping.onlyAi;
    // Id 0 is no month, for rows that have none or are left out.
    this.months.idOf(NO_MONTH);
    this.monthOf = remembered((cell) => {
      const reading = readMonth(cell, columns.unixTime);
      return reading === 'blank' ? BLANK_MONTH : this.months.idOf(reading);
    });
    this.bill = {
      rows: 0,
      unreadable: 0,
      groups,
      clients: textIds(),
      vendors: textIds(),
      services: textIds(),
      months: this.months.values,
      monthRows: this.monthRows,
      currencies: this.currencies.values,
      problems: problemList(),
      ifPoint: problemList(),
      ifComma: problemList(),
      ifMonthFirst: problemList(),
      ifDayFirst: problemList(),
      tellsAi: columns.isAi !== null,
    };
  }

  /** A row that does not fit the header. */
  misfit(line: number, problem: string): void {
    this.bill.rows++;
    this.bill.unreadable++;
    this.bill.problems.addRow(line, problem);
  }

  read(cells: readonly Cell[], line: number): void {
    const amount = readAmount(this.columns.roles.amount.read(cells));
    if (amount === null || amount === 'blank') {
      this.countWithoutAmount(cells, line, amount);
      return;
    }
    this.bill.rows++;
    const kind = amountKind(amount);
    this.noteAmountKind(cells, line, kind);
    const group = this.groupFor(cells, line, amount, kind);
    group.rows++;
    addAmount(group.sum, amount.unscaled, (amount.point ?? amount.comma ?? 0) + this.shift);
    if (kind === 'both') {
      addAmount(group.commaSum, amount.unscaled, (amount.comma ?? 0) + this.shift);
    }
  }

  private countWithoutAmount(cells: readonly Cell[], line: number, amount: null | 'blank'): void {
    if (amount === 'blank' && this.columns.isBlank(cells)) {
      return;
    }
    this.bill.rows++;
    this.bill.unreadable++;
    const message = amount === null ? billMessages.noAmount : billMessages.blankAmount;
    this.list(this.bill.problems, cells, line, 'amount', message);
  }

  private noteAmountKind(cells: readonly Cell[], line: number, kind: AmountKind): void {
    if (kind === 'point') {
      this.list(this.bill.ifComma, cells, line, 'amount', billMessages.notWithComma);
    }
    if (kind === 'comma') {
      this.list(this.bill.ifPoint, cells, line, 'amount', billMessages.notWithPoint);
    }
  }

  /** The group that a row with an amount belongs to; its problem is listed, if that is why it is left out. */
  private groupFor(cells: readonly Cell[], line: number, amount: AmountReading, kind: AmountKind): RowGroup {
    const { columns, bill } = this;
    const currencyId = this.currencyOf(columns.roles.currency.read(cells));
    const currency = bill.currencies[currencyId];
    const isAi = columns.isAi !== null && columns.isAi(cells);
    const service = bill.services.idOf(columns.roles.service.read(cells));
    // Every row's date counts as evidence of how dates are written, whether the row is kept or not.
    const month = this.monthOf(columns.roles.month.read(cells));
    if (month > 0) {
      this.monthRows[month] = (this.monthRows[month] ?? 0) + 1;
    }
    const leftOut = this.reasonToLeaveOut(cells, isAi, currency);
    if (leftOut !== null) {
      return this.groupOf(0, 0, service, 0, currencyId, leftOut, isAi, kind);
    }
    const client = bill.clients.idOf(columns.roles.client.read(cells));
    const vendor = bill.vendors.idOf(columns.roles.vendor.read(cells));
    const isSound =
      this.isCurrencySound(cells, line, amount, currency) &&
      this.areNamesSound(cells, line, client, vendor) &&
      this.isMonthSound(cells, line, month);
    return isSound
      ? this.groupOf(client, vendor, service, month, currencyId, 'kept', isAi, kind)
      : this.groupOf(0, 0, service, 0, currencyId, 'problem', isAi, kind);
  }

  private reasonToLeaveOut(
    cells: readonly Cell[],
    isAi: boolean,
    currency: CurrencyReading | undefined,
  ): LeftOutReason | null {
    if (!this.columns.passesFilters(cells)) {
      return 'filtered';
    }
    if (this.onlyAi && !isAi) {
      return 'not-ai';
    }
    return currency?.kind === 'unit' ? 'not-money' : null;
  }

  /*
   * The checks below list the first problem of a row that would be kept, in this order: currency, client, vendor, month.
   */

  private isCurrencySound(
    cells: readonly Cell[],
    line: number,
    amount: AmountReading,
    currency: CurrencyReading | undefined,
  ): boolean {
    if (currency === undefined || currency.kind === 'blank') {
      return this.fault(cells, line, 'currency', billMessages.blankCurrency);
    }
    if (currency.kind === 'unclear') {
      return this.fault(cells, line, 'currency', billMessages.unclearCurrency);
    }
    if (amount.mark !== '' && contradicts(amount.mark, currency)) {
      return this.fault(cells, line, 'amount', (value) => billMessages.otherCurrency(value, currency.text));
    }
    return true;
  }

  private areNamesSound(cells: readonly Cell[], line: number, client: number, vendor: number): boolean {
    if (client === 0) {
      return this.fault(cells, line, 'client', billMessages.blankClient);
    }
    return vendor !== 0 || this.fault(cells, line, 'vendor', billMessages.blankVendor);
  }

  /** A date that one order does not fit is sound, and listed for that order. */
  private isMonthSound(cells: readonly Cell[], line: number, month: number): boolean {
    if (month === BLANK_MONTH) {
      return this.fault(cells, line, 'month', billMessages.blankMonth);
    }
    const { monthFirst, dayFirst } = this.bill.months[month] ?? NO_MONTH;
    if (monthFirst === null && dayFirst === null) {
      return this.fault(cells, line, 'month', billMessages.noMonth);
    }
    if (monthFirst === null) {
      this.list(this.bill.ifMonthFirst, cells, line, 'month', billMessages.notMonthFirst);
    }
    if (dayFirst === null) {
      this.list(this.bill.ifDayFirst, cells, line, 'month', billMessages.notDayFirst);
    }
    return true;
  }

  private fault(cells: readonly Cell[], line: number, role: Role, message: (value: string) => string): false {
    this.list(this.bill.problems, cells, line, role, message);
    return false;
  }

  private list(
    problems: ProblemList,
    cells: readonly Cell[],
    line: number,
    role: Role,
    message: (value: string) => string,
  ): void {
    const { column, read } = this.columns.roles[role];
    problems.add(line, role, column, read(cells), message);
  }
}

function contradicts(mark: string, currency: CurrencyReading): boolean {
  const named = readCurrency(mark);
  return named.kind === 'money' && named.text !== currency.text;
}
