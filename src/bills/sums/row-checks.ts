import type { Cell } from '../../formats/file/text-table';
import type { Role } from '../mapping/mapping';
import { billMessages } from '../messages';
import { DATE_NOTATIONS, type MonthReading } from '../values/bill-date';
import { currenciesOf } from '../values/currency-mark';
import type { CurrencyReading } from '../values/currency-text';
import type { NameKind } from '../values/name-kind';
import { isWordOf, mayBeCrores } from '../values/number-words';
import { otherPeriod } from '../values/other-period';
import type { ShownMark } from '../values/shown-mark';
import type { Side } from '../values/side-text';
import type { BillColumns } from './bill-columns';
import type { BillRows } from './bill-rows';
import type { ProblemList } from './problem-list';
import type { RoleReader } from './role-reader';
import type { RowAmount } from './row-amounts';

/** What the name with an id is. */
export type NameKindOf = (id: number) => NameKind;

/** The id of a date that is blank. */
export const BLANK_MONTH = -1;
/** What is no date. */
export const NO_MONTH: MonthReading = {
  months: { 'month-first': null, 'day-first': null, 'year-first': null, serial: null },
  order: 'none',
  otherwise: null,
  fiscal: null,
};

/** What a row says, by the ids of its cells. */
export interface RowSays {
  readonly amounts: readonly RowAmount[];
  /** What a workbook shows beside them. */
  readonly shown: readonly ShownMark[];
  readonly currency: CurrencyReading | undefined;
  readonly client: number;
  readonly vendor: number;
  readonly month: number;
  readonly side: Side | 'blank' | null;
}

/** Lists what is wrong with the rows of a bill. */
export class RowChecks {
  /** Whether the row at hand was listed; whoever goes on to another row sets it back. */
  isListed = false;

  /** @param nameKinds of clients and of vendors */
  constructor(
    private readonly columns: BillColumns,
    private readonly bill: Pick<BillRows, 'problems' | 'ifDates' | 'months'>,
    private readonly nameKinds: readonly [NameKindOf, NameKindOf, NameKindOf],
  ) {}

  /** Whether a row can be kept; if not, its first problem is listed, in this order: currency, client, vendor, month, side. */
  isSound(cells: readonly Cell[], line: number, row: RowSays): boolean {
    return (
      this.isCurrencySound(cells, line, row) &&
      this.areNamesSound(cells, line, row.client, row.vendor) &&
      this.isMonthSound(cells, line, row.month) &&
      this.isSideSound(cells, line, row.side)
    );
  }

  /** Adds the row at hand to a list of problems, with the cell of a role, or of another reader. */
  list(
    problems: ProblemList,
    cells: readonly Cell[],
    line: number,
    role: Role | null,
    message: (value: string) => string,
    { column, read }: RoleReader = this.columns.roles[role ?? 'amount'],
  ): void {
    this.isListed ||= !problems.isFull;
    problems.add(line, role, column, read(cells), message);
  }

  private isCurrencySound(cells: readonly Cell[], line: number, { amounts, shown, currency }: RowSays): boolean {
    if (currency === undefined || currency.kind === 'blank') {
      return this.fault(cells, line, 'currency', billMessages.blankCurrency);
    }
    if (currency.kind === 'none') {
      return this.fault(cells, line, 'currency', billMessages.noCurrency);
    }
    if (currency.kind === 'unclear') {
      return this.fault(cells, line, 'currency', billMessages.unclearCurrency);
    }
    if (amounts.some(({ amount: { mark } }) => mark !== '' && contradicts(mark, currency))) {
      return this.fault(cells, line, 'amount', (value) => billMessages.otherCurrency(value, currency.text));
    }
    for (const { mark, counts, mayBeCrores: isCr } of shown) {
      if (mark !== '' && contradicts(mark, currency)) {
        return this.fault(cells, line, 'amount', (value) => billMessages.shownInOther(value, mark, currency.text));
      }
      if (counts !== '' || (isCr && mayBeCrores(currency.text))) {
        return this.fault(cells, line, 'amount', (value) => billMessages.shownAsMore(value, counts || 'Cr'));
      }
    }
    if (amounts.some(({ amount: { word = '' } }) => word !== '' && !isWordOf(word, currency.text))) {
      return this.fault(cells, line, 'amount', (value) => billMessages.noWordOf(value, currency.text));
    }
    return true;
  }

  private areNamesSound(cells: readonly Cell[], line: number, client: number, vendor: number): boolean {
    if (client === 0) {
      return this.fault(cells, line, 'client', billMessages.blankClient);
    }
    if (this.nameKinds[0](client) === 'none') {
      return this.fault(cells, line, 'client', billMessages.noName);
    }
    if (vendor === 0) {
      return this.fault(cells, line, 'vendor', billMessages.blankVendor);
    }
    return this.nameKinds[1](vendor) !== 'none' || this.fault(cells, line, 'vendor', billMessages.noName);
  }

  private isSideSound(cells: readonly Cell[], line: number, side: Side | 'blank' | null): boolean {
    const reader = this.columns.side;
    if (reader === null || side === 'debit' || side === 'credit') {
      return true;
    }
    const message = side === 'blank' ? billMessages.blankSide : billMessages.noSide;
    this.list(this.bill.problems, cells, line, null, message, reader);
    return false;
  }

  /** A date that one notation does not fit is sound, and listed for that notation. */
  private isMonthSound(cells: readonly Cell[], line: number, month: number): boolean {
    if (month === BLANK_MONTH) {
      return this.fault(cells, line, 'month', billMessages.blankMonth);
    }
    const { months, order, otherwise, fiscal } = this.bill.months[month] ?? NO_MONTH;
    if (order === 'none') {
      return fiscal !== null || months['day-first'] !== null || this.fault(cells, line, 'month', noMonth);
    }
    for (const notation of DATE_NOTATIONS) {
      if (months[notation] === null && otherwise === null) {
        this.list(this.bill.ifDates[notation], cells, line, 'month', billMessages.notInNotation[notation]);
      }
    }
    return true;
  }

  private fault(cells: readonly Cell[], line: number, role: Role, message: (value: string) => string): false {
    this.list(this.bill.problems, cells, line, role, message);
    return false;
  }
}

/** Why a text names no month. */
function noMonth(value: string): string {
  const period = otherPeriod(value);
  return period === null ? billMessages.noMonth(value) : billMessages.otherPeriod[period](value);
}

/** A mark of other currencies than the row's: `$` is no contradiction to CAD, and is one to EUR. */
function contradicts(mark: string, currency: CurrencyReading): boolean {
  const named: readonly string[] = currenciesOf(mark);
  return named.length > 0 && !named.includes(currency.text);
}
