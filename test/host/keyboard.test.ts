import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { PNG } from 'pngjs';
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
  await press('Control+F6');
  await waitForFocus('pane: Clients');
  await press('Shift+F6');
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
  await pane.getByRole('tab', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Close the pane' }).click();
  await fresh.local.click('Tour', 'A9');
  await page.keyboard.press('Control+Alt+Shift+E');
  await pane.locator('[role=tab][aria-selected=true]', { hasText: 'Explain' }).waitFor();
  await page.waitForFunction(() => document.activeElement instanceof HTMLIFrameElement);
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

it('Tab stops at controls that have names and are in sight, and nothing shifts', async () => {
  const places = (): Promise<unknown> =>
    local.page.evaluate(() =>
      ['#bar', '#grid', '#grid footer', '#status'].map((place) => {
        const { x, y } = document.querySelector(place)?.getBoundingClientRect() ?? {};
        return [place, x, y];
      }),
    );
  const before = await places();
  await local.page.locator('#share').focus();
  const stops: string[] = [];
  // The cell's editor, the last stop, takes Tab for itself as in Excel.
  while (stops.at(-1) !== 'Cell' && stops.length < 100) {
    await press('Tab');
    stops.push(await focused());
    expect(await places()).toEqual(before);
  }
  expect(stops).toEqual(expect.arrayContaining(['Undo', 'Bold', 'Name box', 'Tour', 'Zoom in', 'Cell']));
  expect(stops).not.toContain('');
  expect(stops).not.toContain('Close sidebar');
});

/** How far the two colours of most of an area's pixels are apart, of which the text's are those farthest from the ground. */
function contrastIn(picture: Buffer): number {
  const { data } = PNG.sync.read(picture);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = data.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const light = (color: number): number => {
    const [red = 0, green = 0, blue = 0] = [color >> 16, (color >> 8) & 255, color & 255].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [ground = 0] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return Math.max(
    ...[...counts.keys()].map((color) => Math.max(light(color) / light(ground), light(ground) / light(color))),
  );
}

it('the headers of tables stand out from their ground, in light and in dark', async () => {
  await local.showSheet('AI Clients');
  const { x, y, height } = await local.page.evaluate(() => window.localWorkbook.cellRect('AI Clients', 'A1'));
  await local.click('AI Clients', 'C8');
  for (const colorScheme of ['dark', 'light'] as const) {
    await local.page.emulateMedia({ colorScheme });
    await local.page.waitForFunction(
      (isDark) => document.documentElement.classList.contains('univer-dark') === isDark,
      colorScheme === 'dark',
    );
    await local.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    // Without the lines around, and without the button.
    const clip = { x: x + 3, y: y + 3, width: 36, height: height - 6 };
    expect(contrastIn(await local.page.screenshot({ clip }))).toBeGreaterThanOrEqual(4.5);
  }
  await local.showSheet('Tour');
});

it('in forced colours links have the colour of links, and the tab of the active sheet that of what is chosen', async () => {
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Build' }).click();
  await local.page.emulateMedia({ forcedColors: 'active' });
  const link = local.pane.getByRole('link').first();
  const [color, wanted, ground] = await link.evaluate((element) => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.cssText = 'color: LinkText; background: Canvas; forced-color-adjust: none';
    const { color: wantedColor, backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return [getComputedStyle(element).color, wantedColor, backgroundColor];
  });
  expect(color).toBe(wanted);
  expect(color).not.toBe(ground);
  const [active, chosen] = await local.page.locator('#grid [role="tab"][aria-selected="true"]').evaluate((tab) => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.cssText = 'background: Highlight; forced-color-adjust: none';
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return [getComputedStyle(tab).backgroundColor, backgroundColor];
  });
  expect(active).toBe(chosen);
  await local.page.emulateMedia({ forcedColors: 'none' });
  await local.page.getByRole('button', { name: 'Close the pane' }).click();
});

it('axe finds nothing on the page, with the pane and without, in light and dark and in forced colours', async () => {
  for (const media of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await local.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    expect(await findings()).toEqual([]);
  }
  await local.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await local.showPane();
  expect(await findings()).toEqual([]);
  await local.page.getByRole('button', { name: 'Close the pane' }).click();
});

it.each(['light', 'dark'] as const)('axe finds nothing in what opens over the page, in %s', async (colorScheme) => {
  const { page } = local;
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1440, height: 900 });
  await local.enter('AI Clients', [['L3', '=AISPND(1)']]);
  await local.settle();
  const centre = async (address: string): Promise<[number, number]> => {
    await local.click('AI Clients', address);
    const { x, y, width, height } = await page.evaluate(
      (cell) => window.localWorkbook.cellRect('AI Clients', cell),
      address,
    );
    return [x + width / 2, y + height / 2];
  };
  const opened: Record<string, () => Promise<unknown>> = {
    'Insert 1 table column left': async () => {
      await centre('A1');
      await press('Alt+ArrowDown');
    },
    'The clients by what they spent': async () => {
      await centre('C9');
      await page.keyboard.type('=aicl');
    },
    'Paste Special': async () => page.mouse.click(...(await centre('C9')), { button: 'right' }),
    'Did you mean AISPEND?': async () => page.mouse.move(...(await centre('L3'))),
    Rename: () => page.getByRole('tab', { name: 'AI Clients' }).click({ button: 'right' }),
    'AI Clients': () => page.getByRole('button', { name: 'All sheets' }).click(),
  };
  for (const [shows, open] of Object.entries(opened)) {
    await open();
    await page.getByText(shows).last().waitFor();
    expect([shows, await findings()]).toEqual([shows, []]);
    await press('Escape', 'Escape');
  }
  await page.getByRole('button', { name: 'More commands' }).click();
  await page.getByRole('dialog', { name: 'More commands' }).waitFor();
  expect(await findings()).toEqual([]);
  await press('Escape');
  await page.getByRole('button', { name: 'Fill colour: choose' }).click();
  await page.getByRole('button', { name: 'Colour rgb(255, 255, 255)' }).waitFor();
  await press('Escape');
  await page.emulateMedia({ colorScheme: 'light' });
  await local.showSheet('Tour');
});

it('in a narrow window the tab of the active sheet is in sight, by keyboard too', async () => {
  const { page } = local;
  await page.setViewportSize({ width: 480, height: 700 });
  const names = await page.evaluate(() => window.localWorkbook.sheetNames());
  const comesInSight = (name: string): Promise<unknown> =>
    page.waitForFunction((wanted) => {
      const tab = document.querySelector('#grid [role="tab"][aria-selected="true"]');
      const [box, around] = [tab?.getBoundingClientRect(), tab?.parentElement?.getBoundingClientRect()];
      return box && around && tab?.textContent === wanted && box.left >= around.left && box.right <= around.right;
    }, name);
  await local.showSheet('Tour');
  await local.click('Tour', 'A2');
  await press('F6');
  await waitForFocus('Tour');
  for (const name of names.slice(1)) {
    await press('ArrowRight');
    await comesInSight(name);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await comesInSight(names.at(-1) ?? '');
  for (const name of [...names].reverse().slice(1)) {
    await press('ArrowLeft');
    await comesInSight(name);
  }
  await page.getByRole('button', { name: 'Scroll the tabs to the right' }).click();
  await page.getByRole('button', { name: 'Scroll the tabs to the left' }).click();
  await comesInSight('Tour');
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
