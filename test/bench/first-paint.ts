import { launchBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { startServer } from '../../scripts/server';
import type { BenchLine } from './bench-line';
import { buildVariant } from './build-variant';
import { sideBySide } from './side-by-side';

const ROUNDS = 5;

/** A page with Office.js and a line of text. */
const EMPTY_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head><body><p>Empty</p></body></html>`;

/** The pane's first paint in the local workbook, over that of an empty page with Office.js in its place. */
export async function firstPaint(): Promise<BenchLine[]> {
  const empty = await buildVariant({ 'taskpane.html': () => EMPTY_PAGE });
  const server = await startServer({ port: 0 });
  const emptyServer = await startServer({ port: 0, folders: { '/': empty.folder } });
  try {
    const ratio = await sideBySide(
      ROUNDS,
      () => paintTime(server.origin),
      () => paintTime(emptyServer.origin),
    );
    return [{ what: "The pane's first paint, over that of an empty page with Office.js", ratio: ratio.toFixed(2), aim: '' }];
  } finally {
    await server.close();
    await emptyServer.close();
    await empty.remove();
  }
}

/** From the frame's start to its first text or image, in milliseconds. */
async function paintTime(origin: string): Promise<number> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, origin);
    return await local.pane.locator('body').evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint !== undefined) {
              resolve(paint.startTime);
            }
          }).observe({ type: 'paint', buffered: true });
        }),
    );
  } finally {
    await browser.close();
  }
}
