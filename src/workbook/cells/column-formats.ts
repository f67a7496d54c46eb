import type { RawTable } from '../../domain/ledger/table';

/**
 * The number formats of one column of a table, a row each.
 *
 * @param at how many columns stand before it
 */
export async function readColumnFormats(
  context: Excel.RequestContext,
  { name }: Pick<RawTable, 'name'>,
  at: number,
): Promise<string[]> {
  const column = context.workbook.tables.getItem(name).getDataBodyRange().getColumn(at).load('numberFormat');
  await context.sync();
  return (column.numberFormat as string[][]).map(([format = '']) => format);
}
