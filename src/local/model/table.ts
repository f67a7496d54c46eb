/**
 * Excel.Table
 */
import { parseAddress, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { EventType } from '../protocol/event-registrations';
import type { GridTable } from '../grid/tables';
import { isObject, objectArgument, textArgument } from './arguments';
import { eventMethods } from './event-methods';
import { object, type Given, type ServedClass } from './excel-class';
import { rangeNode } from './ranges';
import type { TableTarget } from './targets';

/** The table as it is now; ItemNotFound if it has gone. */
export function gridTable({ host, tableId }: TableTarget): GridTable {
  return host.grid.tables.get(tableId);
}

/** The rows below the header. */
export function bodyArea({ area }: GridTable): Area {
  return { ...area, row: area.row + 1, rowCount: area.rowCount - 1 };
}

function rangeOf(target: TableTarget, part: (table: GridTable) => Area): ModelNode<Excel.Range> {
  const table = gridTable(target);
  return rangeNode(target.host, table.sheetId, part(table));
}

function newArea(target: TableTarget, value: Given<Excel.Range | string>): Area {
  const { sheetId } = gridTable(target);
  if (isObject(value)) {
    const range = objectArgument(value, 'Range');
    if (range.sheetId !== sheetId) {
      throw new HostError('InvalidArgument', 'The new range must be on the same sheet as the table.');
    }
    return range.area;
  }
  const parsed = parseAddress(textArgument(value));
  if (!parsed || (parsed.sheetName !== null && target.host.grid.sheets.find(parsed.sheetName) !== sheetId)) {
    throw new HostError('InvalidArgument');
  }
  return parsed.area;
}

/** The grid has no total row and no table without headers; what it cannot do it refuses by name. */
function fixedFlag(
  member: 'showBandedRows' | 'showFilterButton' | 'showHeaders' | 'showTotals',
  value: boolean,
): { get: () => boolean; set: (target: TableTarget, wanted: Given<boolean>) => void } {
  return {
    get: () => value,
    set: (_target, wanted: unknown) => {
      if (wanted !== value) {
        throw new HostError(
          'ApiNotFound',
          `Setting Table.${member} to ${String(wanted)} is not available in the local workbook.`,
        );
      }
    },
  };
}

export const TableClass: ServedClass<'Table'> = {
  id: ({ tableId }) => tableId,
  scalars: {
    id: { get: ({ tableId }) => tableId },
    name: {
      get: (target) => gridTable(target).name,
      set: ({ host, tableId }, name) => host.change(() => host.grid.tables.rename(tableId, textArgument(name))),
    },
    style: {
      get: (target) => gridTable(target).style,
      set: ({ host, tableId }, style) => host.change(() => host.grid.tables.setStyle(tableId, textArgument(style))),
    },
    showHeaders: fixedFlag('showHeaders', true),
    showTotals: fixedFlag('showTotals', false),
    showFilterButton: fixedFlag('showFilterButton', true),
    showBandedRows: fixedFlag('showBandedRows', true),
  },
  objects: {
    worksheet: (target) => object('Worksheet', { host: target.host, sheetId: gridTable(target).sheetId }),
    columns: (target) => object('TableColumnCollection', target),
    rows: (target) => object('TableRowCollection', target),
    autoFilter: (target) => object('AutoFilter', target),
  },
  reads: {
    ...eventMethods<'Table'>(
      {
        onChanged: ['DataChangedEvent', EventType.TableChanged],
        onSelectionChanged: ['SelectionChangedEvent', EventType.TableSelectionChanged],
      },
      ({ tableId }) => tableId,
    ),
    getRange: (target) => rangeOf(target, ({ area }) => area),
    getHeaderRowRange: (target) => rangeOf(target, ({ area }) => ({ ...area, rowCount: 1 })),
    getDataBodyRange: (target) => rangeOf(target, bodyArea),
  },
  writes: {
    resize: (target, range) =>
      target.host.change(() => target.host.grid.tables.resize(target.tableId, newArea(target, range))),
    clearFilters: ({ host, tableId }) => host.change(() => host.grid.tables.clearFilters(tableId)),
    delete: ({ host, tableId }) => host.change(() => host.grid.tables.remove(tableId)),
    convertToRange: (target) => {
      const { sheetId, area } = gridTable(target);
      target.host.change(() => target.host.grid.tables.convertToRange(target.tableId));
      return rangeNode(target.host, sheetId, area);
    },
  },
};
