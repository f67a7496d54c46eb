import type { Page } from 'playwright-core';
import { EXAMPLE_SHEET, FIRST_FORMULA } from '../../scripts/example-sheets';
import { LocalPage } from '../../scripts/local-page';
import { typeIntoCell } from '../../scripts/type-into-cell';
import { FixtureWorkbook } from '../e2e/fixture-workbook';
import { serverOrigin } from '../e2e/local-workbook';
import { openContext } from '../e2e/shared-browser';

/*
 * What is typed arrives whole or not at all: while the page is starting, while the add-in starts, and while others write.
 */
jest.setTimeout(240_000);

describe('while the page is starting', () => {
  /** Whether the grid is drawn by the next frame. */
  const isDrawn = (page: Page): Promise<boolean> =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          requestAnimationFrame(() => resolve(false));
          if ('localWorkbook' in window) {
            void window.localWorkbook.ready.then(() => resolve(true));
          }
        }),
    );

  test('of keys that are pressed before the grid is drawn none arrives, the last ones neither, and all of the next', async () => {
    const { context, close } = await openContext();
    try {
      const page = await context.newPage();
      await page.goto(`${serverOrigin()}/local.html`, { waitUntil: 'commit' });
      await page.waitForSelector('#grid', { state: 'attached' });
      do {
        await page.keyboard.press('~');
      } while (!(await isDrawn(page)));
      await page.keyboard.type('~~~');
      await page.keyboard.press('Enter');
      await page.keyboard.type('next');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => window.localWorkbook.read('Tour', 'A1').text === 'next');
      await typeIntoCell(page, 'Tour', 'A30', '=1+2');
      expect(await page.evaluate(() => window.localWorkbook.read('Tour', 'A30').formula)).toBe('=1+2');
    } finally {
      await close();
    }
  });

  test('what is typed as soon as the grid is drawn arrives whole on a slow machine, at the first opening and at the next', async () => {
    const { context, close } = await openContext();
    try {
      const page = await context.newPage();
      const machine = await context.newCDPSession(page);
      for (const formula of [FIRST_FORMULA.formula, '=AISPEND("Example Bank")']) {
        await machine.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        const local = await LocalPage.open(context, serverOrigin(), page);
        await local.type(EXAMPLE_SHEET, FIRST_FORMULA.address, formula);
        await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        await local.settle();
        const [typed] = await local.read(EXAMPLE_SHEET, [FIRST_FORMULA.address]);
        expect([typed?.formula, typed?.error]).toEqual([formula, null]);
      }
    } finally {
      await close();
    }
  });
});

describe('while others write', () => {
  let workbook: FixtureWorkbook;

  beforeAll(async () => {
    workbook = await FixtureWorkbook.open();
  });

  afterAll(() => workbook?.close());

  const addOther = (): Promise<unknown> =>
    workbook.inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('Other');
        await context.sync();
      }),
    );

  /** Waits until the bar shows it. */
  const isInBar = (text: string): Promise<unknown> =>
    workbook.page.waitForFunction((expected) => window.localWorkbook.formulaBar() === expected, text);

  // Of a formula that waits for a reference Univer takes better care than of what else is typed.
  // Each in a cell of its own: two clicks on one cell in half a second are a double click, which opens it with what stands there.
  test.each([
    ['a formula', 'C7', '=1+', '2', '=1+2', '3'],
    ['a text', 'D8', 'our ', 'words', 'our words', 'our words'],
  ])(
    'a draft of %s stays as it is when a result gets its format in the same place of another sheet, and when its own cell is written',
    async (_, cell, begun, end, draft, shown) => {
      const { page } = workbook;
      await addOther().catch(() => undefined);
      await workbook.enter(cell, '=MONEY(WAIT(5),"EUR")', 'Other');
      await workbook.clickCell(cell);
      await page.keyboard.type(begun);
      await workbook.release();
      await page.waitForFunction((there) => window.localWorkbook.read('Other', there).text === '5.00 EUR', cell);
      await workbook.enter(cell, 'theirs');
      await page.keyboard.type(end);
      expect(await page.evaluate(() => window.localWorkbook.formulaBar())).toBe(draft);
      await page.keyboard.press('Enter');
      await workbook.shows(cell, shown);
      await workbook.clickCell(cell);
      await page.keyboard.type('4');
      await workbook.enter(cell, 'theirs');
      await page.keyboard.press('Escape');
      await workbook.shows(cell, 'theirs');
      await page.keyboard.press('F2');
      await page.waitForFunction(() => window.localWorkbook.isEditing());
      await isInBar('theirs');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !window.localWorkbook.isEditing());
    },
  );
});
