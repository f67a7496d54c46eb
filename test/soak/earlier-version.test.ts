import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { outcomeIn } from '../../scripts/outcome';
import type { LocalPage } from '../../scripts/local-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/* A workbook that the version before made: its tables have no watch cells, and none of the columns that came later. */
let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  const file = await readFile(path.join(__dirname, 'earlier-version.xlsx'));
  await Promise.all([
    local.page.waitForEvent('load'),
    local.page.evaluate((bytes) => void window.localWorkbook.openXlsx(Uint8Array.from(bytes)), [...file]),
  ]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
  sheet = await local.addSheet();
});

afterAll(() => workbook?.browser.close());

/** Waits until a cell shows a text. */
async function comesTo(on: string, address: string, text: string): Promise<void> {
  await local.page.waitForFunction(([where, at, wanted]) => window.localWorkbook.read(where, at).text === wanted, [
    on,
    address,
    text,
  ] as const);
  await local.settle();
}

it('gives its figures, and they follow an edit, which events tell of', async () => {
  await local.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=AISPEND("ByteDance","runrate","USD")'],
    ['A3', '=REVSHARE("ByteDance")'],
    ['A4', '=AIROI("ByteDance")'],
  ]);
  await comesTo(sheet, 'A1', '20,000,000.00 EUR');
  await comesTo(sheet, 'A2', '255,123,360.00 USD/yr');
  await comesTo(sheet, 'A3', '15.0%');
  await comesTo(sheet, 'A4', '270.0%');
  const saved = await local.read('Example', ['B8', 'B10', 'B11', 'B12', 'B13', 'A18', 'B18']);
  expect(saved.map(({ text }) => text)).toEqual([
    '20,000,000.00 EUR',
    '15.0%',
    '133,333,333.33 EUR',
    '270.0%',
    '888,000,000.00 EUR',
    'ByteDance',
    '20,000,000.00 EUR',
  ]);
  await local.enter('AI Clients', [['E2', '9000']]);
  await comesTo(sheet, 'A1', '9,000.00 EUR');
  await comesTo('Example', 'B8', '9,000.00 EUR');
});

it('says of a period that has another meaning now what to write instead', async () => {
  await comesTo('Example', 'B9', '#VALUE!');
  const [cell] = await local.read('Example', ['B9']);
  expect(cell?.formula).toBe('=AISPEND(B5,"year","USD")');
  expect(cell?.error?.message).toBe(
    '"year" can mean two things: use runrate (the latest month times 12) or 2024 (the calendar year).',
  );
});

it('is said to have no watch cells, and given them by one button, so that a formula in it is followed', async () => {
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByText('Figures may not follow every change in AIClients, AIReturns, and AIRates.').waitFor();
  await local.pane.getByRole('button', { name: 'Watch the tables' }).click();
  await local.pane
    .getByText('AIClients, AIReturns, and AIRates are watched again.')
    .first()
    .waitFor({ state: 'attached' });
  await comesTo('AI Clients', 'L1', 'in step, 3 rows to 2024-11');
  await comesTo('AI Returns', 'H1', 'in step, 1 row');
  await comesTo('AI Rates', 'F1', 'in step, 468 rows to 2026-03');
  await local.enter(sheet, [['B1', '7']]);
  await local.enter('AI Clients', [['E2', `='${sheet}'!B1`]]);
  await comesTo(sheet, 'A1', '7.00 EUR');
  await local.enter(sheet, [['B1', '8']]);
  await comesTo(sheet, 'A1', '8.00 EUR');
});
