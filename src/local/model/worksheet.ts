/**
 * Excel.Worksheet
 */
import { cellArea, MAX_COLUMNS, MAX_ROWS, parseAddress, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { EventType } from '../protocol/event-registrations';
import type { Visibility } from '../grid/sheets';
import { booleanArgument, integerArgument, isOmitted, objectArgument, textArgument, wordArgument } from './arguments';
import { eventMethods } from './event-methods';
import type { ModelHost } from './host';
import { NamedItemCollectionClass } from './names';
import { ProtectionClass } from './protection';
import { addressedRange, formulaRefs, rangeNode } from './range';
import { RangeAreasClass } from './range-areas';
import { TableCollectionClass } from './tables';

/** A worksheet. */
export interface WorksheetTarget {
  readonly host: ModelHost;
  readonly sheetId: string;
}

const WHOLE_SHEET: Area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };
const VISIBILITIES: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];

/** Frozen panes: the first rows. */
const FreezePanesClass: ModelClass<WorksheetTarget> = {
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: ({ host, sheetId }, [count]) =>
      host.change(() => host.grid.sheets.freezeRows(sheetId, isOmitted(count) ? 1 : integerArgument(count))),
    unfreeze: ({ host, sheetId }) => host.change(() => host.grid.sheets.freezeRows(sheetId, 0)),
  },
};

/** A copy beside the sheet itself; where else it may go, and what the grid cannot copy, is refused by name. */
function copyBeside({ host, sheetId }: WorksheetTarget, [position, relativeTo]: readonly unknown[]): ModelNode {
  const isBeside = position === 'After' && objectArgument<WorksheetTarget>(relativeTo, 'Worksheet').sheetId === sheetId;
  if (!isBeside || host.grid.tables.list().some((table) => table.sheetId === sheetId)) {
    throw new HostError(
      'ApiNotFound',
      'Worksheet.copy copies a sheet without tables, to the place after itself, in the local workbook.',
    );
  }
  return node(WorksheetClass, { host, sheetId: host.change(() => host.grid.sheets.copy(sheetId)) });
}

export const WorksheetClass: ModelClass<WorksheetTarget> = {
  name: 'Worksheet',
  id: ({ sheetId }) => sheetId,
  scalars: {
    id: { get: ({ sheetId }) => sheetId },
    name: {
      get: ({ host, sheetId }) => host.grid.sheets.name(sheetId),
      set: ({ host, sheetId }, name) => host.change(() => host.grid.sheets.rename(sheetId, textArgument(name))),
    },
    position: {
      get: ({ host, sheetId }) => host.grid.sheets.position(sheetId),
      set: ({ host, sheetId }, position) =>
        host.change(() => host.grid.sheets.move(sheetId, integerArgument(position))),
    },
    visibility: {
      get: ({ host, sheetId }) => host.grid.sheets.visibility(sheetId),
      set: ({ host, sheetId }, visibility) =>
        host.change(() => host.grid.sheets.setVisibility(sheetId, wordArgument(visibility, VISIBILITIES))),
    },
    tabColor: {
      get: ({ host, sheetId }) => host.grid.sheets.tabColor(sheetId),
      set: ({ host, sheetId }, color) => host.change(() => host.grid.sheets.setTabColor(sheetId, textArgument(color))),
    },
  },
  objects: {
    tables: ({ host, sheetId }) => node(TableCollectionClass, { host, sheetId, within: null }),
    names: ({ host }) => node(NamedItemCollectionClass, { host, isOfSheet: true }),
    freezePanes: (target) => node(FreezePanesClass, target),
    protection: (target) => node(ProtectionClass, target),
  },
  methods: {
    ...eventMethods<WorksheetTarget>(
      {
        DataChangedEvent: EventType.WorksheetChanged,
        ActivatedEvent: EventType.WorksheetActivated,
        DeactivatedEvent: EventType.WorksheetDeactivated,
        SelectionChangedEvent: EventType.WorksheetSelectionChanged,
      },
      ({ sheetId }) => sheetId,
    ),
    copy: copyBeside,
    activate: ({ host, sheetId }) => host.grid.sheets.activate(sheetId),
    delete: ({ host, sheetId }) => host.change(() => host.grid.sheets.remove(sheetId)),
    calculate: ({ host, sheetId }, [markAllDirty]) => {
      if (booleanArgument(isOmitted(markAllDirty) ? false : markAllDirty)) {
        host.recalculate(formulaRefs({ host, sheetId, area: WHOLE_SHEET }));
      }
    },
    getRange: ({ host, sheetId }, [address]) => addressedRange(host, sheetId, address),
    getCell: ({ host, sheetId }, [row, column]) =>
      rangeNode(host, sheetId, cellArea(integerArgument(row), integerArgument(column))),
    getRangeByIndexes: ({ host, sheetId }, [row, column, rowCount, columnCount]) =>
      rangeNode(host, sheetId, {
        row: integerArgument(row),
        column: integerArgument(column),
        rowCount: integerArgument(rowCount),
        columnCount: integerArgument(columnCount),
      }),
    getRanges: ({ host, sheetId }, [addresses]) => {
      const areas = (isOmitted(addresses) ? '' : textArgument(addresses))
        .split(',')
        .filter((text) => text.trim() !== '')
        .map((text) => {
          const parsed = parseAddress(text);
          if (!parsed) {
            throw new HostError('InvalidArgument');
          }
          return parsed.area;
        });
      return node(RangeAreasClass, { host, sheetId, areas: areas.length > 0 ? areas : [WHOLE_SHEET] });
    },
    getUsedRange: ({ host, sheetId }) =>
      rangeNode(host, sheetId, host.grid.cells.usedArea(sheetId, WHOLE_SHEET) ?? cellArea(0, 0)),
    getUsedRangeOrNullObject: ({ host, sheetId }) => {
      const used = host.grid.cells.usedArea(sheetId, WHOLE_SHEET);
      return used && rangeNode(host, sheetId, used);
    },
  },
};
