import path from 'node:path';
import { startBrowserServer, type BrowserServer } from '../../scripts/browser';
import { report } from '../../scripts/command';
import { startServer, type RunningServer } from '../../scripts/server';
import { buildForDevelopment } from '../../scripts/webpack-build';

const FIXTURE_ADD_IN = path.join(__dirname, 'fixture-addin');

declare global {
  var e2eServer: RunningServer | undefined;
  var e2eBrowser: BrowserServer | undefined;
}

/** Once for all browser tests: build/ is made, and one server on a free port and one browser (its lack is a failure) run. */
export default async function globalSetup(): Promise<void> {
  await buildForDevelopment();
  const browser = await startBrowserServer();
  report(`Browser tests use ${browser.executable}`);
  globalThis.e2eBrowser = browser;
  process.env['AI_SPEND_BROWSER'] = browser.endpoint;
  const server = await startServer({ port: 0, folders: { '/fixture-addin/': FIXTURE_ADD_IN } });
  globalThis.e2eServer = server;
  process.env['AI_SPEND_ORIGIN'] = server.origin;
}
