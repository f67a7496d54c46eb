/**
 * Excel.TableCollection
 */
import { intersect, parseAddress, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { isNode, node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { EventType } from '../protocol/event-registrations';
import { WORKBOOK_TARGET } from './excel-events';
import type { GridTable } from '../grid/tables';
import { booleanArgument, integerArgument, objectArgument, textArgument } from './arguments';
import { eventMethods } from './event-methods';
import type { ModelHost } from './host';
import type { RangeTarget } from './range';
import { TableClass } from './table';

/** The tables of the workbook (`sheetId` null), of a sheet, or those that a range touches. */
export interface TablesTarget {
  readonly host: ModelHost;
  readonly sheetId: string | null;
  readonly within: Area | null;
}

function list({ host, sheetId, within }: TablesTarget): GridTable[] {
  return host.grid.tables
    .list()
    .filter(
      (table) =>
        (sheetId === null || table.sheetId === sheetId) && (within === null || intersect(table.area, within) !== null),
    );
}

function tableNode(target: TablesTarget, table: GridTable): ModelNode {
  return node(TableClass, { host: target.host, tableId: table.id });
}

function find(target: TablesTarget, key: unknown): ModelNode | null {
  const table = target.host.grid.tables.find(typeof key === 'number' ? String(key) : textArgument(key));
  return table && list(target).some(({ id }) => id === table.id) ? tableNode(target, table) : null;
}

function get(target: TablesTarget, key: unknown): ModelNode {
  const table = find(target, key);
  if (!table) {
    throw new HostError('ItemNotFound');
  }
  return table;
}

function place({ host, sheetId }: TablesTarget, value: unknown): { sheetId: string; area: Area } {
  if (isNode(value)) {
    return objectArgument<RangeTarget>(value, 'Range');
  }
  const parsed = parseAddress(textArgument(value));
  const named = parsed?.sheetName ? host.grid.sheets.find(parsed.sheetName) : (sheetId ?? host.grid.sheets.activeId());
  if (!parsed || named === null) {
    throw new HostError('InvalidArgument');
  }
  return { sheetId: named, area: parsed.area };
}

export const TableCollectionClass: ModelClass<TablesTarget> = {
  name: 'TableCollection',
  scalars: { count: { get: (target) => list(target).length } },
  items: (target) => list(target).map((table) => tableNode(target, table)),
  item: get,
  methods: {
    ...eventMethods<TablesTarget>(
      {
        DataChangedEvent: EventType.TableChanged,
        AddedEvent: EventType.TableAdded,
        DeletedEvent: EventType.TableDeleted,
      },
      ({ sheetId }) => sheetId ?? WORKBOOK_TARGET,
    ),
    getItem: (target, [key]) => get(target, key),
    getItemOrNullObject: (target, [key]) => find(target, key),
    getCount: (target) => list(target).length,
    getItemAt: (target, [index]) => {
      const table = list(target)[integerArgument(index)];
      if (!table) {
        throw new HostError('InvalidArgument');
      }
      return tableNode(target, table);
    },
    add: (target, [address, hasHeaders]) => {
      const { sheetId, area } = place(target, address);
      const tableId = target.host.change(() => target.host.grid.tables.add(sheetId, area, booleanArgument(hasHeaders)));
      return node(TableClass, { host: target.host, tableId });
    },
  },
};
