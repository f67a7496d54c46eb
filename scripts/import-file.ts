import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { UserError } from './command';
import type { LocalPage } from './local-page';

/** A file for the pane's import, and how its columns are to be understood where that differs from what the pane proposes. */
export interface FileToLoad {
  readonly path: string;
  /** Texts such as `Kosten=amount,Kunde=client`. */
  readonly mapping: readonly string[];
}

/** What the import said of a file. */
export interface LoadedFile {
  readonly file: string;
  /** What the pane's report holds: format, rows, totals by currency, what is left out, problems. Null where the file could not be read. */
  readonly report: ImportReport | null;
  /** What the pane said after the load: `41 rows added as bill.csv.` Null where nothing was loaded. */
  readonly outcome: string | null;
  /** Why nothing was loaded, or null. */
  readonly error: string | null;
}

/** The report that the pane offers for download. */
interface ImportReport {
  readonly format?: string;
  readonly rows?: number;
  readonly keptRows?: number;
  readonly totals?: readonly { readonly currency: string; readonly total: string; readonly kept: string }[];
  readonly problems?: readonly { readonly line: number; readonly message: string }[];
  readonly [more: string]: unknown;
}

/** A large bill takes its time. */
const PATIENCE_MS = 10 * 60_000;

/** Loads a file through the pane as a person would: chooses it, maps its columns, looks at the preview, takes the report and presses Load. */
export async function importFile(local: LocalPage, { path: file, mapping }: FileToLoad): Promise<LoadedFile> {
  if (!existsSync(file)) {
    throw new UserError(`"${file}" is not there.`);
  }
  const { pane } = local;
  await local.showPane();
  await pane.getByRole('tab', { name: 'Data' }).click();
  await pane.getByRole('button', { name: 'Import a bill' }).click();
  await pane.getByLabel('File', { exact: true }).setInputFiles(file);
  const view = pane.locator('[data-import]');
  const name = path.basename(file);
  const failed = async (report: ImportReport | null): Promise<LoadedFile> => {
    const error = (await view.getByRole('alert').first().innerText()).replace(/\s+/g, ' ').trim();
    await leave(view);
    return { file: name, report, outcome: null, error };
  };

  if ((await settled(view)) === 'failed') {
    return failed(null);
  }
  if (mapping.length > 0) {
    await view.getByText('Mapping as text').click();
    await view.getByRole('textbox', { name: 'Mapping as text' }).fill(mapping.join(','));
    await view.getByRole('button', { name: 'Apply' }).click();
    if ((await settled(view)) === 'failed') {
      return failed(null);
    }
  }
  const report = await downloadedReport(local, view);
  for (const open of await view.locator('[data-before-load] input[type="checkbox"]').all()) {
    await open.check();
  }
  const load = view.getByRole('button', { name: /^Load / });
  if (await load.isDisabled()) {
    const error = (await view.locator('[data-before-load]').innerText()).replace(/\s+/g, ' ').trim();
    await leave(view);
    return { file: name, report, outcome: null, error };
  }
  await load.click();
  if ((await settled(view)) === 'failed') {
    return failed(report);
  }
  const outcome = (await view.locator('[data-outcome]').innerText()).replace(/\s+/g, ' ').trim();
  await leave(view);
  await local.settle();
  return { file: name, report, outcome, error: null };
}

/** Waits until the view has nothing under way. */
async function settled(view: Locator): Promise<'failed' | 'ready'> {
  await view.and(view.page().frameLocator('iframe').locator('[data-import="ready"],[data-import="failed"]')).waitFor({ timeout: PATIENCE_MS });
  return (await view.getAttribute('data-import')) === 'failed' ? 'failed' : 'ready';
}

async function downloadedReport(local: LocalPage, view: Locator): Promise<ImportReport> {
  const [download] = await Promise.all([local.page.waitForEvent('download'), view.getByRole('link', { name: 'Download the report' }).click()]);
  return JSON.parse(await readFile(await download.path(), 'utf8')) as ImportReport;
}

async function leave(view: Locator): Promise<void> {
  await view.getByRole('button', { name: /^(Back|Done)$/ }).first().click();
}

/** For people: what a file was and what came of it. */
export function importLines({ file, report, outcome, error }: LoadedFile): string[] {
  const totals = (report?.totals ?? []).map(({ currency, total, kept }) => `  ${total} ${currency}${kept === total ? '' : `, of which ${kept} counted`}`);
  const problems = (report?.problems ?? []).slice(0, 5).map(({ line, message }) => `  line ${line}: ${message}`);
  return [`${file}: ${report === null ? '' : `${report.format ?? ''}, ${report.rows ?? 0} rows`}`, ...totals, ...problems, `  ${error ?? outcome ?? ''}`];
}
