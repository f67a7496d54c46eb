/**
 * Excel.WorksheetCollection
 */
import { EventType } from '../protocol/event-registrations';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { isOmitted, textArgument } from './arguments';
import { eventMethods } from './event-methods';
import { object, type Given, type ServedClass } from './excel-class';
import { WORKBOOK_TARGET } from './excel-events';
import type { WorkbookTarget } from './targets';

function find({ host }: WorkbookTarget, key: Given<string>): ModelNode<Excel.Worksheet> | null {
  const sheetId = host.grid.sheets.find(textArgument(key));
  return sheetId === null ? null : object('Worksheet', { host, sheetId });
}

function get(target: WorkbookTarget, key: Given<string>): ModelNode<Excel.Worksheet> {
  const sheet = find(target, key);
  if (!sheet) {
    throw new HostError('ItemNotFound');
  }
  return sheet;
}

export const WorksheetCollectionClass: ServedClass<'WorksheetCollection'> = {
  items: ({ host }) => host.grid.sheets.ids().map((sheetId) => object('Worksheet', { host, sheetId })),
  item: get,
  reads: {
    ...eventMethods<'WorksheetCollection'>(
      {
        onAdded: ['AddedEvent', EventType.WorksheetAdded],
        onDeleted: ['DeletedEvent', EventType.WorksheetDeleted],
        onChanged: ['DataChangedEvent', EventType.WorksheetChanged],
        onCalculated: ['CalculatedEvent', EventType.WorksheetCalculated],
        onActivated: ['ActivatedEvent', EventType.WorksheetActivated],
        onDeactivated: ['DeactivatedEvent', EventType.WorksheetDeactivated],
        onSelectionChanged: ['SelectionChangedEvent', EventType.WorksheetSelectionChanged],
      },
      () => WORKBOOK_TARGET,
    ),
    getItem: get,
    getItemOrNullObject: find,
    getActiveWorksheet: ({ host }) => object('Worksheet', { host, sheetId: host.grid.sheets.activeId() }),
    getFirst: ({ host }) => object('Worksheet', { host, sheetId: host.grid.sheets.ids()[0] ?? '' }),
    getLast: ({ host }) => object('Worksheet', { host, sheetId: host.grid.sheets.ids().at(-1) ?? '' }),
    getCount: ({ host }) => host.grid.sheets.ids().length,
  },
  writes: {
    add: ({ host }, name) => {
      const sheetId = host.change(() => host.grid.sheets.add(isOmitted(name) ? null : textArgument(name)));
      return object('Worksheet', { host, sheetId });
    },
  },
};
