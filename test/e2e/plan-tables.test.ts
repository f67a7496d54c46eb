import type { Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { csv } from './import-files';
import { ImportPage } from './import-page';
import { expectNoComplaints, openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * The tables of plans, AIPrices and AIBudgets, made from the Data tab through real Office.js, and the figures that follow from them.
 */
jest.setTimeout(60_000);

let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;
const complaints = expectNoComplaints();

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  complaints.of(local.page);
  await local.loadReferenceData();
  await loadBill();
  sheet = await local.addSheet();
}, 90_000);

afterAll(() => workbook?.browser.close());

/** A bill of a model that has a list price and of one that has none, in each month of 2025 but for October to December. */
async function loadBill(): Promise<void> {
  const pane = new ImportPage(local);
  const months = Array.from({ length: 9 }, (_, at) => `2025-0${at + 1}`);
  const rows = months.map((month, at) => [
    'Planned',
    'OpenAI',
    month,
    String((at + 1) * 100),
    'USD',
    'o3',
    '1000000',
    'input tokens',
  ]);
  const other = ['Planned', 'OpenAI', '2025-01', '50', 'USD', 'in-house', '5', 'input tokens'];
  const text = csv([['Client', 'Vendor', 'Month', 'Amount', 'Currency', 'Model', 'Quantity', 'Unit'], ...rows, other]);
  await pane.choose({ name: 'planned.csv', text });
  await pane.totals();
  await pane.view.getByRole('checkbox', { name: 'Keep quantities, models and teams' }).check();
  await pane.totals();
  await pane.load();
  await pane.leave();
}

/** What cells show; of an error its code and what it says. */
async function shown(...addresses: string[]): Promise<string[]> {
  await local.settle();
  const cells = await local.read(sheet, addresses);
  return cells.map(({ text, error }) => (error ? `${error.code} ${error.message}` : text));
}

async function dataTab(): Promise<void> {
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Data' }).click();
}

