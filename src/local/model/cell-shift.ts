/**
 * Cells that are inserted or deleted move what stands below them, tables included. Excel never tears a table: a shift that
 * reaches only some of its columns is refused.
 */
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { Grid } from '../grid/grid';
import type { Shift } from '../grid/sheets';
import type { GridTable } from '../grid/tables';

function bottom(area: Area): number {
  return area.row + area.rowCount;
}

/** The tables that a shift in these columns, from this row down, reaches. */
function reachedTables(grid: Grid, sheetId: string, area: Area): GridTable[] {
  const reached = grid.tables
    .list()
    .filter(
      (table) =>
        table.sheetId === sheetId &&
        bottom(table.area) > area.row &&
        table.area.column < area.column + area.columnCount &&
        area.column < table.area.column + table.area.columnCount,
    );
  const torn = reached.find(
    (table) =>
      table.area.column < area.column || table.area.column + table.area.columnCount > area.column + area.columnCount,
  );
  if (torn) {
    throw new HostError(
      'InsertDeleteConflict',
      `The operation would shift only some cells of the table "${torn.name}".`,
    );
  }
  reached.forEach((table) => refuseFiltered(grid, table));
  return reached;
}

/** Excel moves no cells of a filtered table: not those in sight without those that are hidden. */
function refuseFiltered(grid: Grid, table: GridTable): void {
  if (grid.tables.isFiltered(table.id)) {
    throw new HostError(
      'InvalidOperation',
      `Can't move cells in a filtered range or table: clear the filter of "${table.name}" first.`,
    );
  }
}

/** The grid itself moves tables with whole rows and columns. */
function movesTables(area: Area, shift: Shift): boolean {
  return shift === 'Left' || shift === 'Right' || area.columnCount === MAX_COLUMNS || area.rowCount === MAX_ROWS;
}

/** Inserts cells. Between the rows of a table it makes the table longer; tables below move down. */
export function insertCells(grid: Grid, sheetId: string, area: Area, shift: Shift): void {
  if (movesTables(area, shift)) {
    grid.sheets.insertCells(sheetId, area, shift);
    return;
  }
  const reached = reachedTables(grid, sheetId, area);
  grid.sheets.insertCells(sheetId, area, shift);
  for (const { id, area: old } of reached) {
    const isInside = area.row > old.row;
    grid.tables.place(
      id,
      isInside ? { ...old, rowCount: old.rowCount + area.rowCount } : { ...old, row: old.row + area.rowCount },
    );
  }
}

/** What is left of a table after rows of its sheet were deleted; null if it lay in them as a whole. */
function remaining(table: Area, deleted: Area): Area | null {
  if (table.row >= bottom(deleted)) {
    return { ...table, row: table.row - deleted.rowCount };
  }
  if (deleted.row <= table.row) {
    if (bottom(deleted) >= bottom(table)) {
      return null;
    }
    throw new HostError('InsertDeleteConflict', 'The header row of a table cannot be deleted without its rows.');
  }
  return { ...table, rowCount: table.rowCount - (Math.min(bottom(deleted), bottom(table)) - deleted.row) };
}

/** Deletes cells. Of a table all of whose rows are deleted one blank row stays; tables below move up. */
export function deleteCells(grid: Grid, sheetId: string, area: Area, shift: Shift): void {
  if (movesTables(area, shift)) {
    grid.sheets.deleteCells(sheetId, area, shift);
    return;
  }
  const reached = reachedTables(grid, sheetId, area);
  const emptied = reached.find(({ area: table }) => area.row === table.row + 1 && bottom(area) >= bottom(table));
  if (emptied) {
    grid.cells.clearContents(sheetId, { ...area, rowCount: 1 });
    if (area.rowCount > 1) {
      deleteCells(grid, sheetId, { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, shift);
    }
    return;
  }
  const rest = reached.map((table) => ({ table, area: remaining(table.area, area) }));
  rest.filter(({ area: left }) => left === null).forEach(({ table }) => grid.tables.convertToRange(table.id));
  grid.sheets.deleteCells(sheetId, area, shift);
  for (const { table, area: left } of rest) {
    if (left) {
      grid.tables.place(table.id, left);
    }
  }
}
