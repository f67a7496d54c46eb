import type { Page } from 'playwright-core';
import { LocalPage } from '../../scripts/local-page';
import { serverOrigin, openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

const ADDRESS = (): string => `${serverOrigin()}/local.html`;
let opened: OpenedWorkbook;
let sheet: string;

beforeEach(async () => {
  opened = await openWorkbook();
  sheet = await opened.local.addSheet();
});

afterEach(() => opened?.browser.close());

/** The page ends as when the browser is killed: it hears nothing of it, and what it has not handed over is gone. */
async function crash(page: Page): Promise<void> {
  const gone = new Promise((resolve) => page.once('crash', resolve));
  await Promise.all([gone, page.goto('chrome://crash').catch(() => undefined)]);
  await page.close();
}

async function again(): Promise<LocalPage> {
  return LocalPage.open(opened.browser.context, ADDRESS(), await opened.browser.context.newPage());
}

/** Enters a text, and waits for nothing but the entering. */
async function enterOnce({ page }: LocalPage, address: string, text: string): Promise<void> {
  await page.evaluate(([where, at, what]) => window.localWorkbook.enter(where, at, what), [
    sheet,
    address,
    text,
  ] as const);
}

async function textsIn(local: LocalPage, ...addresses: string[]): Promise<string[]> {
  return (await local.read(sheet, addresses)).map(({ text }) => text);
}

/** From now on the whole workbook is saved no more, however long the machine takes: what is there later, the journal had. */
async function saveWholeNoMore({ page }: LocalPage): Promise<void> {
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function putOther(this: IDBObjectStore, ...args) {
      if (this.name === 'workbooks') {
        throw new DOMException('There is no memory for a copy.', 'DataCloneError');
      }
      return put.apply(this, args);
    };
  });
}

test('of edits one after the other none is lost when the page crashes right after the last', async () => {
  const { local } = opened;
  await local.settle();
  for (let row = 1; row <= 12; row += 1) {
    if (row === 6) {
      await saveWholeNoMore(local);
    }
    await local.enter(sheet, [[`A${row}`, `${row}`]]);
  }
  await local.enter(sheet, [
    ['B1', '=SUM(A1:A12)'],
    ['A12', '100'],
  ]);
  await local.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
  await crash(local.page);
  const after = await again();
  await after.settle();
  expect(await textsIn(after, 'A1', 'A11', 'A12', 'B1')).toEqual(['1', '11', '100', '166']);
  // What was made again is saved, and is made once only.
  await after.page.reload();
  await after.page.waitForFunction(() => 'localWorkbook' in window);
  await after.settle();
  expect(await textsIn(after, 'A12', 'B1')).toEqual(['100', '166']);
});

test('rows and sheets that were inserted right before a crash are there once', async () => {
  const { local } = opened;
  await local.enter(sheet, [
    ['A1', 'first'],
    ['A2', 'second'],
  ]);
  await local.settle();
  await saveWholeNoMore(local);
  const names = await local.page.evaluate(() => window.localWorkbook.sheetNames());
  const { x, y, height } = await local.page.evaluate((name) => window.localWorkbook.cellRect(name, 'A2'), sheet);
  await local.page.mouse.click(x - height / 2, y + height / 2, { button: 'right' });
  // Behind the field for their number.
  await local.page.getByRole('button', { name: 'rows above' }).click({ position: { x: 190, y: 16 } });
  await local.page.waitForFunction((name) => window.localWorkbook.read(name, 'A3').text === 'second', sheet);
  const added = await local.addSheet();
  await local.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
  const before = await textsIn(local, 'A1', 'A2', 'A3');
  expect(before).toEqual(['first', '', 'second']);
  await crash(local.page);
  const after = await again();
  expect(await after.page.evaluate(() => window.localWorkbook.sheetNames())).toEqual([...names, added]);
  expect(await textsIn(after, 'A1', 'A2', 'A3')).toEqual(before);
});

