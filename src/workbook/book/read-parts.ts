import type { CellValue, RawTable } from '../../domain/ledger/table';
import type { AnyTableName } from '../../domain/ledger/import-tables';
import { inRequests, rowBlocks } from '../host/excel-run';

/** A table as read, with what is needed to follow its changes. */
export interface ReadTable {
  readonly raw: RawTable;
  /** Excel's id of the table, which its events name. */
  readonly id: string;
  readonly sheet: string;
  readonly worksheetId: string;
}

/** Reads a table in blocks that one request may carry; null if the workbook does not have it. */
export async function readTable(context: Excel.RequestContext, name: AnyTableName): Promise<ReadTable | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('id');
  table.worksheet.load('name,id');
  await context.sync();
  if (table.isNullObject) {
    return null;
  }

  const columns = table.columns.load('items/name');
  const body = table.getDataBodyRange().load('rowIndex,rowCount,columnCount');
  await context.sync();

  const ranges = await inRequests(context, rowBlocks(body.rowCount, body.columnCount), (block) =>
    body
      .getRow(block.first)
      .getResizedRange(block.count - 1, 0)
      .load('values'),
  );
  const rows = ranges.flatMap((range) => range.values as CellValue[][]);
  return {
    raw: { name, firstRow: body.rowIndex + 1, header: columns.items.map((column) => column.name), rows },
    id: table.id,
    sheet: table.worksheet.name,
    worksheetId: table.worksheet.id,
  };
}

/** The workbook name that holds the month in which the fiscal year starts. */
const FISCAL_YEAR_NAME = 'AIFiscalYearStart';

/** Where the name points, to follow changes of that cell; null if it holds a constant or is not there. */
export interface FiscalYearName {
  readonly value: unknown;
  readonly worksheetId: string | null;
}

/** Reads the name: a constant, or the cell that it refers to. Null stands for a name that is not there. */
export async function readFiscalYearName(context: Excel.RequestContext): Promise<FiscalYearName> {
  const name = context.workbook.names.getItemOrNullObject(FISCAL_YEAR_NAME);
  name.load('type,value');
  await context.sync();
  if (name.isNullObject) {
    return { value: null, worksheetId: null };
  }
  const range = name.getRangeOrNullObject();
  range.load('values');
  range.worksheet.load('id');
  await context.sync();
  if (range.isNullObject) {
    return { value: constantOf(name.value), worksheetId: null };
  }
  return { value: (range.values as unknown[][])[0]?.[0] ?? null, worksheetId: range.worksheet.id };
}

/** The value of a constant name is given as it is, or as the formula `=4`. */
function constantOf(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^=/, '') : value;
}
