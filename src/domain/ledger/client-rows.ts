import type { Currency } from '../money/currency';
import { Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { messages, type Claim } from '../messages/messages';
import type { Month } from '../calendar/month';
import {
  currencyOfCell,
  LocatedColumns,
  monthOfCell,
  notCurrency,
  notMonth,
  readRows,
  sortedOutInSteps,
  textOf,
  type CellValue,
  type RawRow,
  type RawTable,
} from './table';
import { ALL, nameKey } from './name-key';
import type { Steps } from './steps';
import { TABLES, type ColumnOf } from './tables';

/** How a row came about, and whether it counts: `accepted` is a claim taken as fact. */
export type Basis = 'billed' | 'accepted' | 'reported' | 'superseded';

/** A row of AIClients that has been checked. */
export interface ClientRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly client: string;
  readonly vendor: string;
  readonly service: string;
  readonly month: Month;
  /** As the cell holds it (`moneyOf` makes it exact); null: the amount is not disclosed, or known only by bounds. */
  readonly spend: { readonly amount: number; readonly currency: Currency } | null;
  readonly basis: Basis;
  /** A fraction of the vendor's AI revenue; null if none is stated; text says what is wrong with the cell. */
  readonly share: Decimal | null | string;
  readonly source: string;
  readonly note: string;
  /** What the optional columns hold: one object that all rows share that have none of it. */
  readonly more: OptionalCells;
}

/** What the optional columns of a row hold. */
export interface OptionalCells {
  /** False: the month is not over in this row. */
  readonly complete: boolean;
  /** Where the amount is known only to lie between. */
  readonly spend: (Bounds & { readonly currency: Currency }) | null;
  /** Where the share is known only to lie between; text says what is wrong with its cells. */
  readonly share: Bounds | null | string;
  /** What the share is a share of; empty: the vendor's AI revenue. */
  readonly shareOf: string;
  readonly team: string;
  readonly model: string;
  readonly quantity: number | null;
  readonly unit: string;
}

/** Where an amount is known only to lie between; null: nothing is known of that side. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** A row that cannot be counted as it stands. It troubles only the questions that need it. */
export interface BrokenRow {
  readonly row: number;
  /** Null: the cell is blank, or `*`, so the row could be any client's. */
  readonly client: string | null;
  readonly vendor: string;
  readonly service: string;
  /** Null: the month itself cannot be read, so the row could belong to any. */
  readonly month: Month | null;
  /** Null: it cannot be read. */
  readonly basis: Basis | null;
  /** Whether the row may count as a spend once it is mended: it holds something where one belongs, and is not superseded. */
  readonly couldCount: boolean;
  /** Whether the row may state a share once it is mended. */
  readonly hasShare: boolean;
  /** Whether the row may tell a quantity once it is mended. */
  readonly hasQuantity: boolean;
  /** What is wrong, with the value. */
  readonly problem: string;
}

/** A row with a spend. */
export type SpendRow = ClientRow & { readonly spend: NonNullable<ClientRow['spend']> };

/** Whether the row is taken as fact: a bill, or a claim that was accepted. */
export function isFact(row: Pick<ClientRow, 'basis'>): boolean {
  return row.basis === 'billed' || row.basis === 'accepted';
}

/** Whether the row may count: it is not superseded. */
export function isLiving(row: { readonly basis: Basis | null }): boolean {
  return row.basis !== 'superseded';
}

/** Whether a row that may count tells of a spend, by a point or by a bound. */
export function tellsOfSpend(row: Pick<ClientRow, 'basis' | 'spend' | 'more'>): boolean {
  return isLiving(row) && (row.spend !== null || row.more.spend !== null);
}

/** The spend of a row, exact: the decimal number that the cell shows in full. Rows keep the cell's own number because a ledger has many and a figure needs few. */
export function moneyOf(row: SpendRow): Money {
  return { amount: new Decimal(row.spend.amount), currency: row.spend.currency };
}

