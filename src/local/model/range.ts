/**
 * Excel.Range
 */
import { localFormula } from '../../formats/formula/local-formula';
import { cellArea, cellCount, formatAddress, MAX_COLUMNS, MAX_ROWS, type Area } from '../../formats/xlsx/address';
import { TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { BUSY, WAITING, type CellValue } from '../values/cell-value';
import { englishEntry } from '../values/local-entry';
import { englishFormat, localFormat } from '../values/local-format';
import { booleanArgument, isOmitted, wordArgument } from './arguments';
import { BUILT_IN_STYLE_NAMES, BUILT_IN_STYLES, styleOfLook } from './built-in-styles';
import { deleteCells, insertCells } from './cell-shift';
import { object, type ServedMethods, type Given, type ServedClass } from './excel-class';
import { changeCells } from './protection';
import { copyFrom } from './range-copy';
import { GEOMETRY, sharedArea } from './range-geometry';
import { assignedCells, isUnbounded, richValue, valueType, wireValue } from './range-values';
import { formulaRefs, rangeNode } from './ranges';
import type { RangeTarget } from './targets';

/** More cells than this cannot be read or written at once; Excel's limit for one request. */
const MOST_CELLS = 5_000_000;
const SPECIAL_CELLS = ['Formulas', 'Constants'] as const;

function readCells<T>({ area }: RangeTarget, read: () => T): T | null {
  return isUnbounded(area) ? null : read();
}

function values({ host, sheetId, area }: RangeTarget): CellValue[][] {
  return host.grid.cells.values(sheetId, area);
}

function assign(target: RangeTarget, assigned: unknown): void {
  assignCells(target, assignedCells(target.area, assigned));
}

function assignCells({ host, sheetId, area }: RangeTarget, cells: ReturnType<typeof assignedCells>): void {
  changeCells({ host, sheetId }, () => {
    host.grid.sheets.grow(sheetId, area);
    host.grid.cells.write(sheetId, area, cells);
  });
}

/** As if it were typed: in the language of the browser. */
function assignLocal(target: RangeTarget, assigned: unknown): void {
  const { conventions, cells: held } = target.host.grid;
  const { sheetId, area } = target;
  const cells = assignedCells(area, assigned);
  assignCells(target, (row, column) => {
    const cell = cells(row, column);
    if (held.numberFormat(sheetId, area.row + row, area.column + column) === TEXT_FORMAT) {
      return cell;
    }
    // What is a text in the language must not be a number in English.
    return typeof cell === 'string' ? (englishEntry(cell, conventions) ?? `'${cell}`) : cell;
  });
}

/** Formulas where cells have them, and values elsewhere. */
function shownFormulas(target: RangeTarget, written: (formula: string) => string): unknown[][] {
  const shown = values(target);
  return target.host.grid.cells
    .formulas(target.sheetId, target.area)
    .map((row, rowIndex) =>
      row.map((formula, column) => (formula === '' ? wireValue(shown[rowIndex]?.[column] ?? null) : written(formula))),
    );
}

function localFormulaOf({ host }: RangeTarget): (formula: string) => string {
  return (formula) => localFormula(formula, host.grid.conventions.formula);
}

function assignFormats(
  { host, sheetId, area }: RangeTarget,
  assigned: unknown,
  english: (format: string) => string,
): void {
  const formats = assignedCells(area, assigned);
  changeCells({ host, sheetId }, () => {
    host.grid.sheets.grow(sheetId, area);
    host.grid.cells.writeNumberFormats(sheetId, area, (row, column) => {
      const format = formats(row, column);
      return format === null ? null : english(String(format));
    });
  });
}

function assignStyle(target: RangeTarget, given: Given<string>): void {
  const { host, sheetId, area } = target;
  const look = BUILT_IN_STYLES[wordArgument(given, BUILT_IN_STYLE_NAMES)];
  changeCells(target, () => {
    host.grid.sheets.grow(sheetId, area);
    host.grid.formats.apply(sheetId, host.grid.sheets.shownPart(sheetId, area), look);
  });
}

function recalculate(target: RangeTarget): void {
  target.host.recalculate(formulaRefs(target));
}

const clear: NonNullable<ServedMethods<'Range'>['clear']> = (target, applyTo) => {
  const { host, sheetId } = target;
  const what = isOmitted(applyTo)
    ? 'All'
    : wordArgument(applyTo, ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks']);
  const area = host.grid.sheets.shownPart(sheetId, target.area);
  changeCells(target, () => {
    if (what === 'All' || what === 'Contents') {
      host.grid.cells.clearContents(sheetId, area);
    }
    if (what === 'All' || what === 'Formats') {
      host.grid.formats.clear(sheetId, area);
    }
  });
};

/** The cells with formulas, or with anything else; null if there are none. */
function specialCells(target: RangeTarget, wanted: (typeof SPECIAL_CELLS)[number]): ModelNode<Excel.RangeAreas> | null {
  const { host, sheetId } = target;
  const cells = wanted === 'Formulas' ? host.grid.cells.formulaCells(sheetId, target.area) : constantCells(target);
  const areas: Area[] = [];
  for (const { row, column } of cells.sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = areas.at(-1);
    if (last?.column === column && last.row + last.rowCount === row) {
      areas[areas.length - 1] = { ...last, rowCount: last.rowCount + 1 };
    } else {
      areas.push(cellArea(row, column));
    }
  }
  return areas.length === 0 ? null : object('RangeAreas', { host, sheetId, areas });
}

/** The cells of a range that hold something else than a formula. */
function constantCells({ host, sheetId, area: within }: RangeTarget): { row: number; column: number }[] {
  const { cells } = host.grid;
  const used = cells.usedArea(sheetId, within) ?? { ...within, rowCount: 0 };
  const withFormula = new Set(cells.formulaCells(sheetId, used).map(({ row, column }) => `${row}/${column}`));
  const found: { row: number; column: number }[] = [];
  for (let row = used.row; row < used.row + used.rowCount; row += 1) {
    for (let column = used.column; column < used.column + used.columnCount; column += 1) {
      if (!withFormula.has(`${row}/${column}`) && cells.value(sheetId, row, column) !== null) {
        found.push({ row, column });
      }
    }
  }
  return found;
}

/** The cells into which a formula spills, asked at its own cell. */
function spillRange({ host, sheetId, area }: RangeTarget): ModelNode<Excel.Range> | null {
  const spilled = host.grid.cells.spillArea(sheetId, area.row, area.column);
  return spilled && rangeNode(host, sheetId, spilled);
}

/** The cell whose formula spills over a cell; for the formula's own cell, that cell. */
function spillParent({ host, sheetId, area }: RangeTarget): ModelNode<Excel.Range> | null {
  const anchor = host.grid.cells.spillAnchor(sheetId, area.row, area.column);
  return anchor && rangeNode(host, sheetId, cellArea(anchor.row, anchor.column));
}

function sharedRange(target: RangeTarget, other: Given<Excel.Range | string>): ModelNode<Excel.Range> | null {
  const shared = sharedArea(target, other);
  return shared && rangeNode(target.host, target.sheetId, shared);
}

function found<E>(range: ModelNode<E> | null): ModelNode<E> {
  if (!range) {
    throw new HostError('ItemNotFound', 'No cells were found.');
  }
  return range;
}

export const RangeClass: ServedClass<'Range'> = {
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
    valuesAsJson: {
      get: (target) => readCells(target, () => values(target).map((row) => row.map(richValue))),
      isCalculated: true,
    },
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
            .map((row) => row.map((text) => (text === WAITING ? BUSY : text))),
        ),
      isCalculated: true,
    },
    formulas: {
      get: (target) => readCells(target, () => shownFormulas(target, (formula) => formula)),
      set: assign,
      isCalculated: true,
    },
    formulasLocal: {
      get: (target) => readCells(target, () => shownFormulas(target, localFormulaOf(target))),
      set: assignLocal,
      isCalculated: true,
    },
    numberFormat: {
      get: (target) => readCells(target, () => target.host.grid.cells.numberFormats(target.sheetId, target.area)),
      set: (target, assigned) => assignFormats(target, assigned, (format) => format),
    },
    numberFormatLocal: {
      get: (target) =>
        readCells(target, () =>
          target.host.grid.cells
            .numberFormats(target.sheetId, target.area)
            .map((row) => row.map((format) => localFormat(format, target.host.grid.conventions))),
        ),
      set: (target, assigned) =>
        assignFormats(target, assigned, (format) => englishFormat(format, target.host.grid.conventions)),
    },
    rowHidden: {
      get: ({ host, sheetId, area }) => host.grid.formats.areRowsHidden(sheetId, area),
      set: (target, hidden) =>
        changeCells(target, () =>
          target.host.grid.formats.setRowsHidden(target.sheetId, target.area, booleanArgument(hidden)),
        ),
    },
    columnHidden: {
      get: ({ host, sheetId, area }) => host.grid.formats.areColumnsHidden(sheetId, area),
      set: (target, hidden) =>
        changeCells(target, () =>
          target.host.grid.formats.setColumnsHidden(target.sheetId, target.area, booleanArgument(hidden)),
        ),
    },
    style: {
      get: ({ host, sheetId, area }) => styleOfLook(host.grid.formats.look(sheetId, area.row, area.column)),
      set: assignStyle,
    },
  },
  objects: {
    worksheet: (target) => object('Worksheet', target),
    format: (target) => object('RangeFormat', target),
  },
  reads: {
    ...GEOMETRY,
    getIntersectionOrNullObject: sharedRange,
    getIntersection: (target, other) => found(sharedRange(target, other)),
    getUsedRange: ({ host, sheetId, area }) =>
      rangeNode(host, sheetId, host.grid.cells.usedArea(sheetId, area) ?? cellArea(area.row, area.column)),
    getUsedRangeOrNullObject: ({ host, sheetId, area }) => {
      const used = host.grid.cells.usedArea(sheetId, area);
      return used && rangeNode(host, sheetId, used);
    },
    getSpecialCellsOrNullObject: (target, type) => specialCells(target, wordArgument(type, SPECIAL_CELLS)),
    getSpecialCells: (target, type) => found(specialCells(target, wordArgument(type, SPECIAL_CELLS))),
    getSpillParentOrNullObject: spillParent,
    getSpillParent: (target) => found(spillParent(target)),
    getSpillingToRangeOrNullObject: spillRange,
    getSpillingToRange: (target) => found(spillRange(target)),
    getTables: ({ host, sheetId, area }) => object('TableScopedCollection', { host, sheetId, within: area }),
    calculate: recalculate,
    setDirty: recalculate,
    select: ({ host, sheetId, area }) => {
      host.grid.sheets.activate(sheetId);
      host.grid.selection.select(sheetId, host.grid.sheets.shownPart(sheetId, area));
    },
    _ValidateArraySize: ({ area }, rows, columns) => {
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
  writes: {
    clear,
    insert: (target, shift) => {
      const { host, sheetId, area } = target;
      changeCells(target, () => insertCells(host.grid, sheetId, area, wordArgument(shift, ['Down', 'Right'])));
      return rangeNode(host, sheetId, area);
    },
    delete: (target, shift) => {
      const { host, sheetId, area } = target;
      changeCells(target, () => deleteCells(host.grid, sheetId, area, wordArgument(shift, ['Up', 'Left'])));
    },
    copyFrom,
  },
};
