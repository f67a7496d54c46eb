/*
 * Excel moves, inserts and deletes no rows of a filtered table. So a load takes the filters of a table off before it changes
 * its rows, and puts them back behind them, in the same request.
 */

/** The filter of one column. */
export interface ColumnFilter {
  readonly column: string;
  readonly criteria: Excel.FilterCriteria;
}

/** Asks whether a table is filtered; hosts before ExcelApi 1.9 do not tell, and are taken to have filtered it. */
export function askIfFiltered(table: Excel.Table): () => boolean {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) {
    return () => true;
  }
  const { autoFilter } = table;
  autoFilter.load('isDataFiltered');
  return () => autoFilter.isDataFiltered;
}

/** Reads the filters of a table's columns. */
export async function readFilters(context: Excel.RequestContext, table: Excel.Table): Promise<ColumnFilter[]> {
  const columns = table.columns.load('items/name,items/filter/criteria');
  await context.sync();
  return columns.items.flatMap(({ name, filter }) => {
    const criteria = filter.criteria as Excel.FilterCriteria | null | undefined;
    return criteria?.filterOn === undefined ? [] : [{ column: name, criteria }];
  });
}

/** Queues that all rows of a table are shown. */
export function clearFilters(table: Excel.Table, filters: readonly ColumnFilter[]): void {
  if (filters.length > 0) {
    table.clearFilters();
  }
}

/** Queues that a table is filtered as it was. */
export function applyFilters(table: Excel.Table, filters: readonly ColumnFilter[]): void {
  for (const { column, criteria } of filters) {
    table.columns.getItem(column).filter.apply(criteria);
  }
}
