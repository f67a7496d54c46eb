import { FileProblem } from '../../formats/file/file-problem';
import type { Cell, RowListener, RowProblemListener } from '../../formats/file/text-table';
import { billMessages } from '../messages';
import { readAmount, type AmountReading } from '../values/amount-text';
import { readMonth, type MonthReading } from '../values/bill-date';
import { isBlankCell } from '../values/cell-text';
import { readCurrency, type CurrencyReading } from '../values/currency-text';
import { distinctValues } from './distinct-values';
import { addAmount } from './exact-sum';
import type { Mapping, Recognition, Role } from '../mapping/mapping';
import { problemList, type ProblemList } from './problem-list';
import { remembered } from '../values/remembered';
import { roleReader, wantedColumns } from './role-reader';
import { amountKind, rowGroups, type RowGroup } from './row-groups';
import { aiTest, filterTest } from './row-tests';
import { textIds, type TextIds } from './text-ids';

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

/**
 * Prepares a bill to be read in one pass: columns to ask for, and what to do with each row.
 *
 * A row is left out for the first of these reasons: a filter, not AI, not money, a problem. A blank client, vendor, month or
 * currency is a problem, and so is a blank amount; a row in which all mapped columns are blank is no row of the bill.
 */
export function billRows(
  header: readonly string[],
  recognition: Recognition,
  mapping: Mapping,
): { positions: readonly number[]; each: RowListener; misfit: RowProblemListener; bill: BillRows } {
  const wanted = wantedColumns(header);
  const reader = (role: Role) => roleReader(role, mapping.roles[role], wanted);
  const roles = {
    client: reader('client'),
    vendor: reader('vendor'),
    service: reader('service'),
    month: reader('month'),
    amount: reader('amount'),
    currency: reader('currency'),
  };
  const mappedColumns = wanted.positions.length;
  const passesFilters = filterTest(mapping.filters, wanted);
  const isAi = aiTest(header, recognition, mapping, wanted);
  if (mapping.onlyAi && isAi === null) {
    throw new FileProblem(billMessages.nothingTellsAi());
  }

  const months = distinctValues<MonthReading>(
    ({ monthFirst, dayFirst, order }) => `${monthFirst} ${dayFirst} ${order}`,
  );
  const currencies = distinctValues<CurrencyReading>(({ kind, text }) => `${kind} ${text}`);
  const unixTime =
    mapping.roles.month.kind === 'columns' &&
    mapping.roles.month.columns.some((column) => recognition.unixTimeColumns?.includes(column));
  const monthOf = remembered((cell) => {
    const reading = readMonth(cell, unixTime);
    return reading === 'blank' ? BLANK_MONTH : months.idOf(reading);
  });
  const currencyOf = remembered((cell) => currencies.idOf(readCurrency(cell)));
  // Id 0 is no month, for rows that have none or are left out.
  months.idOf({ monthFirst: null, dayFirst: null, order: 'none' });

  const { groups, groupOf } = rowGroups();
  const [clients, vendors, services] = [textIds(), textIds(), textIds()];
  const monthRows: number[] = [];
  const shift = mapping.hundredths ? 2 : 0;
  const bill = {
    rows: 0,
    unreadable: 0,
    groups,
    clients,
    vendors,
    services,
    months: months.values,
    monthRows,
    currencies: currencies.values,
    problems: problemList(),
    ifPoint: problemList(),
    ifComma: problemList(),
    ifMonthFirst: problemList(),
    ifDayFirst: problemList(),
    tellsAi: isAi !== null,
  };

  return { positions: wanted.positions, each, misfit, bill };

  function misfit(line: number, problem: string): void {
    bill.rows++;
    bill.unreadable++;
    bill.problems.addRow(line, problem);
  }

  function each(cells: readonly Cell[], line: number): void {
    const amountCell = roles.amount.read(cells);
    const amount = readAmount(amountCell);
    if (amount === null || amount === 'blank') {
      if (amount === 'blank' && isBlankRow(cells)) {
        return;
      }
      bill.rows++;
      bill.unreadable++;
      bill.problems.add(
        line,
        'amount',
        roles.amount.column,
        amountCell,
        amount === null ? billMessages.noAmount : billMessages.blankAmount,
      );
      return;
    }
    bill.rows++;
    const reads = amountKind(amount);
    if (reads === 'point') {
      bill.ifComma.add(line, 'amount', roles.amount.column, amountCell, billMessages.notWithComma);
    }
    if (reads === 'comma') {
      bill.ifPoint.add(line, 'amount', roles.amount.column, amountCell, billMessages.notWithPoint);
    }

    const currencyId = currencyOf(roles.currency.read(cells));
    const currency = currencies.values[currencyId];
    const ai = isAi !== null && isAi(cells);
    const service = services.idOf(roles.service.read(cells));
    // Every row's date counts as evidence of how dates are written, whether the row is kept or not.
    const date = monthOf(roles.month.read(cells));
    if (date > 0) {
      monthRows[date] = (monthRows[date] ?? 0) + 1;
    }
    let reason: RowGroup['reason'] = 'kept';
    let client = 0;
    let vendor = 0;
    let month = 0;
    if (!passesFilters(cells)) {
      reason = 'filtered';
    } else if (mapping.onlyAi && !ai) {
      reason = 'not-ai';
    } else if (currency?.kind === 'unit') {
      reason = 'not-money';
    } else {
      client = clients.idOf(roles.client.read(cells));
      vendor = vendors.idOf(roles.vendor.read(cells));
      month = date;
      if (hasProblem(cells, line, amount, currency, client, vendor, month)) {
        reason = 'problem';
        client = vendor = month = 0;
      }
    }

    const group = groupOf(client, vendor, service, month, currencyId, reason, ai, reads);
    group.rows++;
    addAmount(group.sum, amount.unscaled, (amount.point ?? amount.comma ?? 0) + shift);
    if (reads === 'both') {
      addAmount(group.commaSum, amount.unscaled, (amount.comma ?? 0) + shift);
    }
  }

  function isBlankRow(cells: readonly Cell[]): boolean {
    for (let place = 0; place < mappedColumns; place++) {
      if (!isBlankCell(cells[place] ?? '')) {
        return false;
      }
    }
    return true;
  }

  /** Lists the first problem of a row that would be kept. A date that one order does not fit is listed for that order. */
  function hasProblem(
    cells: readonly Cell[],
    line: number,
    amount: AmountReading,
    currency: CurrencyReading | undefined,
    client: number,
    vendor: number,
    month: number,
  ): boolean {
    const report = (role: Role, message: (value: string) => string) => {
      bill.problems.add(line, role, roles[role].column, roles[role].read(cells), message);
      return true;
    };
    if (currency === undefined || currency.kind === 'blank') {
      return report('currency', billMessages.blankCurrency);
    }
    if (currency.kind === 'unclear') {
      return report('currency', billMessages.unclearCurrency);
    }
    if (amount.mark !== '' && contradicts(amount.mark, currency)) {
      return report('amount', (value) => billMessages.otherCurrency(value, currency.text));
    }
    if (client === 0) {
      return report('client', billMessages.blankClient);
    }
    if (vendor === 0) {
      return report('vendor', billMessages.blankVendor);
    }
    if (month === BLANK_MONTH) {
      return report('month', billMessages.blankMonth);
    }
    const reading = months.values[month];
    if (reading === undefined || (reading.monthFirst === null && reading.dayFirst === null)) {
      return report('month', billMessages.noMonth);
    }
    const dateCell = roles.month.read(cells);
    if (reading.monthFirst === null) {
      bill.ifMonthFirst.add(line, 'month', roles.month.column, dateCell, billMessages.notMonthFirst);
    }
    if (reading.dayFirst === null) {
      bill.ifDayFirst.add(line, 'month', roles.month.column, dateCell, billMessages.notDayFirst);
    }
    return false;
  }
}

function contradicts(mark: string, currency: CurrencyReading): boolean {
  const named = readCurrency(mark);
  return named.kind === 'money' && named.text !== currency.text;
}
