/**
 * Excel.Worksheet
 */
import { cellArea, parseAddress } from '../../formats/xlsx/address';
import type { Visibility } from '../grid/sheets';
import { EventType } from '../protocol/event-registrations';
import { HostError } from '../protocol/host-error';
import { booleanArgument, integerArgument, isOmitted, objectArgument, textArgument, wordArgument } from './arguments';
import { eventMethods } from './event-methods';
import { object, type ServedMethods, type ServedClass } from './excel-class';
import { formulaRefs, rangeAt, rangeNode, WHOLE_SHEET } from './ranges';

const VISIBILITIES: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];

/** Frozen panes: the first rows. */
export const WorksheetFreezePanesClass: ServedClass<'WorksheetFreezePanes'> = {
  writes: {
    freezeRows: ({ host, sheetId }, count) =>
      host.change(() => host.grid.sheets.freezeRows(sheetId, isOmitted(count) ? 1 : integerArgument(count))),
    unfreeze: ({ host, sheetId }) => host.change(() => host.grid.sheets.freezeRows(sheetId, 0)),
  },
};

/** A copy beside the sheet itself; where else it may go, and what the grid cannot copy, is refused by name. */
const copyBeside: NonNullable<ServedMethods<'Worksheet'>['copy']> = ({ host, sheetId }, position, relativeTo) => {
  const given: unknown = position;
  const isBeside =
    given === 'After' && !isOmitted(relativeTo) && objectArgument(relativeTo, 'Worksheet').sheetId === sheetId;
  if (!isBeside || host.grid.tables.list().some((table) => table.sheetId === sheetId)) {
    throw new HostError(
      'ApiNotFound',
      'Worksheet.copy copies a sheet without tables, to the place after itself, in the local workbook.',
    );
  }
  return object('Worksheet', { host, sheetId: host.change(() => host.grid.sheets.copy(sheetId)) });
};

export const WorksheetClass: ServedClass<'Worksheet'> = {
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
    showGridlines: {
      get: ({ host, sheetId }) => host.grid.sheets.showsGridlines(sheetId),
      set: ({ host, sheetId }, shows) =>
        host.change(() => host.grid.sheets.setShowsGridlines(sheetId, booleanArgument(shows))),
    },
    tabColor: {
      get: ({ host, sheetId }) => host.grid.sheets.tabColor(sheetId),
      set: ({ host, sheetId }, color) => host.change(() => host.grid.sheets.setTabColor(sheetId, textArgument(color))),
    },
  },
  objects: {
    charts: (target) => object('ChartCollection', target),
    tables: ({ host, sheetId }) => object('TableCollection', { host, sheetId, within: null }),
    names: ({ host }) => object('NamedItemCollection', { host, isOfSheet: true }),
    pageLayout: (target) => object('PageLayout', target),
    freezePanes: (target) => object('WorksheetFreezePanes', target),
    protection: (target) => object('WorksheetProtection', target),
  },
  reads: {
    ...eventMethods<'Worksheet'>(
      {
        onChanged: ['DataChangedEvent', EventType.WorksheetChanged],
        onCalculated: ['CalculatedEvent', EventType.WorksheetCalculated],
        onActivated: ['ActivatedEvent', EventType.WorksheetActivated],
        onDeactivated: ['DeactivatedEvent', EventType.WorksheetDeactivated],
        onSelectionChanged: ['SelectionChangedEvent', EventType.WorksheetSelectionChanged],
      },
      ({ sheetId }) => sheetId,
    ),
    activate: ({ host, sheetId }) => host.grid.sheets.activate(sheetId),
    calculate: ({ host, sheetId }, markAllDirty) => {
      if (!isOmitted(markAllDirty) && booleanArgument(markAllDirty)) {
        host.recalculate(formulaRefs({ host, sheetId, area: WHOLE_SHEET }));
      }
    },
    getRange: ({ host, sheetId }, address) =>
      isOmitted(address)
        ? rangeNode(host, sheetId, WHOLE_SHEET)
        : object('Range', rangeAt(host, sheetId, textArgument(address))),
    getCell: ({ host, sheetId }, row, column) =>
      rangeNode(host, sheetId, cellArea(integerArgument(row), integerArgument(column))),
    getRangeByIndexes: ({ host, sheetId }, row, column, rowCount, columnCount) =>
      rangeNode(host, sheetId, {
        row: integerArgument(row),
        column: integerArgument(column),
        rowCount: integerArgument(rowCount),
        columnCount: integerArgument(columnCount),
      }),
    getRanges: ({ host, sheetId }, addresses) => {
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
      return object('RangeAreas', { host, sheetId, areas: areas.length > 0 ? areas : [WHOLE_SHEET] });
    },
    getUsedRange: ({ host, sheetId }) =>
      rangeNode(host, sheetId, host.grid.cells.usedArea(sheetId, WHOLE_SHEET) ?? cellArea(0, 0)),
    getUsedRangeOrNullObject: ({ host, sheetId }) => {
      const used = host.grid.cells.usedArea(sheetId, WHOLE_SHEET);
      return used && rangeNode(host, sheetId, used);
    },
  },
  writes: {
    copy: copyBeside,
    delete: ({ host, sheetId }) =>
      host.change(() => {
        if (host.grid.sheets.visibility(sheetId) === 'VeryHidden') {
          throw new HostError(
            'InvalidOperation',
            'A very hidden sheet cannot be deleted: make it hidden or visible first.',
          );
        }
        host.grid.sheets.remove(sheetId);
      }),
  },
};
