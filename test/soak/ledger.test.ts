import { missingForEngine } from '../../scripts/ledger-engine';
import { ledgerCsv, LEDGER_SCHEMA } from '../../scripts/ledger-rows';
import { fillLedger, LedgerPage, startLedgerSite, type LedgerSite } from '../e2e/ledger-book';

/*
 * A ledger in a real ClickHouse, behind nginx with the configuration of docs/ledger, through the pane. If they are not installed
 * these tests are skipped.
 */
const missing = missingForEngine();
if (missing !== '') {
  process.stderr.write(`Skipped: the tests of a ledger in an engine. ${missing}\n`);
}
const given = missing === '' ? describe : describe.skip;

const ROWS = 6_000;
const SEED = 20_241_118;
/** Rows without end, which make one sum. */
const ENDLESS =
  "SELECT 'Acme' AS SubAccountName, 'A' AS ProviderName, 'B' AS ServiceName, toDateTime('2024-01-01 00:00:00') AS ChargePeriodStart, toDecimal64(1, 2) AS BilledCost, 'USD' AS BillingCurrency FROM system.numbers";

given('a ledger in an engine', () => {
  let site: LedgerSite;
  let page: LedgerPage;
  let ofFile: string[][];

  beforeAll(async () => {
    site = await startLedgerSite({ servers: 2 });
    const { engine } = site;
    await fillLedger(engine, 'focus', ROWS, SEED);
    for (const [server, test] of [
      [0, "SkuId < 'sku-4'"],
      [1, "SkuId >= 'sku-4'"],
    ] as const) {
      await fillLedger(engine, 'all_rows', ROWS, SEED, server);
      await engine.run(`CREATE TABLE billing.half ${LEDGER_SCHEMA}`, server);
      await engine.run(`INSERT INTO billing.half SELECT * FROM billing.all_rows WHERE ${test}`, server);
    }
    await engine.run('CREATE TABLE billing.whole AS billing.half ENGINE = Distributed(ledger, billing, half)');
    await engine.run(`CREATE VIEW billing.endless AS ${ENDLESS}`);
    page = await LedgerPage.open(site);
    await page.local.loadReferenceData();
    await page.imports.choose({ name: 'focus.csv', text: [...ledgerCsv(ROWS, SEED)].join('') });
    ofFile = (await page.imports.totals()).map(([name = '', ...rest]) => [name.replace('file', 'ledger'), ...rest]);
    await page.imports.leave();
  });
  afterAll(async () => {
    await page?.close();
    await site?.close();
  });
  beforeEach(() => page.start());

  /** The names of AIClients and what AIImports tells, in a form that shows differences well. */
  const loaded = async (): Promise<{ clients: string[]; sources: string[] }> => {
    const sheet = await page.local.read(
      'AI Clients',
      Array.from({ length: 900 }, (_, at) => `A${at + 2}`),
    );
    const sources = await page.local.read('AI Imports', ['A2', 'A3', 'A4', 'A5']);
    return {
      clients: [...new Set(sheet.map(({ text }) => text))].filter((name) => name !== '').sort(),
      sources: sources.map(({ text }) => text).filter((name) => name !== ''),
    };
  };

  it('gives the totals of the file with the same rows, to the last digit, from one server and from two', async () => {
    await page.connect('billing.focus');
    expect(await page.ask()).toEqual(ofFile);
    await page.start();
    await page.openTable('billing.whole');
    expect(await page.ask()).toEqual(ofFile);
  });

  it('is loaded as a bill is, and brought up to date: what is gone goes, and nothing else', async () => {
    await page.connect('billing.focus');
    await page.field('From').fill('2024-02');
    await page.field('To').fill('2024-03');
    await page.ask();
    // The rows end with 28 March.
    const isOver = page.view.getByRole('radio', { name: 'Yes, it has no more rows' });
    expect(await isOver.isChecked()).toBe(false);
    await isOver.check();
    await page.imports.totals();
    expect(await page.imports.load()).toMatch(/^[\d,]+ rows added as localhost:\d+ billing\.focus [0-9a-f]{8} \d{4}-/);
    const before = await loaded();
    expect(before.clients).toEqual(
      expect.arrayContaining(['=HYPERLINK("https://evil.example","x")', 'ByteDance', '东京株式会社']),
    );
    expect(before.sources.filter((source) => source !== before.sources[0])).toEqual(before.sources.slice(2));
    const formulas = await page.local.read('AI Clients', ['A5', 'A6', 'A7', 'A8', 'A9']);
    expect(formulas.map(({ formula }) => formula)).toEqual(['', '', '', '', '']);

    const { engine } = site;
    await engine.run('RENAME TABLE billing.focus TO billing.before');
    await engine.run(`CREATE TABLE billing.focus ${LEDGER_SCHEMA}`);
    await engine.run("INSERT INTO billing.focus SELECT * FROM billing.before WHERE SubAccountName != '东京株式会社'");
    await page.imports.leave();
    await page.local.pane.getByRole('button', { name: /^Refresh localhost/ }).click();
    await page.button('Read its columns').click();
    expect(await page.field('From').inputValue()).toBe('2024-02');
    await page.ask();
    // What was answered says nothing of the month that is the last by now.
    expect(await isOver.isChecked()).toBe(false);
    await page.imports.load();
    const after = await loaded();
    expect(after.clients).toEqual(before.clients.filter((name) => name !== '东京株式会社'));
    expect(new Set(after.sources).size).toBe(1);

    await engine.run('ALTER TABLE billing.focus DROP COLUMN BilledCost');
    await page.imports.leave();
    await page.local.pane.getByRole('button', { name: /^Refresh localhost/ }).click();
    await page.button('Read its columns').click();
    expect(await page.imports.refusal()).toMatch(/The table is not as it was when it was loaded: .*BilledCost/);
    await engine.run('DROP TABLE billing.focus');
    await page.button('Read its columns').click();
    await page.view.getByText('There is no such table').waitFor();
    await engine.run('RENAME TABLE billing.before TO billing.focus');
    expect(await loaded()).toEqual(after);
  });

  it('says what is wrong with the password, the table or the months, and what to do', async () => {
    await page.field('User').fill('ai_spend');
    await page.field('Password').fill('wrong');
    await page.button('Connect').click();
    expect(await page.imports.refusal()).toContain('The password is wrong. Type it again.');
    await page.field('Password').fill('password');
    await page.openTable('default.nothing');
    await page.view.getByText(/may not read it|You may not|lack the right/).waitFor();
    await page.openTable('billing.focus');
    await page.field('From').fill('2024-1');
    await page.view.getByText('"2024-1" is not a month').waitFor();
    expect(await page.button('Ask the ledger').getAttribute('aria-disabled')).toBe('true');
  });

  it('is stopped in the engine where it is cancelled, and says so where the engine is restarted', async () => {
    await page.connect('billing.endless');
    const running = async (): Promise<boolean> =>
      (await site.engine.run("SELECT count() FROM system.processes WHERE user = 'ai_spend'")).trim() !== '0';
    const until = async (wanted: boolean): Promise<void> => {
      while ((await running()) !== wanted) {
        await page.local.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
    };
    await page.button('Ask the ledger').click();
    await until(true);
    await page.button('Cancel').click();
    await until(false);
    await page.view.getByText('The reading was cancelled.').waitFor();

    await page.button('Ask the ledger').click();
    await until(true);
    await site.engine.restart();
    await page.view.getByText(/as when the engine is restarted/).waitFor();
  });
});
