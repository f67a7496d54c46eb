/**
 * Reads and writes cells: values, formulas, shown texts.
 */
import {
  CellValueType,
  getNumfmtParseValueFilter,
  type ICellData,
  type Nullable,
  type Worksheet,
} from '@univerjs/core';
import { GENERAL, TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { cellArea, contains, type Area } from '../../formats/xlsx/address';
import { isErrorCode, WAITING, type CellValue } from '../values/cell-value';
import { localNumber } from '../values/local-entry';
import { readTypedText, type SpelledNumber } from '../values/typed-text';
import type { EngineResults } from './engine-results';
import { execute, formulaData, toUniverRange, type GridSession, type UniverRange } from './session';
import { sheetModel } from './sheet-model';

/** A cell as Univer stores it, with only what is to change. */
type CellPatch = Partial<ICellData>;
type Matrix<T> = Record<number, Record<number, T>>;

/** What may be written into a cell; null leaves it as it is. */
export type WrittenValue = string | number | boolean | null;

const EMPTY: CellPatch = { v: null, f: null, si: null, p: null, t: null };

function readStored(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined || value === '') {
    const paragraph = cell?.p?.body?.dataStream;
    return paragraph === undefined ? null : paragraph.replace(/\r\n$/, '');
  }
  if (cell?.t === CellValueType.BOOLEAN) {
    return value === true || Number(value) === 1;
  }
  if (cell?.t === CellValueType.STRING || cell?.t === CellValueType.FORCE_STRING || typeof value === 'string') {
    const text = String(value);
    const isForced = cell?.t === CellValueType.FORCE_STRING;
    return cell?.t === CellValueType.NUMBER ? Number(text) : isErrorCode(text) && !isForced ? { error: text } : text;
  }
  return value;
}

/** What texts were found to be: a load writes the same names thousands of times, and to look at one takes longer than to write it. */
const spelled = new Map<string, SpelledNumber | null>();
const MOST_SPELLED = 10_000;

/** Currencies, times and other dates, as the grid's own editor reads them. */
function gridSpelling(text: string): SpelledNumber | null {
  const known = spelled.get(text);
  if (known !== undefined) {
    return known;
  }
  const parsed = getNumfmtParseValueFilter(text);
  const found = parsed && typeof parsed.v === 'number' ? { number: parsed.v, numberFormat: parsed.z ?? null } : null;
  if (spelled.size === MOST_SPELLED) {
    spelled.clear();
  }
  spelled.set(text, found);
  return found;
}

