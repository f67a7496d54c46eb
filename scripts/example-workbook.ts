/**
 * The example workbook, which is made up: bills of three companies over two years, their budgets, and a report on them.
 */
import { referenceTables } from '../src/bills/reference/reference-tables';
import type { RawTable } from '../src/domain/ledger/table';
import { TABLES } from '../src/domain/ledger/tables';
import { FAMILY } from '../src/functions/family/family';
import { fromXlsx, toXlsx } from '../src/local/files/xlsx/xlsx-file';
import type { WorkbookContent } from '../src/local/values/content';
import { EXAMPLE_SHEET, exampleSheet, REPORT_SHEET, tableSheet } from './example-sheets';
import { LocalPageError, type LocalPage } from './local-page';
import { dateCell, LAST_MONTH, madeUpMonths, madeUpTables } from './made-up-ledger';
import { outcomeIn } from './outcome';
import { makeReport } from './report-file';

const FUNCTIONS = FAMILY.map(({ name }) => name);
const CURRENCY = 'USD';

/** The European Central Bank's rates for the months of the ledger and its budgets. They are not made up. */
function rates(): RawTable {
  const [from, to] = [madeUpMonths[0] ?? LAST_MONTH, LAST_MONTH].map(dateCell) as [number, number];
  const shipped = referenceTables().find(({ name }) => name === 'AIRates')?.rows ?? [];
  return {
    name: 'AIRates',
    firstRow: 2,
    header: TABLES.AIRates.columns.map(({ name }) => name),
    rows: shipped.filter(([month, currency]) => Number(month) >= from && Number(month) <= to && currency === CURRENCY),
  };
}

/**
 * Makes the file in an open local workbook, whose content it takes the place of: opens sheet and tables, has the pane make the report,
 * saves.
 */
export async function exampleWorkbook(local: LocalPage): Promise<Uint8Array> {
  const sheets = [exampleSheet(), ...(await Promise.all([...madeUpTables(), rates()].map(tableSheet)))];
  await local.openFile(toXlsx({ sheets, activeSheet: 0, names: [] }, FUNCTIONS));
  await placeReport(local, await makeReport(local, { currency: CURRENCY }));
  const saved = await outcomeIn(local.page, () => window.localWorkbook.saveXlsx(), null);
  const content: WorkbookContent = { ...(await fromXlsx(saved, FUNCTIONS)), activeSheet: 0 };
  checkFigures(content);
  return toXlsx(content, FUNCTIONS);
}

/** The report comes right after the example, and is named as made up too. */
async function placeReport(local: LocalPage, made: string): Promise<void> {
  const addIn = local.page.frames().find((frame) => frame.url().includes('taskpane.html'));
  if (addIn === undefined) {
    throw new LocalPageError('The add-in is not there to name the report.');
  }
  await outcomeIn(
    addIn,
    ([from, to]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(from);
        sheet.position = 1;
        sheet.name = to;
        await context.sync();
      }),
    [made, REPORT_SHEET] as const,
  );
  await local.showSheet(EXAMPLE_SHEET);
}

/** The first screen must not have an error for a figure. */
function checkFigures({ sheets }: WorkbookContent): void {
  const broken = sheets
    .filter(({ name }) => name === EXAMPLE_SHEET)
    .flatMap(({ cells }) => cells)
    .filter(({ formula, value }) => formula !== '' && (value === null || typeof value === 'object'));
  if (broken.length > 0) {
    throw new LocalPageError(`The example has no figure for ${broken.map(({ formula }) => formula).join(', ')}.`);
  }
}
