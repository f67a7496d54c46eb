import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { UserError } from './command';

/** What a cell can show. */
export type CellValue = number | string | boolean;

/** A cell, as the local workbook reports it. */
export interface CellReading {
  readonly formula: string;
  /** Null for an error or an empty cell. */
  readonly value: CellValue | null;
  /** As shown, with the number format applied. */
  readonly text: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Still waiting for a function's answer. */
  readonly busy: boolean;
  /** The whole spilled range, where the formula spills. */
  readonly spill: readonly (readonly CellValue[])[] | null;
}

/** A rectangle of the page, in CSS pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the local workbook offers to scripts; the page keeps it at `window.localWorkbook`. */
interface LocalWorkbook {
  readonly ready: Promise<void>;
  settled(): Promise<void>;
  read(sheet: string, address: string): CellReading;
  cellRect(sheet: string, address: string): Rectangle;
  enter(sheet: string, address: string, text: string): Promise<void> | void;
  newWorkbook(): Promise<void> | void;
}

declare global {
  interface Window {
    localWorkbook?: LocalWorkbook;
  }
}

const READY_TIMEOUT_MS = 60_000;

/** The page is at fault, not the user: its reasons are what it wrote to its console. */
export class LocalPageError extends UserError {}

/** Drives the local workbook as a person would, with mouse and keyboard, and reads its cells. */
export class LocalPage {
  private constructor(readonly page: Page) {}

  /** Opens the local workbook and waits until its add-in is ready. */
  static async open(context: BrowserContext, origin: string): Promise<LocalPage> {
    const page = context.pages()[0] ?? (await context.newPage());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    await page.goto(origin, { waitUntil: 'load' });
    try {
      await page.waitForFunction(() => window.localWorkbook !== undefined, undefined, { timeout: READY_TIMEOUT_MS });
      await page.evaluate(() => window.localWorkbook?.ready);
    } catch (error) {
      throw new LocalPageError(['The local workbook did not start.', ...complaints, String(error)].join('\n'));
    }
    return new LocalPage(page);
  }

  /** The add-in's pane. */
  get pane(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Presses the button of the pane's first view and waits until the three tables are there. */
  async loadReferenceData(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Load reference data' }).click();
    await this.page.waitForFunction(() => window.localWorkbook?.read('AI Clients', 'A2').text !== '');
    await this.settle();
  }

  /** Waits until no cell waits for an answer. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => window.localWorkbook?.settled());
  }

  /** Types into a cell with the keyboard, as a person would. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.clickCell(sheet, address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Enters texts into cells without the detour by the keyboard. */
  async enter(sheet: string, entries: readonly (readonly [address: string, text: string])[]): Promise<void> {
    await this.page.evaluate(
      async ([where, what]) => {
        for (const [address, text] of what) {
          await window.localWorkbook?.enter(where, address, text);
        }
      },
      [sheet, entries] as const,
    );
  }

  async read(sheet: string, addresses: readonly string[]): Promise<CellReading[]> {
    const readings = await this.page.evaluate(
      ([where, which]) => which.map((address) => window.localWorkbook?.read(where, address)),
      [sheet, addresses] as const,
    );
    return readings as CellReading[];
  }

  private async clickCell(sheet: string, address: string): Promise<void> {
    const box = await this.page.evaluate(
      ([where, which]) => window.localWorkbook?.cellRect(where, which),
      [sheet, address] as const,
    );
    if (box === undefined) {
      throw new LocalPageError(`The local workbook does not show ${sheet}!${address}.`);
    }
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
