import { parseCurrency, type Currency } from '../money/currency';
import { Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { messages } from '../messages/messages';
import type { Month } from '../calendar/month';
import { monthOfCell, readRows, textOf, type CellValue, type RawRow, type RawTable } from './table';
import { TABLES, type ColumnOf } from './tables';

/** How a row came about, and whether it counts. */
export type Basis = 'reported' | 'billed' | 'superseded';

/** A row of AIClients that has been checked. */
export interface ClientRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly client: string;
  readonly vendor: string;
  readonly service: string;
  readonly month: Month;
  /** As the cell holds it (`moneyOf` makes it exact); null: the amount is not disclosed. */
  readonly spend: { readonly amount: number; readonly currency: Currency } | null;
  readonly basis: Basis;
  /** A fraction of the vendor's AI revenue; null where none is stated; text says what is wrong with the cell. */
  readonly share: Decimal | null | string;
  readonly source: string;
  readonly note: string;
}

/** A row that cannot be counted as it stands. It troubles only the questions that need it. */
export interface BrokenRow {
  readonly row: number;
  /** Null: the cell is blank, so the row could be any client's. */
  readonly client: string | null;
  readonly vendor: string;
  /** Null: the month itself cannot be read, so the row could belong to any. */
  readonly month: Month | null;
  /** False where the row could not count even if it were mended: it has neither spend nor share, or is superseded. */
  readonly couldCount: boolean;
  /** What is wrong, with the value. */
  readonly problem: string;
}

/** A row with a spend. */
export type SpendRow = ClientRow & { readonly spend: NonNullable<ClientRow['spend']> };

/** The spend of a row, exact: the decimal number that the cell shows in full. Rows keep the cell's own number because a ledger has many and a figure needs few. */
export function moneyOf(row: SpendRow): Money {
  return { amount: new Decimal(row.spend.amount), currency: row.spend.currency };
}

type ClientColumn = ColumnOf<'AIClients'>;

export interface CheckedRows {
  readonly sound: ClientRow[];
  readonly broken: BrokenRow[];
}

/** Checks every row of AIClients. Each row is either sound or broken; none is dropped. */
export function checkClientRows(table: RawTable): CheckedRows {
  const sound: ClientRow[] = [];
  const broken: BrokenRow[] = [];
  for (const raw of readRows(table, TABLES.AIClients)) {
    const checked = checkRow(raw);
    if ('problem' in checked) {
      broken.push(checked);
    } else {
      sound.push(checked);
    }
  }
  return { sound, broken };
}

function checkRow(raw: RawRow<ClientColumn>): ClientRow | BrokenRow {
  const client = textOf(raw.cell('Client'));
  const vendor = textOf(raw.cell('Vendor'));
  const month = monthOfCell(raw.cell('Month'));
  const basis = basisOf(raw.cell('Basis'));
  const broken = (problem: string): BrokenRow => ({
    row: raw.row,
    client: client === '' ? null : client,
    vendor,
    month,
    couldCount: basis !== 'superseded' && (raw.cell('Spend') !== null || raw.cell('Share') !== null),
    problem,
  });

  if (client === '') {
    return broken(messages.cellBlank('Client'));
  }
  if (basis === null) {
    return broken(messages.cellNotBasis('Basis', raw.cell('Basis')));
  }
  const monthCell = raw.cell('Month');
  if (month === null) {
    return broken(monthCell === null ? messages.cellBlank('Month') : messages.cellNotMonth('Month', monthCell));
  }
  const spend = spendOf(raw, basis);
  if (typeof spend === 'string') {
    return broken(spend);
  }
  return {
    row: raw.row,
    client,
    vendor,
    service: textOf(raw.cell('Service')),
    month,
    spend,
    basis,
    share: shareOf(raw.cell('Share')),
    source: textOf(raw.cell('Source')),
    note: textOf(raw.cell('Note')),
  };
}

function basisOf(value: CellValue): Basis | null {
  if (value === null) {
    return 'billed';
  }
  const word = textOf(value).toLowerCase();
  return word === 'reported' || word === 'billed' || word === 'superseded' ? word : null;
}

/** The amount of a row, null where it is blank, or what is wrong with it. What is superseded is never counted, so nothing in it is wrong. */
function spendOf(raw: RawRow<ClientColumn>, basis: Basis): ClientRow['spend'] | string {
  const spend = raw.cell('Spend');
  if (spend === null) {
    return null;
  }
  const code = raw.cell('Currency');
  const currency = typeof code === 'string' ? parseCurrency(code) : null;
  const amount = typeof spend === 'number' ? spend : null;
  if (amount !== null && currency !== null) {
    return { amount, currency };
  }
  if (basis === 'superseded') {
    return null;
  }
  if (amount === null) {
    return messages.cellNotNumber('Spend', spend);
  }
  return code === null ? messages.cellBlank('Currency') : messages.cellNotCurrency('Currency', code);
}

function shareOf(value: CellValue): ClientRow['share'] {
  if (value === null) {
    return null;
  }
  if (typeof value !== 'number' || value < 0 || value > 1) {
    return messages.cellNotShare('Share', value);
  }
  return new Decimal(value);
}
