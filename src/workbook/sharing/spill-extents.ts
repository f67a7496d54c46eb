import { inRequests } from '../host/excel-run';
import { hostLacks } from '../host/host-limits';
import type { Figure } from './figure';

/** Cells that one request asks about. */
const CELLS_PER_QUESTION = 200;

/**
 * The figures of a sheet with the cells that their results fill. Excel may tell a spill's formula for each of its cells:
 * only the one that holds it is kept. A host that does not know spills has none.
 */
export async function spillExtents(
  context: Excel.RequestContext,
  sheet: string,
  cells: readonly Figure[],
): Promise<Figure[]> {
  const parts: Figure[][] = [];
  for (let first = 0; first < cells.length; first += CELLS_PER_QUESTION) {
    parts.push(cells.slice(first, first + CELLS_PER_QUESTION));
  }
  try {
    const answers = await inRequests(context, parts, (part) =>
      part.map((figure) => ({
        figure,
        spill: context.workbook.worksheets
          .getItem(sheet)
          .getCell(figure.row, figure.column)
          .getSpillingToRangeOrNullObject()
          .load('rowCount,columnCount'),
      })),
    );
    return withoutFollowers(
      answers
        .flat()
        .map(({ figure, spill }) =>
          spill.isNullObject ? figure : { ...figure, rows: spill.rowCount, columns: spill.columnCount },
        ),
    );
  } catch (failure) {
    if (hostLacks(failure)) {
      return [...cells];
    }
    throw failure;
  }
}

/** Without the cells that another figure's result fills. */
export function withoutFollowers(figures: readonly Figure[]): Figure[] {
  const filled = new Set<string>();
  for (const { row, column, rows, columns } of figures) {
    for (let down = 0; down < rows; down += 1) {
      for (let across = down === 0 ? 1 : 0; across < columns; across += 1) {
        filled.add(`${row + down}/${column + across}`);
      }
    }
  }
  return figures.filter(({ row, column }) => !filled.has(`${row}/${column}`));
}
