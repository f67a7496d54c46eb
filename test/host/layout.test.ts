import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { layoutFaults, NO_FAULTS } from '../e2e/layout-faults';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { addinOf } from '../e2e/shared-windows';

/*
 * The example in a German browser, from the narrowest window to a wide one: the page, its dialogs, and the pane's views in it.
 */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['Clients', 'Plan', 'Report', 'Explain', 'Build', 'Data'];
/** The texts of its toolbar and tabs are scrolled, or stand in a menu if they do not fit. */
const GRID = '#grid';
let workbook: OpenedWorkbook;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbook = await openWorkbook('?begin=assets/ai-spend-example.xlsx', undefined, 'de-DE');
  page = workbook.local.page;
  await workbook.local.showPane();
  pane = await addinOf(workbook.local);
});

afterAll(() => workbook?.browser.close());

/** 720 pixels are 1,440 at 200 %. */
const WIDTHS = [320, 480, 720, 1440];

async function inWindowOf(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.waitForFunction((expected) => innerWidth === expected, width);
  await comesToRest(page);
}

/** The toolbar is laid out anew in the next frames, and what is new in it grows to its size. */
async function comesToRest(where: Page): Promise<void> {
  await where.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    do {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      await frame();
      await frame();
    } while (document.getAnimations().length > 0);
  });
}

async function axeOf(where: Page | Frame): Promise<string[]> {
  await where.evaluate(AXE);
  const { violations } = await where.evaluate(() =>
    (globalThis as never as { axe: { run(what: Document, how: object): Promise<AxeResults> } }).axe.run(document, {
      iframes: false,
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

test.each(WIDTHS)(
  'in %i pixels the page says what it is in full, nothing lies on another, and all can be hit',
  async (width) => {
    await inWindowOf(width);
    expect(await layoutFaults(page, '.bar', { cut: GRID })).toEqual(NO_FAULTS);
  },
);

test.each(VIEWS)('the view %s has room in each of these windows, and axe finds nothing', async (view) => {
  await inWindowOf(1440);
  await workbook.local.pane.getByRole('tab', { name: view }).click();
  await workbook.local.settle();
  expect(await axeOf(pane)).toEqual([]);
  for (const width of WIDTHS) {
    await inWindowOf(width);
    expect({ width, ...(await layoutFaults(pane, '.panel')) }).toEqual({ width, ...NO_FAULTS });
  }
});

test('its dialogs have room in the narrowest window, and axe finds nothing', async () => {
  await inWindowOf(320);
  for (const [button, name] of [
    ['Earlier', 'Earlier workbooks'],
    ['New workbook', 'Put this workbook away?'],
  ] as const) {
    await workbook.local.enter('AI Clients', [['L40', 'changed']]);
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    expect([await layoutFaults(page, '.dialog', { behind: `${GRID}, .bar` }), await axeOf(page)]).toEqual([
      NO_FAULTS,
      [],
    ]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
});

test("so has the list of a table's header, which sorts and filters", async () => {
  await inWindowOf(320);
  // It lies over the grid.
  await page.getByRole('button', { name: 'Close the pane' }).click();
  await workbook.local.showSheet('AI Clients');
  await workbook.local.click('AI Clients', 'A1');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  await comesToRest(page);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('[data-u-comp="rect-popup"] :is(button, input)')]
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect();
        return left < 0 || right > innerWidth;
      })
      .map(({ textContent }) => textContent),
  );
  expect([outside, await axeOf(page)]).toEqual([[], []]);
  await page.keyboard.press('Escape');
});