function written(value: WrittenValue, isTextCell: boolean): CellPatch | null {
  if (value === null) {
    return null;
  }
  if (typeof value === 'number') {
    return isTextCell
      ? { ...EMPTY, v: String(value), t: CellValueType.STRING }
      : { ...EMPTY, v: value, t: CellValueType.NUMBER };
  }
  if (typeof value === 'boolean') {
    return { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  }
  const typed = readTypedText(value, isTextCell, gridSpelling);
  switch (typed.kind) {
    case 'blank':
      return EMPTY;
    case 'formula':
      return { f: typed.formula, v: null, si: null, p: null, t: null };
    case 'number':
      return {
        ...EMPTY,
        v: typed.number,
        t: CellValueType.NUMBER,
        ...(typed.numberFormat ? { s: { n: { pattern: typed.numberFormat } } } : {}),
      };
    case 'boolean':
      return { ...EMPTY, v: typed.value ? 1 : 0, t: CellValueType.BOOLEAN };
    case 'error':
      return { ...EMPTY, v: typed.error.error, t: CellValueType.STRING };
    case 'text':
      return {
        ...EMPTY,
        v: typed.text,
        t: !isTextCell && value.startsWith("'") ? CellValueType.FORCE_STRING : CellValueType.STRING,
      };
  }
}

/** The cells of all sheets. */
export class Cells {
  constructor(
    private readonly session: GridSession,
    private readonly engineResults: EngineResults,
  ) {}

  /** The value of one cell; a waiting one is `#GETTING_DATA`. */
  value(sheetId: string, row: number, column: number): CellValue {
    return this.read(sheetModel(this.session, sheetId), row, column);
  }

  /** The values of an area. */
  values(sheetId: string, area: Area): CellValue[][] {
    const sheet = sheetModel(this.session, sheetId);
    // Of a large table few cells wait, or none: to ask for each takes longer than to read it.
    const read = this.engineResults.isAnyWaiting(sheetId, area) ? this.read : this.readSettled;
    return this.map(area, (row, column) => read.call(this, sheet, row, column));
  }

  /** The formula of one cell, or an empty text. Spilled cells have none. */
  formula(sheetId: string, row: number, column: number): string {
    return formulaData(this.session).getFormulaStringByCell(row, column, sheetId, this.session.unitId) ?? '';
  }

  /** The formulas of an area. */
  formulas(sheetId: string, area: Area): string[][] {
    return this.map(area, (row, column) => this.formula(sheetId, row, column));
  }

  /** The texts as the cells show them. */
  texts(sheetId: string, area: Area): string[][] {
    const sheet = sheetModel(this.session, sheetId);
    return this.map(area, (row, column) => {
      const value = this.read(sheet, row, column);
      if (value === null) {
        return '';
      }
      if (typeof value === 'boolean') {
        return value ? 'TRUE' : 'FALSE';
      }
      return typeof value === 'object'
        ? value.error
        : typeof value === 'string'
          ? value
          : this.shownNumber(sheet, row, column, value);
    });
  }

  /** The number format of one cell. */
  numberFormat(sheetId: string, row: number, column: number): string {
    return this.pattern(sheetModel(this.session, sheetId), row, column);
  }

  /** The number formats of an area. */
  numberFormats(sheetId: string, area: Area): string[][] {
    const sheet = sheetModel(this.session, sheetId);
    return this.map(area, (row, column) => this.pattern(sheet, row, column));
  }

  /** The area that a formula's result covers; null if it covers only its own cell. */
  spillArea(sheetId: string, row: number, column: number): Area | null {
    const range = formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[sheetId]?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) {
      return null;
    }
    return {
      row,
      column,
      rowCount: range.endRow - range.startRow + 1,
      columnCount: range.endColumn - range.startColumn + 1,
    };
  }

  /** The cell whose result covers a cell, with others; null if none does. */
  spillAnchor(sheetId: string, row: number, column: number): { row: number; column: number } | null {
    if (this.formula(sheetId, row, column) !== '') {
      // A cell with a formula of its own is in nobody's spill, though one that it blocks may still be noted over it.
      return this.spillArea(sheetId, row, column) === null ? null : { row, column };
    }
    const ranges = formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[sheetId] ?? {};
    for (const [anchorRow, byColumn] of Object.entries(ranges)) {
      for (const anchorColumn of Object.keys(byColumn)) {
        const area = this.spillArea(sheetId, Number(anchorRow), Number(anchorColumn));
        if (area !== null && contains(area, cellArea(row, column))) {
          return { row: area.row, column: area.column };
        }
      }
    }
    return null;
  }

  /** Writes into an area as the Excel API does: texts are read as if they were typed, null leaves a cell alone. */
  write(sheetId: string, area: Area, values: (row: number, column: number) => WrittenValue): void {
    const sheet = sheetModel(this.session, sheetId);
    this.patch(sheetId, area, (row, column) => {
      const isTextCell = this.pattern(sheet, row, column) === TEXT_FORMAT;
      const cell = written(values(row - area.row, column - area.column), isTextCell);
      const keepsFormat = cell?.s !== undefined && this.pattern(sheet, row, column) !== GENERAL;
      return keepsFormat ? { ...cell, s: undefined } : cell;
    });
  }

  /** Empties cells; formats stay. */
  clearContents(sheetId: string, area: Area): void {
    this.patch(sheetId, area, () => EMPTY);
  }

  /** Sets number formats; null leaves a cell's format alone. */
  writeNumberFormats(sheetId: string, area: Area, formats: (row: number, column: number) => string | null): void {
    // A load gives a hundred thousand cells one format: what is done to one is what is done to all.
    const patches = new Map<string, CellPatch>();
    const patchOf = (format: string): CellPatch => {
      const patch = patches.get(format) ?? { s: { n: { pattern: format === '' ? GENERAL : format } } };
      patches.set(format, patch);
      return patch;
    };
    this.patch(sheetId, area, (row, column) => {
      const format = formats(row - area.row, column - area.column);
      return format === null ? null : patchOf(format);
    });
  }

  /** The cells with formulas within an area. */
  formulaCells(sheetId: string, area: Area): { row: number; column: number }[] {
    const rows = formulaData(this.session).getFormulaData()[this.session.unitId]?.[sheetId] ?? {};
    const found: { row: number; column: number }[] = [];
    for (const [rowKey, columns] of Object.entries(rows)) {
      const row = Number(rowKey);
      if (row >= area.row && row < area.row + area.rowCount) {
        for (const [columnKey, item] of Object.entries(columns ?? {})) {
          const column = Number(columnKey);
          if (item && column >= area.column && column < area.column + area.columnCount) {
            found.push({ row, column });
          }
        }
      }
    }
    return found;
  }

  /** The smallest area that holds all cells with content; null for an empty sheet. */
  usedArea(sheetId: string, within: Area): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const include = (row: number, column: number): void => {
      if (
        row >= within.row &&
        row < within.row + within.rowCount &&
        column >= within.column &&
        column < within.column + within.columnCount
      ) {
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    };
    sheetModel(this.session, sheetId)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell && (cell.f || cell.si || cell.p || (cell.v !== null && cell.v !== undefined && cell.v !== ''))) {
          include(row, column);
        }
      });
    for (const rows of Object.values(
      formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[sheetId] ?? {},
    )) {
      for (const range of Object.values((rows ?? {}) as Record<string, UniverRange | null>)) {
        if (range) {
          include(range.startRow, range.startColumn);
          include(range.endRow, range.endColumn);
        }
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  private map<T>(area: Area, read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: area.rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (__, column) => read(area.row + row, area.column + column)),
    );
  }

  private read(sheet: Worksheet, row: number, column: number): CellValue {
    return this.engineResults.isWaiting(sheet.getSheetId(), row, column)
      ? { error: WAITING }
      : this.readSettled(sheet, row, column);
  }

  private readSettled(sheet: Worksheet, row: number, column: number): CellValue {
    const sheetId = sheet.getSheetId();
    const stored = readStored(sheet.getCellRaw(row, column));
    return (
      stored ??
      readStored(formulaData(this.session).getArrayFormulaCellData()[this.session.unitId]?.[sheetId]?.[row]?.[column])
    );
  }

  private pattern(sheet: Worksheet, row: number, column: number): string {
    // Of the cell as it is stored: what interceptors add to it has no number format, and they take long.
    const style = sheet.getComposedCellStyleByCellData(row, column, sheet.getCellRaw(row, column)) as {
      n?: { pattern?: string } | null;
    } | null;
    return style?.n?.pattern || GENERAL;
  }

  private shownNumber(sheet: Worksheet, row: number, column: number, value: number): string {
    const shown = this.session.workbook.getSheetBySheetId(sheet.getSheetId())?.getRange(row, column).getDisplayValue();
    const text = shown === undefined || shown === '' ? String(value) : shown;
    // By a format of its own, the grid has written it as the language does.
    const isGeneral = this.pattern(sheet, row, column) === GENERAL;
    return isGeneral ? localNumber(text, this.session.conventions) : text;
  }

  private patch(sheetId: string, area: Area, cellPatch: (row: number, column: number) => CellPatch | null): void {
    const value: Matrix<CellPatch> = {};
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const cell = cellPatch(row, column);
        if (cell) {
          (value[row] ??= {})[column] = cell;
        }
      }
    }
    if (Object.keys(value).length > 0) {
      execute(this.session, 'sheet.command.set-range-values', {
        unitId: this.session.unitId,
        subUnitId: sheetId,
        range: toUniverRange(area),
        value,
      });
    }
  }
}
