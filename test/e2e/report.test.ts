import type { Frame, Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { expectNoComplaints, openWorkbook, type OpenedWorkbook } from './local-workbook';
import { chartsOf, loadTokenBill } from './report-sheet';
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
const complaints = expectNoComplaints();

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  complaints.of(local.page);
  await local.loadReferenceData();
  await loadTokenBill(local, 'august', [
    ['Search', '2025-08', '1000', '100'],
    ['Ads', '2025-08', '500', '50'],
  ]);
  await loadTokenBill(local, 'september', [
    ['Search', '2025-09', '1200', '150'],
    ['Ads', '2025-09', '600', '50'],
  ]);
  addin = await addinOf(local);
}, 120_000);

afterAll(() => workbook?.browser.close());

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
    'Search is 67% of AI spend in September 2025',
    'Spend rose 20% from August 2025; lower prices took off 13 points',
    '1,800.00 USD',
    '1,500.00 USD',
    '300.00',
    '20.0%',
  ]);
  expect(await others()).toEqual(before);
  expect((await chartsOf(local, SHEET)).map(({ name }) => name)).toEqual([
    'AI Spend months',
    'AI Spend ranking',
    'AI Spend shares',
    'AI Spend bridge',
  ]);
});

it('made twice it is the same, cell by cell and chart by chart, and what stands beside and below it stays', async () => {
  await local.enter(SHEET, [['R2', 'A note of mine']]);
  const area = async (): Promise<unknown> => {
    await local.settle();
    const { sheets } = await addin.evaluate(takePicture);
    return sheets[SHEET];
  };
  const [cells, drawn] = [await area(), await chartsOf(local, SHEET)];
  await openView();
  await view().getByRole('button', { name: 'Renew the report' }).click();
  await local.pane.getByText(`The report on ${SHEET} is renewed.`).waitFor();
  expect(await area()).toEqual(cells);
  expect(await chartsOf(local, SHEET)).toEqual(drawn);
});

it('figures, titles, ranking and charts follow a third month and a new client without being made anew', async () => {
  await loadTokenBill(local, 'october', [
    ['Search', '2025-10', '900', '150'],
    ['Ads', '2025-10', '600', '50'],
    ['Maps', '2025-10', '3500', '500'],
  ]);
  expect(await shown(SHEET, 'A1', 'A2', 'B7', 'C7', 'A44', 'C44', 'A46', 'B24')).toEqual([
    'Maps is 70% of AI spend in October 2025',
    expect.stringMatching(/^Spend rose 178% from September 2025/),
    '5,000.00 USD',
    '1,800.00 USD',
    'Maps',
    '70.0%',
    'Ads',
    '5,000.00 USD',
  ]);
  const [months, ranking, shares, bridge] = await chartsOf(local, SHEET);
  expect(months?.title).toBe('Spend by month, with the forecast of the next three');
  expect(months?.series[0]).toEqual({
    name: 'Spend',
    values: [...Array<string>(9).fill(''), '1500', '1800', '5000', '', '', ''],
  });
  expect(months?.series[1]?.values.slice(12)).not.toContain('');
  expect(ranking?.title).toBe('The largest clients in October 2025');
  expect(ranking?.series[0]?.values.slice(0, 4)).toEqual(['3500', '900', '600', '']);
  expect(shares?.series[0]?.values.slice(0, 3)).toEqual(['0.7', '0.18', '0.12']);
  expect(bridge?.title).toBe('From September 2025 to October 2025');
  const [, total] = bridge?.series ?? [];
  expect([total?.values[0], total?.values.at(-1)]).toEqual(['1800', '5000']);
});

it('a business case comes to what finance works out, and agrees with AIROI', async () => {
  await openView();
  await view().getByText('New from template').click();
  await view().getByRole('button', { name: 'AI business case' }).click();
  await local.pane.getByText('Added: AI business case. It is yours to change.').waitFor();
  await local.settle();
  const cells = await local.read('AI business case', ['C47', 'C48', 'C49', 'C50', 'C51', 'C53', 'A1', 'A3']);
  const [costs, benefits, npv, roi, payback, check, title, study] = cells.map(({ value }) => value);
  expect(costs).toBeCloseTo(219_421.4876, 4);
  expect(benefits).toBeCloseTo(298_422.2389, 4);
  expect(npv).toBeCloseTo(79_000.7513, 4);
  expect(roi).toBeCloseTo(0.360041, 6);
  expect(payback).toBeCloseTo(1.447368, 6);
  expect([check, title]).toEqual(['agrees', 'ROI of 36%, paid back in 1.4 years']);
  expect(study).toBe('No study is named: the benefits are assumptions.');
  await view().getByRole('button', { name: 'Vendor dependence' }).click();
  await local.pane.getByText('Added: Vendor dependence. It is yours to change.').waitFor();
  expect(await shown('Vendor dependence', 'A2', 'A17', 'B17')).toEqual([
    'Maps pays 70% of what is on record',
    'Maps',
    '3,500.00',
  ]);
});

it('its titles are true where amounts are not disclosed and there is nothing to compare with', async () => {
  await local.enter(SHEET, [
    ['H3', 'Microsoft'],
    ['H4', 'EUR'],
    ['H8', '2024-11'],
  ]);
  expect(await shown(SHEET, 'A1', 'A2', 'B7')).toEqual([
    'All clients, Microsoft only: ByteDance is 100% of AI spend on record in November 2024',
    'No amount is known for October 2024 to compare with',
    '20,000,000.00 EUR (+2 undisclosed)',
  ]);
});
