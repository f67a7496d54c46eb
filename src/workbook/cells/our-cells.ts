import { CELLS_PER_REQUEST, inRequests, rowBlocks } from '../host/excel-run';
import { callsOurFunctions } from '../formulas/calls-our-functions';

/** A run of cells below one another that all hold our functions. */
export interface CellRun {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly height: number;
}

/** Finds every cell whose formula calls one of our functions, sheet by sheet. */
export async function findOurCells(context: Excel.RequestContext): Promise<CellRun[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const runs: CellRun[] = [];
  for (const sheet of sheets.items) {
    for (const area of await formulaAreas(context, sheet)) {
      for (const run of await runsIn(context, sheet.name, area)) {
        runs.push(run);
      }
    }
  }
  return runs;
}

/** The areas of a sheet in which formulas stand. */
export async function formulaAreas(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Excel.Range[]> {
  const used = sheet.getUsedRangeOrNullObject();
  await context.sync();
  if (used.isNullObject) {
    return [];
  }
  const cells = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  cells.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  await context.sync();
  return cells.isNullObject ? [] : cells.areas.items;
}

async function runsIn(context: Excel.RequestContext, sheet: string, area: Excel.Range): Promise<CellRun[]> {
  const blocks = rowBlocks(area.rowCount, area.columnCount);
  const ranges = await inRequests(context, blocks, (block) =>
    area
      .getRow(block.first)
      .getResizedRange(block.count - 1, 0)
      .load('formulas,rowIndex'),
  );
  return ranges.flatMap((range) => runsOf(range.formulas as unknown[][], sheet, range.rowIndex, area.columnIndex));
}

/** The runs of our cells in a block of formulas whose first cell is at `row` and `column`. */
export function runsOf(
  formulas: readonly (readonly unknown[])[],
  sheet: string,
  row: number,
  column: number,
): CellRun[] {
  const runs: CellRun[] = [];
  const width = formulas[0]?.length ?? 0;
  for (let across = 0; across < width; across += 1) {
    let height = 0;
    for (let down = 0; down <= formulas.length; down += 1) {
      if (down < formulas.length && callsOurFunctions(formulas[down]?.[across])) {
        height += 1;
      } else {
        if (height > 0) {
          runs.push({ sheet, row: row + down - height, column: column + across, height });
        }
        height = 0;
      }
    }
  }
  return runs;
}

/** How many cells the runs have. */
export function countCells(runs: readonly CellRun[]): number {
  return runs.reduce((count, run) => count + run.height, 0);
}

/** Runs that one request marks at most: enough to be quick, few enough to show progress. */
const RUNS_PER_REQUEST = 200;

/** Splits runs into batches that one request may carry. */
export function batchesOf(runs: readonly CellRun[]): CellRun[][] {
  const batches: CellRun[][] = [];
  let cells = Infinity;
  for (const run of runs) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === RUNS_PER_REQUEST || cells + run.height > CELLS_PER_REQUEST) {
      batches.push([run]);
      cells = run.height;
    } else {
      batch.push(run);
      cells += run.height;
    }
  }
  return batches;
}

export function rangeOf(context: Excel.RequestContext, run: CellRun): Excel.Range {
  return context.workbook.worksheets
    .getItem(run.sheet)
    .getCell(run.row, run.column)
    .getResizedRange(run.height - 1, 0);
}