/** What a row says of the spend, and where it stands. */
export function claimOf(row: ClientRow): Claim & { readonly row: number } {
  return {
    row: row.row,
    said: row.spend === null ? messages.bounds(row.more.spend) : messages.amount(moneyOf(row as SpendRow)),
    source: row.source,
  };
}

type ClientColumn = ColumnOf<'AIClients'>;

export interface CheckedRows {
  readonly sound: ClientRow[];
  readonly broken: BrokenRow[];
}

/** Checks every row of AIClients. Each row is either sound or broken; none is dropped. */
export function checkClientRows(table: RawTable): Steps<CheckedRows> {
  const columns = new LocatedColumns(table, TABLES.AIClients);
  const hasOptional = TABLES.AIClients.optional.some(({ name }) => columns.has(name));
  return sortedOutInSteps(readRows(table, TABLES.AIClients), (raw) => checkRow(raw, hasOptional));
}

const NO_OPTIONAL_CELLS: OptionalCells = {
  complete: true,
  spend: null,
  share: null,
  shareOf: '',
  team: '',
  model: '',
  quantity: null,
  unit: '',
};

const BOUND_COLUMNS = { Spend: ['Spend low', 'Spend high'], Share: ['Share low', 'Share high'] } as const;

function checkRow(raw: RawRow<ClientColumn>, hasOptional: boolean): ClientRow | BrokenRow {
  const checked = soundRow(raw, hasOptional);
  return typeof checked === 'string' ? brokenRow(raw, checked) : checked;
}

function brokenRow(raw: RawRow<ClientColumn>, problem: string): BrokenRow {
  const client = nameOf(raw.cell('Client'));
  const vendor = nameOf(raw.cell('Vendor'));
  const basis = basisOf(raw.cell('Basis'));
  const holds = (of: 'Spend' | 'Share'): boolean =>
    basis !== 'superseded' && [of, ...BOUND_COLUMNS[of]].some((column) => raw.cell(column) !== null);
  return {
    row: raw.row,
    client: client === '' || client === ALL ? null : client,
    vendor: vendor === ALL ? '' : vendor,
    service: nameOf(raw.cell('Service')),
    month: monthOfCell(raw.cell('Month')),
    basis,
    couldCount: holds('Spend'),
    hasShare: holds('Share'),
    hasQuantity: basis !== 'superseded' && raw.cell('Quantity') !== null,
    problem,
  };
}

/** The row, or what is wrong with it. */
function soundRow(raw: RawRow<ClientColumn>, hasOptional: boolean): ClientRow | string {
  const client = nameOf(raw.cell('Client'));
  const vendor = nameOf(raw.cell('Vendor'));
  const service = nameOf(raw.cell('Service'));
  const month = monthOfCell(raw.cell('Month'));
  const basis = basisOf(raw.cell('Basis'));
  if (client === '') {
    return messages.cellBlank('Client');
  }
  if (client === ALL || vendor === ALL) {
    return messages.cellIsAll(client === ALL ? 'Client' : 'Vendor');
  }
  if (basis === null) {
    return messages.cellNotBasis('Basis', raw.cell('Basis'));
  }
  if (month === null) {
    return notMonth('Month', raw.cell('Month'));
  }
  const spend = spendOf(raw, basis);
  if (typeof spend === 'string') {
    return spend;
  }
  const more = hasOptional ? optionalCellsOf(raw, basis) : NO_OPTIONAL_CELLS;
  if (typeof more === 'string') {
    return more;
  }
  return {
    row: raw.row,
    client,
    vendor,
    service,
    month,
    spend,
    basis,
    share: shareOf(raw.cell('Share')),
    source: textOf(raw.cell('Source')),
    note: textOf(raw.cell('Note')),
    more,
  };
}

/** The text of a cell that holds a name; '' also for one of nothing but what no one sees. */
function nameOf(value: CellValue): string {
  const text = textOf(value);
  // Of a ledger's many rows nearly all begin with a letter that can be seen: they need no second look.
  if (text.length > 3 && text.charCodeAt(0) < 127) {
    return text;
  }
  const key = nameKey(text);
  return key === '' || key === ALL ? key : text;
}

