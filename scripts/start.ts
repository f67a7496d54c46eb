import path from 'node:path';
import { launchBrowser, type RunningBrowser } from './browser';
import { print, report, runCommand, UsageError } from './command';
import { reasonForNoWindow } from './find-browser';
import { interruption } from './interruption';
import { LocalPage } from './local-page';
import { buildFolder, cacheFolder } from './project';
import { resultLines } from './results';
import { runTour } from './run-tour';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';

const DEFAULT_PORT = '3000';
/** The sheet that a new local workbook starts with. */
const TOUR_SHEET = 'Tour';
const SCREENSHOT = path.join(buildFolder, 'tour.png');

runCommand({
  help: `Usage: npm start -- [--port PORT]

Builds the add-in and opens it in the local workbook, a spreadsheet page that stands in for Excel; goes on serving it
until Ctrl+C. If no window can be opened, takes the tour in a browser without one, and prints it.

  --port PORT   serves at https://localhost:PORT instead of 3000; the variable PORT does the same`,
  takes: { options: { port: { type: 'string' } } },
  main: async ({ values }) => {
    const server = await startServer({ port: portOf(values.port ?? process.env['PORT'] ?? DEFAULT_PORT) });
    await buildForDevelopment();
    const browser = await show(server.origin);
    report(`Serving ${server.origin} until Ctrl+C.`);
    await interruption();
    await browser?.close();
    await server.close();
    return 0;
  },
});

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`"${text}" is not a port. Give a number from 1 to 65535.`);
  }
  return port;
}

/** Opens the local workbook in a window; where none can be opened, takes the tour without one. */
async function show(origin: string): Promise<RunningBrowser | undefined> {
  const obstacle = reasonForNoWindow();
  if (obstacle === undefined) {
    return showInWindow(origin);
  }
  report(`${obstacle} Taking the tour without a window instead.`);
  await tourWithoutWindow(origin);
  return undefined;
}

/** The profile is kept from one start to the next, and the workbook with it. */
async function showInWindow(origin: string): Promise<RunningBrowser> {
  const profile = path.join(cacheFolder, `local-workbook-profile-${new URL(origin).port}`);
  const browser = await launchBrowser({ headed: true, profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(origin);
  return browser;
}

/** A failed tour is told, and the server goes on: a browser elsewhere on this machine may still want it. */
async function tourWithoutWindow(origin: string): Promise<void> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, origin);
    const { loaded, surprises } = await runTour(local);
    print(resultLines(loaded).join('\n'));
    surprises.forEach(report);
    await local.showSheet(TOUR_SHEET);
    await local.page.screenshot({ path: SCREENSHOT });
    report(`A picture of the local workbook after the tour and its edit: ${SCREENSHOT}`);
  } catch (error) {
    report(`The tour failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await browser.close();
  }
}
