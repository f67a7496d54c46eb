import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { LocalPage } from '../../scripts/local-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * The page around the add-in, by keyboard alone and on small screens.
 */
jest.setTimeout(60_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let workbook: OpenedWorkbook;
let local: LocalPage;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
}, 90_000);

afterAll(() => workbook?.browser.close());

const press = (...keys: readonly string[]): Promise<unknown> =>
  keys.reduce<Promise<unknown>>((before, key) => before.then(() => local.page.keyboard.press(key)), Promise.resolve());

/** What has the focus, as a screen reader calls it; in the add-in's page too. */
async function focused(): Promise<string> {
  const name = (): string => {
    const { activeElement } = document;
    return activeElement instanceof HTMLIFrameElement
      ? 'pane'
      : (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '');
  };
  const found = await local.page.evaluate(name);
  const frame = local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  return found === 'pane' && frame !== undefined ? `pane: ${await frame.evaluate(name)}` : found;
}

async function waitForFocus(expected: string): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    if ((await focused()) === expected) {
      return;
    }
  }
  expect(await focused()).toBe(expected);
}

/** What axe finds once the colours have gone over from those of before. */
async function findings(): Promise<string[]> {
  await local.page.waitForFunction(
    () =>
      document.documentElement.classList.contains('univer-dark') ===
        matchMedia('(prefers-color-scheme: dark)').matches &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await local.page.evaluate(AXE);
  const { violations } = await local.page.evaluate(() =>
    (globalThis as never as { axe: { run(what: Document, how: object): Promise<AxeResults> } }).axe.run(document, {
      iframes: false,
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

it('F6 goes round the page and into the pane, whose opening takes the keyboard along and whose closing brings it back', async () => {
  await waitForFocus('Cell');
  await press('F6');
  await waitForFocus('Tour');
  await press('F6');
  expect(await focused()).toMatch(/^A1/);
  await press('F6');
  await waitForFocus('Share');
  // Along the bar, to the button of the add-in.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
  await local.pane.getByRole('button', { name: 'Load reference data' }).waitFor();
  await press('Tab');
  await waitForFocus('pane: Load reference data');
  await press('Enter');
  await local.pane.getByRole('tab', { name: 'Clients' }).waitFor();
  await press('F6');
  expect(await focused()).toMatch(/^A1/);
  await press('Shift+F6');
  await waitForFocus('pane: Clients');
  await press('Control+Shift+F6');
  await waitForFocus('Tour');
  await press('Shift+F6');
  await waitForFocus('Cell');
  await press('Shift+F6');
  await waitForFocus('Name box');
  // Tab beyond the last control of the pane is no dead end, nor is Shift+Tab before the first.
  await press('F6', 'F6', 'F6');
  await waitForFocus('pane: Clients');
  await press('Shift+Tab');
  await waitForFocus('Close the pane');
  await press('Enter');
  await waitForFocus('Cell');
  await press('ArrowDown', 'ArrowDown', 'x', 'Enter');
  expect((await local.read('Tour', ['A3']))[0]?.text).toBe('x');
});

it('the add-in’s shortcut explains the active cell, from the grid and from the pane, also where the add-in has not started', async () => {
  const fresh = await openWorkbook();
  const { page, pane } = fresh.local;
  await fresh.local.enter('Tour', [['A30', '=1']]);
  await page.keyboard.press('Control+Alt+Shift+E');
  await pane.getByRole('button', { name: 'Load reference data' }).click();
  const explain = pane.getByRole('tab', { name: 'Explain' });
  await pane.getByRole('tab', { name: 'Clients' }).waitFor();
  await fresh.local.click('Tour', 'A9');
  await page.keyboard.press('Control+Alt+Shift+E');
  await pane.locator('[role=tab][aria-selected=true]', { hasText: 'Explain' }).waitFor();
  await pane.getByText('20,000,000.00 EUR').first().waitFor();
  await pane.getByRole('tab', { name: 'Data' }).click();
  await page.keyboard.press('Control+Alt+Shift+E');
  await pane.locator('[role=tab][aria-selected=true]', { hasText: 'Explain' }).waitFor();
  expect(await explain.getAttribute('aria-selected')).toBe('true');
  await fresh.browser.close();
});

it('the selected cell is said with its address and what it holds, and the hidden sidebar is no stop', async () => {
  await local.click('Tour', 'A9');
  await local.page
    .getByRole('status')
    .filter({ hasText: /^A9\s+20,000,000\.00 EUR$/ })
    .waitFor();
  const sidebar = local.page.locator('[data-u-comp="sidebar"]');
  expect(await sidebar.evaluate((element) => element.closest('[inert]') !== null)).toBe(true);
});

it('axe finds nothing on the page, with the pane and without, in light and dark and in forced colours', async () => {
  for (const media of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await local.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    expect(await findings()).toEqual([]);
  }
  await local.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await local.showPane();
  expect(await findings()).toEqual([]);
});

it('in 480 and 320 pixels, and at 200 %, sheets are changed by their tabs, and the pane has room', async () => {
  for (const width of [480, 320, 720]) {
    await local.page.setViewportSize({ width, height: 700 });
    await local.showPane();
    const pane = await local.page.locator('#pane').boundingBox();
    expect(pane?.width).toBe(width);
    await local.page.getByRole('button', { name: 'Close the pane' }).click();
    await local.showSheet('AI Clients');
    await local.showSheet('Tour');
    expect(await findings()).toEqual([]);
    expect(await local.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
