import { formulaAreas } from '../cells/our-cells';
import { figuresIn, type Figure } from './figures';
import { spillExtents } from './spill-extents';

/** Areas of formulas that are looked through on a sheet, and cells of each. */
const AREAS = 20;
const CELLS = 500;

/** A few figures, from each sheet in turn, without looking through the whole workbook. */
export async function sampleFigures(context: Excel.RequestContext, most: number): Promise<Figure[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const figures: Figure[] = [];
  for (const sheet of sheets.items) {
    if (figures.length >= most) {
      break;
    }
    const areas = (await formulaAreas(context, sheet)).slice(0, AREAS);
    const blocks = areas.map((area) => {
      const rows = Math.min(area.rowCount, Math.max(1, Math.floor(CELLS / area.columnCount)));
      return area.getResizedRange(rows - area.rowCount, 0).load('formulas,values,text,rowIndex,columnIndex');
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the next sheet is looked at only where this one has too few
    await context.sync();
    const found = blocks.flatMap((block) => figuresIn(block, sheet.name)).slice(0, most - figures.length);
    figures.push(...(await spillExtents(context, sheet.name, found)));
  }
  return figures;
}
