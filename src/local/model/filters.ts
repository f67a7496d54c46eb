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

/** As Excel gives criteria: null for what a filter does not have, which `apply` refuses, and which the declaration leaves out. */
function criteriaOf(values: readonly string[]): Excel.FilterCriteria {
  const given: Record<keyof Excel.FilterCriteria, unknown> = {
    color: null,
    criterion1: null,
    criterion2: null,
    dynamicCriteria: 'Unknown',
    filterOn: 'Values',
    icon: null,
    operator: 'And',
    subField: null,
    values: [...values],
  };
  return given as Excel.FilterCriteria;
}

/** The texts that criteria leave in sight. */
function textsOf(criteria: Given<Excel.FilterCriteria>): string[] {
  if (Object.values(criteria).includes(null)) {
    throw new HostError('InvalidArgument');
  }
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
        return values === null ? null : criteriaOf(values);
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
