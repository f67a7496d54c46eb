/**
 * Excel.Workbook and Excel.Application
 */
import { cellArea, MAX_COLUMNS, MAX_ROWS } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { node, type ModelClass } from '../protocol/model-class';
import { isOmitted, textArgument, wordArgument } from './arguments';
import type { ModelHost } from './host';
import { NamedItemCollectionClass } from './names';
import { addressedRange, formulaRefs, rangeNode } from './range';
import { TableCollectionClass } from './tables';
import { WorksheetClass } from './worksheet';
import { WorksheetCollectionClass } from './worksheets';

/** The open workbook. */
export interface WorkbookTarget {
  readonly host: ModelHost;
}

function calculateAll({ host }: WorkbookTarget): void {
  const area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };
  host.recalculate(host.grid.sheets.ids().flatMap((sheetId) => formulaRefs({ host, sheetId, area })));
}

const ApplicationClass: ModelClass<WorkbookTarget> = {
  name: 'Application',
  scalars: {
    calculationMode: {
      get: () => 'Automatic',
      set: (_target, mode) => {
        if (wordArgument(mode, ['Automatic', 'AutomaticExceptTables', 'Manual']) !== 'Automatic') {
          throw new HostError('ApiNotFound', 'The local workbook calculates automatically.');
        }
      },
    },
    calculationState: {
      get: ({ host }) =>
        host.grid.calculation.isIdle ? (host.grid.engineResults.waitingCount > 0 ? 'Pending' : 'Done') : 'Calculating',
    },
  },
  methods: {
    calculate: (target, [type]) => {
      const kind = isOmitted(type) ? 'Recalculate' : wordArgument(type, ['Recalculate', 'Full', 'FullRebuild']);
      if (kind !== 'Recalculate') {
        calculateAll(target);
      }
    },
    // The grid calculates after a batch and draws when the batch leaves it time: nothing is left to suspend.
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** An event's range: the reference is `sheetId!address`. */
function eventRange({ host }: WorkbookTarget, reference: unknown): ReturnType<typeof addressedRange> | null {
  const text = textArgument(reference);
  const bang = text.indexOf('!');
  const sheetId = text.slice(0, bang);
  return host.grid.sheets.exists(sheetId) ? addressedRange(host, sheetId, text.slice(bang + 1)) : null;
}

export const WorkbookClass: ModelClass<WorkbookTarget> = {
  name: 'Workbook',
  scalars: {
    name: { get: () => 'Workbook' },
    readOnly: { get: ({ host }) => host.isReadOnly },
  },
  objects: {
    worksheets: ({ host }) => node(WorksheetCollectionClass, { host }),
    tables: ({ host }) => node(TableCollectionClass, { host, sheetId: null, within: null }),
    names: ({ host }) => node(NamedItemCollectionClass, { host, isOfSheet: false }),
    application: (target) => node(ApplicationClass, target),
  },
  methods: {
    getActiveCell: ({ host }) => {
      const { row, column } = host.grid.selection.activeCell();
      return rangeNode(host, host.grid.sheets.activeId(), cellArea(row, column));
    },
    getSelectedRange: ({ host }) => rangeNode(host, host.grid.sheets.activeId(), host.grid.selection.selectedArea()),
    getActiveWorksheet: ({ host }) => node(WorksheetClass, { host, sheetId: host.grid.sheets.activeId() }),
    _GetRangeForEventByReferenceId: (target, [reference]) => {
      const range = eventRange(target, reference);
      if (!range) {
        throw new HostError('ItemNotFound');
      }
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (target, [reference]) => eventRange(target, reference),
  },
};
