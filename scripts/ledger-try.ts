import path from 'node:path';
import { launchBrowser, type RunningBrowser } from './browser';
import { report, runCommand, UsageError, UserError } from './command';
import { reasonForNoWindow } from './find-browser';
import { interruption } from './interruption';
import { freePort, LEDGER_USER, missingForEngine, startLedgerEngine, type LedgerEngine } from './ledger-engine';
import { LEDGER_SCHEMA, ledgerCsv } from './ledger-rows';
import { cacheFolder } from './project';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';

const DEFAULT_ROWS = 1_000_000;
const MOST_ROWS = 50_000_000;
const SEED = 20_241_118;
const PORT = 3100;

runCommand({
  help: `Usage: npm run ledger:try -- [--rows ROWS]

Starts ClickHouse with made-up rows, nginx before it and the local workbook beside it, to try a ledger by hand, until
Ctrl+C. Needs Debian's clickhouse-server and nginx; they run as ordinary processes in a folder that goes with them.

  --rows ROWS   how many, ${DEFAULT_ROWS.toLocaleString('en')} without it: always the same rows`,
  takes: { options: { rows: { type: 'string' } } },
  main: async ({ values }) => {
    const rows = rowsOf(values.rows ?? String(DEFAULT_ROWS));
    const missing = missingForEngine();
    if (missing !== '') {
      throw new UserError(`${missing}. On Debian and Ubuntu these are packages.`);
    }
    const ended = interruption();
    await buildForDevelopment();
    const port = await freePort();
    const server = await startServer({ port: PORT, ledgers: [`https://localhost:${port}`] });
    const engine = await startLedgerEngine(port, server.origin);
    let browser: RunningBrowser | null = null;
    try {
      const isFilled = await Promise.race([fill(engine, rows).then(() => true), ended.then(() => false)]);
      if (isFilled) {
        browser = await show(`${server.origin}/local.html`);
        report(
          `In the pane: Connect a ledger (in a workbook with figures, in the Data tab); ${engine.origin}, user ${LEDGER_USER.user}, password ${LEDGER_USER.password}, table billing.focus.`,
        );
        report(`Serving ${server.origin} until Ctrl+C.`);
        await ended;
      }
    } finally {
      await browser?.close();
      await engine.stop();
      await server.close();
    }
    return 0;
  },
});

function rowsOf(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1 || rows > MOST_ROWS) {
    throw new UsageError(`"${text}" is not a number of rows from 1 to ${MOST_ROWS.toLocaleString('en')}.`);
  }
  return rows;
}

async function fill(engine: LedgerEngine, rows: number): Promise<void> {
  report(`Filling billing.focus with ${rows.toLocaleString('en')} rows ...`);
  await engine.run('CREATE DATABASE billing');
  await engine.run(`CREATE TABLE billing.focus ${LEDGER_SCHEMA}`);
  let format = 'CSVWithNames';
  for (const part of ledgerCsv(rows, SEED)) {
    await engine.run(`INSERT INTO billing.focus FORMAT ${format}`, 0, part);
    format = 'CSV';
  }
}

/** In a window, if one can be opened; elsewhere the address is all there is. */
async function show(origin: string): Promise<RunningBrowser | null> {
  const obstacle = reasonForNoWindow();
  if (obstacle !== undefined) {
    report(obstacle);
    return null;
  }
  const browser = await launchBrowser({ headed: true, profile: path.join(cacheFolder, 'ledger-profile') });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(origin);
  return browser;
}
