/**
 * One sheet of the workbook in Univer's terms, big enough for what is to be done on it.
 */
import type { Worksheet } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { execute, type GridSession } from './session';
import { SPARE_COLUMNS, SPARE_ROWS } from './univer-codes';

/** The sheet with Univer's convenience methods. */
export function sheetFacade(session: GridSession, sheetId: string): FWorksheet {
  return existing(session.workbook.getSheetBySheetId(sheetId));
}

/** The sheet's data. Asked for each cell of a copy, so that no facade is made for it. */
export function sheetModel(session: GridSession, sheetId: string): Worksheet {
  return existing(session.workbook.getWorkbook().getSheetBySheetId(sheetId) ?? null);
}

function existing<T extends object>(sheet: T | null | undefined): T {
  if (!sheet) {
    throw new HostError('ItemNotFound', 'The worksheet does not exist any more.');
  }
  return sheet;
}

/** Makes the sheet large enough to hold an area. */
export function growSheet(session: GridSession, sheetId: string, area: Area): void {
  const sheet = sheetModel(session, sheetId);
  const target = { unitId: session.unitId, subUnitId: sheetId };
  const rows = area.row + area.rowCount;
  const columns = area.column + area.columnCount;
  if (rows > sheet.getRowCount()) {
    execute(session, 'sheet.command.set-worksheet-row-count', { ...target, rowCount: rows + SPARE_ROWS });
  }
  if (columns > sheet.getColumnCount()) {
    execute(session, 'sheet.command.set-worksheet-column-count', { ...target, columnCount: columns + SPARE_COLUMNS });
  }
}

/** The part of an area that the sheet shows: whole columns have a million cells in Excel. */
export function shownArea(session: GridSession, sheetId: string, area: Area): Area {
  const sheet = sheetModel(session, sheetId);
  return {
    ...area,
    rowCount: Math.max(1, Math.min(area.rowCount, sheet.getRowCount() - area.row)),
    columnCount: Math.max(1, Math.min(area.columnCount, sheet.getColumnCount() - area.column)),
  };
}
