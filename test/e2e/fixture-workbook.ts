import type { Frame, Page } from 'playwright-core';
import type { RunningBrowser } from '../../scripts/browser';
import type { ReadCell } from '../../src/local/page/automation';
import { clickCell, typeIntoCell } from '../../scripts/type-into-cell';
import { serverOrigin } from './local-workbook';
import { openContext } from './shared-browser';
import { outcomeIn } from '../../scripts/outcome';

/** What the fixture add-in has seen. */
export interface FixtureLog {
  readonly calls: readonly { readonly id: string; readonly args: readonly unknown[]; readonly address?: string }[];
  readonly canceled: readonly unknown[];
  readonly events: readonly unknown[];
  readonly visibility: readonly string[];
}

interface FixtureWindow {
  readonly fixture: { readonly log: FixtureLog; reset(): void; release(keepOpen?: boolean): void };
}

/** Runs in the page: all saved workbooks as JSON. */
function savedWorkbooks(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('local-workbook');
    opening.onerror = () => reject(opening.error ?? new Error('The storage did not open.'));
    opening.onsuccess = () => {
      const reading = opening.result.transaction('workbooks').objectStore('workbooks').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  });
}

/** The local workbook with the fixture add-in, in a browser context of its own. */
export class FixtureWorkbook {
  private constructor(
    private readonly browser: RunningBrowser,
    readonly page: Page,
  ) {}

  static async open(query = ''): Promise<FixtureWorkbook> {
    const browser = await openContext();
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(`${serverOrigin()}/local.html?manifest=/fixture-addin/manifest.xml${query}`);
    const workbook = new FixtureWorkbook(browser, page);
    await workbook.isReady();
    return workbook;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Makes the workbook one empty sheet without names, and the add-in forget what it saw: as good as new to most, and quick. */
  async clear(): Promise<void> {
    await this.inAddin(() =>
      Excel.run(async (context) => {
        const { worksheets, names } = context.workbook;
        worksheets.load('items');
        names.load('items');
        await context.sync();
        const fresh = worksheets.add();
        for (const sheet of worksheets.items) {
          sheet.delete();
        }
        for (const name of names.items) {
          name.delete();
        }
        fresh.name = 'Sheet1';
        fresh.activate();
        await context.sync();
      }),
    );
    await this.settled();
    await this.inAddin(() => (window as unknown as FixtureWindow).fixture.reset());
  }

  /** Begins a new workbook; the page is loaded again. */
  async renew(): Promise<void> {
    await Promise.all([
      this.page.waitForEvent('load'),
      this.page.evaluate(() => void window.localWorkbook.newWorkbook()),
    ]);
    await this.isReady();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isReady();
  }

  /** Opens an .xlsx file in place of the workbook; the page is loaded again. */
  async openFile(bytes: Uint8Array): Promise<void> {
    await Promise.all([
      this.page.waitForEvent('load'),
      this.page.evaluate((file) => void window.localWorkbook.openXlsx(file), bytes),
    ]);
    await this.isReady();
  }

  async enter(address: string, text: string, sheet = 'Sheet1'): Promise<void> {
    await this.page.evaluate(([where, cell, what]) => window.localWorkbook.enter(where, cell, what), [
      sheet,
      address,
      text,
    ] as const);
  }

  async settled(): Promise<void> {
    await outcomeIn(this.page, () => window.localWorkbook.settled(), null);
  }

  /** Enters a formula and reads what it comes to. */
  async result(address: string, formula: string): Promise<ReadCell> {
    await this.enter(address, formula);
    await this.settled();
    return this.read(address);
  }

  async read(address: string, sheet = 'Sheet1'): Promise<ReadCell> {
    return this.page.evaluate(([where, cell]) => window.localWorkbook.read(where, cell), [sheet, address] as const);
  }

  /** Waits until a cell shows this text. */
  async shows(address: string, text: string): Promise<void> {
    await this.page.waitForFunction(([cell, wanted]) => window.localWorkbook.read('Sheet1', cell).text === wanted, [
      address,
      text,
    ] as const);
  }

  /** Waits until what the browser keeps of the workbook holds a text. */
  async saves(text: string): Promise<void> {
    while (!(await outcomeIn(this.page, savedWorkbooks, null)).includes(text)) {
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async clickCell(address: string): Promise<void> {
    await clickCell(this.page, 'Sheet1', address);
  }

  /** Types into a cell with mouse and keyboard. */
  async type(address: string, text: string): Promise<void> {
    await typeIntoCell(this.page, 'Sheet1', address, text);
  }

  /** The add-in's frame; its runtime is started by the pane's button if no formula has done it. */
  async addin(): Promise<Frame> {
    if (this.page.frames().length === 1) {
      await this.page.getByRole('button', { name: 'Fixture' }).click();
    }
    await this.settled();
    const frame = this.page.frames().find((candidate) => candidate !== this.page.mainFrame());
    if (frame === undefined) {
      throw new Error('The add-in has no frame.');
    }
    await frame.waitForFunction(
      () => 'fixture' in window && document.getElementById('mode')?.textContent !== 'starting',
    );
    return frame;
  }

  /** Runs a function inside the add-in, where Excel.run is. */
  async inAddin<T>(run: () => T | Promise<T>): Promise<T> {
    return outcomeIn(await this.addin(), run, null);
  }

  async log(): Promise<FixtureLog> {
    return this.inAddin(() => (window as unknown as FixtureWindow).fixture.log);
  }

  /** Lets the calls that wait come back. */
  async release(): Promise<void> {
    const frame = this.page.frames().find((candidate) => candidate !== this.page.mainFrame());
    await frame?.waitForFunction(() => 'fixture' in window);
    await frame?.evaluate(() => (window as unknown as FixtureWindow).fixture.release());
  }

  private async isReady(): Promise<void> {
    await this.page.waitForFunction(() => 'localWorkbook' in window);
    await outcomeIn(this.page, () => window.localWorkbook.ready, null);
  }
}
