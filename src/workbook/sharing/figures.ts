import { CELLS_PER_REQUEST, inRequests, rowBlocks } from '../host/excel-run';
import { withoutForeignPrefix } from '../formulas/formula-prefix';
import { formulaAreas } from '../cells/our-cells';
import { callsOurFunctions } from '../formulas/formula-calls';
import { isBusy } from '../cells/selection';
import { spillExtents } from './spill-extents';

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

/** Finds the figures of a sheet. Of a spill only the cell that holds the formula is one. */
export async function readFigures(context: Excel.RequestContext, sheet: string): Promise<Figure[]> {
  const areas = await formulaAreas(context, context.workbook.worksheets.getItem(sheet));
  const cells: Figure[] = [];
  for (const area of areas) {
    const blocks = await inRequests(context, rowBlocks(area.rowCount, area.columnCount), (block) =>
      area
        .getRow(block.first)
        .getResizedRange(block.count - 1, 0)
        .load('formulas,values,text,rowIndex,columnIndex'),
    );
    for (const block of blocks) {
      cells.push(...figuresIn(block, sheet));
    }
  }
  return spillExtents(context, sheet, cells);
}

/** All figures of the workbook, sheet by sheet. */
export async function readAllFigures(context: Excel.RequestContext): Promise<Figure[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const figures: Figure[] = [];
  for (const { name } of sheets.items) {
    figures.push(...(await readFigures(context, name)));
  }
  return figures;
}

/** Whether it waits for its result, or one of its cells does. */
export function waits({ text }: Figure): boolean {
  return isBusy(text);
}

/** `B2`, or `B2:D5` where its result fills several cells. */
export function figureCells({ row, column, rows, columns }: Figure): string {
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** `Sheet1!B2`, `'My Sheet'!B2`. */
export function figureAddress({ sheet, row, column }: Figure): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${cellName(row, column)}`;
}

/** `B2` for row 1 and column 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** The cells that a figure fills. */
export function figureRange(sheet: Excel.Worksheet, { row, column, rows, columns }: Figure): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

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

/** A figure by itself costs the request as much as so many cells. */
const CELLS_FOR_A_FIGURE = 20;

/** The figures in a range whose formulas, values and texts have been read. */
export function figuresIn(block: Excel.Range, sheet: string): Figure[] {
  return (block.formulas as unknown[][]).flatMap((row, down) =>
    row.flatMap((formula, across) => {
      if (typeof formula !== 'string' || !callsOurFunctions(withoutForeignPrefix(formula))) {
        return [];
      }
      const value: unknown = block.values[down]?.[across];
      const text = block.text[down]?.[across] ?? '';
      return [
        {
          sheet,
          row: block.rowIndex + down,
          column: block.columnIndex + across,
          formula,
          value,
          text,
          rows: 1,
          columns: 1,
        },
      ];
    }),
  );
}
