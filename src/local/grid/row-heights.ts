/**
 * How high rows are drawn.
 */
import { Worksheet } from '@univerjs/core';
import { SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { GridSession } from './session';

/** More than a person changes at once and looks at. */
const MOST_ROWS = 1_000;
const MOST_CELLS = 10_000;

/**
 * Univer fits the rows of each change to what they hold, for which it measures every cell before and after. Those of a load are lines of
 * text, and to measure them took half of its time. Office.js takes a large range apart, so it counts what is measured in one turn of the page.
 */
export function keepHeightsOfManyRows({ injector }: GridSession): void {
  let measured = 0;
  const isTooMuch = (): boolean => measured > MOST_CELLS;
  const heightOfCell = Worksheet.prototype.getCellHeight;
  Worksheet.prototype.getCellHeight = function heightOfFewCells(this: Worksheet, row, column) {
    if (measured === 0) {
      setTimeout(() => (measured = 0));
    }
    measured += 1;
    return isTooMuch() ? this.getRowHeight(row) : heightOfCell.call(this, row, column);
  };
  const service = injector.get(SheetInterceptorService);
  const fit = service.generateMutationsOfAutoHeight.bind(service);
  service.generateMutationsOfAutoHeight = (context) => {
    const ranges = context.autoHeightRanges ?? context.ranges;
    const rows = ranges.reduce((sum, { startRow, endRow }) => sum + endRow - startRow + 1, 0);
    return rows > MOST_ROWS || isTooMuch() ? { undos: [], redos: [] } : fit(context);
  };
}
