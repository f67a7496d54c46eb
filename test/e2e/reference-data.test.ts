import type { LocalPage } from '../../scripts/local-page';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * The data that ships, loaded by choice and taken out again, and a doubt that it raises settled, through real Office.js.
 */
jest.setTimeout(60_000);

let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
  sheet = await local.addSheet();
}, 90_000);

afterAll(() => workbook?.browser.close());

/** What cells show; of an error its code and what it says. */
async function shown(...addresses: string[]): Promise<string[]> {
  await local.settle();
  const cells = await local.read(sheet, addresses);
  return cells.map(({ text, error }) => (error ? `${error.code} ${error.message}` : text));
}

const FORMULAS = [
  ['A1', '=AIROI(20000000)'],
  ['A2', '=AISPEND("Adobe",,,,,"low")'],
  ['A3', '=AIREVENUE("Microsoft","2024-03",,"Azure OpenAI")'],
  ['A4', '=AISPEND("Apple")'],
  ['A5', '=AISPEND("ByteDance")'],
  ['A6', '=REVSHARE("ByteDance",,"2024-11","Azure OpenAI revenue","high")'],
] as const;
const PLACES = FORMULAS.map(([address]) => address);

it('the reported claims are put into the tables with the columns that they need, and the figures are those of the sources', async () => {
  await local.enter(sheet, FORMULAS);
  expect((await shown('A1', 'A5')).join()).toBe('270.0%,20,000,000.00 EUR');
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane
    .getByText('Adds 10 rows to AIClients, with the new columns Spend low, Spend high, Share high, and Share of.')
    .waitFor();
  await local.pane.getByRole('button', { name: 'Load the claims' }).click();
  await local.pane.getByText('Reported claims loaded: 26 rows added').waitFor();
  const [returns, low, revenue, rivals, spend, share] = await shown(...PLACES);
  expect([returns, low, revenue, spend, share]).toEqual([
    '180.0%',
    '1,000,000.00 USD (2024-09)',
    '83,333,333.33 USD',
    '20,000,000.00 EUR',
    '15.0%',
  ]);
  expect(rivals).toMatch(/^#VALUE! Two sources disagree on Apple, 2026-06: .*Kalkine.*Value Add VC/);
  const [...header] = await local.read('AI Clients', ['J1', 'K1', 'L1', 'M1', 'N1', 'P1']);
  expect(header.map(({ text }) => text).slice(0, 5)).toEqual([
    'Note',
    'Spend low',
    'Spend high',
    'Share high',
    'Share of',
  ]);
  expect(header[5]?.formula).toContain('AIClients[Share of]');
});

it('a rival claim is marked superseded from Explain, the figure follows, and it is one step to undo', async () => {
  await local.showSheet(sheet);
  await local.click(sheet, 'A4');
  await local.pane.getByRole('tab', { name: 'Explain' }).click();
  const rows = local.pane.getByRole('list', { name: 'Rows that stand against one another' });
  await rows
    .getByRole('listitem')
    .filter({ hasText: 'Value Add VC' })
    .getByRole('button', { name: /^Mark superseded/ })
    .click();
  await local.pane.getByText(/Row \d+ of AIClients is now superseded/).waitFor();
  expect(await shown('A4')).toEqual(['83,333,333.33 USD']);
  await local.click(sheet, 'D9');
  await local.page.keyboard.press('Control+z');
  await local.click(sheet, 'A4');
  await rows.waitFor();
  expect((await shown('A4'))[0]).toContain('Two sources disagree on Apple');
});

it('the claims are taken out again, and what was there before stays', async () => {
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByRole('button', { name: 'Remove the claims' }).click();
  await local.pane.getByText('Reported claims removed: 26 rows').waitFor();
  expect((await shown('A1', 'A5')).join()).toBe('270.0%,20,000,000.00 EUR');
  expect((await shown('A4'))[0]).toContain('No client "Apple"');
});
