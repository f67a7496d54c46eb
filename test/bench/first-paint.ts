import type { FrameLocator } from 'playwright-core';
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

/** The skeleton of the pane counts as its first paint, its row of tabs as its first content. */
const PAINTS = { 'first-paint': 'paint', 'first-contentful-paint': 'content' } as const;
type Paint = keyof typeof PAINTS;

/**
 * The pane's first paint, first content and first view in the local workbook, over the paint and the content of an empty page with
 * Office.js in its place. Only the view waits for Office to be ready, and for the workbook to be read.
 */
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
      lines.push({ what, ratio: ratio.toFixed(2), aim: '1.5 at most' });
    }
    const view = await sideBySide(
      ROUNDS,
      () => viewTime(server.origin),
      () => paintTime(emptyServer.origin, 'first-contentful-paint'),
    );
    const what = "The pane's first view, over the first content of that page";
    lines.push({ what, ratio: view.toFixed(2), aim: 'as low as can be' });
    return lines;
  } finally {
    await server.close();
    await emptyServer.close();
    await ours.remove();
    await empty.remove();
  }
}

/** From the frame's start to the paint, in milliseconds. */
function paintTime(origin: string, paint: Paint): Promise<number> {
  return withPane(origin, (pane) =>
    pane.locator('body').evaluate(
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
    ),
  );
}

/** From the frame's start to the view of a workbook without tables, in milliseconds: when it asks for its picture. */
function viewTime(origin: string): Promise<number> {
  return withPane(origin, async (pane) => {
    const picture = pane.locator('.first-run img');
    await picture.waitFor();
    return picture.evaluate(
      ({ src }: HTMLImageElement) => performance.getEntriesByName(src)[0]?.startTime ?? Number.NaN,
    );
  });
}

/** Measures the pane in a browser that has nothing in its memory. */
async function withPane(origin: string, measure: (pane: FrameLocator) => Promise<number>): Promise<number> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${origin}/local.html`);
    await local.showPane();
    return await measure(local.pane);
  } finally {
    await browser.close();
  }
}
