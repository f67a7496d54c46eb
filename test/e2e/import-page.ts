import { createHash } from 'node:crypto';
import type { Frame, Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { takePicture, type WorkbookPicture } from './workbook-picture';

/** A file that is made in the page. */
export interface MadeFile {
  readonly name: string;
  readonly start: string | Uint8Array;
  /** What follows so many times: a large file takes no longer to make than a small one. */
  readonly then?: { readonly text: string; readonly times: number };
  /** What stands at the end. */
  readonly end?: string;
}

/** Drives the pane's import as a person would, and sees how the pane fares meanwhile. */
export class ImportPage {
  constructor(private readonly local: LocalPage) {}

  get view(): Locator {
    return this.local.pane.locator('.panel.import');
  }

  /** The add-in's frame, in which its code runs. */
  async frame(): Promise<Frame> {
    const frame = this.local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
    if (frame === undefined) {
      throw new Error('The add-in has no frame.');
    }
    await frame.waitForFunction(() => 'Excel' in window && 'run' in Excel);
    return frame;
  }

  async picture(): Promise<WorkbookPicture> {
    await this.local.settle();
    return outcomeIn(await this.frame(), takePicture, null);
  }

  /** Drops files on the pane, together, whatever it shows. */
  async drop(...files: readonly MadeFile[]): Promise<void> {
    const given = files.map(({ name, start, then = { text: '', times: 0 }, end = '' }) => ({
      name,
      base64: Buffer.from(start).toString('base64'),
      ...then,
      end,
    }));
    await (
      await this.frame()
    ).evaluate((made) => {
      const data = new DataTransfer();
      for (const { name, base64, text, times, end } of made) {
        const head = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([head, ...Array.from({ length: times }, () => text), end], name));
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    }, given);
  }

  /** Chooses a file, or several by their paths, as the field has them; the import is opened if it is not. */
  async choose(file: string | string[] | { name: string; text: string }): Promise<void> {
    await this.open();
    const given =
      typeof file === 'string' || Array.isArray(file)
        ? file
        : { name: file.name, mimeType: '', buffer: Buffer.from(file.text) };
    await this.view.locator('input[type="file"]').setInputFiles(given);
  }

  async open(): Promise<void> {
    await this.local.showPane();
    if (await this.view.isVisible()) {
      return;
    }
    await this.local.pane.getByRole('tab', { name: 'Data' }).click();
    await this.local.pane.getByRole('button', { name: 'Import a bill…' }).click();
  }

  async leave(): Promise<void> {
    if (!(await this.view.isVisible())) {
      return;
    }
    await this.local.pane.getByRole('button', { name: 'Back', exact: true }).click();
    await this.view.waitFor({ state: 'detached' });
  }

  /** Waits for the preview of all that was chosen, and gives the lines of its totals. */
  async totals(): Promise<string[][]> {
    await this.view.locator('[aria-label="Preview"][data-state="done"]').waitFor();
    return Promise.all(
      (await this.view.locator('table.totals tbody tr, table.totals tfoot tr').all()).map((line) =>
        line.locator('th, td').allInnerTexts(),
      ),
    );
  }

  select(label: string): Locator {
    return this.view.getByLabel(label, { exact: true });
  }

  /** Presses Load and gives what the pane says afterwards, once all cells have their figures. */
  async load(): Promise<string> {
    await this.view.getByRole('button', { name: /^Load [\d,]+ (row|rate)s?$/ }).click();
    const outcome = this.view.getByRole('region', { name: 'Loaded' }).getByRole('status');
    const failure = this.local.pane.locator('.task-bar .message.error');
    await outcome.or(failure).first().waitFor();
    await this.local.settle();
    return (await outcome.or(failure).first().innerText()).trim();
  }

  /** Has Cancel pressed as soon as the pane tells of the rows that it writes: sooner than a test could from outside. */
  async cancelWhileWriting(): Promise<void> {
    await (
      await this.frame()
    ).evaluate(() => {
      const watcher = new MutationObserver(() => {
        const step = document.querySelector('.task-bar .task-step');
        if (!step?.textContent?.startsWith('Writing row ')) {
          return;
        }
        watcher.disconnect();
        step.querySelector('button')?.click();
      });
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  /** What the pane says of a file that it refuses. */
  async refusal(): Promise<string> {
    const refusal = this.view.locator('.message.error').first();
    await refusal.waitFor();
    return (await refusal.innerText()).replace(/\s+/g, ' ').trim();
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
