/**
 * Excel.Filter, the filter of a table's column, and Excel.AutoFilter, as far as a table has it. Columns are filtered by the texts
 * that stay in sight; other filters are refused by name.
 */
import { HostError } from '../protocol/host-error';
import type { Given, ServedClass } from './excel-class';
import type { TablePartTarget } from './targets';

function show({ host, tableId, index }: TablePartTarget, texts: readonly string[] | null): void {
  host.change(() => host.grid.tables.setFilter(tableId, index, texts));
}

/** The texts that criteria leave in sight. */
function textsOf(criteria: Given<Excel.FilterCriteria>): string[] {
  const { filterOn, values } = criteria as Partial<Excel.FilterCriteria>;
  if (filterOn !== 'Values' || !Array.isArray(values)) {
    throw new HostError('ApiNotFound', 'A column is filtered by values only in the local workbook.');
  }
  return values.map(String);
}

export const FilterClass: ServedClass<'Filter'> = {
  scalars: {
    criteria: {
      get: ({ host, tableId, index }) => {
        const values = host.grid.tables.filter(tableId, index);
        return values === null ? null : { filterOn: 'Values', values: [...values] };
      },
    },
  },
  writes: {
    apply: (target, criteria) => show(target, textsOf(criteria)),
    applyValuesFilter: (target, values: unknown) => {
      if (!Array.isArray(values)) {
        throw new HostError('InvalidArgument');
      }
      show(target, values.map(String));
    },
    clear: (target) => show(target, null),
  },
};

export const AutoFilterClass: ServedClass<'AutoFilter'> = {
  scalars: {
    enabled: { get: () => true },
    isDataFiltered: { get: ({ host, tableId }) => host.grid.tables.isFiltered(tableId) },
  },
};
