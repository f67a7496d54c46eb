/**
 * How cells look: font, fill, alignment, column widths and row heights.
 */
import {
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { Area } from '../../formats/xlsx/address';
import { PX_PER_POINT } from '../values/sizes';
import { execute, toUniverRange, type GridSession } from './session';
import { sheetFacade, sheetModel } from './sheet-model';

/** How a text stands between the sides of its cell, in Excel's words. */
export type HorizontalAlignment = 'General' | 'Left' | 'Center' | 'Right' | 'Justify';
/** See HorizontalAlignment. */
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom';

/** The looks that the Excel API of this page serves. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly fontSize?: number;
  readonly fontColor?: string;
  /** The line below; null for none. */
  readonly lineBelow?: { readonly color: string; readonly isThick: boolean } | null;
  readonly fillColor?: string | null;
  readonly wrapText?: boolean;
  readonly horizontalAlignment?: HorizontalAlignment;
  readonly verticalAlignment?: VerticalAlignment;
}

const HORIZONTAL: Readonly<Record<HorizontalAlignment, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Readonly<Record<VerticalAlignment, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
/** Excel's, which files and the grid start with. */
const USUAL_SIZE = 11;
const NARROWEST_COLUMN_PX = 24;
const WIDEST_COLUMN_PX = 480;
const CELL_PADDING_PX = 16;
const CELL_FONT = '11pt Calibri, Arial, sans-serif';
/** Office counts widths and heights in points, the grid in pixels at 96 to the inch. */

function lineBelowStyle(line: NonNullable<CellLook['lineBelow']> | null): IStyleData['bd'] {
  return {
    b:
      line === null
        ? null
        : { s: line.isThick ? BorderStyleTypes.MEDIUM : BorderStyleTypes.THIN, cl: { rgb: line.color } },
  };
}

