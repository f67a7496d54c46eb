import type { TableName } from '../../domain/ledger/tables';

/** Shows a table, or one row of it (as the sheet numbers it), to the user. */
export async function goToTable(name: TableName, row: number | null): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const range = table.getRange().load('rowIndex');
    await context.sync();
    table.worksheet.activate();
    const target = row === null ? table.getHeaderRowRange() : range.getRow(row - 1 - range.rowIndex);
    target.select();
    await context.sync();
  });
}