describe('the card of the model prices', () => {
  const card = (): Locator =>
    local.pane.getByRole('listitem').filter({ has: local.pane.getByRole('heading', { name: 'Model prices' }) });

  it('loads the prices of the models on record, and AIPRICE follows', async () => {
    await local.enter(sheet, [
      ['A1', '=AIPRICE("o3",,"2025-06-09")'],
      ['A2', '=AIPRICE("o3",,"2025-06-10")'],
      ['A3', '=AIPRICE("o3","output","2025-06-10")'],
    ]);
    expect((await shown('A1'))[0]).toMatch(/^#N\/A This workbook has no table AIPrices/);
    await dataTab();
    await card().getByText('1 of 2 models on record has list prices; in-house has none.').waitFor();
    await card()
      .getByText(/^Makes AIPrices with \d+ rows\.$/)
      .waitFor();
    await card().getByRole('button', { name: 'Load model prices' }).click();
    await local.pane.getByText(/Model prices loaded: \d+ rows added\.$/).waitFor();
    expect(await shown('A1', 'A2', 'A3')).toEqual([
      '10.00 USD per 1M tokens',
      '2.00 USD per 1M tokens',
      '8.00 USD per 1M tokens',
    ]);
    await card().getByRole('button', { name: 'Check against list prices' }).click();
    await card().getByText('8 rows compared, 2 rows not.').waitFor();
    const lines = card().getByRole('list', { name: 'Billed beside list prices' }).getByRole('listitem');
    expect((await lines.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'o3 3,844.00 USD more than the list (6864.3%) billed 3,900.00 USD, at list prices 56.00 USD · 8 rows',
    ]);
    const left = card().getByRole('list', { name: 'Not compared' });
    expect(await left.innerText()).toContain('No model "in-house" in AIPrices');
    expect(await left.innerText()).toContain('The input price of o3 changes on 2025-06-10');
    const header = await local.read('AI Prices', ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1', 'I1', 'J1', 'B2']);
    expect(header.map(({ text }) => text)).toEqual([
      'Provider',
      'Model',
      'Kind',
      'From',
      'Price',
      'Per',
      'Unit',
      'Currency',
      'Source',
      'Note',
      'o3',
    ]);
  });

  it('loads all, and takes them out again', async () => {
    await dataTab();
    await card().getByRole('combobox', { name: 'Which models' }).selectOption('all');
    await card().getByRole('button', { name: 'Load model prices' }).click();
    await local.pane.getByText(/Model prices loaded: \d,\d{3} rows added/).waitFor({ timeout: 50_000 });
    await card()
      .getByText(/^In this workbook: (\d,\d{3}) of \1 rows\.$/)
      .waitFor();
    await card().getByRole('button', { name: 'Remove model prices' }).click();
    await local.pane.getByText(/Model prices removed: \d,\d{3} rows/).waitFor({ timeout: 50_000 });
    await card().getByText('Not in this workbook.').waitFor();
    expect((await shown('A1'))[0]).toMatch(/^#N\/A/);
  });
});

describe('New budget', () => {
  const form = (): Locator => local.pane.getByRole('region', { name: 'New budget' });
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(fields)) {
      await form().getByLabel(name, { exact: true }).fill(text);
    }
  };
  const openForm = async (): Promise<void> => {
    await dataTab();
    await local.pane.getByRole('button', { name: 'New budget…' }).click();
  };

  it('makes AIBudgets with a row spread evenly, and AIBUDGET follows', async () => {
    await local.enter(sheet, [
      ['B1', '=AIBUDGET("Planned",2025)'],
      ['B2', '=AIBUDGET("Planned",2025,"used")'],
      ['B3', '=AIBUDGET("Planned",2025,"left")'],
      ['B4', '=AIBUDGET("Planned",2026)'],
    ]);
    expect((await shown('B1'))[0]).toMatch(/^#N\/A This workbook has no table AIBudgets/);
    await openForm();
    await fill({ Client: 'Planned', 'From month': '2025-01', 'To month': '2025-12', Amount: '9100', Currency: 'usd' });
    await form().getByText('Adds 1 row to AIBudgets. Each of the 12 months has the same part of it.').waitFor();
    await form().getByRole('button', { name: 'Add the budget' }).click();
    await local.pane.getByText('Budget of Planned added: 1 row.').waitFor();
    expect(await shown('B1', 'B2', 'B3')).toEqual(['9,100.00 USD', '50.0% (9/12)', '4,550.00 USD (9/12)']);
    const row = await local.read('AI Budgets', ['A2', 'B2', 'C2', 'D2', 'E2', 'F2']);
    expect(row.map(({ text }) => text)).toEqual(['Planned', '', '2025-01', '2025-12', '9,100.00', 'USD']);
  });

  it('spreads a year by the months of the year before, and adds up to the cent', async () => {
    await openForm();
    await form().getByRole('combobox', { name: 'Spread' }).selectOption('by-last-year');
    await fill({ Client: 'Planned', Year: '2026', Amount: '10000', Currency: 'USD' });
    await form()
      .getByText(/^Adds 12 rows to AIBudgets\. Spread by 9 of 12 months of the year before\./)
      .waitFor();
    await form().getByRole('button', { name: 'Add the budget' }).click();
    await local.pane.getByText('Budget of Planned added: 12 rows.').waitFor();
    expect(await shown('B4')).toEqual(['10,000.00 USD']);
    const amounts = await local.read(
      'AI Budgets',
      Array.from({ length: 12 }, (_, at) => `E${at + 3}`),
    );
    const cents = amounts.map(({ value }) => Math.round(Number(value) * 100));
    expect(cents.reduce((all, amount) => all + amount, 0)).toBe(1_000_000);
    expect(new Set(cents).size).toBeGreaterThan(8);
  });

  it('refuses months that have a budget, by name, and leaves the table as it is', async () => {
    await openForm();
    await fill({ Client: 'planned', 'From month': '2025-06', 'To month': '2025-07', Amount: '5', Currency: 'USD' });
    await form()
      .getByText(/AIBudgets row 2 /)
      .waitFor();
    await form().getByRole('button', { name: 'Add the budget' }).click({ force: true });
    await form().getByRole('button', { name: 'Cancel' }).click();
    expect((await local.read('AI Budgets', ['A15']))[0]?.text).toBe('');
    expect(await shown('B1')).toEqual(['9,100.00 USD']);
  });

  it('shows in the Plan tab, whose formula gives the cell the figure that stands there', async () => {
    await local.showPane();
    await local.pane.getByRole('tab', { name: 'Plan' }).click();
    const row = local.pane.getByRole('tabpanel', { name: 'Plan' }).getByRole('button', { name: /^Planned/ });
    await row.getByText('Used: 50.0% of 9,100.00 USD').waitFor();
    await row.click();
    await local.pane.getByRole('img', { name: /^Planned: used 50\.0% of 9,100\.00 USD/ }).waitFor();
    await local.showSheet(sheet);
    await local.click(sheet, 'C1');
    await local.pane.getByRole('button', { name: 'Insert =AIBUDGET("Planned",,"actual")' }).click();
    await local.pane.getByText(/=AIBUDGET\("Planned",,"actual"\) is in .*C1/).waitFor();
    expect(await shown('C1')).toEqual(['4,550.00 USD (9/12)']);
  });
});

describe('Split shared cost', () => {
  const BILL = csv([
    ['Client', 'Vendor', 'Month', 'Amount', 'Currency'],
    ['North', 'Azure', '2025-01', '600', 'EUR'],
    ['South', 'Azure', '2025-01', '300', 'EUR'],
    ['shared', 'Azure', '2025-01', '100.01', 'EUR'],
  ]);
  const form = (): Locator => local.pane.getByRole('region', { name: 'Split shared cost' });
  const load = async (): Promise<ImportPage> => {
    const pane = new ImportPage(local);
    await pane.choose({ name: 'azure.csv', text: BILL });
    await pane.totals();
    await pane.load();
    return pane;
  };
  const split = async (): Promise<void> => {
    await form().getByText('1 row of “shared” becomes 2 rows; the sum stays the same.').waitFor();
    await form().getByRole('button', { name: 'Split', exact: true }).click();
    await local.pane.getByText('Shared cost split by spend: 1 row became 2 rows.').waitFor();
  };
  const AMOUNTS = ['D1', 'D2', 'D3', 'D4'] as const;
  const WHOLE = ['600.00 EUR', '300.00 EUR', '100.01 EUR', '1,000.01 EUR'];
  const SPLIT = ['666.67 EUR', '333.34 EUR', expect.stringContaining('No client "shared"'), '1,000.01 EUR'];

  it('divides a bill by spend to the cent, in one step to undo; the same file again is told and split again by a button', async () => {
    await local.enter(sheet, [
      ['D1', '=AISPEND("North")'],
      ['D2', '=AISPEND("South")'],
      ['D3', '=AISPEND("shared")'],
      ['D4', '=AISPEND("*","2025-01","EUR","Azure")'],
    ]);
    await (await load()).leave();
    expect(await shown(...AMOUNTS)).toEqual(WHOLE);
    await local.pane.getByRole('tab', { name: 'Clients' }).click();
    await local.pane.getByRole('button', { name: /^shared/ }).click();
    await local.pane.getByRole('button', { name: 'Split shared cost…' }).click();
    await split();
    expect(await shown(...AMOUNTS)).toEqual(SPLIT);
    await local.showSheet(sheet);
    await local.click(sheet, 'F1');
    await local.page.keyboard.press('Control+z');
    expect(await shown(...AMOUNTS)).toEqual(WHOLE);
    await dataTab();
    await local.pane.getByRole('button', { name: 'Split shared cost…' }).click();
    await split();
    const again = await load();
    await again.view.getByText(/Shared cost that was split by spend stands as "shared" again\.$/).waitFor();
    expect(await shown(...AMOUNTS)).toEqual(WHOLE);
    await again.view.getByRole('button', { name: 'Split the shared cost again…' }).click();
    await split();
    expect(await shown(...AMOUNTS)).toEqual(SPLIT);
  });
});
