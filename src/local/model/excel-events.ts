/**
 * From changes of the workbook to the events of the Excel API.
 */
import { contains, formatArea, intersect, type Area } from '../../formats/xlsx/address';
import type { ChangeSource, GridChange } from '../grid/changes';
import type { Grid } from '../grid/grid';
import { EventType, type ExcelEvent } from '../protocol/event-registrations';

/** Who listens to a whole workbook registers for this target. */
export const WORKBOOK_TARGET = 'Workbook';

/** The reference by which an event's `getRange` finds its cells. */
function eventReference(sheetId: string, area: Area): string {
  return `${sheetId}!${formatArea(area)}`;
}

function changedEvents(
  grid: Grid,
  source: ChangeSource,
  sheetId: string,
  area: Area,
  changeType: string,
): ExcelEvent[] {
  const address = formatArea(area);
  const common = {
    changeType,
    source,
    worksheetId: sheetId,
    address,
    referenceId: eventReference(sheetId, area),
  };
  const tables = grid.tables.list().filter((table) => table.sheetId === sheetId && intersect(table.area, area));
  return [
    { type: EventType.WorksheetChanged, targets: [sheetId, WORKBOOK_TARGET], message: common },
    ...tables.map((table) => ({
      type: EventType.TableChanged,
      targets: [table.id, sheetId, WORKBOOK_TARGET],
      message: { ...common, tableId: table.id },
    })),
  ];
}

function selectionEvents(grid: Grid): ExcelEvent[] {
  const sheetId = grid.sheets.activeId();
  const area = grid.selection.selectedArea();
  const message = { worksheetId: sheetId, address: formatArea(area) };
  return [
    { type: EventType.WorksheetSelectionChanged, targets: [sheetId, WORKBOOK_TARGET], message },
    ...grid.tables
      .list()
      .filter((table) => table.sheetId === sheetId)
      .map((table) => ({
        type: EventType.TableSelectionChanged,
        targets: [table.id],
        message: { ...message, tableId: table.id, isInsideTable: contains(table.area, area) },
      })),
  ];
}

const MOVES = {
  rows: { inserted: 'RowInserted', deleted: 'RowDeleted' },
  columns: { inserted: 'ColumnInserted', deleted: 'ColumnDeleted' },
} as const;

/** Remembers the active sheet, so that its leaving can be told. */
export class ExcelEvents {
  private activeSheetId: string | null = null;

  constructor(private readonly grid: Grid) {}

  /** The events that a change causes. */
  of(change: GridChange, source: ChangeSource): ExcelEvent[] {
    switch (change.kind) {
      case 'cells':
        return changedEvents(this.grid, source, change.sheetId, change.area, 'RangeEdited');
      case 'moved':
        return changedEvents(this.grid, source, change.sheetId, change.area, MOVES[change.what][change.how]);
      case 'sheet':
        return this.sheetEvents(change.sheetId, change.how, source);
      case 'table':
        return change.how === 'changed' ? [] : this.tableEvents(change, change.how, source);
      case 'selection':
        return selectionEvents(this.grid);
      case 'other':
        return [];
    }
  }

  /** The event that results of formulas on a sheet cause: they are no change. */
  ofCalculation(sheetId: string): ExcelEvent {
    return {
      type: EventType.WorksheetCalculated,
      targets: [sheetId, WORKBOOK_TARGET],
      message: { worksheetId: sheetId, address: '' },
    };
  }

  private sheetEvents(
    sheetId: string,
    how: 'added' | 'deleted' | 'activated' | 'renamed',
    source: ChangeSource,
  ): ExcelEvent[] {
    if (how === 'renamed') {
      return [];
    }
    if (how !== 'activated') {
      const type = how === 'added' ? EventType.WorksheetAdded : EventType.WorksheetDeleted;
      return [{ type, targets: [WORKBOOK_TARGET], message: { source, worksheetId: sheetId } }];
    }
    const left = this.activeSheetId;
    this.activeSheetId = sheetId;
    const event = (type: EventType, id: string): ExcelEvent => ({
      type,
      targets: [id, WORKBOOK_TARGET],
      message: { worksheetId: id },
    });
    return [
      ...(left && left !== sheetId ? [event(EventType.WorksheetDeactivated, left)] : []),
      event(EventType.WorksheetActivated, sheetId),
    ];
  }

  private tableEvents(
    { tableId, sheetId }: { readonly tableId: string; readonly sheetId: string },
    how: 'added' | 'deleted',
    source: ChangeSource,
  ): ExcelEvent[] {
    const type = how === 'added' ? EventType.TableAdded : EventType.TableDeleted;
    const tableName = how === 'added' ? (this.grid.tables.find(tableId)?.name ?? '') : '';
    return [
      {
        type,
        targets: [sheetId, WORKBOOK_TARGET],
        message: { source, worksheetId: sheetId, tableId, tableName },
      },
    ];
  }
}
