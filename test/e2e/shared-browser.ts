import { chromium } from 'playwright-core';
import { newContext, type RunningBrowser } from '../../scripts/browser';

/**
 * Opens a context of its own, as new as a browser just started, in the browser that the global set-up started.
 *
 * @param language of the user; English if it does not matter
 */
export async function openContext(language?: string): Promise<RunningBrowser> {
  const endpoint = process.env['AI_SPEND_BROWSER'];
  if (endpoint === undefined) {
    throw new Error('No browser: run these tests by npm run test:e2e.');
  }
  const browser = await chromium.connect(endpoint);
  const context = await newContext(browser, language);
  // Leaves the browser to the other tests.
  return { context, close: () => browser.close() };
}
