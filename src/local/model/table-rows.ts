/**
 * Excel.TableRowCollection and Excel.TableRow
 */
import { contains, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { booleanArgument, integerArgument, isOmitted } from './arguments';
import { deleteCells, insertCells } from './cell-shift';
import { object, type ServedMethods, type ServedClass } from './excel-class';
import type { ModelHost } from './host';
import { assignedCells, wireValue } from './range-values';
import { rangeNode } from './ranges';
import { bodyArea, gridTable } from './table';
import type { TablePartTarget, TableTarget } from './targets';

function rowNode(target: TableTarget, index: number): ModelNode<Excel.TableRow> {
  return object('TableRow', { host: target.host, tableId: target.tableId, index });
}

function area(target: TablePartTarget): Area {
  const body = bodyArea(gridTable(target));
  if (target.index < 0 || target.index >= body.rowCount) {
    throw new HostError('ItemNotFound');
  }
  return { ...body, row: body.row + target.index, rowCount: 1 };
}

function isBlankBelow(host: ModelHost, sheetId: string, below: Area): boolean {
  return host.grid.cells.usedArea(sheetId, below) === null;
}

/** Inserts rows; what stands below moves down. At the end it uses the cells below if that is asked for and they are blank. */
const add: NonNullable<ServedMethods<'TableRowCollection'>['add']> = (target, index, values, alwaysInsert) => {
  const { host, tableId } = target;
  const table = gridTable(target);
  const body = bodyArea(table);
  const rows =
    Array.isArray(values) && Array.isArray(values[0])
      ? values
      : [isOmitted(values) ? Array.from({ length: body.columnCount }, () => '') : values];
  const place = isOmitted(index) ? -1 : integerArgument(index);
  const at = place === -1 ? body.rowCount : place;
  if (at < 0 || at > body.rowCount) {
    throw new HostError('InvalidArgument');
  }
  const added: Area = { ...body, row: body.row + at, rowCount: rows.length };
  const cells = assignedCells(added, rows);
  const isInserted = at < body.rowCount || isOmitted(alwaysInsert) || booleanArgument(alwaysInsert);
  const wanted: Area = { ...table.area, rowCount: table.area.rowCount + rows.length };
  host.change(() => {
    host.grid.sheets.grow(table.sheetId, wanted);
    if (isInserted || !isBlankBelow(host, table.sheetId, added)) {
      insertCells(host.grid, table.sheetId, added, 'Down');
    }
    if (!contains(gridTable(target).area, wanted)) {
      host.grid.tables.resize(tableId, wanted);
    }
    host.grid.cells.write(table.sheetId, added, cells);
  });
  return rowNode(target, at);
};

function remove(target: TableTarget, indexes: readonly number[]): void {
  const { host, tableId } = target;
  host.change(() => {
    for (const index of [...indexes].sort((a, b) => b - a)) {
      const table = gridTable(target);
      const row = area({ host, tableId, index });
      deleteCells(host.grid, table.sheetId, row, 'Up');
    }
  });
}

function rowCount(target: TableTarget): number {
  return bodyArea(gridTable(target)).rowCount;
}

export const TableRowCollectionClass: ServedClass<'TableRowCollection'> = {
  scalars: { count: { get: rowCount } },
  items: (target) => Array.from({ length: rowCount(target) }, (_, index) => rowNode(target, index)),
  item: (target, index) => rowNode(target, integerArgument(index)),
  reads: {
    getCount: rowCount,
    getItemAt: (target, index) => {
      const row = { ...target, index: integerArgument(index) };
      area(row);
      return object('TableRow', row);
    },
  },
  writes: {
    add,
    deleteRows: (target, rows: unknown) => {
      if (!Array.isArray(rows)) {
        throw new HostError('InvalidArgument');
      }
      remove(target, rows.map(integerArgument));
    },
    deleteRowsAt: (target, index, count) => {
      const first = integerArgument(index);
      remove(
        target,
        Array.from({ length: isOmitted(count) ? 1 : integerArgument(count) }, (_, offset) => first + offset),
      );
    },
  },
};

export const TableRowClass: ServedClass<'TableRow'> = {
  id: ({ index }) => String(index),
  scalars: {
    index: { get: ({ index }) => index },
    values: {
      get: (target) =>
        target.host.grid.cells.values(gridTable(target).sheetId, area(target)).map((row) => row.map(wireValue)),
      set: (target, values) => {
        const row = area(target);
        target.host.change(() =>
          target.host.grid.cells.write(gridTable(target).sheetId, row, assignedCells(row, values)),
        );
      },
      isCalculated: true,
    },
  },
  reads: { getRange: (target) => rangeNode(target.host, gridTable(target).sheetId, area(target)) },
  writes: { delete: (target) => remove(target, [target.index]) },
};
