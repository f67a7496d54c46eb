import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);

async function openData(): Promise<Page> {
  const page = await pane.site().open();
  await page.getByRole('tab', { name: 'Data' }).click();
  return page;
}

describe('the card of the model prices', () => {
  it('tells licence, date and rows, loads all where no model is on record, and takes them out again', async () => {
    const page = await openData();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Model prices' }) });
    await card.getByText('As of 2026-08-21.').waitFor();
    expect(await card.innerText()).toMatch(/genai-prices.*MIT licence/);
    const models = card.getByRole('combobox', { name: 'Which models' });
    expect(await models.inputValue()).toBe('all');
    await card.getByText(/^Makes AIPrices with \d,\d{3} rows\.$/).waitFor();
    await models.selectOption('recorded');
    await card.getByText('The column Model of AIClients names no model.').waitFor();
    await card.getByRole('button', { name: 'Load model prices' }).click({ force: true });
    expect(await calls(page)).toEqual([]);
    await models.selectOption('all');
    await card.getByRole('button', { name: 'Load model prices' }).click();
    await page.getByText(/Model prices loaded: \d,\d{3} rows added\.$/).waitFor();
    await card.getByText(/^In this workbook: (\d,\d{3}) of \1 rows\.$/).waitFor();
    await card.getByRole('button', { name: 'Remove model prices' }).click();
    await page.getByText(/Model prices removed: \d,\d{3} rows\.$/).waitFor();
    await card.getByText('Not in this workbook.').waitFor();
    expect(await calls(page)).toEqual(['load prices all', 'remove prices']);
  });

  it('offers only the models on record where there are any, and names those without a list price', async () => {
    const page = await pane.site().open();
    await page.evaluate(() => {
      const { reference } = globalThis.memory;
      const clients = reference.tables.AIClients;
      if (clients !== null) {
        const rows = clients.rows.map((cells, at) => [...cells, ['o3', 'in-house'][at] ?? null]);
        reference.tables = {
          ...reference.tables,
          AIClients: { ...clients, header: [...clients.header, 'Model'], rows },
        };
      }
    });
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByText('1 of 2 models on record has list prices; in-house has none.').waitFor();
    await page.getByText(/^Makes AIPrices with \d\d? rows\.$/).waitFor();
    await page.getByRole('button', { name: 'Load model prices' }).click();
    await page.getByText(/Model prices loaded: \d\d? rows added\.$/).waitFor();
    expect(await calls(page)).toEqual(['load prices recorded']);
  });
});

describe('amounts that are shown in another currency', () => {
  it('are told with their rows, each with a way to it', async () => {
    const page = await pane.site().open();
    await page.evaluate(() => {
      globalThis.memory.otherwise = [{ row: 7, shown: '$', currency: 'EUR' }];
    });
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByText('1 amount in AIClients is shown in another currency than the Currency of its row.').waitFor();
    const rows = page.getByRole('list', { name: 'Rows shown in another currency' });
    expect((await rows.innerText()).replace(/\s+/g, ' ')).toBe(
      'Row 7 shows $ and counts as EUR. Correct the Currency, or the number format.',
    );
    await rows.getByRole('button', { name: 'Row 7, go to it' }).click();
    expect(await calls(page)).toEqual(['select AIClients 7']);
  });
});

describe('the check against list prices', () => {
  it('says what is missing for it, and what is compared once it is there', async () => {
    const page = await openData();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Model prices' }) });
    await card.getByRole('button', { name: 'Check against list prices' }).click();
    await card.getByText('This workbook has no table AIPrices').waitFor();
    await page.evaluate(() => {
      const { reference } = globalThis.memory;
      const clients = reference.tables.AIClients;
      if (clients !== null) {
        const names = ['Model', 'Quantity', 'Unit'];
        const bill = clients.header.map(
          (name) =>
            ({ Client: 'Acme', Vendor: 'OpenAI', Month: '2025-07', Spend: 3, Currency: 'USD' })[String(name)] ?? null,
        );
        const rows = [
          ...clients.rows.map((cells) => [...cells, null, null, null]),
          [...bill, 'o3', 1, '1M input tokens'],
        ];
        reference.tables = {
          ...reference.tables,
          AIClients: { ...clients, header: [...clients.header, ...names], rows },
        };
      }
    });
    await card.getByRole('button', { name: 'Load model prices' }).click();
    await card.getByText('1 row compared.').waitFor();
    const line = card.getByRole('list', { name: 'Billed beside list prices' }).getByRole('listitem');
    expect((await line.innerText()).replace(/\s+/g, ' ')).toBe(
      'o3 1.00 USD more than the list (50.0%) billed 3.00 USD, at list prices 2.00 USD · 1 row',
    );
  });
});

