import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);
const view = (page: Page) => page.getByRole('tabpanel', { name: 'Build' });
const field = (page: Page, name: string) => view(page).getByLabel(name, { exact: true });
const suggestions = (page: Page) =>
  view(page).getByRole('listbox', { name: 'Suggestions for period' }).getByRole('option');
const result = (page: Page) => view(page).getByRole('status');
const formula = (page: Page): Promise<string> => view(page).locator('.built .formula').innerText();

async function building(functionName?: string, query = ''): Promise<Page> {
  const page = await pane.site().open(query);
  await page.getByRole('tab', { name: 'Build' }).click();
  const picker = view(page).getByLabel('Function');
  await picker.waitFor();
  if (functionName !== undefined) {
    await picker.selectOption(functionName);
  }
  return page;
}

describe('a formula', () => {
  it('is built with the keyboard alone: a client from the list, a currency, the result at once, and into the cell', async () => {
    const page = await building();
    await page.evaluate(() => globalThis.memory.goTo({ address: 'Sheet1!D4', formula: '' }));
    await view(page).getByLabel('Function').focus();
    for (let stop = 0; stop < 3; stop += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('byte');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(page, 'client (required)').inputValue()).toBe('ByteDance');
    await result(page).getByText('20,000,000.00 EUR').waitFor();
    await field(page, 'currency').focus();
    await page.keyboard.type('USD');
    await page.keyboard.press('Escape');
    await result(page).getByText('21,260,280.00 USD').waitFor();
    expect(await formula(page)).toBe('=AISPEND("ByteDance",,"USD")');
    await view(page).getByText('Goes into Sheet1!D4.').waitFor();
    await view(page).getByRole('button', { name: 'Insert' }).press('Enter');
    await page.getByText('=AISPEND("ByteDance",,"USD") is in Sheet1!D4.').waitFor();
    expect(await calls(page)).toEqual(['insert =AISPEND("ByteDance",,"USD")']);
  });

  it('that the active cell holds is taken into the fields, changed, and put in its place', async () => {
    const page = await building('AIROI');
    await page.evaluate(() => globalThis.memory.goTo({ address: 'Sheet1!D4', formula: '=AISPEND("ByteDance",2024)' }));
    await view(page).getByRole('button', { name: 'Edit this formula' }).press('Enter');
    expect(await field(page, 'client (required)').inputValue()).toBe('ByteDance');
    await field(page, 'period').fill('2024-11');
    await view(page).getByText('Takes the place of the formula in Sheet1!D4.').waitFor();
    await view(page).getByRole('button', { name: 'Change' }).click();
    await page.getByText('Sheet1!D4 is now =AISPEND("ByteDance","2024-11").').waitFor();
    expect(await calls(page)).toEqual([expect.stringContaining('=AISPEND("ByteDance","2024-11")')]);
  });

  it('is not offered before its required arguments are given', async () => {
    const page = await building();
    await result(page).getByText('To see the result, fill in client.').waitFor();
    await view(page).getByRole('button', { name: 'Insert' }).click({ force: true });
    expect(await calls(page)).toEqual([]);
  });

  it('says the message of the function where there is no figure', async () => {
    const page = await building();
    await field(page, 'client (required)').fill('Bytedanse');
    await result(page).getByText('#N/A No client "Bytedanse" in AIClients. Did you mean "ByteDance"?').waitFor();
  });

  it('has numbers and words as they are written, and a measure from the list', async () => {
    const page = await building('AIROI');
    await field(page, 'investment (required)').fill('20,000,000');
    await field(page, 'measure').selectOption('net');
    await field(page, 'rate').fill('8%');
    expect(await formula(page)).toBe('=AIROI(20000000,,"net",8%)');
  });

  it('that gives a table shows its first rows', async () => {
    const page = await building('AICLIENTS');
    await result(page).getByRole('cell', { name: 'ByteDance' }).waitFor();
    expect(await result(page).innerText()).toContain('4 x 4 cells');
    expect(await formula(page)).toBe('=AICLIENTS()');
  });

  it('has cells whose address is typed without an equals sign', async () => {
    const page = await building();
    await field(page, 'client (required)').focus();
    await page.keyboard.type('B2:B4');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.built .formula')?.textContent === '=AISPEND(B2:B4)');
  });

  it('takes the selected range, without the sheet that it is to stand on', async () => {
    const page = await building();
    await page.evaluate(() => {
      globalThis.memory.selected = "'My Sheet'!A1:A3";
    });
    await view(page).getByRole('button', { name: 'Use selection for client' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#argument-client')?.value === "='My Sheet'!A1:A3",
    );
    expect(await formula(page)).toBe("=AISPEND('My Sheet'!A1:A3)");
    await page.evaluate(() => globalThis.memory.goTo({ address: "'My Sheet'!C1", sheet: 'My Sheet' }));
    await view(page).getByText("Goes into 'My Sheet'!C1.").waitFor();
    expect(await formula(page)).toBe('=AISPEND(A1:A3)');
    await view(page).getByRole('button', { name: 'Insert' }).click();
    await page.getByText('is in').waitFor();
    expect(await calls(page)).toEqual(['insert =AISPEND(A1:A3)']);
  });

  it('is shown with the separator of the host, and written with commas', async () => {
    const page = await pane.site().open('?language=de');
    await page.getByRole('tab', { name: 'Build' }).click();
    await view(page).getByLabel('Function').selectOption('AIROI');
    await field(page, 'investment (required)').fill('1,5');
    await field(page, 'benefit').fill('2');
    await page.waitForFunction(() => document.querySelector('.built .formula')?.textContent === '=AIROI(1,5;2)');
    await view(page).getByRole('button', { name: 'Insert' }).click();
    await page.getByText('is in').waitFor();
    expect(await calls(page)).toEqual(['insert =AIROI(1.5,2)']);
  });
});

describe('the fields', () => {
  it('keep what was typed for the next function that has the same argument', async () => {
    const page = await building();
    await field(page, 'client (required)').fill('ByteDance');
    await view(page).getByLabel('Function').selectOption('AISOURCE');
    expect(await field(page, 'client (required)').inputValue()).toBe('ByteDance');
  });

  it('suggest what is on record, and a click takes it', async () => {
    const page = await building();
    await field(page, 'period').click();
    expect(await suggestions(page).allInnerTexts()).toEqual([
      'month',
      'runrate',
      'ttm',
      'ytd',
      '2024-11',
      '2024-Q4',
      '2024',
    ]);
    await view(page).getByRole('option', { name: '2024-Q4' }).click();
    expect(await field(page, 'period').inputValue()).toBe('2024-Q4');
    expect(await suggestions(page).count()).toBe(0);
  });

  it('leave the list by Escape, and take any text', async () => {
    const page = await building();
    const client = field(page, 'client (required)');
    await client.fill('e');
    await view(page).getByRole('option', { name: 'ByteDance' }).waitFor();
    await client.press('Escape');
    expect(await client.getAttribute('aria-expanded')).toBe('false');
    expect(await client.inputValue()).toBe('e');
  });
});

it('a list of functions that cannot be read says so, and can be tried again', async () => {
  const page = await pane.site().open();
  await page.evaluate(() =>
    globalThis.memory.fail('functions', 'The list of functions could not be read.', 'The server did not answer.', ''),
  );
  await page.getByRole('tab', { name: 'Build' }).click();
  await page.getByText('The server did not answer.').waitFor();
  await page.evaluate(() => globalThis.memory.recover('functions'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await view(page).getByLabel('Function').waitFor();
});

it('in a workbook that is read-only nothing can be inserted', async () => {
  const page = await building();
  await page.evaluate(() => globalThis.memory.change({ readOnly: true }));
  await field(page, 'client (required)').fill('ByteDance');
  await view(page).getByText('This workbook is read-only.').waitFor();
  await view(page).getByRole('button', { name: 'Insert' }).click({ force: true });
  expect(await calls(page)).toEqual([]);
});
