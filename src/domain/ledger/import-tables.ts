import { column, named, TABLES } from './tables';

/*
 * The tables that imports keep for people and for the next import. They stand apart from those that the functions read, whose
 * script then carries none of this.
 */
const IMPORT_TABLES = named({
  /** A client's other names. */
  AIAliases: {
    sheet: 'AI Aliases',
    columns: [column('Alias', 'text', 30), column('Client', 'text', 22)],
  },
  /** What was imported. */
  AIImports: {
    sheet: 'AI Imports',
    columns: [
      column('File', 'text', 40),
      column('Loaded', 'text', 17),
      column('Format', 'text', 20, 'no one'),
      column('Rows', 'count', 9, 'no one'),
      column('Currency', 'currency', 13, 'no one'),
      column('Total', 'amount', 18, 'no one'),
      column('Counted', 'amount', 18, 'no one'),
      column('Left out', 'amount', 18, 'no one'),
      column('Mapping', 'text', 40, 'no one'),
      column('Header', 'text', 40, 'no one'),
      column('SHA-256', 'text', 20),
      column('Note', 'text', 60, 'no one'),
    ],
    optional: [
      // Of a ledger in an engine: whom it was asked of, and how.
      column('Statement', 'text', 60, 'no one'),
    ],
  },
});

/** All tables: those that the functions read, and those that imports keep. */
export const EVERY_TABLE = { ...TABLES, ...IMPORT_TABLES };

export type AnyTableName = keyof typeof EVERY_TABLE;
