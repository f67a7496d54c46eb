/**
 * Excel.RangeFormat, RangeFont and RangeFill
 */
import type { Area } from '../../formats/xlsx/address';
import type { CellLook, HorizontalAlignment, VerticalAlignment } from '../grid/formats';
import { booleanArgument, numberArgument, textArgument, wordArgument } from './arguments';
import { object, type Given, type ServedClass } from './excel-class';
import { changeCells } from './protection';
import type { RangeTarget } from './targets';

function shown({ host, sheetId, area }: RangeTarget): Area {
  return host.grid.sheets.shownPart(sheetId, area);
}

const HORIZONTAL: readonly HorizontalAlignment[] = ['General', 'Left', 'Center', 'Right', 'Justify'];
const VERTICAL: readonly VerticalAlignment[] = ['Top', 'Center', 'Bottom'];
/** More cells than this are only formatted as far as the sheet shows them: it does not grow for them. */
const MOST_CELLS_TO_GROW_FOR = 100_000;

interface Look<V, P> {
  readonly get: (target: RangeTarget) => V;
  readonly set: (target: RangeTarget, value: Given<P>) => void;
}

/** A look of the range: read from its first cell (null if cells differ would need all), set on every cell. */
function look<K extends keyof CellLook, P>(
  key: K,
  read: (value: Given<P>) => NonNullable<CellLook[K]>,
): Look<Required<CellLook>[K], P> {
  return {
    get: ({ host, sheetId, area }) => host.grid.formats.look(sheetId, area.row, area.column)[key],
    set: (target, value) => {
      const { host, sheetId, area } = target;
      const change = { [key]: read(value) } as CellLook;
      changeCells(target, () => {
        if (area.rowCount * area.columnCount < MOST_CELLS_TO_GROW_FOR) {
          host.grid.sheets.grow(sheetId, area);
        }
        host.grid.formats.apply(sheetId, shown(target), change);
      });
    },
  };
}

export const RangeFontClass: ServedClass<'RangeFont'> = {
  scalars: {
    bold: look('bold', booleanArgument),
    italic: look('italic', booleanArgument),
    size: look('fontSize', numberArgument),
    color: look('fontColor', textArgument),
  },
};

export const RangeFillClass: ServedClass<'RangeFill'> = {
  scalars: { color: look('fillColor', textArgument) },
  writes: {
    clear: (target) =>
      target.host.change(() => target.host.grid.formats.apply(target.sheetId, shown(target), { fillColor: null })),
  },
};

export const RangeFormatClass: ServedClass<'RangeFormat'> = {
  scalars: {
    columnWidth: {
      get: ({ host, sheetId, area }) => host.grid.formats.columnWidth(sheetId, area.column),
      set: (target, width) =>
        target.host.change(() =>
          target.host.grid.formats.setColumnWidth(target.sheetId, shown(target), numberArgument(width)),
        ),
    },
    rowHeight: {
      get: ({ host, sheetId, area }) => host.grid.formats.rowHeight(sheetId, area.row),
      set: (target, height) =>
        target.host.change(() =>
          target.host.grid.formats.setRowHeight(target.sheetId, shown(target), numberArgument(height)),
        ),
    },
    wrapText: look('wrapText', booleanArgument),
    horizontalAlignment: look('horizontalAlignment', (value) => wordArgument(value, HORIZONTAL)),
    verticalAlignment: look('verticalAlignment', (value) => wordArgument(value, VERTICAL)),
  },
  objects: {
    font: (target) => object('RangeFont', target),
    fill: (target) => object('RangeFill', target),
  },
  writes: {
    autofitColumns: (target) => {
      const { host, sheetId } = target;
      const area = host.grid.cells.usedArea(sheetId, shown(target));
      if (area) {
        host.change(() => host.grid.formats.autofitColumns(sheetId, area, host.grid.cells.texts(sheetId, area)));
      }
    },
    autofitRows: (target) =>
      target.host.change(() => target.host.grid.formats.autofitRows(target.sheetId, shown(target))),
  },
};
