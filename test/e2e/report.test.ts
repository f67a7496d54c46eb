import type { Frame, Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { csv } from './import-files';
import { ImportPage } from './import-page';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';
import { addinOf } from './shared-windows';
import { takePicture, type WorkbookPicture } from './workbook-picture';

/*
 * The report, from the Report tab through real Office.js, and that it follows the tables; the templates beside it.
 */
jest.setTimeout(90_000);

const SHEET = 'AI Report';

let workbook: OpenedWorkbook;
let local: LocalPage;
let addin: Frame;
const complaints: string[] = [];

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  local.page.on('pageerror', (error) => complaints.push(String(error)));
  local.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await local.loadReferenceData();
  await loadBill('august', [
    ['Search', '2025-08', '1000', '100'],
    ['Ads', '2025-08', '500', '50'],
  ]);
  await loadBill('september', [
    ['Search', '2025-09', '1200', '150'],
    ['Ads', '2025-09', '600', '50'],
  ]);
  addin = await addinOf(local);
}, 120_000);

afterAll(() => workbook?.browser.close());

afterEach(() => expect(complaints.splice(0)).toEqual([]));

/** A bill of clients who pay OpenAI for tokens of one model. */
async function loadBill(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const pane = new ImportPage(local);
  const lines = rows.map(([client = '', month = '', amount = '', quantity = '']) => [
    client,
    'OpenAI',
    month,
    amount,
    'USD',
    'o3',
    quantity,
    '1M tokens',
  ]);
  const head = ['Client', 'Vendor', 'Month', 'Amount', 'Currency', 'Model', 'Quantity', 'Unit'];
  await pane.choose({ name: `${name}.csv`, text: csv([head, ...lines]) });
  await pane.totals();
  await pane.view.getByRole('checkbox', { name: 'Keep quantities, models and teams' }).check();
  await pane.totals();
  await pane.load();
  await pane.leave();
}

function view(): Locator {
  return local.pane.getByRole('tabpanel', { name: 'Report' });
}

async function openView(): Promise<void> {
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await view()
    .getByRole('img', { name: /^Ranking:/ })
    .waitFor();
}

async function shown(sheet: string, ...addresses: string[]): Promise<string[]> {
  await local.settle();
  return (await local.read(sheet, addresses)).map(({ text, error }) => error?.code ?? text);
}

interface ChartPicture {
  readonly name: string;
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly values: readonly unknown[] }[];
}

/** The charts of a sheet as Office.js has them. */
async function charts(sheetName: string): Promise<ChartPicture[]> {
  await local.settle();
  return addin.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const { charts: found } = context.workbook.worksheets.getItem(name);
        found.load('items/name,items/title/text,items/series/items/name');
        await context.sync();
        const values = found.items.map((chart) =>
          chart.series.items.map((series) => series.getDimensionValues('Values')),
        );
        await context.sync();
        return found.items.map((chart, at) => ({
          name: chart.name,
          title: chart.title.text,
          series: chart.series.items.map((series, which) => ({
            name: series.name,
            values: values[at]?.[which]?.value ?? [],
          })),
        }));
      }),
    sheetName,
  );
}

/** All sheets but the report's. */
async function others(): Promise<WorkbookPicture['sheets']> {
  await local.settle();
  const { sheets } = await addin.evaluate(takePicture);
  return Object.fromEntries(Object.entries(sheets).filter(([name]) => name !== SHEET));
}

it('is made by one press, tells what was found, and every section with data is in it', async () => {
  const before = await others();
  await openView();
  await view().getByText('1,800.00 USD in 2025-09; Search is 66.7% of it.').waitFor();
  expect(await view().getByRole('checkbox', { checked: true }).count()).toBe(7);
  await view()
    .getByText(/no table AIBudgets/)
    .waitFor();
  await view().getByRole('button', { name: 'Make the report' }).click();
  await local.pane.getByText(`The report is on ${SHEET}.`).waitFor();
  expect(await shown(SHEET, 'A1', 'A2', 'B7', 'C7', 'D7', 'E7')).toEqual([
    'Search is 67% of September 2025',
    'Spend rose 20% on August 2025; lower prices took off 13 points',
    '1,800.00 USD',
    '1,500.00 USD',
    '300.00',
    '20.0%',
  ]);
  expect(await others()).toEqual(before);
  expect((await charts(SHEET)).map(({ name }) => name)).toEqual([
    'AI Spend months',
    'AI Spend ranking',
    'AI Spend shares',
    'AI Spend bridge',
  ]);
});
