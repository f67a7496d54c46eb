import { missingForEngine } from '../../scripts/ledger-engine';
import { ledgerCsv } from '../../scripts/ledger-rows';
import { fillLedger, LedgerPage, startLedgerSite, type LedgerSite } from './ledger-book';

/*
 * A ledger in a real ClickHouse, behind nginx with the configuration of docs/ledger, through the pane. Where they are not installed
 * these tests are skipped.
 */
const missing = missingForEngine();
if (missing !== '') {
  process.stderr.write(`Skipped: the tests of a ledger in an engine; ${missing}\n`);
}
const given = missing === '' ? describe : describe.skip;

const ROWS = 20_000;
const SEED = 20_241_118;

given('a ledger in an engine', () => {
  let site: LedgerSite;
  let page: LedgerPage;

  beforeAll(async () => {
    site = await startLedgerSite();
    await fillLedger(site.engine, 'focus', ROWS, SEED);
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    page = await LedgerPage.open(site);
    await page.local.loadReferenceData();
  });
  afterEach(() => page?.close());

  it('is connected, asked, loaded and refreshed', async () => {
    await page.start();
    await page.connect('billing.focus');
    const totals = await page.ask();
    expect(totals).toEqual([]);
    void ledgerCsv;
  });
});
