import { launchBrowser, type RunningBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';

/** The local workbook in a browser of its own. */
export interface OpenedWorkbook {
  readonly local: LocalPage;
  readonly browser: RunningBrowser;
}

/** Where the server of these tests listens; the global set-up started it. */
export function serverOrigin(): string {
  const origin = process.env['AI_SPEND_ORIGIN'];
  if (origin === undefined) {
    throw new Error('No server: run these tests by npm run test:e2e.');
  }
  return origin;
}

/** Opens the local workbook in a new browser; whoever opens it closes the browser. */
export async function openWorkbook(): Promise<OpenedWorkbook> {
  const browser = await launchBrowser({ headed: false });
  try {
    return { browser, local: await LocalPage.open(browser.context, serverOrigin()) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
