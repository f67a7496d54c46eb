import type { Frame, Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { expectNoComplaints, openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { chartsOf, loadTokenBill } from '../e2e/report-sheet';
import { addinOf } from '../e2e/shared-windows';

/*
 * A report whose sheet the user has renamed, filled up or deleted is made anew.
 */
const SHEET = 'AI Report';

let workbook: OpenedWorkbook;
let local: LocalPage;
let addin: Frame;
const complaints = expectNoComplaints();

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  complaints.of(local.page);
  await local.loadReferenceData();
  await loadTokenBill(local, 'october', [
    ['Search', '2025-10', '900', '150'],
    ['Ads', '2025-10', '600', '50'],
    ['Maps', '2025-10', '3500', '500'],
  ]);
  addin = await addinOf(local);
  await openView();
  await view().getByRole('button', { name: 'Make the report' }).click();
  await local.pane.getByText(`The report is on ${SHEET}.`).waitFor();
  await local.enter(SHEET, [['R2', 'A note of mine']]);
});

afterAll(() => workbook?.browser.close());

function view(): Locator {
  return local.pane.getByRole('tabpanel', { name: 'Report' });
}

async function openView(): Promise<void> {
  await local.showPane();
  // A view that is opened anew says where the report stands now.
  await local.pane.getByRole('tab', { name: 'Clients' }).click();
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await view()
    .getByRole('img', { name: /^Ranking:/ })
    .waitFor();
}

async function shown(sheet: string, ...addresses: string[]): Promise<string[]> {
  await local.settle();
  return (await local.read(sheet, addresses)).map(({ text, error }) => error?.code ?? text);
}

it('the user renames its sheet, puts a row before it and notes below it; it is renewed there, with other sections', async () => {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('AI Report');
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('A1').values = [['For the board']];
      const block = context.workbook.names.getItem('AIReport').getRange().load('rowIndex,rowCount');
      await context.sync();
      sheet.getCell(block.rowIndex + block.rowCount, 0).values = [['Below it']];
      sheet.name = 'Monthly';
      await context.sync();
    }),
  );
  await local.settle();
  await openView();
  await view()
    .getByText(/^It stands on Monthly/)
    .waitFor();
  await view().getByRole('checkbox', { name: 'Rates used' }).check();
  await view().getByRole('checkbox', { name: 'Budget and forecast' }).check();
  await view().getByRole('button', { name: 'Renew the report' }).click();
  await local.pane.getByText('The report on Monthly is renewed.').waitFor();
  expect(await shown('Monthly', 'A1', 'A2', 'B8', 'R3')).toEqual([
    'For the board',
    'Maps is 70% of AI spend in October 2025',
    '5,000.00 USD',
    'A note of mine',
  ]);
  const below = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const block = context.workbook.names.getItem('AIReport').getRange().load('rowIndex,rowCount');
      await context.sync();
      const cell = context.workbook.worksheets
        .getItem('Monthly')
        .getCell(block.rowIndex + block.rowCount, 0)
        .load('values');
      await context.sync();
      return cell.values[0]?.[0] as unknown;
    }),
  );
  expect(below).toBe('Below it');
  expect((await chartsOf(local, 'Monthly')).map(({ title }) => title)).toContain('The largest clients in October 2025');
  const selected = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(selected).toBe('Monthly!A2');
});

it('a report whose sheet was deleted is made again', async () => {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Monthly').delete();
      await context.sync();
    }),
  );
  await local.settle();
  await local.pane.getByRole('tab', { name: 'Clients' }).click();
  await openView();
  await view().getByRole('button', { name: 'Make the report' }).click();
  await local.pane.getByText(`The report is on ${SHEET}.`).waitFor();
  expect(await shown(SHEET, 'A1')).toEqual(['Maps is 70% of AI spend in October 2025']);
});
