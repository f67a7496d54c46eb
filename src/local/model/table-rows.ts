/**
 * Excel.TableRowCollection and Excel.TableRow
 */
import { contains, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { growSheet } from '../grid/sheet-model';
import { booleanArgument, integerArgument, isOmitted } from './arguments';
import type { ModelHost } from './host';
import { rangeNode } from './range';
import { deleteCells, insertCells } from './cell-shift';
import { assignedCells, wireValue } from './range-values';
import { bodyArea, gridTable, type TableTarget } from './table';

/** A row of a table, by its place below the header. */
export interface TableRowTarget {
  readonly host: ModelHost;
  readonly tableId: string;
  readonly index: number;
}

function rowNode(target: TableTarget, index: number): ModelNode {
  return node(TableRowClass, { host: target.host, tableId: target.tableId, index });
}

function area(target: TableRowTarget): Area {
  const body = bodyArea(gridTable(target));
  if (target.index < 0 || target.index >= body.rowCount) {
    throw new HostError('ItemNotFound');
  }
  return { ...body, row: body.row + target.index, rowCount: 1 };
}

function isBlankBelow(host: ModelHost, sheetId: string, below: Area): boolean {
  return host.grid.cells.usedArea(sheetId, below) === null;
}

/** Inserts rows; what stands below moves down. At the end it uses the cells below where that is asked for and they are blank. */
function add(target: TableTarget, [index, values, alwaysInsert]: readonly unknown[]): ModelNode {
  const { host, tableId } = target;
  const table = gridTable(target);
  const body = bodyArea(table);
  const rows =
    Array.isArray(values) && Array.isArray(values[0])
      ? values
      : [isOmitted(values) ? Array.from({ length: body.columnCount }, () => '') : values];
  const at = isOmitted(index) || index === -1 ? body.rowCount : integerArgument(index);
  if (at < 0 || at > body.rowCount) {
    throw new HostError('InvalidArgument');
  }
  const added: Area = { ...body, row: body.row + at, rowCount: rows.length };
  const cells = assignedCells(added, rows);
  const isInserted = at < body.rowCount || isOmitted(alwaysInsert) || booleanArgument(alwaysInsert);
  const wanted: Area = { ...table.area, rowCount: table.area.rowCount + rows.length };
  host.change(() => {
    growSheet(host.grid.session, table.sheetId, wanted);
    if (isInserted || !isBlankBelow(host, table.sheetId, added)) {
      insertCells(host.grid, table.sheetId, added, 'Down');
    }
    if (!contains(gridTable(target).area, wanted)) {
      host.grid.tables.resize(tableId, wanted);
    }
    host.grid.cells.write(table.sheetId, added, cells);
  });
  return rowNode(target, at);
}

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

export const TableRowCollectionClass: ModelClass<TableTarget> = {
  name: 'TableRowCollection',
  scalars: { count: { get: rowCount } },
  items: (target) => Array.from({ length: rowCount(target) }, (_, index) => rowNode(target, index)),
  item: (target, index) => rowNode(target, integerArgument(index)),
  methods: {
    getCount: rowCount,
    getItemAt: (target, [index]) => {
      const row = { ...target, index: integerArgument(index) };
      area(row);
      return node(TableRowClass, row);
    },
    add,
    deleteRows: (target, [rows]) => {
      if (!Array.isArray(rows)) {
        throw new HostError('InvalidArgument');
      }
      remove(target, rows.map(integerArgument));
    },
    deleteRowsAt: (target, [index, count]) => {
      const first = integerArgument(index);
      remove(
        target,
        Array.from({ length: isOmitted(count) ? 1 : integerArgument(count) }, (_, offset) => first + offset),
      );
    },
  },
};

export const TableRowClass: ModelClass<TableRowTarget> = {
  name: 'TableRow',
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
  methods: {
    getRange: (target) => rangeNode(target.host, gridTable(target).sheetId, area(target)),
    delete: (target) => remove(target, [target.index]),
  },
};
