import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { TABLES } from '../src/domain/ledger/tables';
import type { ReadCell } from '../src/local/page/automation';
import { UserError } from './command';
import { outcomeIn } from './outcome';
import { clickCell, typeIntoCell } from './type-into-cell';

const READY_TIMEOUT_MS = 60_000;

/** The page is at fault, not the user: its reasons are what it wrote to its console. */
export class LocalPageError extends UserError {}

/** Drives the local workbook as a person would, with mouse and keyboard, and reads its cells. */
export class LocalPage {
  private constructor(readonly page: Page) {}

  /**
   * Opens the local workbook and waits until it is ready.
   *
   * @param address of the page; the server's origin alone begins with the example
   * @param tab if to open it; otherwise in the browser's first window
   */
  static async open(context: BrowserContext, address: string, tab?: Page): Promise<LocalPage> {
    const page = tab ?? context.pages()[0] ?? (await context.newPage());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    await page.goto(address);
    const local = new LocalPage(page);
    try {
      await local.started();
    } catch (error) {
      throw new LocalPageError(['The local workbook did not start.', ...complaints, String(error)].join('\n'));
    }
    return local;
  }

  /** Puts a file in the place of the open workbook, which loads the page again. */
  async openFile(bytes: Uint8Array): Promise<void> {
    await Promise.all([
      this.page.waitForEvent('load'),
      this.page.evaluate((file) => void window.localWorkbook.openXlsx(file), bytes),
    ]);
    await this.started();
  }

  private async started(): Promise<void> {
    await this.page.waitForFunction(() => 'localWorkbook' in window, undefined, { timeout: READY_TIMEOUT_MS });
    await outcomeIn(this.page, () => window.localWorkbook.ready, null);
  }

  /** The add-in's pane, once it is shown. */
  get pane(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Presses the add-in's button above the grid, unless the pane is there already. */
  async showPane(): Promise<void> {
    const button = this.page.locator('#pane-button');
    if ((await button.getAttribute('aria-expanded')) !== 'true') {
      await button.click();
    }
  }

  /** Presses the plus sign beside the sheets' tabs. Gives the name of the new, empty sheet. */
  async addSheet(): Promise<string> {
    const before = await this.page.evaluate(() => window.localWorkbook.sheetNames());
    await this.page.locator('footer:has([role="tablist"]) button').first().click();
    const added = await this.page.waitForFunction(
      (known) => window.localWorkbook.sheetNames().find((name) => !known.includes(name)),
      before,
    );
    return (await added.jsonValue()) as string;
  }

  /** Presses the button of the pane's first view and waits until the clients' table is there and nothing is under way. */
  async loadReferenceData(): Promise<void> {
    await this.showPane();
    await this.pane.getByRole('button', { name: 'Load reference data' }).click();
    await this.page.waitForFunction(
      (sheet) => window.localWorkbook.read(sheet, 'A2').text !== '',
      TABLES.AIClients.sheet,
    );
    await this.settle();
  }

  /** Presses a sheet's tab. */
  async showSheet(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await this.settle();
  }

  /** Waits until no cell waits for an answer and nothing else is under way. */
  async settle(): Promise<void> {
    await outcomeIn(this.page, () => window.localWorkbook.settled(), null);
  }

  /** Clicks on a cell, which selects it. */
  async click(sheet: string, address: string): Promise<void> {
    await clickCell(this.page, sheet, address);
  }

  /** Types into a cell with the keyboard, as a person would. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await typeIntoCell(this.page, sheet, address, text);
  }

  /** Enters texts into cells without the detour by the keyboard. */
  async enter(sheet: string, entries: readonly (readonly [address: string, text: string])[]): Promise<void> {
    await this.page.evaluate(
      ([where, what]) => {
        for (const [address, text] of what) {
          window.localWorkbook.enter(where, address, text);
        }
      },
      [sheet, entries] as const,
    );
  }

  /** Reads cells as they are at this moment. */
  async read(sheet: string, addresses: readonly string[]): Promise<ReadCell[]> {
    return this.page.evaluate(([where, which]) => which.map((address) => window.localWorkbook.read(where, address)), [
      sheet,
      addresses,
    ] as const);
  }
}
