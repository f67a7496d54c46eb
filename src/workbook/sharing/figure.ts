import { cellArea, formatAddress, formatArea } from '../../formats/xlsx/address';
import { isBusy } from '../formulas/busy-cell';
import { CELLS_PER_REQUEST } from '../host/excel-run';

/** A cell whose formula calls one of our functions, with the cells that its result fills. */
export interface Figure {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: unknown;
  /** As the cell shows it. */
  readonly text: string;
  /** How many cells its result fills. */
  readonly rows: number;
  readonly columns: number;
}

/** Whether it waits for its result, or one of its cells does. */
export function waits({ text }: Pick<Figure, 'text'>): boolean {
  return isBusy(text);
}

/** `B2`, or `B2:D5` if its result fills several cells. */
export function figureCells({ row, column, rows, columns }: Figure): string {
  return formatArea({ row, column, rowCount: rows, columnCount: columns });
}

/** The cell that holds the formula: `B2`. */
export function figureCell({ row, column }: Figure): string {
  return formatArea(cellArea(row, column));
}

/** `Sheet1!B2`, `'My Sheet'!B2`. */
export function figureAddress({ sheet, row, column }: Figure): string {
  return formatAddress(sheet, cellArea(row, column));
}

/** The cells that a figure fills. */
export function figureRange(sheet: Excel.Worksheet, { row, column, rows, columns }: Figure): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** A figure by itself costs the request as much as so many cells. */
const CELLS_FOR_A_FIGURE = 20;

/** Splits figures into batches whose cells one request may carry. */
export function figureBatches(figures: readonly Figure[], most = CELLS_PER_REQUEST): Figure[][] {
  const batches: Figure[][] = [];
  let cells = Infinity;
  for (const figure of figures) {
    const size = figure.rows * figure.columns + CELLS_FOR_A_FIGURE;
    if (cells + size > most) {
      batches.push([]);
    }
    cells = cells + size > most ? size : cells + size;
    batches.at(-1)?.push(figure);
  }
  return batches;
}
