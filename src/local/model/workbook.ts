/**
 * Excel.Workbook and Excel.Application
 */
import { cellArea } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { isOmitted, textArgument, wordArgument } from './arguments';
import { object, type Given, type ServedClass } from './excel-class';
import { formulaRefs, rangeAt, rangeNode, WHOLE_SHEET } from './ranges';
import type { RangeTarget, WorkbookTarget } from './targets';

function calculateAll({ host }: WorkbookTarget): void {
  host.recalculate(host.grid.sheets.ids().flatMap((sheetId) => formulaRefs({ host, sheetId, area: WHOLE_SHEET })));
}

export const ApplicationClass: ServedClass<'Application'> = {
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
    decimalSeparator: { get: ({ host }) => host.grid.conventions.decimal },
    thousandsSeparator: { get: ({ host }) => host.grid.conventions.group },
    useSystemSeparators: { get: () => true },
  },
  objects: { cultureInfo: (target) => object('CultureInfo', target) },
  reads: {
    calculate: (target, type) => {
      const kind = isOmitted(type) ? 'Recalculate' : wordArgument(type, ['Recalculate', 'Full', 'FullRebuild']);
      if (kind !== 'Recalculate') {
        calculateAll(target);
      }
    },
    // The grid calculates after a batch and draws when the batch leaves it time: nothing is left to suspend.
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

/** An event's range: the reference is `sheetId!address`. */
function eventRange({ host }: WorkbookTarget, reference: Given<string>): RangeTarget | null {
  const text = textArgument(reference);
  const bang = text.indexOf('!');
  const sheetId = text.slice(0, bang);
  return host.grid.sheets.exists(sheetId) ? rangeAt(host, sheetId, text.slice(bang + 1)) : null;
}

export const WorkbookClass: ServedClass<'Workbook'> = {
  scalars: {
    name: { get: () => 'Workbook' },
    readOnly: { get: ({ host }) => host.isReadOnly },
  },
  objects: {
    worksheets: (target) => object('WorksheetCollection', target),
    tables: ({ host }) => object('TableCollection', { host, sheetId: null, within: null }),
    names: ({ host }) => object('NamedItemCollection', { host, isOfSheet: false }),
    application: (target) => object('Application', target),
  },
  reads: {
    getActiveCell: ({ host }) => {
      const { row, column } = host.grid.selection.activeCell();
      return rangeNode(host, host.grid.sheets.activeId(), cellArea(row, column));
    },
    getSelectedRange: ({ host }) => rangeNode(host, host.grid.sheets.activeId(), host.grid.selection.selectedArea()),
    _GetRangeForEventByReferenceId: (target, reference) => {
      const range = eventRange(target, reference);
      if (!range) {
        throw new HostError('ItemNotFound');
      }
      return object('Range', range);
    },
    _GetRangeOrNullObjectForEventByReferenceId: (target, reference) => {
      const range = eventRange(target, reference);
      return range && object('Range', range);
    },
  },
};
