import path from 'node:path';
import { launchBrowser, type RunningBrowser } from './browser';
import { print, report, runCommand, UsageError } from './command';
import { reasonForNoWindow } from './find-browser';
import { firstScreen } from './first-screen';
import { interruption } from './interruption';
import { LocalPage } from './local-page';
import { buildFolder, cacheFolder } from './project';
import { resultLines } from './results';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';

const DEFAULT_PORT = '3000';
const SCREENSHOT = path.join(buildFolder, 'first-screen.png');

runCommand({
  help: `Usage: npm start -- [--port PORT]

Builds the add-in and opens it in the local workbook, a spreadsheet page that stands in for Excel; goes on serving it
until Ctrl+C. If no window can be opened, follows the first steps on its first sheet in a browser without one, prints the
figures there, and takes a picture.

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

/** Opens the local workbook in a window; if none can be opened, looks at its first screen without one. */
async function show(origin: string): Promise<RunningBrowser | undefined> {
  const obstacle = reasonForNoWindow();
  if (obstacle === undefined) {
    return showInWindow(origin);
  }
  report(`${obstacle} Looking at the first screen without a window instead.`);
  await lookWithoutWindow(origin);
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

/** What is printed is what the picture shows. A failure is told, and the server goes on: a browser elsewhere on this machine may still want it. */
async function lookWithoutWindow(origin: string): Promise<void> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, origin);
    const figures = await firstScreen(local);
    await local.page.screenshot({ path: SCREENSHOT });
    print(resultLines(figures).join('\n'));
    report(`A picture of them, in the example workbook, which is made up: ${SCREENSHOT}`);
    report('Published figures: npm run tour');
  } catch (error) {
    report(`The first screen failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await browser.close();
  }
}
