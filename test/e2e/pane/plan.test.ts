import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';
import { PLAN_BOOK } from './plan-book';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);

async function openPlan(book = PLAN_BOOK): Promise<Page> {
  const page = await pane.site().open();
  await page.evaluate((file) => {
    globalThis.memory.book = globalThis.bookWith(file);
  }, book);
  await page.getByRole('tab', { name: 'Plan' }).click();
  return page;
}

it('with the keyboard alone a plan is opened, read as a chart and as a table, and its figure inserted', async () => {
  const page = await openPlan();
  const row = page.getByRole('button', { name: /^Acme/ });
  await row.getByText('runs out').waitFor();
  expect(await row.innerText()).toMatch(/Used: 50\.1% of 18,000\.00 EUR/);
  await row.press('Enter');
  const chart = page.getByRole('img', {
    name: /^Acme: used 50\.1% of 18,000\.00 EUR.*The budget runs out 2024-\d\d\./,
  });
  await chart.waitFor();
  expect(await chart.locator('.plan-actual').count()).toBe(6);
  expect(await chart.locator('.plan-band').count()).toBe(6);
  expect(await chart.locator('.plan-budget').count()).toBe(12);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('row', { name: /^2024-06/ }).innerText()).toMatch(/1,980\.00\s+1,500\.00/);
  // The table is a stop, for it may scroll.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('=AIBUDGET("Acme") is in Sheet1!B2.').waitFor();
  await page.getByRole('button', { name: 'Insert =AIFORECAST("Acme",6)' }).click();
  await page.getByText('=AIFORECAST("Acme",6) is in Sheet1!B2.').waitFor();
  expect(await calls(page)).toEqual(['insert =AIBUDGET("Acme")', 'insert =AIFORECAST("Acme",6)']);
});

it('where something is missing it says what, and leads to the form of a new budget for that client', async () => {
  const page = await openPlan();
  const row = page.getByRole('button', { name: /^Contoso/ });
  await row.getByText('no budget').waitFor();
  await row.click();
  await page.getByText('AIBudgets has no budget of Contoso').waitFor();
  await page.getByRole('button', { name: 'New budget…' }).click();
  const client = page.getByRole('region', { name: 'New budget' }).getByRole('combobox', { name: 'Client' });
  await client.waitFor();
  expect(await client.inputValue()).toBe('Contoso');
  expect(await client.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('button', { name: /^Fabrikam/ }).click();
  await page
    .getByText(/a forecast needs 3 complete months in a row/)
    .first()
    .waitFor();
  expect(await page.getByRole('list', { name: 'Clients without a plan' }).innerText()).toMatch(
    /^Tailspin\s+Tailspin has 2024-01, 2024-02/,
  );
});

it('all clients have a plan together, and the budgets of another year theirs', async () => {
  const page = await openPlan();
  const plans = page.getByRole('list', { name: 'Plans' });
  await plans.getByRole('button', { name: /^All clients/ }).waitFor();
  await page.getByRole('combobox', { name: 'Budgets of' }).selectOption('2025');
  const row = plans.getByRole('button', { name: /^Acme/ });
  await row.getByText(/^runs out 2025-/).waitFor();
  expect(await plans.getByRole('listitem').count()).toBe(1);
  await row.click();
  await page.getByRole('button', { name: 'Insert =AIBUDGET("Acme",2025,"runout")' }).click();
  await page.getByText('=AIBUDGET("Acme",2025,"runout") is in Sheet1!B2.').waitFor();
});

it('without any budget or forecast it names the table and the months that are missing, with the ways there', async () => {
  const page = await pane.site().open();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page
    .getByText('This workbook has no table AIBudgets, and no client has three complete months in a row')
    .waitFor();
  await page.getByRole('button', { name: 'New budget…' }).click();
  await page.getByRole('region', { name: 'New budget' }).waitFor();
});

it('a change of the tables is followed, and a failure says so', async () => {
  const page = await openPlan();
  await page.getByRole('button', { name: /^Acme/ }).getByText('runs out').waitFor();
  await page.evaluate((file) => {
    globalThis.memory.book = globalThis.bookWith({ AIClients: file.AIClients! });
    globalThis.memory.change({});
  }, PLAN_BOOK);
  await page.getByRole('button', { name: /^Acme/ }).getByText('no budget').waitFor();
  await page.evaluate(() => {
    globalThis.memory.fail('plans', 'The plan could not be worked out.', 'Excel did not answer.', 'Try again.');
    globalThis.memory.change({});
  });
  await page.getByText('The plan could not be worked out.').waitFor();
});
