import { rm, mkdtemp } from 'node:fs/promises';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingForEngine } from '../../scripts/ledger-engine';
import { ledgerCsv } from '../../scripts/ledger-rows';
import { fillLedger, LedgerPage, startLedgerSite, type LedgerSite } from '../e2e/ledger-book';

/* A million rows, through the pane: as a file that it adds up itself, and added up by an engine. */
const missing = missingForEngine();
if (missing !== '') {
  process.stderr.write(`Skipped: the large ledger in an engine. ${missing}\n`);
}
const given = missing === '' ? describe : describe.skip;

const ROWS = Number(process.env['AI_SPEND_LEDGER_ROWS'] ?? 1_000_000);
const SEED = 20_241_118;

given('a large ledger', () => {
  let site: LedgerSite;
  let page: LedgerPage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-large-ledger-'));
    site = await startLedgerSite();
    await fillLedger(site.engine, 'focus', ROWS, SEED);
    page = await LedgerPage.open(site);
    await page.local.loadReferenceData();
  });
  afterAll(async () => {
    await page?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function writeCsv(): Promise<string> {
    const name = path.join(folder, 'ledger.csv');
    const file = createWriteStream(name);
    for (const part of ledgerCsv(ROWS, SEED)) {
      if (!file.write(part)) {
        await once(file, 'drain');
      }
    }
    await new Promise<void>((resolve) => {
      file.end(() => resolve());
    });
    return name;
  }

  async function totals(): Promise<string[][]> {
    return (await page.imports.totals()).map(([, ...rest]) => rest);
  }

  it('gives the sums that the pane finds itself in the same rows, to the last digit', async () => {
    const csv = await writeCsv();
    const started = performance.now();
    await page.imports.choose(csv);
    const ofFile = await totals();
    const readMs = performance.now() - started;
    await page.start();
    await page.connect('billing.focus');
    const asked = performance.now();
    await page.ask();
    const ofEngine = await totals();
    const askMs = performance.now() - asked;
    expect(ofEngine).toEqual(ofFile);
    process.stdout.write(
      `${ROWS.toLocaleString('en')} rows: ${Math.round(readMs)} ms as CSV in the pane, ${Math.round(askMs)} ms added up by the engine.\n`,
    );
  });
});
