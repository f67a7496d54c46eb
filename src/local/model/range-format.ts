/**
 * Excel.RangeFormat, RangeFont and RangeFill
 */
import type { Area } from '../../formats/xlsx/address';
import { node, type ModelClass, type Scalar } from '../protocol/model-class';
import type { CellLook } from '../grid/formats';
import { growSheet, shownArea } from '../grid/sheet-model';
import { booleanArgument, numberArgument, textArgument } from './arguments';
import { changeCells } from './protection';
import type { RangeTarget } from './range';

function shown({ host, sheetId, area }: RangeTarget): Area {
  return shownArea(host.grid.session, sheetId, area);
}

/** A look of the range: read from its first cell (null where cells differ would need all), set on every cell. */
function look<K extends keyof CellLook>(
  key: K,
  read: (value: unknown) => NonNullable<CellLook[K]>,
): Scalar<RangeTarget> {
  return {
    get: ({ host, sheetId, area }) => host.grid.formats.look(sheetId, area.row, area.column)[key],
    set: (target, value) => {
      const { host, sheetId } = target;
      const change = { [key]: read(value) } as CellLook;
      changeCells(target, () => {
        if (target.area.rowCount * target.area.columnCount < 100_000) {
          growSheet(host.grid.session, sheetId, target.area);
        }
        host.grid.formats.apply(sheetId, shown(target), change);
      });
    },
  };
}

export const RangeFontClass: ModelClass<RangeTarget> = {
  name: 'RangeFont',
  scalars: {
    bold: look('bold', booleanArgument),
    italic: look('italic', booleanArgument),
    color: look('fontColor', textArgument),
  },
};

export const RangeFillClass: ModelClass<RangeTarget> = {
  name: 'RangeFill',
  scalars: { color: look('fillColor', textArgument) },
  methods: {
    clear: (target) =>
      target.host.change(() => target.host.grid.formats.apply(target.sheetId, shown(target), { fillColor: null })),
  },
};

export const RangeFormatClass: ModelClass<RangeTarget> = {
  name: 'RangeFormat',
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
    horizontalAlignment: look('horizontalAlignment', textArgument),
    verticalAlignment: look('verticalAlignment', textArgument),
  },
  objects: {
    font: (target) => node(RangeFontClass, target),
    fill: (target) => node(RangeFillClass, target),
  },
  methods: {
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
