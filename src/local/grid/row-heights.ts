/**
 * How high rows are drawn.
 */
import { SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { GridSession } from './session';

/** More rows than a person pastes and looks at. */
const MOST_FITTED_ROWS = 1_000;

/** Univer fits the rows of each change to what they hold. Those of a load are lines of text, and to fit them took a third of its time. */
export function keepHeightsOfManyRows({ injector }: GridSession): void {
  const service = injector.get(SheetInterceptorService);
  const fit = service.generateMutationsOfAutoHeight.bind(service);
  service.generateMutationsOfAutoHeight = (context) => {
    const ranges = context.autoHeightRanges ?? context.ranges;
    const rows = ranges.reduce((sum, { startRow, endRow }) => sum + endRow - startRow + 1, 0);
    return rows > MOST_FITTED_ROWS ? { undos: [], redos: [] } : fit(context);
  };
}
