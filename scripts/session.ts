import { launchBrowser } from './browser';
import { LocalPage } from './local-page';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';

/** Builds, serves on a free port, opens a new local workbook in a headless browser, and closes all again, whatever happens. */
export async function withLocalWorkbook<T>(work: (local: LocalPage) => Promise<T>): Promise<T> {
  await buildForDevelopment();
  const server = await startServer({ port: 0 });
  try {
    const browser = await launchBrowser({ headed: false });
    try {
      return await work(await LocalPage.open(browser.context, `${server.origin}/local.html`));
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
