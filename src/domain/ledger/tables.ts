/** The tables that are the database, in one place: names, sheets, columns. What reads, writes or describes them derives from this. */

/** The three tables that the functions read. */
export type TableName = 'AIClients' | 'AIReturns' | 'AIRates';

/** Those, the client's other names, and the log of what was imported. */
export type AnyTableName = TableName | 'AIAliases' | 'AIImports';

/** What a column holds: decides how it is checked, how it is formatted on the sheet and which way it is aligned. */
export type ColumnType = 'text' | 'month' | 'amount' | 'currency' | 'share' | 'year' | 'rate' | 'multiple' | 'count';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** A table without this column can still be read. */
  readonly optional: boolean;
  /** Width on the sheet, in characters. */
  readonly width: number;
}

export interface TableSchema {
  readonly name: AnyTableName;
  readonly sheet: string;
  readonly columns: readonly Column[];
}

export function column(name: string, type: ColumnType, width: number, optional = false): Column {
  return { name, type, width, optional };
}

export const TABLES: Readonly<Record<TableName, TableSchema>> = {
  AIClients: {
    name: 'AIClients',
    sheet: 'AI Clients',
    columns: [
      column('Client', 'text', 22),
      column('Vendor', 'text', 18),
      column('Service', 'text', 26, true),
      column('Month', 'month', 11),
      column('Spend', 'amount', 18),
      column('Currency', 'currency', 13),
      column('Share', 'share', 10, true),
      column('Basis', 'text', 12, true),
      column('Source', 'text', 40, true),
      column('Note', 'text', 60, true),
    ],
  },
  AIReturns: {
    name: 'AIReturns',
    sheet: 'AI Returns',
    columns: [
      column('Study', 'text', 40),
      column('Year', 'year', 9),
      column('Segment', 'text', 18),
      column('Return per 1', 'multiple', 16),
      column('Source', 'text', 40, true),
      column('Note', 'text', 60, true),
    ],
  },
  AIRates: {
    name: 'AIRates',
    sheet: 'AI Rates',
    columns: [
      column('Month', 'month', 11),
      column('Currency', 'currency', 13),
      column('Units per EUR', 'rate', 18),
      column('Source', 'text', 64, true),
    ],
  },
};

export const TABLE_NAMES: readonly TableName[] = ['AIClients', 'AIReturns', 'AIRates'];
