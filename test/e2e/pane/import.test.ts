import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { chooseFile, dragFiles, fileField, loadButton, openBill, openImport } from './import-views';
import type { MemoryImports } from './memory-imports';
import { HARNESS, servedPane } from './pane-site';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.bills.calls);
/** A session is closed a moment after its view is left. */
const noSessionOpen = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => globalThis.memory.bills.openSessions === 0);
const openSessions = (page: Page): Promise<number> => page.evaluate(() => globalThis.memory.bills.openSessions);
const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const select = (page: Page, role: string) => page.getByLabel(role, { exact: true });

/** Calls a method of the files behind the pane. */
async function tell<Name extends 'hold' | 'release' | 'tell' | 'fail' | 'recover'>(
  page: Page,
  name: Name,
  ...args: Parameters<MemoryImports[Name]>
): Promise<void> {
  await page.evaluate(
    ([method, values]) => (globalThis.memory.bills[method] as (...given: unknown[]) => void)(...values),
    [name, args as unknown[]] as const,
  );
}

/** The name of the element with the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent ?? '';
    return (element?.getAttribute('aria-label') ?? (label || element?.textContent || element?.type) ?? '').trim();
  });
}

/** Opens the page and the import on a file. */
async function importing(name?: string, query = ''): Promise<Page> {
  const page = await pane.site().open(query);
  await (name === undefined ? openImport(page) : openBill(page, name));
  return page;
}

