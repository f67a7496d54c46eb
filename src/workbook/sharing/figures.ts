import { formulaAreas } from '../cells/our-cells';
import { withoutForeignPrefix } from '../formulas/formula-prefix';
import { callsOurFunctions } from '../formulas/calls-our-functions';
import { inRequests, rowBlocks } from '../host/excel-run';
import type { Figure } from './figure';
import { spillExtents } from './spill-extents';

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

/** Areas of formulas that are looked through on a sheet, and cells of each. */
const SAMPLED_AREAS = 20;
const SAMPLED_CELLS = 500;

/** A few figures, from each sheet in turn, without looking through the whole workbook. */
export async function sampleFigures(context: Excel.RequestContext, most: number): Promise<Figure[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const figures: Figure[] = [];
  for (const sheet of sheets.items) {
    if (figures.length >= most) {
      break;
    }
    const areas = (await formulaAreas(context, sheet)).slice(0, SAMPLED_AREAS);
    const blocks = areas.map((area) => {
      const rows = Math.min(area.rowCount, Math.max(1, Math.floor(SAMPLED_CELLS / area.columnCount)));
      return area.getResizedRange(rows - area.rowCount, 0).load('formulas,values,text,rowIndex,columnIndex');
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the next sheet is looked at only if this one has too few
    await context.sync();
    const found = blocks.flatMap((block) => figuresIn(block, sheet.name)).slice(0, most - figures.length);
    figures.push(...(await spillExtents(context, sheet.name, found)));
  }
  return figures;
}

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
