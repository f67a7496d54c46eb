/**
 * Excel.TableColumnCollection and Excel.TableColumn
 */
import type { Area } from '../../formats/xlsx/address';
import { cellArea } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { integerArgument, isOmitted, textArgument } from './arguments';
import { object, type ServedMethods, type Given, type ServedClass } from './excel-class';
import { assignedCells, wireValue } from './range-values';
import { rangeNode } from './ranges';
import { gridTable } from './table';
import type { TablePartTarget, TableTarget } from './targets';

function names({ host, tableId }: TableTarget): string[] {
  return host.grid.tables.columnNames(tableId);
}

function columnNode(target: TableTarget, index: number): ModelNode<Excel.TableColumn> {
  return object('TableColumn', { host: target.host, tableId: target.tableId, index });
}

function columnAt(target: TableTarget, index: number): ModelNode<Excel.TableColumn> | null {
  return Number.isInteger(index) && index >= 0 && index < names(target).length ? columnNode(target, index) : null;
}

/** Ids of columns count from 1; they are their places. Office.js hands back as a text the id that it was given. */
function find(target: TableTarget, key: Given<number | string>): ModelNode<Excel.TableColumn> | null {
  if (typeof key === 'number') {
    return columnAt(target, key - 1);
  }
  const text = textArgument(key);
  const named = names(target).findIndex((name) => name.toLowerCase() === text.toLowerCase());
  return columnAt(target, named >= 0 ? named : Number(text) - 1);
}

function found(column: ModelNode<Excel.TableColumn> | null): ModelNode<Excel.TableColumn> {
  if (!column) {
    throw new HostError('ItemNotFound');
  }
  return column;
}

function area(target: TablePartTarget): Area {
  const table = gridTable(target);
  return { ...table.area, column: table.area.column + target.index, columnCount: 1 };
}

function part(target: TablePartTarget, choose: (column: Area) => Area): ModelNode<Excel.Range> {
  return rangeNode(target.host, gridTable(target).sheetId, choose(area(target)));
}

const add: NonNullable<ServedMethods<'TableColumnCollection'>['add']> = (target, index, values, name) => {
  const { host, tableId } = target;
  const table = gridTable(target);
  const count = table.area.columnCount;
  const at = isOmitted(index) ? count : integerArgument(index);
  if (at < 0 || at > count) {
    throw new HostError('InvalidArgument');
  }
  const column: Area = { ...table.area, column: table.area.column + at, columnCount: 1 };
  host.change(() => {
    // Excel takes blank cells beside a table into it, and moves others aside.
    const isFree = host.grid.cells.values(table.sheetId, column).every(([value]) => value === null || value === '');
    if (at < count || !isFree) {
      host.grid.sheets.insertCells(table.sheetId, column, 'Right');
    }
    host.grid.sheets.grow(table.sheetId, column);
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
};

export const TableColumnCollectionClass: ServedClass<'TableColumnCollection'> = {
  scalars: { count: { get: (target) => gridTable(target).area.columnCount } },
  items: (target) => names(target).map((_, index) => columnNode(target, index)),
  item: (target, key) => found(find(target, key)),
  reads: {
    getItem: (target, key) => found(find(target, key)),
    getItemOrNullObject: find,
    getItemAt: (target, index) => found(columnAt(target, integerArgument(index))),
    getCount: (target) => gridTable(target).area.columnCount,
  },
  writes: { add },
};

export const TableColumnClass: ServedClass<'TableColumn'> = {
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
  objects: { filter: (target) => object('Filter', target) },
  reads: {
    getRange: (target) => part(target, (column) => column),
    getHeaderRowRange: (target) => part(target, (column) => ({ ...column, rowCount: 1 })),
    getDataBodyRange: (target) =>
      part(target, (column) => ({ ...column, row: column.row + 1, rowCount: column.rowCount - 1 })),
  },
  writes: {
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
