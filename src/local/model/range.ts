/**
 * Excel.Range
 */
import {
  cellArea,
  cellCount,
  formatAddress,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  type Area,
} from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { node, type Method, type ModelClass, type ModelNode } from '../protocol/model-class';
import type { CellRef } from '../values/cell-ref';
import { growSheet, shownArea } from '../grid/sheet-model';
import type { CellValue } from '../values/cell-value';
import { isOmitted, textArgument, wordArgument } from './arguments';
import { deleteCells, insertCells } from './cell-shift';
import { copyFrom } from './range-copy';
import type { ModelHost } from './host';
import { assignedCells, isUnbounded, valueType, wireValue } from './range-values';
import { GEOMETRY, sharedArea } from './range-geometry';
import { RangeAreasClass } from './range-areas';
import { RangeFormatClass } from './range-format';
import { changeCells } from './protection';
import { TableCollectionClass } from './tables';
import { WorksheetClass } from './worksheet';

/** A range: an area of a sheet. */
export interface RangeTarget {
  readonly host: ModelHost;
  readonly sheetId: string;
  readonly area: Area;
}

/** More cells than this cannot be read or written at once; Excel's limit for one request. */
const MOST_CELLS = 5_000_000;

function readCells<T>({ area }: RangeTarget, read: () => T): T | null {
  return isUnbounded(area) ? null : read();
}

function values({ host, sheetId, area }: RangeTarget): CellValue[][] {
  return host.grid.cells.values(sheetId, area);
}

function assign({ host, sheetId, area }: RangeTarget, assigned: unknown): void {
  const cells = assignedCells(area, assigned);
  changeCells({ host, sheetId }, () => {
    growSheet(host.grid.session, sheetId, area);
    host.grid.cells.write(sheetId, area, cells);
  });
}

function assignFormats({ host, sheetId, area }: RangeTarget, assigned: unknown): void {
  const formats = assignedCells(area, assigned);
  changeCells({ host, sheetId }, () => {
    growSheet(host.grid.session, sheetId, area);
    host.grid.cells.writeNumberFormats(sheetId, area, (row, column) => {
      const format = formats(row, column);
      return format === null ? null : String(format);
    });
  });
}

/** The cells of a range whose formulas are to be calculated. */
export function formulaRefs({ host, sheetId, area }: RangeTarget): CellRef[] {
  return host.grid.cells.formulaCells(sheetId, area).map(({ row, column }) => ({ sheetId, row, column }));
}

function recalculate(target: RangeTarget): void {
  target.host.recalculate(formulaRefs(target));
}

