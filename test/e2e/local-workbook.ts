import type { BrowserContext, Page } from 'playwright-core';
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

/**
 * Opens the local workbook in a new context of the browser; whoever opens it closes it.
 *
 * @param query of the page's address, such as `?api=1.16`
 * @param prepare is handed the context before anything is loaded in it
 * @param language of the user; English if it does not matter
 */
export async function openWorkbook(
  query = '',
  prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
  language?: string,
): Promise<OpenedWorkbook> {
  const browser = await openContext(language);
  try {
    await prepare(browser.context);
    return { browser, local: await LocalPage.open(browser.context, `${serverOrigin()}/local.html${query}`) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Has each test of the file end without anything that the browser complains of: exceptions, policy violations, console errors. */
export function expectNoComplaints(): { of(page: Page): void } {
  const complaints: string[] = [];
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  return {
    of: (page) => {
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    },
  };
}