test('a workbook that makes place is asked for, put away, and can be opened again', async () => {
  const { local } = opened;
  const { page } = local;
  await local.enter(sheet, [['A1', 'mine']]);
  await page.getByRole('button', { name: 'New workbook' }).click();
  const question = page.getByRole('dialog', { name: 'Put this workbook away?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await textsIn(local, 'A1')).toEqual(['mine']);
  await page.getByRole('button', { name: 'New workbook' }).click();
  await Promise.all([page.waitForEvent('load'), question.getByRole('button', { name: 'Put away' }).click()]);
  await page.waitForFunction(() => 'localWorkbook' in window);
  await local.settle();
  expect(await page.evaluate(() => window.localWorkbook.sheetNames())).not.toContain(sheet);
  await page.getByRole('button', { name: 'Earlier' }).click();
  const list = page.getByRole('dialog', { name: 'Earlier workbooks' });
  await Promise.all([page.waitForEvent('load'), list.getByRole('button', { name: sheet }).click()]);
  await page.waitForFunction(() => 'localWorkbook' in window);
  await local.settle();
  expect(await textsIn(local, 'A1')).toEqual(['mine']);
  // It is the open one again, and so none of the earlier ones.
  await page.getByRole('button', { name: 'Earlier' }).click();
  await list.waitFor();
  expect(await list.getByRole('button', { name: sheet }).count()).toBe(0);
});

test('a second tab says that the first keeps the workbook, and takes nothing from it', async () => {
  const { local } = opened;
  await local.enter(sheet, [['A1', 'first tab']]);
  await local.settle();
  const second = await again();
  expect(await second.page.getByRole('status').first().textContent()).toContain('open in another tab');
  await second.enter(sheet, [['A1', 'second tab']]);
  await second.settle();
  await local.enter(sheet, [['A2', 'still here']]);
  await local.settle();
  await second.page.close();
  await local.page.reload();
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await local.settle();
  expect(await textsIn(local, 'A1', 'A2')).toEqual(['first tab', 'still here']);
});

test('a tab that is closed or loaded again right after an edit keeps it', async () => {
  const { local } = opened;
  await local.settle();
  await enterOnce(local, 'A1', 'before reload');
  await local.page.reload();
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await enterOnce(local, 'A2', 'before closing');
  const closed = local.page.waitForEvent('close');
  await local.page.close({ runBeforeUnload: true });
  await closed;
  const after = await again();
  await after.settle();
  expect(await textsIn(after, 'A1', 'A2')).toEqual(['before reload', 'before closing']);
});

test('closing the tab in the middle of a load asks first, and no longer when it has ended', async () => {
  const { page, pane } = opened.local;
  await opened.local.showPane();
  const load = pane.getByRole('button', { name: 'Load reference data' });
  await load.waitFor();
  // While a cell is edited, a load waits.
  await opened.local.click(sheet, 'B2');
  await page.keyboard.type('x');
  await page.waitForFunction(() => window.localWorkbook.isEditing());
  await load.evaluate((button: HTMLElement) => button.click());
  await pane.getByRole('progressbar').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.localWorkbook.read('AI Clients', 'A2').text === 'ByteDance');
  await pane.getByText('Reference data loaded').waitFor();
  const closed = page.waitForEvent('close');
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('what the browser refuses to keep is told at once, tried again, and kept when it has room', async () => {
  const { local } = opened;
  const { page } = local;
  await local.settle();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room left.', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
  });
  await local.enter(sheet, [['A1', 'no room for this']]);
  const notice = page.locator('#notice');
  await notice.getByText('Your last changes are not saved in this browser: There is no room left.').waitFor();
  await page.evaluate(() => (window as never as { makeRoom(): void }).makeRoom());
  await notice.waitFor({ state: 'hidden' });
  await crash(page);
  const after = await again();
  await after.settle();
  expect(await textsIn(after, 'A1')).toEqual(['no room for this']);
});

test('a workbook that the browser cannot copy is still in the journal', async () => {
  const { local } = opened;
  await local.settle();
  await saveWholeNoMore(local);
  await local.enter(sheet, [['A1', 'in the journal']]);
  await local.page.getByText('There is no memory for a copy.').waitFor();
  await crash(local.page);
  const after = await again();
  await after.settle();
  expect(await textsIn(after, 'A1')).toEqual(['in the journal']);
});

test('the last five workbooks that were put away are kept, the latest first', async () => {
  const { local } = opened;
  const { page } = local;
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    await local.enter('Tour', [['A30', name]]);
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => void window.localWorkbook.newWorkbook())]);
    await page.waitForFunction(() => 'localWorkbook' in window);
    await local.settle();
  }
  await page.getByRole('button', { name: 'Earlier' }).click();
  const list = page.getByRole('dialog', { name: 'Earlier workbooks' });
  await list.waitFor();
  const kept = list.getByRole('button', { name: 'Tour' });
  expect(await kept.count()).toBe(5);
  await Promise.all([page.waitForEvent('load'), kept.first().click()]);
  await page.waitForFunction(() => 'localWorkbook' in window);
  await local.settle();
  expect((await local.read('Tour', ['A30']))[0]?.text).toBe('six');
});
