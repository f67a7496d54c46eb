import { cleanUp } from '../host/clean-up';
import { runWhenNotEditing } from '../host/excel-run';
import { freeName } from './free-name';
import type { HostAbilities } from './host-abilities';
import { queueCharts } from './queue-charts';
import { queueCells, queuePrintArea, queueSheetLook } from './queue-plan';
import type { SheetPlan } from './sheet-plan';

/**
 * Writes a plan on a new sheet, in one request, and shows it; a sheet that could not be finished is deleted.
 *
 * @param alsoQueue what belongs to it, in the same request
 * @returns the name of the sheet
 */
export async function addPlannedSheet(
  context: Excel.RequestContext,
  wantedName: string,
  plan: SheetPlan,
  host: HostAbilities,
  alsoQueue: (sheet: Excel.Worksheet) => void = () => undefined,
): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const name = freeName(
    wantedName,
    worksheets.items.map((sheet) => sheet.name),
  );
  try {
    const sheet = worksheets.add(name);
    queueSheetLook(sheet, plan, host);
    queueCells(sheet, plan, host);
    queueCharts(sheet, name, plan.charts, host);
    queuePrintArea(sheet, plan, host);
    alsoQueue(sheet);
    sheet.activate();
    await context.sync();
    return name;
  } catch (failure) {
    // By itself: Excel takes the deletion of a sheet into no undo group.
    await cleanUp(() => runWhenNotEditing((again) => deleteSheet(again, name)));
    throw failure;
  }
}

async function deleteSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (!sheet.isNullObject) {
    sheet.delete();
    await context.sync();
  }
}
