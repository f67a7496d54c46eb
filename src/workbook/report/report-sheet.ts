import { cellArea, formatArea, parseAddress, type Area } from '../../formats/xlsx/address';
import { cleanUp } from '../host/clean-up';
import { runWhenNotEditing } from '../host/excel-run';
import { runAsOneUndoStep, type Undoable } from '../host/one-undo-step';
import { failedAt } from '../host/host-limits';
import { Refused } from '../host/refused';
import { addPlannedSheet } from './add-planned-sheet';
import { hostAbilities, type HostAbilities } from './host-abilities';
import { movedPlan } from './moved-plan';
import { isOurChart, queueCharts } from './queue-charts';
import { queueCells, queuePrintArea } from './queue-plan';
import { readChoices } from './read-choices';
import type { ReportChoices } from './report-choices';
import { reportPlan } from './report-plan';
import type { SheetPlan } from './sheet-plan';

/** The workbook's name for the cells of the report: by it the report is found, wherever it is moved and whatever its sheet is called. */
export const REPORT_NAME = 'AIReport';
/** What its sheet is called at first. */
const SHEET = 'AI Report';

/** The report that stands in the workbook. */
export interface StandingReport {
  readonly sheet: string;
  readonly area: Area;
  /** What it was asked for last; null if its own cells no longer tell. */
  readonly choices: ReportChoices | null;
}

export interface ReportOutcome extends Undoable {
  readonly sheet: string;
  readonly isNew: boolean;
}

/** The report of this workbook, or null. */
export async function findReport(): Promise<StandingReport | null> {
  return runWhenNotEditing(async (context) => (await lookForReport(context)).standing);
}

/** The name may be left of a report whose sheet was deleted. */
async function lookForReport(
  context: Excel.RequestContext,
): Promise<{ standing: StandingReport | null; hasName: boolean }> {
  const name = context.workbook.names.getItemOrNullObject(REPORT_NAME);
  await context.sync();
  if (name.isNullObject) {
    return { standing: null, hasName: false };
  }
  const range = name.getRangeOrNullObject().load('address,formulas,text');
  const worksheet = range.worksheet.load('name');
  await context.sync();
  const area = range.isNullObject ? undefined : parseAddress(range.address)?.area;
  if (area === undefined) {
    return { standing: null, hasName: true };
  }
  const choices = readChoices(range.formulas as unknown[][], range.text);
  return { standing: { sheet: worksheet.name, area, choices }, hasName: true };
}

/**
 * Makes the report, or makes it anew where it stands. Only its own block of cells and its own charts are written; rows below it move
 * down if it grows. In one step to undo if the host can; if the host refuses it half-way, what was done is taken back.
 *
 * @throws Refused if it cannot be written
 */
export async function makeReport(choices: ReportChoices, waiting?: () => void): Promise<ReportOutcome> {
  const host = await hostAbilities();
  return runAsOneUndoStep(async (context) => {
    const { standing, hasName } = await lookForReport(context);
    return standing === null
      ? makeNew(context, reportPlan(choices), host, hasName)
      : renew(context, standing, choices, host);
  }, waiting);
}

async function makeNew(
  context: Excel.RequestContext,
  plan: SheetPlan,
  host: HostAbilities,
  hasName: boolean,
): Promise<ReportOutcome> {
  const sheet = await addPlannedSheet(context, SHEET, plan, host, (added) => queueName(context, added, plan, hasName));
  return { sheet, isNew: true, undoSteps: 1 };
}

/** Queues that the name stands for the block. */
function queueName(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan, hasName: boolean): void {
  const { names } = context.workbook;
  if (hasName) {
    names.getItem(REPORT_NAME).delete();
  }
  names.add(REPORT_NAME, sheet.getRange(formatArea(blockOf(plan))));
}

function blockOf({ row, column, rows, columns }: SheetPlan): Area {
  return { row, column, rowCount: rows, columnCount: columns };
}

async function renew(
  context: Excel.RequestContext,
  standing: StandingReport,
  choices: ReportChoices,
  host: HostAbilities,
): Promise<ReportOutcome> {
  const sheet = context.workbook.worksheets.getItem(standing.sheet);
  const protection = sheet.protection.load('protected');
  sheet.charts.load('items/name');
  await context.sync();
  if (protection.protected) {
    throw new Refused(
      `${standing.sheet}, on which the report stands, is protected.`,
      'Unprotect it (Review > Unprotect Sheet), then try again.',
    );
  }
  if (standing.choices === null) {
    throw new Refused(
      `The cells beside the report on ${standing.sheet} no longer say what it was asked.`,
      'Delete the sheet, then make the report again.',
    );
  }
  const before = movedPlan(reportPlan(standing.choices), standing.area);
  const plan = movedPlan(reportPlan(choices), standing.area);
  const oldCharts = sheet.charts.items.filter(({ name }) => isOurChart(name));
  try {
    queueRenewal(context, sheet, standing, plan, host);
    // Its top is shown, whatever was selected there before.
    sheet.getRange(formatArea(cellArea(plan.row, plan.column))).select();
    // Last: what fails before leaves them there.
    oldCharts.forEach((chart) => chart.delete());
    await context.sync();
  } catch (failure) {
    if (!failedAt(failure, 'Range.insert')) {
      await cleanUp(() =>
        runWhenNotEditing((again) => takeBack(again, standing, { before, plan, charts: oldCharts.length }, host)),
      );
    }
    throw failure;
  }
  return { sheet: standing.sheet, isNew: false, undoSteps: 1 };
}

/** Rows that the report needs beyond those that it has. */
function rowsMore(standing: StandingReport, plan: SheetPlan): number {
  return Math.max(0, plan.rows - standing.area.rowCount);
}

/** Whole rows right below the block that stands. */
function rowsBelow({ area }: StandingReport, count: number): string {
  return `${area.row + area.rowCount + 1}:${area.row + area.rowCount + count}`;
}

/** Queues the new cells and charts in the place of the old cells. What a user has below moves down, if more rows are needed. */
function queueRenewal(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  standing: StandingReport,
  plan: SheetPlan,
  host: HostAbilities,
): void {
  const more = rowsMore(standing, plan);
  if (more > 0) {
    sheet.getRange(rowsBelow(standing, more)).insert('Down');
  }
  sheet.getRange(formatArea(standing.area)).clear();
  queueCells(sheet, plan, host);
  queueCharts(sheet, standing.sheet, plan.charts, host);
  queuePrintArea(sheet, plan, host);
  queueName(context, sheet, plan, true);
}

/** Puts the report back as it was asked for before; its old charts still stand, before those that were added. */
async function takeBack(
  context: Excel.RequestContext,
  standing: StandingReport,
  { before, plan, charts }: { readonly before: SheetPlan; readonly plan: SheetPlan; readonly charts: number },
  host: HostAbilities,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(standing.sheet);
  sheet.charts.load('items/name');
  const name = context.workbook.names.getItemOrNullObject(REPORT_NAME);
  await context.sync();
  sheet.charts.items
    .filter((chart) => isOurChart(chart.name))
    .slice(charts)
    .forEach((chart) => chart.delete());
  sheet.getRange(formatArea(blockOf(plan))).clear();
  const more = rowsMore(standing, plan);
  if (more > 0) {
    sheet.getRange(rowsBelow(standing, more)).delete('Up');
  }
  queueCells(sheet, before, host);
  queuePrintArea(sheet, before, host);
  queueName(context, sheet, before, !name.isNullObject);
  await context.sync();
}
