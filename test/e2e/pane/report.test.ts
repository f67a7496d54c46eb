import type { Page } from 'playwright-core';
import type { WorkbookFile } from '../../golden/workbook-file';
import { HARNESS, servedPane } from './pane-site';
import { PLAN_BOOK } from './plan-book';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);

/** Clients who pay in one currency, so that no rates are needed. */
const BOOK: WorkbookFile = {
  ...PLAN_BOOK,
  AIClients: [
    ['Client', 'Vendor', 'Month', 'Spend', 'Currency'],
    ...[1000, 1220, 1390, 1600].flatMap((spend, at) => [
      ['Acme', 'OpenAI', `2024-0${at + 1}`, spend, 'EUR'],
      ['Contoso', 'Google', `2024-0${at + 1}`, spend / 2, 'EUR'],
    ]),
  ],
};

async function openReport(): Promise<Page> {
  const page = await pane.site().open();
  await page.evaluate((file) => {
    globalThis.memory.book = globalThis.bookWith(file);
  }, BOOK);
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByRole('img', { name: /^Ranking:/ }).waitFor();
  return page;
}

it('with the keyboard alone a report is chosen, its sections ticked, and it is made, then renewed', async () => {
  const page = await openReport();
  await page.getByRole('tab', { name: 'Report' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  // A list of choices: the next one.
  await page.keyboard.press('ArrowDown');
  const client = page.getByRole('combobox', { name: 'Client' });
  await client.fill('Acme');
  await page.getByRole('img', { name: /^Spend by month, from / }).waitFor();
  const sources = page.getByRole('checkbox', { name: 'Sources' });
  await sources.press('Space');
  const make = page.getByRole('button', { name: 'Make the report' });
  await make.press('Enter');
  await page.getByText('The report is on AI Report.').waitFor();
  await page.getByRole('button', { name: 'Renew the report' }).press('Enter');
  await page.getByText('The report on AI Report is renewed.').waitFor();
  const [first, second] = await calls(page);
  expect(first).toMatch(/^report Acme {2}service: headline months ranking/);
  expect(first).not.toMatch(/sources/);
  expect(second).toBe(first);
});

it('says of each section what it lacks, and of a period that cannot be read what can be written', async () => {
  const page = await openReport();
  await page.getByText('All amounts are in EUR: nothing is converted.').waitFor();
  await page.getByRole('textbox', { name: 'Period' }).fill('sometime');
  await page.getByText(/"sometime"/).waitFor();
  await page.getByRole('button', { name: 'Make the report' }).click({ force: true });
  expect(await calls(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Period' }).fill('');
  await page.getByRole('img', { name: /^Ranking:/ }).waitFor();
  await page.getByText('New from template').click();
  await page.getByRole('button', { name: 'AI business case' }).click();
  await page.getByText('Added: business-case').waitFor();
  expect(await calls(page)).toEqual(['template business-case']);
});