function styleOf(look: CellLook): IStyleData {
  return {
    ...(look.bold === undefined ? {} : { bl: look.bold ? 1 : 0 }),
    ...(look.italic === undefined ? {} : { it: look.italic ? 1 : 0 }),
    ...(look.fontSize === undefined ? {} : { fs: look.fontSize }),
    ...(look.lineBelow === undefined ? {} : { bd: lineBelowStyle(look.lineBelow) }),
    ...(look.fontColor === undefined ? {} : { cl: { rgb: look.fontColor } }),
    ...(look.fillColor === undefined ? {} : { bg: look.fillColor === null ? null : { rgb: look.fillColor } }),
    ...(look.wrapText === undefined ? {} : { tb: look.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ...(look.horizontalAlignment === undefined ? {} : { ht: HORIZONTAL[look.horizontalAlignment] }),
    ...(look.verticalAlignment === undefined ? {} : { vt: VERTICAL[look.verticalAlignment] }),
  } as IStyleData;
}

function nameOf<K extends string, V>(names: Readonly<Record<K, V>>, value: Nullable<V>, otherwise: K): K {
  return (Object.keys(names) as K[]).find((name) => names[name] === value) ?? otherwise;
}

/** The looks of all cells. */
export class Formats {
  private measure: CanvasRenderingContext2D | null = null;

  constructor(private readonly session: GridSession) {}

  /** The look of one cell. */
  look(sheetId: string, row: number, column: number): Required<CellLook> {
    const style = sheetModel(this.session, sheetId).getComposedCellStyle(row, column);
    return {
      bold: style.bl === 1,
      italic: style.it === 1,
      fontSize: style.fs ?? USUAL_SIZE,
      fontColor: style.cl?.rgb ?? '#000000',
      lineBelow: style.bd?.b
        ? { color: style.bd.b.cl.rgb ?? '#000000', isThick: style.bd.b.s !== BorderStyleTypes.THIN }
        : null,
      fillColor: style.bg?.rgb ?? '',
      wrapText: style.tb === WrapStrategy.WRAP,
      horizontalAlignment: nameOf(HORIZONTAL, style.ht, 'General'),
      verticalAlignment: nameOf(VERTICAL, style.vt, 'Bottom'),
    };
  }

  /** Changes the look of an area; what the look does not name stays. */
  apply(sheetId: string, area: Area, look: CellLook): void {
    const cell = { s: styleOf(look) };
    const value: Record<number, Record<number, object>> = {};
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      const cells: Record<number, object> = {};
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        cells[column] = cell;
      }
      value[row] = cells;
    }
    execute(this.session, 'sheet.command.set-range-values', {
      unitId: this.session.unitId,
      subUnitId: sheetId,
      range: toUniverRange(area),
      value,
    });
  }

  /** Takes all formats off an area, number formats included. */
  clear(sheetId: string, area: Area): void {
    execute(this.session, 'sheet.command.clear-selection-format', {
      unitId: this.session.unitId,
      subUnitId: sheetId,
      ranges: [toUniverRange(area)],
    });
  }

  /** Width of a column in points. */
  columnWidth(sheetId: string, column: number): number {
    return sheetFacade(this.session, sheetId).getColumnWidth(column) / PX_PER_POINT;
  }

  setColumnWidth(sheetId: string, area: Area, points: number): void {
    sheetFacade(this.session, sheetId).setColumnWidths(
      area.column,
      area.columnCount,
      Math.round(points * PX_PER_POINT),
    );
  }

  /** Height of a row in points. */
  rowHeight(sheetId: string, row: number): number {
    return sheetFacade(this.session, sheetId).getRowHeight(row) / PX_PER_POINT;
  }

  setRowHeight(sheetId: string, area: Area, points: number): void {
    sheetFacade(this.session, sheetId).setRowHeightsForced(area.row, area.rowCount, Math.round(points * PX_PER_POINT));
  }

  /** Whether rows are hidden, by hand or by a filter; null if some of them are. */
  areRowsHidden(sheetId: string, { row, rowCount }: Area): boolean | null {
    const sheet = sheetModel(this.session, sheetId);
    return alike(rowCount, (at) => !sheet.getRowVisible(row + at));
  }

  setRowsHidden(sheetId: string, { row, rowCount }: Area, hidden: boolean): void {
    const sheet = sheetFacade(this.session, sheetId);
    if (hidden) {
      sheet.hideRows(row, rowCount);
    } else {
      sheet.showRows(row, rowCount);
    }
  }

  /** The same of columns. */
  areColumnsHidden(sheetId: string, { column, columnCount }: Area): boolean | null {
    const sheet = sheetModel(this.session, sheetId);
    return alike(columnCount, (at) => !sheet.getColVisible(column + at));
  }

  setColumnsHidden(sheetId: string, { column, columnCount }: Area, hidden: boolean): void {
    const sheet = sheetFacade(this.session, sheetId);
    if (hidden) {
      sheet.hideColumns(column, columnCount);
    } else {
      sheet.showColumns(column, columnCount);
    }
  }

  /** Makes each column as wide as its longest shown text. */
  autofitColumns(sheetId: string, area: Area, texts: readonly (readonly string[])[]): void {
    const sheet = sheetFacade(this.session, sheetId);
    for (let index = 0; index < area.columnCount; index += 1) {
      const widths = texts.map((row) => this.textWidth(row[index] ?? ''));
      const width = Math.max(
        NARROWEST_COLUMN_PX,
        ...widths.filter((value) => value > 0).map((value) => value + CELL_PADDING_PX),
      );
      sheet.setColumnWidths(area.column + index, 1, Math.min(WIDEST_COLUMN_PX, Math.ceil(width)));
    }
  }

  /** Makes each row as high as its content. */
  autofitRows(sheetId: string, area: Area): void {
    sheetFacade(this.session, sheetId).setRowAutoHeight(area.row, area.rowCount);
  }

  private textWidth(text: string): number {
    this.measure ??= document.createElement('canvas').getContext('2d');
    if (!this.measure || text === '') {
      return 0;
    }
    this.measure.font = CELL_FONT;
    return this.measure.measureText(text).width;
  }
}

/** What holds for all of so many; null if it does for some. */
function alike(count: number, is: (at: number) => boolean): boolean | null {
  const first = is(0);
  for (let at = 1; at < count; at += 1) {
    if (is(at) !== first) {
      return null;
    }
  }
  return first;
}
