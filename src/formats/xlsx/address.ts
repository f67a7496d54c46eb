/**
 * Arithmetic of cell areas and of their A1 notation. Rows and columns count from 0, as the Excel API
 * counts them; nothing here knows a grid.
 */

import { MAX_COLUMNS, MAX_ROWS } from './excel-limits';

export { MAX_COLUMNS, MAX_ROWS };

/** A rectangle of cells on some sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** What an A1 text names: an area, and the sheet where the text states one. */
export interface ParsedAddress {
  readonly sheetName: string | null;
  readonly area: Area;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?([1-9]\d*)$/;
const A = 65;
const LETTERS = 26;
const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

/** `0` is `A`, `26` is `AA`. */
export function columnLabel(column: number): string {
  let label = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    label = String.fromCharCode(A + ((rest - 1) % LETTERS)) + label;
  }
  return label;
}

/** The column that a reference such as `A`, `aa` or `BC12` begins with: 0, 26, 54; null if it begins with no letter. */
export function columnOf(reference: string): number | null {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & ~32) - A;
    if (letter < 0 || letter >= LETTERS) {
      break;
    }
    column = column * LETTERS + letter + 1;
  }
  return column === 0 ? null : column - 1;
}

/** The number of a row, which begins with 1; null if it is none. */
export function rowOf(reference: string): number | null {
  return /^[1-9]\d{0,14}$/.test(reference) ? Number(reference) : null;
}

function parseCorner(text: string): Corner | null {
  const cell = CELL.exec(text);
  if (cell) {
    return { row: Number(cell[2]) - 1, column: columnOf(cell[1] ?? '') };
  }
  const column = COLUMN.exec(text);
  if (column) {
    return { row: null, column: columnOf(column[1] ?? '') };
  }
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1, column: null } : null;
}

function areaBetween(from: Corner, to: Corner): Area | null {
  if ((from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null)) {
    return null;
  }
  const top = Math.min(from.row ?? 0, to.row ?? 0);
  const bottom = from.row === null ? MAX_ROWS - 1 : Math.max(from.row, to.row ?? 0);
  const left = Math.min(from.column ?? 0, to.column ?? 0);
  const right = from.column === null ? MAX_COLUMNS - 1 : Math.max(from.column, to.column ?? 0);
  if (bottom >= MAX_ROWS || right >= MAX_COLUMNS) {
    return null;
  }
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** `'My sheet'!A1` as the sheet's name, without the apostrophes that some names need, and the cells; null if none is named. */
export function splitSheetName(text: string): { sheetName: string | null; cells: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) {
    return { sheetName: null, cells: text };
  }
  const name = text.slice(0, bang);
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheetName: quoted ? (quoted[1] ?? '').replaceAll("''", "'") : name, cells: text.slice(bang + 1) };
}

/** Reads `B2`, `A1:B2`, `A:C`, `2:4`, each with an optional sheet name; null for anything else. */
export function parseAddress(text: string): ParsedAddress | null {
  const { sheetName, cells } = splitSheetName(text.trim());
  const [first = '', second, ...more] = cells.split(':');
  const from = parseCorner(first);
  const to = second === undefined ? from : parseCorner(second);
  if (!from || !to || more.length > 0) {
    return null;
  }
  if (second === undefined && (from.row === null || from.column === null)) {
    return null;
  }
  const area = areaBetween(from, to);
  return area && { sheetName, area };
}

/** `A1`, `A1:B2`, `A:B` for whole columns, `1:3` for whole rows. */
export function formatArea(area: Area): string {
  const { row, column, rowCount, columnCount } = area;
  const lastRow = row + rowCount;
  const right = columnLabel(column + columnCount - 1);
  if (row === 0 && rowCount === MAX_ROWS) {
    return `${columnLabel(column)}:${right}`;
  }
  if (column === 0 && columnCount === MAX_COLUMNS) {
    return `${row + 1}:${lastRow}`;
  }
  const first = `${columnLabel(column)}${row + 1}`;
  return rowCount === 1 && columnCount === 1 ? first : `${first}:${right}${lastRow}`;
}

/** A sheet's name as formulas and addresses write it. */
export function quoteSheetName(name: string): string {
  const looksLikeCell = parseAddress(name) !== null;
  return PLAIN_SHEET_NAME.test(name) && !looksLikeCell ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `Sheet1!A1:B2`, the form in which the Excel API reports addresses. */
export function formatAddress(sheetName: string, area: Area): string {
  return `${quoteSheetName(sheetName)}!${formatArea(area)}`;
}

/** One cell as an area. */
export function cellArea(row: number, column: number): Area {
  return { row, column, rowCount: 1, columnCount: 1 };
}

/** Whether the area lies within an Excel sheet and has cells. */
export function isOnSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rowCount > 0 &&
    area.columnCount > 0 &&
    area.row + area.rowCount <= MAX_ROWS &&
    area.column + area.columnCount <= MAX_COLUMNS
  );
}

/** The cells that two areas share; null if they share none. */
export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

/** The smallest area that holds both. */
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

/** Whether `outer` holds every cell of `inner`. */
export function contains(outer: Area, inner: Area): boolean {
  const shared = intersect(outer, inner);
  return shared !== null && shared.rowCount === inner.rowCount && shared.columnCount === inner.columnCount;
}

/** How many cells the area has. */
export function cellCount(area: Area): number {
  return area.rowCount * area.columnCount;
}
