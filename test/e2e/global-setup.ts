import path from 'node:path';
import { report } from '../../scripts/command';
import { findHeadlessBrowser } from '../../scripts/find-browser';
import { startServer, type RunningServer } from '../../scripts/server';
import { buildForDevelopment } from '../../scripts/webpack-build';

const FIXTURE_ADD_IN = path.join(__dirname, 'fixture-addin');

declare global {
  var e2eServer: RunningServer | undefined;
}

/** Once for all browser tests: a browser is there (its lack is a failure), build/ is made, and a server runs on a free port. */
export default async function globalSetup(): Promise<void> {
  const { executable } = await findHeadlessBrowser();
  report(`Browser tests use ${executable}`);
  await buildForDevelopment();
  const server = await startServer({ port: 0, folders: { '/fixture-addin/': FIXTURE_ADD_IN } });
  globalThis.e2eServer = server;
  process.env['AI_SPEND_ORIGIN'] = server.origin;
}
