import { isDeepStrictEqual } from 'node:util';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { RunningBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { serverOrigin } from './local-workbook';
import { openContext } from './shared-browser';

/** The first cells of each sheet, whose contents tests compare. */
const ROWS = 30;
const COLUMNS = 10;
const PATIENCE_MS = 20_000;
const START_MS = 60_000;

/** Opens a window on the shared workbook of this name. */
export async function openShared(context: BrowserContext, name: string): Promise<LocalPage> {
  // A name of a shared workbook is so long that nobody guesses it.
  const share = `shared-by-the-tests-as-${name}`;
  return LocalPage.open(context, `${serverOrigin()}/local.html?share=${share}`, await context.newPage());
}

/** Two windows on one workbook, and what went wrong in them: dialogs that nobody expects, and errors. */
export interface WindowPair {
  readonly browser: RunningBrowser;
  readonly one: LocalPage;
  readonly other: LocalPage;
  readonly surprises: readonly string[];
  /** Notes surprises of another page, too. */
  watch(page: Page): void;
}

/** Opens two windows on the shared workbook of this name, with the reference data in it. */
export async function openPair(name: string): Promise<WindowPair> {
  const surprises: string[] = [];
  const watch = (page: Page): void => {
    page.on('dialog', (dialog) => {
      surprises.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => surprises.push(String(error)));
  };
  const browser = await openContext();
  browser.context.on('page', watch);
  const one = await openShared(browser.context, name);
  await one.loadReferenceData();
  return { browser, one, other: await openShared(browser.context, name), surprises, watch };
}

/** Adds a sheet in one window and waits until the other has it. Gives its name. */
export async function addSheetTo(one: LocalPage, other: LocalPage): Promise<string> {
  const sheet = await one.addSheet();
  await other.page.waitForFunction((name) => window.localWorkbook.sheetNames().includes(name), sheet);
  return sheet;
}

/**
 * The frame of the window's add-in, whose runtime is started if it is not. It is asked again and again: a window that begins anew gets
 * another frame, and Playwright's own waiting, which goes by what a page draws, once did not see for half a minute what was there.
 */
export async function addinOf(local: LocalPage): Promise<Frame> {
  for (const end = Date.now() + START_MS; Date.now() < end;) {
    await local.showPane();
    const element = await local.page.waitForSelector('iframe', { state: 'attached' });
    const frame = await element.contentFrame().catch(() => null);
    if ((await frame?.evaluate(hasStarted).catch(() => false)) === true && frame !== null) {
      return frame;
    }
  }
  throw new Error('The add-in of a window did not start.');
}

function hasStarted(): boolean {
  return 'Excel' in window && 'context' in Office && Office.context.requirements !== undefined;
}

/** Waits until all windows have done all that any of them did, and what that led to. */
export async function agree(windows: readonly LocalPage[]): Promise<void> {
  // The first once more: by then it has what the others wrote.
  for (const window of [...windows, ...windows.slice(0, -1)]) {
    await window.settle();
  }
}

/**
 * What two windows show once they show the same. An add-in that has heard of a change reads and calculates in its own time, so
 * a window at rest may not be at its end yet; after so long that they never will agree, what they show then, for the test to compare.
 */
export async function contentsOnceAgreed(one: LocalPage, other: LocalPage): Promise<readonly [unknown, unknown]> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await agree([one, other]);
    const contents = [await contentsOf(one), await contentsOf(other)] as const;
    if (isDeepStrictEqual(contents[0], contents[1]) || Date.now() > end) {
      return contents;
    }
  }
}

/** How many units of changes a window has sent. */
export async function sentBy(local: LocalPage): Promise<number> {
  return local.page.evaluate(() => window.localWorkbook.sharing()?.sent ?? -1);
}

/** Everything of the workbook that has to be the same in all windows, in a form that shows differences well. */
export async function contentsOf(local: LocalPage): Promise<unknown> {
  const cells = await local.page.evaluate(
    ([rows, columns]) =>
      window.localWorkbook.sheetNames().map((sheet) => {
        const lines: string[] = [];
        for (let row = 1; row <= rows; row += 1) {
          for (let column = 0; column < columns; column += 1) {
            const address = `${String.fromCharCode(65 + column)}${row}`;
            const { formula, text, value, error } = window.localWorkbook.read(sheet, address);
            if (formula !== '' || text !== '') {
              lines.push(`${sheet}!${address}: ${formula} ${JSON.stringify(value)} ${text} ${error?.message ?? ''}`);
            }
          }
        }
        return lines;
      }),
    [ROWS, COLUMNS] as const,
  );
  const frame = await addinOf(local);
  const objects = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const { tables, names, worksheets } = context.workbook;
      tables.load('items/name,items/style');
      names.load('items/name,items/formula');
      worksheets.load('items/name,items/visibility');
      await context.sync();
      const ranges = tables.items.map((table) => table.getRange().load('address'));
      const looks = worksheets.items.map((sheet) => sheet.getRange('B2').load('numberFormat,format/font/bold'));
      await context.sync();
      return {
        tables: tables.items.map((table, index) => `${table.name} ${ranges[index]?.address} ${table.style}`),
        names: names.items.map(({ name, formula }) => `${name} ${String(formula)}`),
        sheets: worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`),
        looks: looks.map((range) => `${String(range.numberFormat)} ${range.format.font.bold}`),
      };
    }),
  );
  return { cells, ...objects };
}
