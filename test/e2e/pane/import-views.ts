import type { Page } from 'playwright-core';

/** Opens the import from the Data tab, or from the first view where there are no tabs. */
export async function openImport(page: Page): Promise<void> {
  const data = page.getByRole('tab', { name: 'Data' });
  const button = page.getByRole('button', { name: 'Import a bill…' });
  await data.or(button).first().waitFor();
  if (await data.isVisible()) {
    await data.click();
  }
  await button.click();
  await fileField(page).waitFor();
}

export function fileField(page: Page) {
  return page.getByLabel('File', { exact: true });
}

/** Chooses a file that the workbook in memory knows by its name. */
export async function chooseFile(page: Page, name: string): Promise<void> {
  await fileField(page).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('x') });
}

export function loadButton(page: Page) {
  return page.getByRole('button', { name: /^Load [\d,]+ / });
}

/** Opens the import on a file, as far as its preview. */
export async function openBill(page: Page, name: string): Promise<void> {
  await openImport(page);
  await chooseFile(page, name);
  await loadButton(page).waitFor();
}

/** Holds files over the pane, or drops them there. */
export async function dragFiles(page: Page, type: 'dragover' | 'drop', ...names: string[]): Promise<void> {
  await page.evaluate(
    ([event, files]) => {
      const dataTransfer = new DataTransfer();
      for (const name of files) {
        dataTransfer.items.add(new File(['x'], name));
      }
      document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [type, names] as const,
  );
}

/** Opens the form of a ledger, if these may be asked. */
async function openLedger(page: Page, admitted: string[]): Promise<void> {
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.evaluate((origins) => {
    globalThis.memory.engines.admitted = origins;
  }, admitted);
  await page.getByRole('button', { name: 'Connect a ledger…' }).click();
}

const open = (page: Page, title: string): Promise<void> =>
  page.locator('summary', { hasText: new RegExp(`^${title}`) }).click();

/** Each state of the import that has something of its own to show. */
export const IMPORT_VIEWS: Record<string, { query: string; act(page: Page): Promise<void> }> = {
  'import, nothing chosen': {
    query: '',
    act: async (page) => {
      await openImport(page);
      await open(page, 'Use a table of this workbook');
      await page.getByRole('button', { name: 'Use Costs 2024' }).waitFor();
    },
  },
  'ledger, none that may be asked': {
    query: '',
    act: async (page) => {
      await openLedger(page, []);
      await page.getByText('may not talk to any ledger yet').waitFor();
    },
  },
  'ledger, connected': {
    query: '',
    act: async (page) => {
      await openLedger(page, ['https://clickhouse.example.com']);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Connected: 2 tables can be read.').waitFor();
    },
  },
  'ledger, a statement': {
    query: '',
    act: async (page) => {
      await openLedger(page, ['https://clickhouse.example.com']);
      await page.getByLabel('Table', { exact: true }).fill('billing.focus');
      await page.getByRole('button', { name: 'Read its columns' }).click();
      await page.getByText('Nothing has been asked of the ledger yet.').waitFor();
      await page.getByLabel('From', { exact: true }).fill('2024');
      await page.getByText('"2024" is not a month.').waitFor();
      await page.getByLabel('From', { exact: true }).fill('2024-01');
      await open(page, 'Statement');
      await page.getByRole('button', { name: 'Ask the ledger' }).click();
      await loadButton(page).waitFor();
    },
  },
  'import, a file over the pane': { query: '', act: (page) => dragFiles(page, 'dragover', 'focus.csv') },
  'import, a file that cannot be read': {
    query: '',
    act: async (page) => {
      await openImport(page);
      await chooseFile(page, 'locked.csv');
      await page.getByText('It is encrypted.').waitFor();
    },
  },
  'import, reading': {
    query: '',
    act: async (page) => {
      await openImport(page);
      await page.evaluate(() => globalThis.memory.bills.hold('open'));
      await chooseFile(page, 'focus.csv');
      await page.getByRole('progressbar').waitFor();
      await page.evaluate(() =>
        globalThis.memory.bills.tell('open', { bytesDone: 12e6, bytesTotal: 298e6, rows: 40_000 }),
      );
      await page.getByText('12 of 298 MB').waitFor();
    },
  },
  'import, a bill': { query: '', act: (page) => openBill(page, 'focus.csv') },
  'import, a bill with everything to ask': {
    query: '',
    act: async (page) => {
      await openBill(page, 'troubled.csv');
      await page.getByLabel('Only AI services').check();
      await open(page, 'Text');
      await open(page, 'Services');
      await page.getByRole('button', { name: 'Load 3 rows' }).waitFor();
    },
  },
  'import, a table without a known format': {
    query: '',
    act: async (page) => {
      await openImport(page);
      await chooseFile(page, 'unknown.csv');
      await page.getByLabel('Client', { exact: true }).selectOption({ label: 'A tag…' });
      await page.getByLabel('Currency', { exact: true }).selectOption({ label: 'A fixed text…' });
      await open(page, 'Numbers and dates');
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByText('To see the figures, choose').waitFor();
    },
  },
  'import, a remembered sheet': {
    query: '',
    act: async (page) => {
      await openBill(page, 'remembered.xlsx');
      await page.getByLabel('Sheet').selectOption('Costs');
      await page.getByRole('button', { name: 'Load 3 rows' }).waitFor();
    },
  },
  'import, a preview at work': {
    query: '',
    act: async (page) => {
      await openBill(page, 'focus.csv');
      await page.evaluate(() => globalThis.memory.bills.hold('preview'));
      await page.getByLabel('Amount', { exact: true }).selectOption('EffectiveCost');
      await page.getByRole('progressbar', { name: 'Working out the change…' }).waitFor();
    },
  },
  'import, rates': {
    query: '',
    act: (page) => openBill(page, 'eurofxref-hist.csv'),
  },
  'import, loading': {
    query: '',
    act: async (page) => {
      await openBill(page, 'focus.csv');
      await page.evaluate(() => globalThis.memory.bills.hold('load'));
      await loadButton(page).click();
      await page.getByRole('progressbar').waitFor();
      await page.evaluate(() => globalThis.memory.bills.tell('load', { kind: 'writing', done: 3, total: 9 }));
      await page.getByText('Writing row 3 of 9').waitFor();
    },
  },
  'import, done': {
    query: '',
    act: async (page) => {
      await openBill(page, 'focus.csv');
      await loadButton(page).click();
      await page.getByText('412 rows added as focus.csv.').waitFor();
    },
  },
};
