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

/** A workbook without formulas, so that the add-in starts when its pane is shown. */
const EMPTY_WORKBOOK = JSON.stringify({ sheets: [{ name: 'Sheet1', cells: {} }] });

/** The skeleton of the pane counts as its first paint, its first text as its first content. */
const PAINTS = { 'first-paint': 'paint', 'first-contentful-paint': 'content' } as const;
type Paint = keyof typeof PAINTS;

/** The pane's first paint and first content in the local workbook, over those of an empty page with Office.js in its place. */
export async function firstPaint(): Promise<BenchLine[]> {
  const ours = await buildVariant({ 'assets/tour.json': () => EMPTY_WORKBOOK });
  const empty = await buildVariant({ 'assets/tour.json': () => EMPTY_WORKBOOK, 'taskpane.html': () => EMPTY_PAGE });
  const server = await startServer({ port: 0, folders: { '/': ours.folder } });
  const emptyServer = await startServer({ port: 0, folders: { '/': empty.folder } });
  try {
    const lines: BenchLine[] = [];
    for (const paint of Object.keys(PAINTS) as Paint[]) {
      const ratio = await sideBySide(
        ROUNDS,
        () => paintTime(server.origin, paint),
        () => paintTime(emptyServer.origin, paint),
      );
      const what = `The pane's first ${PAINTS[paint]}, over that of an empty page with Office.js`;
      lines.push({ what, ratio: ratio.toFixed(2), aim: 'as low as can be' });
    }
    return lines;
  } finally {
    await server.close();
    await emptyServer.close();
    await ours.remove();
    await empty.remove();
  }
}

/** From the frame's start to the paint, in milliseconds. */
async function paintTime(origin: string, paint: Paint): Promise<number> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${origin}/local.html`);
    await local.showPane();
    return await local.pane.locator('body').evaluate(
      (_, name) =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const [entry] = list.getEntriesByName(name);
            if (entry !== undefined) {
              resolve(entry.startTime);
            }
          }).observe({ type: 'paint', buffered: true });
        }),
      paint,
    );
  } finally {
    await browser.close();
  }
}
