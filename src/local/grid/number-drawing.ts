/**
 * Draws numbers that do not fit their cells. The grid would cut them off, and 240,000,000.00 would read as 240,000,00.
 */
import { CellValueType, type ICellData } from '@univerjs/core';
import { Font, FontCache } from '@univerjs/preset-sheets-core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import type { Conventions } from '../values/conventions';
import { localNumber } from '../values/local-entry';
import { fittingNumber } from './fitting-number';

interface DrawnCell {
  readonly cellData?: ICellData;
  readonly fontString: string;
  readonly style?: { readonly n?: { readonly pattern?: string } | null } | null;
}

interface DrawingContext {
  readonly startX: number;
  readonly endX: number;
  fontCache: DrawnCell;
}

interface FontDrawing {
  _renderText(context: unknown, row: number, column: number, cell: DrawingContext, overflow: unknown): void;
}

/** On each side of a text, in pixels. */
const PADDING_PX = 2;
/** A width without an end, as the text of a column that is being measured: no number is too wide for it. */
const LONGEST_TEXT = 255;

function isNumber(cell: ICellData): boolean {
  const isKept = typeof cell.v === 'number' || typeof cell.v === 'string';
  return isKept && (cell.t === CellValueType.NUMBER || (cell.t === undefined && typeof cell.v === 'number'));
}

function drawnNumber({ fontCache, startX, endX }: DrawingContext, cell: ICellData, conventions: Conventions): string {
  const width = endX - startX - 2 * PADDING_PX;
  const isGeneral = (fontCache.style?.n?.pattern ?? GENERAL) === GENERAL;
  // By a format of its own, the grid has written it as the language does.
  const local = (text: string): string => (isGeneral ? localNumber(text, conventions) : text);
  const fits = (text: string): boolean =>
    text.length <= LONGEST_TEXT && FontCache.getMeasureText(local(text), fontCache.fontString).width <= width;
  return local(fittingNumber(String(cell.v), isGeneral, fits));
}

/** To be called before the grid is made. */
export function showNumbersWholeOrNotAtAll(conventions: Conventions): void {
  const prototype = Font.prototype as unknown as FontDrawing;
  const draw = prototype._renderText;
  prototype._renderText = function drawText(this: FontDrawing, context, row, column, cell, overflow): void {
    const { fontCache } = cell;
    const data = fontCache?.cellData;
    if (data && isNumber(data)) {
      const text = drawnNumber(cell, data, conventions);
      cell.fontCache = { ...fontCache, cellData: { ...data, v: text } };
    }
    draw.call(this, context, row, column, cell, overflow);
    cell.fontCache = fontCache;
  };
}