/** Goes on with the Tab key until the element of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) {
      return;
    }
  }
  throw new Error(`The Tab key does not lead to "${name}"; it is at "${await focused(page)}"`);
}

describe('a bill', () => {
  it('goes with the keyboard alone from the file to the formula and back to the tab', async () => {
    const page = await pane.site().open();
    // Asked for early: the browser has to be told before it opens a window for files.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('tab', { name: 'Data' }).click();
    await tabTo(page, 'Import a bill…');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Import');
    await fileField(page).waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'focus.csv', mimeType: 'text/csv', buffer: Buffer.from('x') });
    await shows(page, 'FOCUS 1.0 · 1,000 rows · USD · 2024-09 to 2024-10 · 3 vendors');
    expect(await fileField(page).evaluate((field) => field === document.activeElement)).toBe(true);

    await tabTo(page, 'Amount');
    await page.keyboard.type('Eff');
    await shows(page, 'What the use cost, with prepaid commitments spread over it.');
    await shows(page, '1,014.97651418586');
    await page.keyboard.type('Billed');
    await tabTo(page, 'Only AI services');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Load 3 rows' }).waitFor();
    expect(await focused(page)).toBe('Only AI services');
    await tabTo(page, 'Load 3 rows');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('412 rows added as focus.csv.').waitFor();
    expect(await focused(page)).toBe('Import');
    await tabTo(page, 'Insert =AISPEND("Contoso")');
    await page.keyboard.press('Enter');
    await shows(page, '=AISPEND("Contoso") is in Sheet1!B2.');
    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Import a bill…');
    await noSessionOpen(page);
  });

  it('shows its totals to the last digit, and what a filter leaves out', async () => {
    const page = await importing('focus.csv');
    await page.getByLabel('Only AI services').check();
    await page.getByRole('button', { name: 'Load 3 rows' }).waitFor();
    const table = page.getByRole('table', { name: 'Total in USD' });
    expect((await table.innerText()).split(/\s*\n\s*|\t/).filter(Boolean)).toEqual([
      'Total in USD',
      'Rows',
      'USD',
      'Total of the file',
      '1,000',
      '1,129.4460788868222557592391990001',
      'Left out: not AI',
      '750',
      '110.0000000072922557592391990001',
      'Kept',
      '250',
      '1,019.44607887953',
    ]);
    await shows(page, /750 rows left out as not AI: 110\.0000000072922557592391990001 USD/);
  });

  it('lists the first lines by month and client, and more on demand, where the focus goes on', async () => {
    const page = await importing('focus.csv');
    const list = page.getByRole('list', { name: 'By month and client' });
    expect(await list.getByRole('listitem').count()).toBe(5);
    await page.getByRole('button', { name: 'Show 3 more lines' }).press('Enter');
    expect(await list.getByRole('listitem').count()).toBe(8);
    expect(
      await list
        .getByRole('listitem')
        .nth(5)
        .evaluate((item) => item === document.activeElement),
    ).toBe(true);
  });

  it('has nothing in it that becomes HTML', async () => {
    const page = await importing('troubled.csv');
    await shows(page, '<b>12</b>');
    await shows(page, '<img src=x onerror=alert(1)>');
    expect(await page.locator('.panel.import img').count()).toBe(0);
  });

  it('is summed again when something changes, and only the latest counts', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'hold', 'preview');
    await select(page, 'Amount').selectOption('EffectiveCost');
    await page.getByRole('progressbar', { name: 'Working out the change…' }).waitFor();
    await page.getByRole('button', { name: 'Load rows' }).click({ force: true });
    await select(page, 'Amount').selectOption('BilledCost');
    await page.waitForFunction(
      () => globalThis.memory.bills.calls.filter((call) => call.startsWith('preview')).length === 3,
    );
    await tell(page, 'release', 'preview');
    await loadButton(page).waitFor();
    expect(await page.getByRole('table').innerText()).toContain('1,129.4460788868222557592391990001');
    expect((await calls(page)).some((call) => call.startsWith('load'))).toBe(false);
  });

  it('that was loaded before says so and needs no answer', async () => {
    const page = await importing('again.csv');
    await shows(page, 'Loaded on 2024-11-18 14:05 as again.csv; its 412 rows will be replaced.');
    await loadButton(page).click();
    await shows(page, '412 rows added as again.csv.');
    expect((await calls(page)).at(-1)).toBe('load {"merges":[],"replace":[],"withoutProblemRows":false}');
  });

  it('of which nothing is left cannot be loaded, and says why', async () => {
    const page = await importing('nothing.csv');
    await shows(page, 'No row is left to load');
    await loadButton(page).click({ force: true });
    expect(await calls(page)).toEqual(['open nothing.csv', 'preview 0']);
  });

  it('in a read-only workbook can be looked at, but not loaded', async () => {
    const page = await importing('focus.csv');
    await page.evaluate(() => globalThis.memory.change({ readOnly: true }));
    await shows(page, 'This workbook is read-only.');
    await shows(page, 'The workbook is read-only: save a copy that you can edit.');
    await loadButton(page).click({ force: true });
    expect(await calls(page)).toEqual(['open focus.csv', 'preview 0']);
  });
});

describe('what only the user can decide', () => {
  it('stands in the way of the load until it is decided; nothing is ticked beforehand', async () => {
    const page = await importing('troubled.csv');
    const reasons = page.getByRole('list', { name: 'Before loading' }).getByRole('listitem');
    expect(await reasons.count()).toBe(3);
    expect(await page.locator('.panel.import :is([type=radio], .question [type=checkbox]):checked').count()).toBe(0);
    await loadButton(page).click({ force: true });

    const dayFirst = page.getByLabel('Day first, as in Europe');
    await shows(page, 'it has dates such as “05/01/2025”');
    await dayFirst.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => globalThis.memory.bills.calls.length === 3);
    expect(await dayFirst.evaluate((radio) => radio === document.activeElement)).toBe(true);
    await page.getByLabel(/^ByteDance Ltd\. is ByteDance/).check();
    await page.getByLabel('Replace the 412 rows of september.csv').check();
    await page.getByLabel('Load without the 8 rows that cannot be read').check();
    await loadButton(page).click();
    await shows(page, '412 rows added as troubled.csv, 400 rows of an earlier load removed.');
    expect((await calls(page)).slice(2)).toEqual([
      'preview 0',
      'load {"merges":[{"name":"ByteDance Ltd.","client":"ByteDance","reason":"The same but for the legal form."}],"replace":["september.csv"],"withoutProblemRows":true}',
    ]);
  });

  it('is which columns a table without a known format has', async () => {
    const page = await importing();
    await chooseFile(page, 'unknown.csv');
    await shows(page, 'To see the figures, choose the client, the currency above.');
    await shows(page, 'Not possible here: this table has no column to tell AI services by.');
    await page.getByLabel('Only AI services').click({ force: true });
    expect(await page.getByLabel('Only AI services').isChecked()).toBe(false);
    await select(page, 'Client').selectOption({ label: 'A tag…' });
    await select(page, 'Client tag column').selectOption('Tags');
    await select(page, 'Client tag').fill('team');
    await select(page, 'Currency').selectOption({ label: 'A fixed text…' });
    await select(page, 'Currency text').fill('USD');
    await loadButton(page).waitFor();
  });

  it('is filters, which come and go with the focus', async () => {
    const page = await importing('focus.csv');
    await page.getByRole('button', { name: 'Add a filter' }).press('Enter');
    expect(await focused(page)).toBe('Filter 1: column');
    await page.getByLabel('Filter 1: contains').fill('open');
    await page.getByRole('button', { name: 'Remove filter 1' }).press('Enter');
    expect(await focused(page)).toBe('Add a filter');
  });
});

describe('how a file is read', () => {
  it('can be changed, and the focus stays on the choice', async () => {
    const page = await importing('focus.csv');
    await page.locator('summary', { hasText: /^Text/ }).click();
    await select(page, 'Delimiter').focus();
    await select(page, 'Delimiter').selectOption('semicolon');
    await shows(page, 'Unicode (UTF-8), semicolon');
    expect(await focused(page)).toContain('Delimiter');
    await loadButton(page).waitFor();
    expect(await calls(page)).toEqual(['open focus.csv', 'preview 0', 'reread utf-8 ;', 'preview 0']);
    await tell(
      page,
      'fail',
      'reread',
      'The text was not read again.',
      'It is no Shift-JIS.',
      'Choose another encoding.',
    );
    await select(page, 'Encoding').selectOption('shift_jis');
    await shows(page, 'It is no Shift-JIS.');
    await loadButton(page).waitFor();
  });

  it('is as it was remembered, sheet by sheet, and the recognition is one step away', async () => {
    const page = await importing('remembered.xlsx');
    await select(page, 'Sheet').selectOption('Costs');
    await shows(page, 'As remembered from an earlier file with these columns.');
    expect(await select(page, 'Client tag').inputValue()).toBe('team');
    expect(await page.getByLabel('Only AI services').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Use what was recognised' }).click();
    expect(await select(page, 'Client').locator('option:checked').innerText()).toBe(
      'SubAccountName, else SubAccountId',
    );
  });

  it('shows how far it is, how fast, and leaves everything as it was when it is cancelled', async () => {
    const page = await importing();
    await tell(page, 'hold', 'open');
    await chooseFile(page, 'focus.csv');
    await page.getByRole('progressbar', { name: 'Reading focus.csv…' }).waitFor();
    await tell(page, 'tell', 'open', { bytesDone: 74e6, bytesTotal: 298e6, rows: 250_000 });
    await shows(page, /74 of 298 MB · [\d,]+ rows\/s · \d+ s left/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await shows(page, 'Reading focus.csv was cancelled. The workbook is as it was.');
    expect(await focused(page)).toBe('Import');
    await noSessionOpen(page);
  });

  it('can be cancelled in the preview, and taken up again', async () => {
    const page = await importing();
    await tell(page, 'hold', 'preview');
    await chooseFile(page, 'focus.csv');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await shows(page, 'The reading was cancelled.');
    await tell(page, 'release', 'preview');
    await page.getByRole('button', { name: 'Read the file again' }).click();
    await loadButton(page).waitFor();
  });
});

describe('a failure', () => {
  it('to read a file says what, why and what next, and another can be chosen', async () => {
    const page = await importing();
    await chooseFile(page, 'locked.csv');
    await page
      .getByRole('alert')
      .getByText('locked.csv cannot be read. It is encrypted. Save it without a password, then try again.')
      .waitFor();
    await chooseFile(page, 'focus.csv');
    await loadButton(page).waitFor();
    expect(await page.getByText('It is encrypted.').count()).toBe(0);
  });

  it('of the preview can be tried again', async () => {
    const page = await importing();
    await tell(page, 'fail', 'preview', 'The file was not read to its end.', 'Line 7 is damaged.', '');
    await chooseFile(page, 'focus.csv');
    await shows(page, 'Line 7 is damaged.');
    await tell(page, 'recover', 'preview');
    await page.getByRole('button', { name: 'Try again' }).click();
    await loadButton(page).waitFor();
  });

  it('of the load leaves the bill as it was, ready for another try', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'fail', 'load', 'Nothing was loaded.', 'The sheet is protected.', 'Unprotect it.');
    await loadButton(page).click();
    await shows(page, 'The sheet is protected.');
    await tell(page, 'recover', 'load');
    await loadButton(page).click();
    await shows(page, '412 rows added as focus.csv.');
  });

  it('to fetch the import’s own code is told, with a way to try again', async () => {
    await importing();
    const chunk = [...new Set(pane.site().requests)].find((name) => /import-view.*\.js$/.test(name))!;
    pane.site().broken.add(chunk);
    const page = await pane.site().open();
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Import a bill…' }).click();
    await page.getByRole('alert').getByText('The import could not be opened.').waitFor();
    expect(pane.site().complaints.splice(0)).not.toEqual([]);
    pane.site().broken.clear();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

  it('to begin can be tried again', async () => {
    const page = await pane.site().open();
    await page.evaluate(() =>
      globalThis.memory.fail('imports', 'The import could not be opened.', 'Its script is not there.', ''),
    );
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Import a bill…' }).click();
    await page.getByRole('alert').getByText('Its script is not there.').waitFor();
    await page.evaluate(() => globalThis.memory.recover('imports'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await fileField(page).waitFor();
  });
});

describe('a load', () => {
  it('can be cancelled and leaves the workbook as it was', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'hold', 'load');
    await loadButton(page).click();
    await page.getByRole('progressbar', { name: 'Loading 9 rows…' }).waitFor();
    await tell(page, 'tell', 'load', { kind: 'waiting-for-cell-edit' });
    await shows(page, 'Finish editing the cell, then this goes on by itself.');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await shows(page, 'Loading was cancelled. The workbook is as it was.');
    await loadButton(page).waitFor();
  });

  it('goes on when the user goes back, and the bar at the foot tells what came of it', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'hold', 'load');
    await loadButton(page).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await openSessions(page)).toBe(1);
    await tell(page, 'release', 'load');
    await shows(page, '412 rows added as focus.csv.');
    await noSessionOpen(page);
  });

  it('that ends in the moment in which the user goes back is told there all the same', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'hold', 'load');
    await loadButton(page).click();
    await page.getByRole('progressbar').waitFor();
    // In one step of the page: no frame is drawn in between.
    await page.getByRole('button', { name: 'Back' }).evaluate((back: HTMLElement) => {
      back.click();
      globalThis.memory.bills.release('load');
    });
    await shows(page, '412 rows added as focus.csv.');
    await noSessionOpen(page);
  });

  it('that ends in the moment in which another file is dropped is told as well', async () => {
    const page = await importing('focus.csv');
    await tell(page, 'hold', 'load');
    await loadButton(page).click();
    await page.getByRole('progressbar').waitFor();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'again.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      globalThis.memory.bills.release('load');
    });
    await shows(page, '412 rows added as focus.csv.');
    await shows(page, 'Loaded on 2024-11-18 14:05 as again.csv; its 412 rows will be replaced.');
  });

  it('of the central bank’s rates tells what changes, and which months are not loaded', async () => {
    const page = await importing('eurofxref-hist.csv');
    await shows(page, 'European Central Bank rates · 2022-11 to 2024-11 · 5 currencies');
    await shows(page, '25 rates new, 100 rates replaced, 2 rates of your own kept.');
    await shows(page, 'The month is not over');
    await page.getByRole('button', { name: 'Load 125 rates' }).click();
    await shows(page, '125 rates added, 2 other rates kept.');
    await page.getByRole('button', { name: 'Import another' }).click();
    await shows(page, 'Drop a bill anywhere on the pane, or');
    await noSessionOpen(page);
  });
});

describe('the report', () => {
  it('is a file', async () => {
    const page = await importing('focus.csv');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the report' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('focus.csv import report.txt');
    expect(await text(await download.createReadStream())).toBe('Report on focus.csv');
  });

  it('is a text to copy by hand where the clipboard is out of reach', async () => {
    const page = await importing('focus.csv');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy the report' }).click();
    await page.getByLabel('The clipboard cannot be reached').waitFor();
    expect(await page.locator('textarea.copy-field').inputValue()).toBe('Report on focus.csv');
  });
});

describe('a dropped file', () => {
  it('opens the import from any view, with a sign of where it may be dropped', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    await dragFiles(page, 'dragover', 'focus.csv');
    await shows(page, 'Drop the file to import it');
    await dragFiles(page, 'drop', 'focus.csv', 'other.csv');
    await loadButton(page).waitFor();
    expect(await page.getByText('Drop the file to import it').count()).toBe(0);
    expect(await page.evaluate(() => globalThis.memory.bills.calls)).toContain('open focus.csv and other.csv');
    await dragFiles(page, 'drop', 'again.csv');
    await shows(page, 'This file has been loaded before.');
    expect(await openSessions(page)).toBe(1);
  });

  it('is not taken for text that is dragged', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'ByteDance');
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true }));
    });
    expect(await page.getByText('Drop the file to import it').count()).toBe(0);
  });
});

describe('the way in and back', () => {
  it('keeps what was typed in the tabs, and returns the focus', async () => {
    const page = await pane.site().open();
    await page.getByLabel('Search clients').fill('byte');
    await openBill(page, 'focus.csv');
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    expect(await focused(page)).toBe('Import a bill…');
    await noSessionOpen(page);
    await page.getByRole('tab', { name: 'Clients' }).click();
    expect(await page.getByLabel('Search clients').inputValue()).toBe('byte');
  });

  it('is there in a workbook without our tables', async () => {
    const page = await importing('focus.csv', '?workbook=new');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await focused(page)).toBe('Import a bill…');
  });

  it('takes a table of the workbook too', async () => {
    const page = await importing();
    await page.locator('summary', { hasText: 'Use a table of this workbook' }).click();
    await page.getByRole('button', { name: 'Use Costs 2024' }).press('Enter');
    await loadButton(page).waitFor();
    expect(await focused(page)).toBe('Import');
    expect((await calls(page))[0]).toBe('open table Costs 2024');
    expect(await page.locator('summary', { hasText: /^Text/ }).count()).toBe(0);
  });
});
