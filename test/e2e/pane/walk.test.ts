import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);

/** What a screen reader would say of the element with the focus: its role and name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const name =
      element?.getAttribute('aria-label') ??
      element?.querySelector('.client-name')?.textContent ??
      element?.textContent;
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase()} ${name ?? ''}`.trim();
  });
}

async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
  return focused(page);
}

describe('with the keyboard alone', () => {
  it('a newcomer loads the data, finds a client, inserts a formula and recalculates', async () => {
    const page = await pane.site().open('?workbook=new');
    await page.getByRole('button', { name: 'Load reference data' }).waitFor();

    expect(await press(page, 'Tab')).toBe('button Load reference data');
    await press(page, 'Enter');
    await page.getByText('Reference data loaded: 304 rows added.').waitFor();
    await page.getByRole('tab', { name: 'Clients' }).waitFor();
    expect(await focused(page)).toBe('tab Clients');

    expect(await press(page, 'Tab', 'Tab')).toBe('input Search clients');
    await page.keyboard.type('BYTE');
    await page.getByText('1 of 3 clients').waitFor();
    expect(await press(page, 'Tab', 'Tab', 'Tab')).toBe('button ByteDance');
    await press(page, 'Enter');
    await page.getByRole('button', { name: /^Insert =AISPEND/ }).waitFor();
    expect(await press(page, 'Tab')).toBe('button Insert =AISPEND("ByteDance")');
    await press(page, 'Enter');
    await page.getByRole('status').getByText('=AISPEND("ByteDance") is in Sheet1!B2.').waitFor();
    expect(await focused(page)).toBe('button Insert =AISPEND("ByteDance")');
    await press(page, 'Tab', 'Enter');
    await page.getByText('=REVSHARE("ByteDance") is in Sheet1!B2.').waitFor();
    await press(page, 'Tab', 'Enter');
    await page.getByText('=AIROI("ByteDance") is in Sheet1!B2.').waitFor();

    await page.getByRole('tab', { name: 'Clients' }).focus();
    expect(await press(page, 'End')).toBe('tab Data');
    expect(await press(page, 'Tab', 'Tab')).toBe('button Go to AIClients');
    await press(page, 'Enter');
    expect(await press(page, 'Tab', 'Tab', 'Tab')).toBe('button Import a bill…');
    expect(await press(page, 'Tab')).toBe('button Connect a ledger…');
    expect(await press(page, 'Tab')).toBe('button New budget…');
    expect(await press(page, 'Tab')).toBe('button Recalculate');
    await press(page, 'Enter');
    await page.getByText('10,000 cells up to date.').waitFor();
    expect(await focused(page)).toBe('button Recalculate');

    expect(await calls(page)).toEqual([
      'load',
      'insert =AISPEND("ByteDance")',
      'insert =REVSHARE("ByteDance")',
      'insert =AIROI("ByteDance")',
      'select AIClients null',
      'recalculate',
    ]);
  });

  it('the arrows go round the tabs, Home and End to the ends, and only the selected tab is a stop', async () => {
    const page = await pane.site().open();
    await page.getByRole('tab', { name: 'Clients' }).focus();
    expect(await press(page, 'ArrowRight')).toBe('tab Plan');
    expect(await press(page, 'ArrowRight')).toBe('tab Report');
    expect(await press(page, 'ArrowRight')).toBe('tab Explain');
    expect(await press(page, 'ArrowRight')).toBe('tab Build');
    expect(await press(page, 'ArrowRight')).toBe('tab Data');
    expect(await page.getByRole('tabpanel', { name: 'Data' }).isVisible()).toBe(true);
    expect(await page.getByRole('tabpanel', { name: 'Clients' }).isVisible()).toBe(false);
    expect(await press(page, 'ArrowRight')).toBe('tab Clients');
    expect(await press(page, 'ArrowLeft')).toBe('tab Data');
    expect(await press(page, 'Home')).toBe('tab Clients');
    expect(await press(page, 'End')).toBe('tab Data');
    expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1);
  });

  it('the tabs stand in one line at 320 pixels, left of the host’s menu', async () => {
    const page = await pane.site().open();
    await page.setViewportSize({ width: 320, height: 600 });
    for (const tab of await page.getByRole('tab').all()) {
      const { x, width, height } = (await tab.boundingBox())!;
      expect([await tab.textContent(), height, x + width <= 320 - 34]).toEqual([await tab.textContent(), 44, true]);
    }
  });

  it('each stop of the keyboard shows where it is', async () => {
    const page = await pane.site().open('?workbook=busy');
    await page.getByRole('button', { name: /^ByteDance/ }).click();
    await page.getByRole('tab', { name: 'Clients' }).focus();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      expect([await focused(page), outline]).toEqual([await focused(page), 'solid']);
    }
  });

  it('sections open and a month is picked', async () => {
    const page = await pane.site().open();
    await page.getByRole('tab', { name: 'Clients' }).focus();
    await press(page, 'End');
    await page.locator('summary', { hasText: 'Exchange rates' }).focus();
    await press(page, 'Enter');
    expect(await press(page, 'Tab')).toMatch(/^select/);
    expect(await page.getByRole('row', { name: 'USD' }).textContent()).toBe('USD1.063014');
    await page.keyboard.type('2024-09');
    await page.getByRole('table', { name: 'Rates of 2024-09' }).waitFor();
  });
});

describe('the search', () => {
  it('says when nothing is found, and shows all again', async () => {
    const page = await pane.site().open();
    await page.getByLabel('Search clients').fill('nobody');
    await page.getByText('No client or vendor contains “nobody”.').waitFor();
    expect(await page.getByText('0 of 3 clients').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show all clients' }).click();
    expect(await page.getByRole('listitem').count()).toBe(3);
  });

  it('keeps its text while the user looks at another tab', async () => {
    const page = await pane.site().open();
    await page.getByLabel('Search clients').fill('meta');
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('tab', { name: 'Clients' }).click();
    expect(await page.getByLabel('Search clients').inputValue()).toBe('meta');
  });
});

describe('a client', () => {
  it('is shown with vendor, month, share and basis, and with source and note when it is chosen', async () => {
    const page = await pane.site().open();
    const line = page.getByRole('button', { name: /^ByteDance/ });
    expect(await line.innerText()).toMatch(
      /20,000,000\.00 EUR\s+Microsoft\s+reported\s+2024-11 · 15\.0% of Microsoft’s AI revenue/,
    );
    expect(await line.getAttribute('aria-expanded')).toBe('false');
    await line.click();
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    await page.getByText('Tech Giants Pay Millions').waitFor();
    await page.getByText('the text is used').waitFor();
  });

  it('whose amount is not disclosed says so', async () => {
    const page = await pane.site().open();
    expect(await page.getByRole('button', { name: /^Adobe/ }).innerText()).toContain('not disclosed');
  });

  it('with a problem shows its message', async () => {
    const page = await pane.site().open('?workbook=busy');
    expect(await page.getByRole('button', { name: /^Fabrikam/ }).innerText()).toContain(
      'Spend is "abc", not a number.',
    );
  });

  it('with quotes in its name gets a formula with doubled quotes, and a name that is markup stays text', async () => {
    const page = await pane.site().open('?workbook=busy');
    await page.getByRole('button', { name: /^Contoso/ }).click();
    await page.getByRole('button', { name: /^Insert =AISPEND/ }).click();
    expect(await calls(page)).toEqual([
      'insert =AISPEND("Contoso ""Nordic"" Aktiengesellschaft für Datenverarbeitung")',
    ]);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  });
});

describe('two thousand clients', () => {
  it('are searched as one types, and shown piece by piece', async () => {
    const page = await pane.site().open('?workbook=large');
    await page.getByText('2,000 clients').waitFor();
    expect(await page.locator('.client').count()).toBe(100);
    await page.locator('input').first().pressSequentially('1777');
    await page.locator('.client').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.client').count()).toBe(1);
    expect(await page.locator('.client').innerText()).toContain('1777');
  });

  it('go on at the first new client for the keyboard', async () => {
    const page = await pane.site().open('?workbook=large');
    await page.getByRole('button', { name: 'Show 100 more clients' }).press('Enter');
    expect(await focused(page)).toBe('button Client 1900');
    expect(await page.locator('.client').count()).toBe(200);
  });
});