describe('a new budget', () => {
  it('is previewed row by row, added in one load, and the focus goes back to its button', async () => {
    const page = await openData();
    await page.getByRole('button', { name: 'New budget…' }).click();
    const form = page.getByRole('region', { name: 'New budget' });
    const client = form.getByRole('combobox', { name: 'Client' });
    expect(await client.evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByText('Name a client, or * for all clients together.').waitFor();
    await form.getByRole('button', { name: 'Add the budget' }).click({ force: true });
    await client.fill('ByteDance');
    await form.getByRole('textbox', { name: 'From month' }).fill('2025-01');
    await form.getByRole('textbox', { name: 'To month' }).fill('2025-12');
    await form.getByRole('textbox', { name: 'Amount' }).fill('1200');
    await form.getByRole('textbox', { name: 'Currency' }).fill('eur');
    await form.getByText('Adds 1 row to AIBudgets. Each of the 12 months has the same part of it.').waitFor();
    await form.getByRole('combobox', { name: 'Spread' }).selectOption('by-last-year');
    await form.getByRole('textbox', { name: 'Year' }).fill('2025');
    await form.getByText('Adds 12 rows to AIBudgets. Spread by 1 of 12 months of the year before.').waitFor();
    const lines = form.getByRole('list', { name: 'Rows that come' }).getByRole('listitem');
    expect((await lines.first().innerText()).replace(/\s+/g, ' ')).toContain('2025-01');
    await form.getByRole('button', { name: 'Add the budget' }).click();
    await page.getByText('Budget of ByteDance added: 12 rows.').waitFor();
    expect(await calls(page)).toHaveLength(1);
    const start = page.getByRole('button', { name: 'New budget…' });
    await start.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'New budget…');
  });
});

describe('the figures that a set of reference data changes', () => {
  it('are worked out once the user asks for them', async () => {
    const page = await openData();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Reported claims/ }) });
    const summary = card.locator('summary', { hasText: 'Figures that change' });
    await summary.waitFor();
    expect(await summary.innerText()).not.toMatch(/\d/);
    await summary.click();
    const figures = card.getByRole('list', { name: 'Figures that change' });
    await figures.getByText(/^=AI/).first().waitFor();
    expect(await summary.innerText()).toMatch(/\d/);
  });
});

describe('what is loaded', () => {
  it('lists imports with what can be done about each, and the months that vendors lack; a removal is seen at once', async () => {
    const page = await pane.site().open();
    await page.evaluate(() => {
      const { memory } = globalThis;
      const clients = memory.reference.tables.AIClients;
      if (clients === null) {
        throw new Error('There is no AIClients');
      }
      const bill = (month: string, source: string): (string | number | null)[] =>
        clients.header.map(
          (name) =>
            ({
              Client: 'Acme',
              Vendor: 'OpenAI',
              Month: month,
              Spend: 2.5,
              Currency: 'USD',
              Basis: 'billed',
              Source: source,
            })[String(name)] ?? null,
        );
      const rows = [...clients.rows, bill('2025-05', 'may.csv'), bill('2025-07', 'july.csv')];
      memory.reference.tables = { ...memory.reference.tables, AIClients: { ...clients, rows } };
      const header = [
        'File',
        'Loaded',
        'Format',
        'Rows',
        'Currency',
        'Total',
        'Counted',
        'Left out',
        'Mapping',
        'Header',
        'SHA-256',
        'Note',
      ];
      const log = ['may.csv', 'july.csv'].map((file) =>
        header.map((name) => ({ File: file, Loaded: '2025-08-01 09:00', Format: 'OpenAI costs' })[name] ?? null),
      );
      memory.log = { name: 'AIImports', firstRow: 2, header, rows: log };
    });
    await page.getByRole('tab', { name: 'Data' }).click();
    const bills = page.getByRole('list', { name: 'Imported bills' }).getByRole('listitem');
    await bills.first().waitFor();
    expect(await bills.locator('h3').allInnerTexts()).toEqual(['july.csv', 'may.csv']);
    await bills.first().getByText('1 row · 2025-07 · Acme · 2.5 USD').waitFor();
    await page.getByText('Missing: OpenAI: 2025-06.').waitFor();
    await bills.first().getByRole('button', { name: 'Go to the rows of july.csv' }).click();
    await page.getByRole('button', { name: 'Load the corrected file of july.csv' }).click();
    await page.getByText('Choose the corrected file of july.csv').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Remove july.csv' }).click();
    await page.getByText('july.csv removed: 1 row of AIClients, and its record in AIImports.').waitFor();
    expect(await bills.locator('h3').allInnerTexts()).toEqual(['may.csv']);
    expect(await calls(page)).toEqual([expect.stringMatching(/^select AIClients \d+$/), 'remove july.csv']);
  });
});
