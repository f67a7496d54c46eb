import { column, TABLES, type AnyTableName, type TableSchema } from './tables';

/** All tables: those that the functions read, and those that imports keep for people and for the next import. */
export const EVERY_TABLE: Readonly<Record<AnyTableName, TableSchema>> = {
  ...TABLES,
  AIAliases: {
    name: 'AIAliases',
    sheet: 'AI Aliases',
    columns: [column('Alias', 'text', 30), column('Client', 'text', 22)],
  },
  AIImports: {
    name: 'AIImports',
    sheet: 'AI Imports',
    columns: [
      column('File', 'text', 40),
      column('Loaded', 'text', 17),
      column('Format', 'text', 20, true),
      column('Rows', 'count', 9, true),
      column('Currency', 'currency', 13, true),
      column('Total', 'amount', 18, true),
      column('Counted', 'amount', 18, true),
      column('Left out', 'amount', 18, true),
      column('Mapping', 'text', 40, true),
      column('Header', 'text', 40, true),
      column('SHA-256', 'text', 20),
      column('Note', 'text', 60, true),
    ],
  },
};
