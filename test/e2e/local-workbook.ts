import type { RunningBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { openContext } from './shared-browser';

/** The local workbook in a browser context of its own. */
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

/** Opens the local workbook in a new context of the browser; whoever opens it closes it. */
export async function openWorkbook(): Promise<OpenedWorkbook> {
  const browser = await openContext();
  try {
    return { browser, local: await LocalPage.open(browser.context, serverOrigin()) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
