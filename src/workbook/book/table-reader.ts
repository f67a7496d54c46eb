import type { CellValue, RawTable } from '../../domain/ledger/table';
import type { AnyTableName } from '../../domain/ledger/import-tables';
import { inRequests, rowBlocks } from '../host/excel-run';

/** A table as read, with what is needed to follow its changes. */
export interface ReadTable {
  readonly raw: RawTable;
  /** Excel's id of the table, which its events name. */
  readonly id: string;
  readonly sheet: string;
}

/** Reads a table in blocks that one request may carry; null where the workbook does not have it. */
export async function readTable(context: Excel.RequestContext, name: AnyTableName): Promise<ReadTable | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('id');
  table.worksheet.load('name');
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
  };
}

/** Reads several tables, one after another. */
export async function readTables(
  context: Excel.RequestContext,
  names: readonly AnyTableName[],
): Promise<Map<AnyTableName, RawTable | null>> {
  const tables = new Map<AnyTableName, RawTable | null>();
  for (const name of names) {
    tables.set(name, (await readTable(context, name))?.raw ?? null);
  }
  return tables;
}
