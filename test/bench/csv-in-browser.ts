import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { startServer } from '../../scripts/server';
import type { Reader } from './csv-readers';
import { sideBySide } from './side-by-side';

const PAGE = '<!doctype html><html lang="en"><title>CSV</title><body><input type="file" /></body></html>';
/** A reading takes seconds; a page that does not answer is not waited for. */
const PATIENCE_MS = 10 * 60_000;

/**
 * A bill read in a worker of Chromium, as the pane reads it: our reader, which adds it up, over PapaParse, which only hands out the rows.
 *
 * @param rows that both must find
 */
export async function csvInBrowser(file: string, rows: number, rounds: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  await writeFile(path.join(folder, 'csv.html'), PAGE);
  await build({
    entryPoints: [path.join(__dirname, 'csv-reading-in-worker.ts')],
    outfile: path.join(folder, 'worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
  });
  const server = await startServer({ port: 0, folders: { '/': folder } });
  const browser = await launchBrowser({ headed: false });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${server.origin}/csv.html`);
    await page.locator('input').setInputFiles(file);
    return await sideBySide(
      rounds,
      () => readOnce(page, 'ours', rows),
      () => readOnce(page, 'papaparse', rows),
    );
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** Each reading has a worker of its own, so that neither inherits the other's memory. In milliseconds. */
async function readOnce(page: Page, reader: Reader, rows: number): Promise<number> {
  const found = await page.evaluate(
    (which) =>
      new Promise<{ rows: number; milliseconds: number }>((resolve, reject) => {
        const file = document.querySelector('input')?.files?.[0];
        const worker = new Worker('worker.js');
        worker.onmessage = ({ data }: MessageEvent<{ rows: number; milliseconds: number } | { failure: string }>) => {
          worker.terminate();
          if ('failure' in data) {
            reject(new Error(data.failure));
          } else {
            resolve(data);
          }
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ reader: which, file });
      }),
    reader,
  );
  if (found.rows !== rows) {
    throw new Error(`${reader} found ${found.rows} of ${rows} rows`);
  }
  return found.milliseconds;
}
