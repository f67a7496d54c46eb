/**
 * Excel.TableCollection and Excel.TableScopedCollection
 */
import { intersect, parseAddress, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { EventType } from '../protocol/event-registrations';
import type { ModelNode } from '../protocol/model-class';
import type { GridTable } from '../grid/tables';
import { booleanArgument, integerArgument, isObject, objectArgument, textArgument } from './arguments';
import { eventMethods } from './event-methods';
import { WORKBOOK_TARGET } from './excel-events';
import { object, type Given, type ServedClass } from './excel-class';
import type { TablesTarget } from './targets';

function list({ host, sheetId, within }: TablesTarget): GridTable[] {
  return host.grid.tables
    .list()
    .filter(
      (table) =>
        (sheetId === null || table.sheetId === sheetId) && (within === null || intersect(table.area, within) !== null),
    );
}

function tableNode(target: TablesTarget, table: GridTable): ModelNode<Excel.Table> {
  return object('Table', { host: target.host, tableId: table.id });
}

function find(target: TablesTarget, key: Given<string>): ModelNode<Excel.Table> | null {
  const table = target.host.grid.tables.find(typeof key === 'number' ? String(key) : textArgument(key));
  return table && list(target).some(({ id }) => id === table.id) ? tableNode(target, table) : null;
}

function get(target: TablesTarget, key: Given<string>): ModelNode<Excel.Table> {
  const table = find(target, key);
  if (!table) {
    throw new HostError('ItemNotFound');
  }
  return table;
}

function place({ host, sheetId }: TablesTarget, value: Given<Excel.Range | string>): { sheetId: string; area: Area } {
  if (isObject(value)) {
    return objectArgument(value, 'Range');
  }
  const parsed = parseAddress(textArgument(value));
  const named = parsed?.sheetName ? host.grid.sheets.find(parsed.sheetName) : (sheetId ?? host.grid.sheets.activeId());
  if (!parsed || named === null) {
    throw new HostError('InvalidArgument');
  }
  return { sheetId: named, area: parsed.area };
}

export const TableCollectionClass: ServedClass<'TableCollection'> = {
  scalars: { count: { get: (target) => list(target).length } },
  items: (target) => list(target).map((table) => tableNode(target, table)),
  item: get,
  reads: {
    ...eventMethods<'TableCollection'>(
      {
        onChanged: ['DataChangedEvent', EventType.TableChanged],
        onAdded: ['AddedEvent', EventType.TableAdded],
        onDeleted: ['DeletedEvent', EventType.TableDeleted],
      },
      ({ sheetId }) => sheetId ?? WORKBOOK_TARGET,
    ),
    getItem: get,
    getItemOrNullObject: find,
    getCount: (target) => list(target).length,
    getItemAt: (target, index) => {
      const table = list(target)[integerArgument(index)];
      if (!table) {
        throw new HostError('InvalidArgument');
      }
      return tableNode(target, table);
    },
  },
  writes: {
    add: (target, address, hasHeaders) => {
      const { host } = target;
      const { sheetId, area } = place(target, address);
      const tableId = host.change(() => host.grid.tables.add(sheetId, area, booleanArgument(hasHeaders)));
      return object('Table', { host, tableId });
    },
  },
};

/** The tables that a range touches. */
export const TableScopedCollectionClass: ServedClass<'TableScopedCollection'> = {
  items: (target) => list(target).map((table) => tableNode(target, table)),
  item: get,
  reads: {
    getItem: get,
    getItemOrNullObject: find,
    getCount: (target) => list(target).length,
  },
};