/** What a cell of Basis says: billed if it is empty; null if it says something else. */
export function basisOf(value: CellValue): Basis | null {
  if (value === null) {
    return 'billed';
  }
  const word = textOf(value).toLowerCase();
  return word === 'reported' || word === 'billed' || word === 'accepted' || word === 'superseded' ? word : null;
}

/** The amount of a row, null if it is blank, or what is wrong with it. What is superseded is never counted, so nothing in it is wrong. */
function spendOf(raw: RawRow<ClientColumn>, basis: Basis): ClientRow['spend'] | string {
  const spend = raw.cell('Spend');
  if (spend === null) {
    return null;
  }
  const code = raw.cell('Currency');
  const currency = currencyOfCell(code);
  const amount = typeof spend === 'number' ? spend : null;
  if (amount !== null && currency !== null) {
    return { amount, currency };
  }
  if (basis === 'superseded') {
    return null;
  }
  return amount === null ? messages.cellNotNumber('Spend', spend) : notCurrency(code);
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

/** What the optional columns hold, or what is wrong with it. */
function optionalCellsOf(raw: RawRow<ClientColumn>, basis: Basis): OptionalCells | string {
  if (TABLES.AIClients.optional.every(({ name }) => raw.cell(name) === null)) {
    return NO_OPTIONAL_CELLS;
  }
  const superseded = basis === 'superseded';
  const complete = completeOf(raw.cell('Complete'));
  const spend = boundsOf(raw, 'Spend', messages.cellNotNumber, () => true);
  const quantity = raw.cell('Quantity');
  const code = raw.cell('Currency');
  const currency = currencyOfCell(code);
  const wrong = [
    complete === null ? messages.cellNotYes('Complete', raw.cell('Complete')) : null,
    typeof spend === 'string' ? spend : spend !== null && currency === null ? notCurrency(code) : null,
    quantity !== null && typeof quantity !== 'number' ? messages.cellNotNumber('Quantity', quantity) : null,
  ].find((problem) => problem !== null);
  if (wrong !== undefined && !superseded) {
    return wrong;
  }
  return {
    complete: complete ?? true,
    spend: typeof spend === 'string' || spend === null || currency === null ? null : { ...spend, currency },
    share: boundsOf(raw, 'Share', messages.cellNotShare, (value) => value >= 0 && value <= 1),
    shareOf: textOf(raw.cell('Share of')),
    team: nameOf(raw.cell('Team')),
    model: nameOf(raw.cell('Model')),
    quantity: typeof quantity === 'number' ? quantity : null,
    unit: textOf(raw.cell('Unit')),
  };
}

/** Null: it is neither yes nor no. */
function completeOf(value: CellValue): boolean | null {
  if (value === null || typeof value === 'boolean') {
    return value ?? true;
  }
  const word = textOf(value).toLowerCase();
  return word === 'yes' ? true : word === 'no' ? false : null;
}

/** Where the row's amount or share is known to lie between; null if no bound is given; or what is wrong: a row has a point or bounds. */
function boundsOf(
  raw: RawRow<ClientColumn>,
  of: 'Spend' | 'Share',
  wrong: (column: string, value: CellValue) => string,
  fits: (value: number) => boolean,
): Bounds | null | string {
  const [lowColumn, highColumn] = BOUND_COLUMNS[of];
  const [low, high] = [raw.cell(lowColumn), raw.cell(highColumn)];
  if (low === null && high === null) {
    return null;
  }
  const notOne = [lowColumn, highColumn].find((column) => {
    const value = raw.cell(column);
    return value !== null && (typeof value !== 'number' || !fits(value));
  });
  if (notOne !== undefined) {
    return wrong(notOne, raw.cell(notOne));
  }
  if (raw.cell(of) !== null) {
    return messages.pointAndBounds(of, low === null ? highColumn : lowColumn);
  }
  if (typeof low === 'number' && typeof high === 'number' && low > high) {
    return messages.boundsCrossed(lowColumn, low, highColumn, high);
  }
  return { low: typeof low === 'number' ? low : null, high: typeof high === 'number' ? high : null };
}
