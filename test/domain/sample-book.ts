import { bookOf, type Book } from '../../src/domain/ledger/book';
import type { CellValue, RawTable } from '../../src/domain/ledger/table';
import { TABLES, type TableName, type TableSchema } from '../../src/domain/ledger/tables';
import { Problem } from '../../src/domain/messages/problem';

/** A row by the names of its columns; a column that is not named is blank. */
export type Cells = Readonly<Record<string, CellValue>>;

/** A table with the schema's columns; its first data row is row 2 of the sheet. */
export function tableOf(name: TableName, rows: readonly Cells[]): RawTable {
  const { columns, optional = [] }: TableSchema = TABLES[name];
  const header = [...columns, ...optional].map((column) => column.name);
  return { name, firstRow: 2, header, rows: rows.map((row) => header.map((column) => row[column] ?? null)) };
}

/** A billed row of Acme's with Microsoft, in euros, but for what is said otherwise. */
export function clientRow(cells: Cells): Cells {
  return {
    Client: 'Acme',
    Vendor: 'Microsoft',
    Month: '2024-01',
    Spend: 100,
    Currency: 'EUR',
    Basis: 'billed',
    Source: 'bills.csv',
    ...cells,
  };
}

export interface SampleTables {
  /** What differs from `clientRow`'s row. */
  readonly clients?: readonly Cells[];
  readonly revenue?: readonly Cells[];
  readonly returns?: readonly Cells[];
  readonly rates?: readonly Cells[];
  readonly budgets?: readonly Cells[];
  readonly prices?: readonly Cells[];
  readonly fiscalYearStart?: unknown;
}

/** A workbook with these tables; one that is not given is missing. */
export function sampleBook(tables: SampleTables): Book {
  const { clients, revenue, returns, rates, budgets, prices, fiscalYearStart = null } = tables;
  return bookOf({
    tables: {
      AIClients: clients === undefined ? null : tableOf('AIClients', clients.map(clientRow)),
      AIRevenue: revenue === undefined ? null : tableOf('AIRevenue', revenue),
      AIReturns: returns === undefined ? null : tableOf('AIReturns', returns),
      AIRates: rates === undefined ? null : tableOf('AIRates', rates),
      AIBudgets: budgets === undefined ? null : tableOf('AIBudgets', budgets),
      AIPrices: prices === undefined ? null : tableOf('AIPrices', prices),
    },
    fiscalYearStart,
  });
}

/** `#N/A message`: the Problem that `ask` throws; anything else that it does fails the test. */
export function problemOf(ask: () => unknown): string {
  try {
    ask();
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return `${thrown.code} ${thrown.message}`;
    }
    throw thrown;
  }
  throw new Error('There is no Problem');
}
