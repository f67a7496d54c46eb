/**
 * The tables that are the database, each declared once: name, sheet, columns. What reads, writes or describes a table goes by
 * its declaration; what its rows mean stands in the modules beside this one.
 */

/** Number formats of the columns, by what they hold. Text is `@`, so that nothing written there can become a formula or a date. */
export const COLUMN_FORMATS = {
  text: '@',
  currency: '@',
  month: 'yyyy-mm',
  date: 'yyyy-mm-dd',
  amount: '#,##0.00##########',
  share: '0.0%',
  year: '0',
  rate: '0.000000',
  multiple: '0.00',
  count: '#,##0',
} as const;

/** What a column holds: decides how it is checked and how it is shown on the sheet. */
export type ColumnType = keyof typeof COLUMN_FORMATS;

/**
 * Who needs a column. `everyone`: the table cannot be read without it. `loads`: only loads do, because by it they tell their own rows
 * from the user's. `no one`: if it is missing, it is as if it were blank.
 */
export type ColumnNeed = 'everyone' | 'loads' | 'no one';

export interface Column<Name extends string = string> {
  readonly name: Name;
  readonly type: ColumnType;
  /** Width on the sheet, in characters. */
  readonly width: number;
  readonly neededBy: ColumnNeed;
}

export interface TableSchema<ColumnName extends string = string> {
  readonly name: string;
  readonly sheet: string;
  /** Those that a table is made with. */
  readonly columns: readonly Column<ColumnName>[];
  /** Those that are read if a table has them; a table is not made with them, for most never need them. */
  readonly optional?: readonly Column<ColumnName>[];
}

/** Declares a column. */
export function column<Name extends string>(
  name: Name,
  type: ColumnType,
  width: number,
  neededBy: ColumnNeed = 'everyone',
): Column<Name> {
  return { name, type, width, neededBy };
}

/** Gives each schema the name under which it is declared. */
export function named<T extends Readonly<Record<string, Omit<TableSchema, 'name'>>>>(declared: T) {
  const schemas = Object.entries(declared).map(([name, schema]) => [name, { name, ...schema }]);
  return Object.fromEntries(schemas) as { readonly [Name in keyof T]: T[Name] & { readonly name: Name } };
}

/**
 * The tables that the functions read. `key` are the columns by which reference data tells one row from another, beside Source; a table
 * without one is the user's alone.
 */
export const TABLES = named({
  AIClients: {
    sheet: 'AI Clients',
    columns: [
      column('Client', 'text', 22),
      column('Vendor', 'text', 18),
      column('Service', 'text', 26, 'loads'),
      column('Month', 'month', 11),
      column('Spend', 'amount', 18),
      column('Currency', 'currency', 13),
      column('Share', 'share', 10, 'no one'),
      // Without it, what is reported would count as billed.
      column('Basis', 'text', 12, 'loads'),
      column('Source', 'text', 40, 'loads'),
      column('Note', 'text', 60, 'no one'),
    ],
    optional: [
      column('Complete', 'text', 11, 'no one'),
      column('Spend low', 'amount', 18, 'no one'),
      column('Spend high', 'amount', 18, 'no one'),
      column('Share low', 'share', 10, 'no one'),
      column('Share high', 'share', 10, 'no one'),
      column('Share of', 'text', 26, 'no one'),
      column('Team', 'text', 18, 'no one'),
      column('Model', 'text', 18, 'no one'),
      column('Quantity', 'amount', 18, 'no one'),
      column('Unit', 'text', 12, 'no one'),
    ],
    key: ['Client', 'Vendor', 'Service', 'Month'],
  },
  AIRevenue: {
    sheet: 'AI Revenue',
    columns: [
      column('Vendor', 'text', 18),
      column('Line', 'text', 22, 'loads'),
      column('Month', 'month', 11),
      column('Revenue', 'amount', 20),
      column('Revenue low', 'amount', 20, 'no one'),
      column('Revenue high', 'amount', 20, 'no one'),
      column('Currency', 'currency', 13),
      // Without it, a yearly run rate would count as a month's revenue.
      column('Per', 'text', 9),
      column('Basis', 'text', 12, 'loads'),
      column('Source', 'text', 40, 'loads'),
      column('Note', 'text', 60, 'no one'),
    ],
    key: ['Vendor', 'Line', 'Month'],
  },
  AIReturns: {
    sheet: 'AI Returns',
    columns: [
      column('Study', 'text', 40),
      column('Year', 'year', 9),
      column('Segment', 'text', 18),
      column('Return per 1', 'multiple', 16),
      column('Source', 'text', 40, 'loads'),
      column('Note', 'text', 60, 'no one'),
    ],
    key: ['Study', 'Year', 'Segment'],
  },
  AIRates: {
    sheet: 'AI Rates',
    columns: [
      column('Month', 'month', 11),
      column('Currency', 'currency', 13),
      column('Units per EUR', 'rate', 18),
      column('Source', 'text', 64, 'loads'),
    ],
    key: ['Month', 'Currency'],
  },
  AIBudgets: {
    sheet: 'AI Budgets',
    columns: [
      column('Client', 'text', 22),
      // Without it, the budget with one vendor would pass for that with all.
      column('Vendor', 'text', 18),
      column('From', 'month', 11),
      // Without it, the budget of a year would be that of its first month.
      column('To', 'month', 11),
      column('Budget', 'amount', 18),
      column('Currency', 'currency', 13),
      column('Note', 'text', 60, 'no one'),
    ],
    key: [],
  },
  AIPrices: {
    sheet: 'AI Prices',
    columns: [
      column('Provider', 'text', 18),
      column('Model', 'text', 32),
      column('Kind', 'text', 18),
      column('From', 'date', 12),
      column('Price', 'amount', 14),
      column('Per', 'count', 12),
      column('Unit', 'text', 12),
      column('Currency', 'currency', 13),
      column('Source', 'text', 40, 'loads'),
      column('Note', 'text', 60, 'no one'),
    ],
    key: ['Provider', 'Model', 'Kind', 'From'],
  },
});

/** A table that the functions read. */
export type TableName = keyof typeof TABLES;

/** The name of a column of such a table, one of its optional ones too. */
export type ColumnOf<Table extends TableName> = ColumnIn<(typeof TABLES)[Table]>;

type ColumnIn<Schema> = Schema extends { readonly columns: readonly Column<infer Needed>[] }
  ? Schema extends { readonly optional: readonly Column<infer Optional>[] }
    ? Needed | Optional
    : Needed
  : never;

/** In the order in which they are declared, read and shown. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
