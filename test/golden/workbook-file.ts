import { bookOf, type Book } from '../../src/domain/ledger/book';
import type { CellValue, RawTable } from '../../src/domain/ledger/table';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/domain/ledger/tables';
import { reportedClaims } from '../../src/bills/reference/reported-claims';
import { referenceTables } from '../../src/bills/reference/reference-tables';

/** A workbook in a golden folder: each table as rows with a header row, or "reference" for what ships, "claims" for that and the reported claims; left out where it is missing. */
export type WorkbookFile = Partial<Record<TableName, CellValue[][] | 'reference' | 'claims'>> & {
  fiscalYearStart?: unknown;
};

export function bookOfFile(file: WorkbookFile): Book {
  return bookOf({
    tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, tableOf(name, file)])) as Record<
      TableName,
      RawTable | null
    >,
    fiscalYearStart: file.fiscalYearStart ?? null,
  });
}

/** The tables stand at the top of their sheets: the first data row is row 2. */
function tableOf(name: TableName, file: WorkbookFile): RawTable | null {
  const content = file[name];
  if (content === undefined) {
    return null;
  }
  if (content === 'reference') {
    return referenceTable(name);
  }
  if (content === 'claims') {
    return withClaims(name);
  }
  const [header = [], ...rows] = content;
  return { name, firstRow: 2, header, rows };
}

export function referenceTable(name: TableName): RawTable {
  const reference = referenceTables().find((table) => table.name === name);
  return { name, firstRow: 2, header: TABLES[name].columns.map((column) => column.name), rows: reference?.rows ?? [] };
}

/** A workbook with the reference data and nothing else. */
export const REFERENCE_WORKBOOK: WorkbookFile = {
  AIClients: 'reference',
  AIReturns: 'reference',
  AIRates: 'reference',
};

/** The rows that ship, and below them the reported claims. */
function withClaims(name: TableName): RawTable {
  const reference = referenceTable(name);
  const claims = reportedClaims().find((table) => table.name === name);
  if (claims === undefined) {
    return reference;
  }
  const rows = reference.rows.map((row) => claims.header.map((_, at) => row[at] ?? null));
  return { ...claims, rows: [...rows, ...claims.rows] };
}
