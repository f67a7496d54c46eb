import { SUMIFS } from '@formulajs/formulajs';
import { formatMonth, monthOf, addMonths, serialOf } from '../../src/domain/calendar/month';
import { parsePeriod } from '../../src/domain/arguments/period';
import { spend } from '../../src/domain/figures/spend';
import { bookOf, type Book } from '../../src/domain/ledger/book';
import { ALL } from '../../src/domain/ledger/name-key';
import type { CellValue, RawTable } from '../../src/domain/ledger/table';
import { TABLES } from '../../src/domain/ledger/tables';
import { toDouble } from '../../src/domain/money/decimal';
import type { BenchLine } from './bench-line';
import { sideBySide } from './side-by-side';

const CLIENTS = 1000;
const MONTHS = 36;
/** The rows of the larger ledger. */
export const ROWS = 100_000;
const FEWER_ROWS = 36_000;
export const LOOK_UPS = 10_000;
/** SUMIFS scans all rows each time, so a few of its look-ups stand for all. */
const SCANS = 20;

/** What is looked up. */
export interface Key {
  readonly client: string;
  /** For example `2022-01`. */
  readonly month: string;
}

/**
 * 10,000 look-ups of a client's month over a ledger of 100,000 rows: with the index built in the same time, against
 * SUMIFS over the same columns; and once it is built, against a bare Map that holds nothing but the sums.
 */
export async function lookUps(): Promise<BenchLine[]> {
  const table = ledger(ROWS);
  const keys = lookUpKeys();
  const sums = mapOf(table);
  assertSame(table, keys.slice(0, SCANS));

  const againstScan = await sideBySide(
    3,
    async () => milliseconds(() => sumWith(indexed(table), keys)),
    async () => milliseconds(() => scan(table, keys.slice(0, SCANS))) * (LOOK_UPS / SCANS),
  );
  const book = indexed(table);
  const serials = new Map(keys.map(({ month }) => [month, serialOfMonth(month)]));
  const againstMap = await sideBySide(
    15,
    async () => milliseconds(() => sumWith(book, keys)),
    async () =>
      milliseconds(() =>
        keys.reduce((total, key) => total + (sums.get(`${key.client}\n${String(serials.get(key.month))}`) ?? 0), 0),
      ),
  );
  const indexAgainstMap = await sideBySide(
    5,
    async () => milliseconds(() => built(table)),
    async () => milliseconds(() => mapOf(table).size),
  );
  const fewer = ledger(FEWER_ROWS);
  const growth = await sideBySide(
    5,
    async () => milliseconds(() => built(table)),
    async () => milliseconds(() => built(fewer)),
  );
  return [
    {
      what: 'The index of 100,000 rows against a bare Map of the same sums',
      ratio: indexAgainstMap.toFixed(1),
      aim: '5 or less',
    },
    {
      what: 'The index of 100,000 rows over that of 36,000',
      ratio: growth.toFixed(1),
      aim: `${(ROWS / FEWER_ROWS).toFixed(1)} or less`,
    },
    {
      what: '10,000 look-ups, index included, against SUMIFS (times faster)',
      ratio: (1 / againstScan).toFixed(0),
      aim: '1,000 or more',
    },
    { what: '10,000 look-ups in the index against a bare Map', ratio: againstMap.toFixed(1), aim: '10 or less' },
  ];
}

/** Clients and months of the ledger, in no order. */
export function lookUpKeys(): Key[] {
  return Array.from({ length: LOOK_UPS }, (_, index) => ({
    client: `Client ${(index * 7919) % CLIENTS}`,
    month: formatMonth(addMonths(monthOf(2022, 1), (index * 31) % MONTHS)),
  }));
}

/** The month's first day as Excel counts it. */
export function serialOfMonth(month: string): number {
  return serialOf(addMonths(monthOf(Number(month.slice(0, 4)), 1), Number(month.slice(5)) - 1));
}

/** Rows of AIClients, for many clients and months. */
export function ledger(count: number): RawTable {
  const rows = Array.from({ length: count }, (_, index): CellValue[] => [
    `Client ${index % CLIENTS}`,
    'Microsoft',
    `Service ${Math.floor(index / (CLIENTS * MONTHS))}`,
    serialOf(addMonths(monthOf(2022, 1), Math.floor(index / CLIENTS) % MONTHS)),
    ((index * 104_729) % 1_000_000) / 100,
    'EUR',
    null,
    'billed',
    'ledger.csv',
    null,
  ]);
  return { name: 'AIClients', firstRow: 2, header: TABLES.AIClients.columns.map((column) => column.name), rows };
}

/** The sums that look-ups ask for, in the barest form. */
function mapOf(table: RawTable): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of table.rows) {
    const key = `${String(row[0])}\n${String(row[3])}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row[4]));
  }
  return sums;
}

/** Builds the index: the first figure asks for it. */
function built(table: RawTable): number {
  return look(indexed(table), { client: 'Client 0', month: '2022-01' });
}

/** The table, to be asked; its index is built when it is first asked. */
export function indexed(table: RawTable): Book {
  return bookOf({
    tables: { AIClients: table, AIRevenue: null, AIReturns: null, AIRates: null, AIBudgets: null, AIPrices: null },
    fiscalYearStart: null,
  });
}

function look(book: Book, { client, month }: Key): number {
  return toDouble(spend(book, { client, period: parsePeriod(month), currency: null, vendor: ALL }).total.amount);
}

/** The sum of all that is looked up. */
export function sumWith(book: Book, keys: readonly Key[]): number {
  return keys.reduce((total, key) => total + look(book, key), 0);
}

function scan(table: RawTable, keys: readonly Key[]): number {
  const [clients, months, spends] = [0, 3, 4].map((at) => table.rows.map((row) => row[at] ?? null));
  return keys.reduce((total, { client, month }) => {
    return total + Number(SUMIFS(spends, clients, client, months, String(serialOfMonth(month))));
  }, 0);
}

/** A comparison means nothing unless both find the same. */
function assertSame(table: RawTable, keys: readonly Key[]): void {
  const ours = sumWith(indexed(table), keys);
  const theirs = scan(table, keys);
  if (Math.abs(ours - theirs) > 1e-6 * Math.abs(ours) || ours === 0) {
    throw new Error(`The look-ups differ: ${ours} and ${theirs}`);
  }
}

function milliseconds(work: () => number): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
