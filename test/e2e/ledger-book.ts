import type { Locator } from 'playwright-core';
import type { RunningBrowser } from '../../scripts/browser';
import { LEDGER_USER, freePort, startLedgerEngine, type LedgerEngine } from '../../scripts/ledger-engine';
import { ledgerCsv, LEDGER_SCHEMA } from '../../scripts/ledger-rows';
import { LocalPage } from '../../scripts/local-page';
import { startServer, type RunningServer } from '../../scripts/server';
import { ImportPage } from './import-page';
import { openContext } from './shared-browser';

/** An engine, and a server whose pane may ask it. */
export interface LedgerSite {
  readonly engine: LedgerEngine;
  readonly pages: RunningServer;
  close(): Promise<void>;
}

export async function startLedgerSite(options: Parameters<typeof startLedgerEngine>[2] = {}): Promise<LedgerSite> {
  const port = await freePort();
  const pages = await startServer({ port: 0, ledgers: [`https://localhost:${port}`] });
  try {
    const engine = await startLedgerEngine(port, pages.origin, options);
    return {
      engine,
      pages,
      close: async () => {
        await engine.stop();
        await pages.close();
      },
    };
  } catch (error) {
    await pages.close();
    throw error;
  }
}

/** Makes the table billing.NAME, with made-up rows in it. */
export async function fillLedger(
  { run }: LedgerEngine,
  name: string,
  rows: number,
  seed: number,
  server = 0,
): Promise<void> {
  await run('CREATE DATABASE IF NOT EXISTS billing', server);
  await run(`CREATE TABLE billing.${name} ${LEDGER_SCHEMA}`, server);
  let format = 'CSVWithNames';
  for (const part of ledgerCsv(rows, seed)) {
    await run(`INSERT INTO billing.${name} FORMAT ${format}`, server, part);
    format = 'CSV';
  }
}

/** Drives the pane's way to a ledger as a person would. */
export class LedgerPage {
  readonly imports: ImportPage;

  private constructor(
    readonly local: LocalPage,
    private readonly browser: RunningBrowser,
  ) {
    this.imports = new ImportPage(local);
  }

  /** @param own without it, the browser of the tests */
  static async open({ pages }: Pick<LedgerSite, 'pages'>, own?: RunningBrowser): Promise<LedgerPage> {
    const browser = own ?? (await openContext());
    return new LedgerPage(await LocalPage.open(browser.context, `${pages.origin}/local.html`), browser);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  get view(): Locator {
    return this.imports.view;
  }

  field(label: string): Locator {
    return this.view.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.view.getByRole('button', { name, exact: true });
  }

  /** Opens the form: from the Data tab, or from the first view where there are no tabs. */
  async start(): Promise<void> {
    await this.local.showPane();
    if (await this.view.isVisible()) {
      await this.imports.leave();
    }
    const data = this.local.pane.getByRole('tab', { name: 'Data' });
    const connect = this.local.pane.getByRole('button', { name: 'Connect a ledger…' });
    await data.or(connect).first().waitFor();
    if (await data.isVisible()) {
      await data.click();
    }
    await connect.click();
    await this.field('Address').waitFor();
  }

  /** Types who is asking, connects, and opens a table. */
  async connect(table: string, { user, password }: { user: string; password: string } = LEDGER_USER): Promise<void> {
    await this.field('User').fill(user);
    await this.field('Password').fill(password);
    await this.button('Connect').click();
    await this.view.getByText(/^Connected: /).waitFor();
    await this.openTable(table);
  }

  async openTable(table: string): Promise<void> {
    await this.field('Table').fill(table);
    await this.button('Read its columns').click();
  }

  /** Asks, and gives the lines of the totals. */
  async ask(): Promise<string[][]> {
    await this.button('Ask the ledger').click();
    return this.imports.totals();
  }
}
