/**
 * Excel.TableColumnCollection and Excel.TableColumn
 */
import type { Area } from '../../formats/xlsx/address';
import { cellArea } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { growSheet } from '../grid/sheet-model';
import { integerArgument, isOmitted, textArgument } from './arguments';
import type { ModelHost } from './host';
import { rangeNode } from './range';
import { assignedCells, wireValue } from './range-values';
import { gridTable, type TableTarget } from './table';

/** A column of a table, by its place. */
export interface TableColumnTarget {
  readonly host: ModelHost;
  readonly tableId: string;
  readonly index: number;
}

function names({ host, tableId }: TableTarget): string[] {
  return host.grid.tables.columnNames(tableId);
}

function columnNode(target: TableTarget, index: number): ModelNode {
  return node(TableColumnClass, { host: target.host, tableId: target.tableId, index });
}

/** Ids of columns count from 1; they are their places. Office.js hands back as a text the id that it was given. */
function find(target: TableTarget, key: unknown): ModelNode | null {
  const all = names(target);
  const named =
    typeof key === 'number' ? -1 : all.findIndex((name) => name.toLowerCase() === textArgument(key).toLowerCase());
  const index = named >= 0 ? named : Number(key) - 1;
  return Number.isInteger(index) && index >= 0 && index < all.length ? columnNode(target, index) : null;
}

function get(target: TableTarget, key: unknown): ModelNode {
  const column = find(target, key);
  if (!column) {
    throw new HostError('ItemNotFound');
  }
  return column;
}

function area(target: TableColumnTarget): Area {
  const table = gridTable(target);
  return { ...table.area, column: table.area.column + target.index, columnCount: 1 };
}

function part(target: TableColumnTarget, choose: (column: Area) => Area): ModelNode {
  return rangeNode(target.host, gridTable(target).sheetId, choose(area(target)));
}

function add(target: TableTarget, [index, values, name]: readonly unknown[]): ModelNode {
  const { host, tableId } = target;
  const table = gridTable(target);
  const count = table.area.columnCount;
  const at = isOmitted(index) ? count : integerArgument(index);
  if (at < 0 || at > count) {
    throw new HostError('InvalidArgument');
  }
  const column: Area = { ...table.area, column: table.area.column + at, columnCount: 1 };
  host.change(() => {
    if (at < count) {
      host.grid.sheets.insertCells(table.sheetId, column, 'Right');
    }
    growSheet(host.grid.session, table.sheetId, column);
    if (!isOmitted(values)) {
      host.grid.cells.write(table.sheetId, column, assignedCells(column, values));
    }
    if (!isOmitted(name)) {
      host.grid.cells.write(table.sheetId, cellArea(column.row, column.column), () => textArgument(name));
    }
    const wanted = { ...table.area, columnCount: count + 1 };
    if (gridTable(target).area.columnCount !== wanted.columnCount) {
      host.grid.tables.resize(tableId, wanted);
    }
  });
  return columnNode(target, at);
}

export const TableColumnCollectionClass: ModelClass<TableTarget> = {
  name: 'TableColumnCollection',
  scalars: { count: { get: (target) => gridTable(target).area.columnCount } },
  items: (target) => names(target).map((_, index) => columnNode(target, index)),
  item: get,
  methods: {
    getItem: (target, [key]) => get(target, key),
    getItemOrNullObject: (target, [key]) => find(target, key),
    getItemAt: (target, [index]) => get(target, integerArgument(index) + 1),
    getCount: (target) => gridTable(target).area.columnCount,
    add,
  },
};

export const TableColumnClass: ModelClass<TableColumnTarget> = {
  name: 'TableColumn',
  id: ({ index }) => String(index + 1),
  scalars: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: {
      get: (target) => names(target)[target.index] ?? '',
      set: (target, name) => {
        const { row, column } = area(target);
        target.host.change(() =>
          target.host.grid.cells.write(gridTable(target).sheetId, cellArea(row, column), () => textArgument(name)),
        );
      },
    },
    values: {
      get: (target) =>
        target.host.grid.cells.values(gridTable(target).sheetId, area(target)).map((row) => row.map(wireValue)),
      set: (target, values) => {
        const column = area(target);
        target.host.change(() =>
          target.host.grid.cells.write(gridTable(target).sheetId, column, assignedCells(column, values)),
        );
      },
      isCalculated: true,
    },
  },
  methods: {
    getRange: (target) => part(target, (column) => column),
    getHeaderRowRange: (target) => part(target, (column) => ({ ...column, rowCount: 1 })),
    getDataBodyRange: (target) =>
      part(target, (column) => ({ ...column, row: column.row + 1, rowCount: column.rowCount - 1 })),
    delete: (target) => {
      const { host, tableId } = target;
      const table = gridTable(target);
      if (table.area.columnCount === 1) {
        throw new HostError('InvalidOperation', 'The last column of a table cannot be deleted.');
      }
      const column = area(target);
      host.change(() => {
        host.grid.sheets.deleteCells(table.sheetId, column, 'Left');
        const wanted = { ...table.area, columnCount: table.area.columnCount - 1 };
        if (host.grid.tables.get(tableId).area.columnCount !== wanted.columnCount) {
          host.grid.tables.resize(tableId, wanted);
        }
      });
    },
  },
};
