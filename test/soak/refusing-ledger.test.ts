import { LEDGER_USER, missingForEngine, type OtherUser } from '../../scripts/ledger-engine';
import { fillLedger, LedgerPage, startLedgerSite, type LedgerSite } from '../e2e/ledger-book';
import type { WorkbookPicture } from '../e2e/workbook-picture';

/* What a real ClickHouse says where it does not answer: it is told in words, and the workbook stays as it was. */
const missing = missingForEngine();
if (missing !== '') {
  process.stderr.write(`Skipped: what an engine refuses. ${missing}\n`);
}
const given = missing === '' ? describe : describe.skip;

const USERS: readonly OtherUser[] = [
  { name: 'hasty', settings: { max_execution_time: '1' } },
  { name: 'narrow', settings: { max_memory_usage: '20000000' } },
  { name: 'fixed', settings: { readonly: '1', max_execution_time: '1' } },
  { name: 'brief', settings: { max_rows_to_read: '1000000' } },
  { name: 'stranger', database: 'default' },
  { name: 'spent', queries: 4 },
];
/** Rows without end: of one client, or each of a client of its own. */
const endless = (client: string): string =>
  `SELECT ${client} AS SubAccountName, 'A' AS ProviderName, 'B' AS ServiceName, toDateTime('2024-01-01 00:00:00') AS ChargePeriodStart, toDecimal64(1, 2) AS BilledCost, 'USD' AS BillingCurrency FROM system.numbers`;

given('an engine that refuses', () => {
  let site: LedgerSite;
  let page: LedgerPage;
  let before: WorkbookPicture;

  beforeAll(async () => {
    site = await startLedgerSite({ users: USERS });
    await fillLedger(site.engine, 'focus', 2_000, 1);
    await site.engine.run(`CREATE VIEW billing.endless AS ${endless("'Acme'")}`);
    await site.engine.run(`CREATE VIEW billing.clients AS ${endless('toString(number)')}`);
    page = await LedgerPage.open(site);
    await page.local.loadReferenceData();
    before = await page.imports.picture();
  });
  afterAll(async () => {
    await page?.close();
    await site?.close();
  });
  beforeEach(() => page.start());

  /** How many statements of a user run on the engine. */
  const running = async (user: string): Promise<number> =>
    Number(await site.engine.run(`SELECT count() FROM system.processes WHERE user = '${user}'`));
  const untilRunning = async (user: string): Promise<void> => {
    while ((await running(user)) === 0) {
      await page.local.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  const connect = (user: string, table: string): Promise<void> =>
    page.connect(table, { user, password: LEDGER_USER.password });

  it.each([
    ['the time', 'hasty', 'billing.endless', /longer than the time limit\. Ask for fewer months.*code 159/],
    ['the time, where no limits can be set', 'fixed', 'billing.endless', /longer than the time limit.*code 159/],
    ['the memory', 'narrow', 'billing.clients', /ran out of the memory.*fewer months or columns.*code 241/],
    ['the rows', 'brief', 'billing.endless', /reads more rows than you may.*code 158/],
  ])('says that %s that an administrator allows is used up', async (_, user, table, says) => {
    await connect(user, table);
    await page.button('Ask the ledger').click();
    expect(await page.imports.refusal()).toMatch(says);
    expect(await running(user)).toBe(0);
    expect(await page.imports.picture()).toEqual(before);
  });

  it('says what a user may not read, and asks no more of one whose quota is used up', async () => {
    await connect('stranger', 'billing.focus');
    expect(await page.imports.refusal()).toMatch(/You may not read this database\..*code 291/);
    await page.start();
    await connect('spent', 'billing.focus');
    await page.button('Ask the ledger').click();
    expect(await page.imports.refusal()).toMatch(/The quota of this user is used up.*code 201/);
    expect(await page.imports.picture()).toEqual(before);
  });

  it('says that an administrator has stopped the statement', async () => {
    await connect(LEDGER_USER.user, 'billing.endless');
    await page.button('Ask the ledger').click();
    await untilRunning(LEDGER_USER.user);
    await site.engine.run(`KILL QUERY WHERE user = '${LEDGER_USER.user}' SYNC`);
    expect(await page.imports.refusal()).toMatch(/was stopped on the engine, by you or by an administrator.*code 394/);
    expect(await page.imports.picture()).toEqual(before);
  });

  it('says that the engine was lost in the middle, and answers again once it is back', async () => {
    await connect(LEDGER_USER.user, 'billing.endless');
    await page.button('Ask the ledger').click();
    await untilRunning(LEDGER_USER.user);
    await site.engine.restart();
    expect(await page.imports.refusal()).toMatch(/as when the engine is restarted\. None of .* Try again|Ask again/);
    expect(await page.imports.picture()).toEqual(before);
    await page.start();
    await page.openTable('billing.focus');
    expect(await page.ask()).not.toEqual([]);
  });
});
