/**
 * The line below the grid: the selected cell, its whole content, and what its error means.
 */
import { formatArea } from "../address";
import type { Grid } from "../grid/grid";
import { isCellError, WAITING } from "../values/cell-value";
import type { Shell } from "./shell";

function describe(grid: Grid): { cell: string; message: string } {
  const sheetId = grid.sheets.activeId();
  const { row, column } = grid.selection.activeCell();
  const value = grid.cells.value(sheetId, row, column);
  const cell = formatArea({ row, column, rowCount: 1, columnCount: 1 });
  if (!isCellError(value)) {
    return { cell, message: grid.cells.texts(sheetId, { row, column, rowCount: 1, columnCount: 1 })[0]?.[0] ?? "" };
  }
  if (value.error === WAITING) {
    return { cell, message: "Waiting for the add-in." };
  }
  const message = grid.details.message({ sheetId, row, column });
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
