/**
 * Excel.WorksheetCollection
 */
import { HostError } from '../protocol/host-error';
import { node, type ModelClass, type ModelNode } from '../protocol/model-class';
import { EventType } from '../protocol/event-registrations';
import { WORKBOOK_TARGET } from './excel-events';
import { isOmitted, textArgument } from './arguments';
import { eventMethods } from './event-methods';
import type { ModelHost } from './host';
import { WorksheetClass } from './worksheet';

/** The sheets of the workbook. */
export interface WorksheetsTarget {
  readonly host: ModelHost;
}

function find({ host }: WorksheetsTarget, key: unknown): ModelNode | null {
  const sheetId = host.grid.sheets.find(textArgument(key));
  return sheetId === null ? null : node(WorksheetClass, { host, sheetId });
}

function get(target: WorksheetsTarget, key: unknown): ModelNode {
  const sheet = find(target, key);
  if (!sheet) {
    throw new HostError('ItemNotFound');
  }
  return sheet;
}

export const WorksheetCollectionClass: ModelClass<WorksheetsTarget> = {
  name: 'WorksheetCollection',
  items: ({ host }) => host.grid.sheets.ids().map((sheetId) => node(WorksheetClass, { host, sheetId })),
  item: get,
  methods: {
    ...eventMethods<WorksheetsTarget>(
      {
        AddedEvent: EventType.WorksheetAdded,
        DeletedEvent: EventType.WorksheetDeleted,
        DataChangedEvent: EventType.WorksheetChanged,
        ActivatedEvent: EventType.WorksheetActivated,
        DeactivatedEvent: EventType.WorksheetDeactivated,
        SelectionChangedEvent: EventType.WorksheetSelectionChanged,
      },
      () => WORKBOOK_TARGET,
    ),
    getItem: (target, [key]) => get(target, key),
    getItemOrNullObject: (target, [key]) => find(target, key),
    getActiveWorksheet: ({ host }) => node(WorksheetClass, { host, sheetId: host.grid.sheets.activeId() }),
    getFirst: ({ host }) => node(WorksheetClass, { host, sheetId: host.grid.sheets.ids()[0] ?? '' }),
    getLast: ({ host }) => node(WorksheetClass, { host, sheetId: host.grid.sheets.ids().at(-1) ?? '' }),
    getCount: ({ host }) => host.grid.sheets.ids().length,
    add: ({ host }, [name]) => {
      const sheetId = host.change(() => host.grid.sheets.add(isOmitted(name) ? null : textArgument(name)));
      return node(WorksheetClass, { host, sheetId });
    },
  },
};