function clear(target: RangeTarget, applyTo: unknown): void {
  const { host, sheetId } = target;
  const what = isOmitted(applyTo)
    ? 'All'
    : wordArgument(applyTo, ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks']);
  const area = shownArea(host.grid.session, sheetId, target.area);
  changeCells(target, () => {
    if (what === 'All' || what === 'Contents') {
      host.grid.cells.clearContents(sheetId, area);
    }
    if (what === 'All' || what === 'Formats') {
      host.grid.formats.clear(sheetId, area);
    }
  });
}

/** The range on an area. */
export function rangeNode(host: ModelHost, sheetId: string, area: Area): ModelNode {
  return node(RangeClass, { host, sheetId, area });
}

/** Reads an address, seen from a sheet; without one it is the whole sheet. A name of the workbook counts as an address. */
export function addressedRange(host: ModelHost, sheetId: string, address: unknown): ModelNode {
  if (isOmitted(address)) {
    return rangeNode(host, sheetId, { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS });
  }
  const text = textArgument(address);
  const parsed = parseAddress(text) ?? parseAddress(host.grid.names.find(text)?.formula.slice(1) ?? '');
  const addressed = parsed?.sheetName === null ? sheetId : host.grid.sheets.find(parsed?.sheetName ?? '');
  if (!parsed || addressed === null) {
    throw new HostError('InvalidArgument');
  }
  return rangeNode(host, addressed, parsed.area);
}

function specialCells(target: RangeTarget, [type]: readonly unknown[]): ModelNode | null {
  const { host, sheetId } = target;
  const wanted = wordArgument(type, ['Formulas', 'Constants']);
  const used = host.grid.cells.usedArea(sheetId, target.area);
  if (!used) {
    return null;
  }
  const withFormula = new Set(host.grid.cells.formulaCells(sheetId, used).map(({ row, column }) => `${row}/${column}`));
  const areas: Area[] = [];
  for (let column = used.column; column < used.column + used.columnCount; column += 1) {
    for (let row = used.row; row < used.row + used.rowCount; row += 1) {
      const isFormula = withFormula.has(`${row}/${column}`);
      const counts =
        wanted === 'Formulas' ? isFormula : !isFormula && host.grid.cells.value(sheetId, row, column) !== null;
      const last = areas.at(-1);
      if (counts && last?.column === column && last.row + last.rowCount === row) {
        areas[areas.length - 1] = { ...last, rowCount: last.rowCount + 1 };
      } else if (counts) {
        areas.push({ row, column, rowCount: 1, columnCount: 1 });
      }
    }
  }
  return areas.length === 0 ? null : node(RangeAreasClass, { host, sheetId, areas });
}

/** The cells into which a formula spills, asked at its own cell. */
function spillRange({ host, sheetId, area }: RangeTarget): ModelNode | null {
  const spilled = host.grid.cells.spillArea(sheetId, area.row, area.column);
  return spilled && rangeNode(host, sheetId, spilled);
}

function sharedRange(target: RangeTarget, [other]: readonly unknown[]): ModelNode | null {
  const shared = sharedArea(target, other);
  return shared && rangeNode(target.host, target.sheetId, shared);
}

function found(range: ModelNode | null): ModelNode {
  if (!range) {
    throw new HostError('ItemNotFound', 'No cells were found.');
  }
  return range;
}

const geometryMethods = Object.fromEntries(
  Object.entries(GEOMETRY).map(([name, step]): [string, Method<RangeTarget>] => [
    name,
    (target, args) => rangeNode(target.host, target.sheetId, step(target, args)),
  ]),
);

export const RangeClass: ModelClass<RangeTarget> = {
  name: 'Range',
  scalars: {
    address: { get: ({ host, sheetId, area }) => formatAddress(host.grid.sheets.name(sheetId), area) },
    addressLocal: { get: ({ host, sheetId, area }) => formatAddress(host.grid.sheets.name(sheetId), area) },
    cellCount: { get: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)) },
    rowIndex: { get: ({ area }) => area.row },
    columnIndex: { get: ({ area }) => area.column },
    rowCount: { get: ({ area }) => area.rowCount },
    columnCount: { get: ({ area }) => area.columnCount },
    isEntireRow: { get: ({ area }) => area.columnCount === MAX_COLUMNS },
    isEntireColumn: { get: ({ area }) => area.rowCount === MAX_ROWS },
    values: {
      get: (target) => readCells(target, () => values(target).map((row) => row.map(wireValue))),
      set: assign,
      isCalculated: true,
    },
    valueTypes: {
      get: (target) => readCells(target, () => values(target).map((row) => row.map(valueType))),
      isCalculated: true,
    },
    text: {
      get: (target) =>
        readCells(target, () =>
          target.host.grid.cells
            .texts(target.sheetId, target.area)
            .map((row) => row.map((text) => (text === '#GETTING_DATA' ? '#BUSY!' : text))),
        ),
      isCalculated: true,
    },
    formulas: {
      get: (target) =>
        readCells(target, () => {
          const shown = values(target);
          return target.host.grid.cells
            .formulas(target.sheetId, target.area)
            .map((row, rowIndex) =>
              row.map((formula, column) => formula || wireValue(shown[rowIndex]?.[column] ?? null)),
            );
        }),
      set: assign,
      isCalculated: true,
    },
    numberFormat: {
      get: (target) => readCells(target, () => target.host.grid.cells.numberFormats(target.sheetId, target.area)),
      set: assignFormats,
    },
  },
  objects: {
    worksheet: ({ host, sheetId }) => node(WorksheetClass, { host, sheetId }),
    format: (target) => node(RangeFormatClass, target),
  },
  methods: {
    ...geometryMethods,
    getIntersectionOrNullObject: sharedRange,
    getIntersection: (target, args) => found(sharedRange(target, args)),
    getUsedRange: ({ host, sheetId, area }) =>
      rangeNode(host, sheetId, host.grid.cells.usedArea(sheetId, area) ?? cellArea(area.row, area.column)),
    getUsedRangeOrNullObject: ({ host, sheetId, area }) => {
      const used = host.grid.cells.usedArea(sheetId, area);
      return used && rangeNode(host, sheetId, used);
    },
    getSpecialCellsOrNullObject: specialCells,
    getSpecialCells: (target, args) => found(specialCells(target, args)),
    getSpillingToRangeOrNullObject: spillRange,
    getSpillingToRange: (target) => found(spillRange(target)),
    getTables: (target) =>
      node(TableCollectionClass, { host: target.host, sheetId: target.sheetId, within: target.area }),
    calculate: recalculate,
    setDirty: recalculate,
    clear: (target, [applyTo]) => clear(target, applyTo),
    insert: (target, [shift]) => {
      const { host, sheetId, area } = target;
      changeCells(target, () => insertCells(host.grid, sheetId, area, wordArgument(shift, ['Down', 'Right'])));
      return rangeNode(host, sheetId, area);
    },
    delete: ({ host, sheetId, area }, [shift]) =>
      changeCells({ host, sheetId }, () => deleteCells(host.grid, sheetId, area, wordArgument(shift, ['Up', 'Left']))),
    copyFrom,
    select: ({ host, sheetId, area }) => {
      host.grid.sheets.activate(sheetId);
      host.grid.selection.select(sheetId, shownArea(host.grid.session, sheetId, area));
    },
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (Number(rows) * Number(columns) > MOST_CELLS) {
        throw new HostError('InvalidArgument');
      }
      if (rows !== area.rowCount || columns !== area.columnCount) {
        throw new HostError(
          'InvalidArgument',
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
      return null;
    },
  },
};
