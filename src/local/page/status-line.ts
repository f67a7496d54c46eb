/**
 * The line below the grid: the selected cell, its whole content, and what its error means.
 */
import { cellArea, contains, formatArea, type Area } from '../../formats/xlsx/address';
import type { Grid } from '../grid/grid';
import { isCellError, WAITING } from '../values/cell-value';
import type { Shell } from './shell';

/** The cell's address, and the table that it belongs to. */
function place(grid: Grid, sheetId: string, area: Area): string {
  const table = grid.tables.list().find((candidate) => candidate.sheetId === sheetId && contains(candidate.area, area));
  return table ? `${formatArea(area)}  ${table.name}` : formatArea(area);
}

function describe(grid: Grid): { cell: string; message: string } {
  const sheetId = grid.sheets.activeId();
  const { row, column } = grid.selection.activeCell();
  const area = cellArea(row, column);
  const value = grid.cells.value(sheetId, row, column);
  const cell = place(grid, sheetId, area);
  if (!isCellError(value)) {
    return { cell, message: grid.cells.texts(sheetId, area)[0]?.[0] ?? '' };
  }
  if (value.error === WAITING) {
    return { cell, message: 'Waiting for the add-in.' };
  }
  const message =
    grid.details.message({ sheetId, row, column }) ??
    (value.error === '#NAME?' ? grid.unknownFunction(sheetId, row, column) : null);
  return { cell, message: message ? `${value.error}  ${message}` : value.error };
}

/** Brings the status line up to date. */
export function updateStatusLine(shell: Shell, grid: Grid): void {
  const { cell, message } = describe(grid);
  shell.statusCell.textContent = cell;
  if (shell.statusMessage.textContent !== message) {
    shell.statusMessage.textContent = message;
  }
}
