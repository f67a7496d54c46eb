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
    const criteria = criteriaToApply(filter.criteria);
    return criteria === null ? [] : [{ column: name, criteria }];
  });
}

/** What Excel gives in the place of a dynamic filter if the filter is of another kind. */
const UNKNOWN = 'Unknown';

/** What `Filter.apply` needs besides the kind of filter. */
const CONTENT: Readonly<Record<string, readonly (keyof Excel.FilterCriteria)[]>> = {
  BottomItems: ['criterion1'],
  BottomPercent: ['criterion1'],
  CellColor: ['color'],
  Custom: ['criterion1'],
  Dynamic: ['dynamicCriteria'],
  FontColor: ['color'],
  Icon: ['icon'],
  TopItems: ['criterion1'],
  TopPercent: ['criterion1'],
  Values: ['values'],
};

/**
 * Criteria that Excel gave, as it takes them back: it gives null for what a filter does not have, and refuses null
 * (office-js issue 1226). Null if nothing filters the column: for such a column Excel gives no criteria, or criteria
 * without content.
 */
export function criteriaToApply(given: unknown): Excel.FilterCriteria | null {
  if (typeof given !== 'object' || given === null) {
    return null;
  }
  const entries = Object.entries(given).filter(
    ([, value]) => value !== null && value !== undefined && value !== UNKNOWN,
  );
  const criteria: Partial<Excel.FilterCriteria> = Object.fromEntries(entries);
  const { filterOn } = criteria;
  const content = filterOn === undefined ? undefined : CONTENT[filterOn];
  const hasContent = content?.every((property) => criteria[property] !== undefined && criteria.values?.length !== 0);
  return filterOn !== undefined && hasContent === true ? { ...criteria, filterOn } : null;
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
