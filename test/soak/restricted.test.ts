import type { RunningBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { ImportPage } from '../e2e/import-page';
import { serverOrigin } from '../e2e/local-workbook';
import { openContext } from '../e2e/shared-browser';

/* Where the browser or the document allows less than usual: frames in Teams, cookies refused, a document that is read-only. */
let browser: RunningBrowser;

beforeEach(async () => {
  browser = await openContext();
});

afterEach(() => browser?.close());

/** Runs in every frame: storage and locks as a browser refuses them to a partitioned frame, and no windows of one's own. */
function refuseStorageAndWindows(): void {
  const refuse = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'caches'] as const) {
    Object.defineProperty(window, name, { configurable: true, get: refuse });
  }
  indexedDB.open = refuse;
  // A page that is not secure, such as the empty one, has none.
  if ('locks' in navigator) {
    navigator.locks.request = () =>
      Promise.reject(new DOMException('Access is denied for this document.', 'SecurityError'));
  }
  window.open = () => null;
}

const BILL = { name: 'bill.csv', text: 'Client,Vendor,Month,Amount,Currency\nFabrikam,OpenAI,2024-11,12.5,USD\n' };

/** The address of a cell of the sheet Tour with a function of ours. */
async function ourCell(local: LocalPage): Promise<string> {
  const addresses = Array.from({ length: 60 }, (_, at) => `${'ABCD'[at % 4]}${Math.floor(at / 4) + 1}`);
  const cells = await local.read('Tour', addresses);
  return addresses[cells.findIndex(({ formula }) => formula.startsWith('=AISPEND('))] ?? 'none';
}

/** How many rows and which first cells a table has, in a form that shows differences well. */
async function clientsOf(local: LocalPage): Promise<string[]> {
  return (await local.read('AI Clients', ['A1', 'A2', 'A3', 'A4', 'A5', 'E2', 'I5'])).map(({ text }) => text);
}

test('with storage blocked, without locks and without windows, all jobs are done as ever', async () => {
  const complaints: string[] = [];
  await browser.context.addInitScript(refuseStorageAndWindows);
  browser.context.on('page', (page) => page.on('pageerror', (error) => complaints.push(String(error))));
  const local = await LocalPage.open(browser.context, `${serverOrigin()}/local.html`, await browser.context.newPage());
  await local.page.getByText('This browser keeps nothing for this page').waitFor();
  await local.loadReferenceData();
  const sheet = await local.addSheet();
  await local.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=AISPEND("Fabrikam",,"USD")'],
  ]);
  await local.settle();
  expect((await local.read(sheet, ['A1']))[0]?.text).toBe('20,000,000.00 EUR');

  const bill = new ImportPage(local);
  await bill.choose(BILL);
  await bill.totals();
  expect(await bill.load()).toBe('1 row added as bill.csv, 3 other rows kept.');
  expect((await local.read(sheet, ['A2']))[0]?.text).toBe('12.50 USD');
  await bill.leave();

  await local.showSheet(sheet);
  await local.pane.getByRole('button', { name: 'Prepare for sharing…' }).click();
  await local.pane.getByRole('button', { name: 'Copy with values' }).click();
  await local.page.waitForFunction((name) => window.localWorkbook.sheetNames().includes(`${name} (values)`), sheet);
  await local.settle();
  expect((await local.read(`${sheet} (values)`, ['A1', 'A2'])).map(({ formula, text }) => [formula, text])).toEqual([
    ['', '20,000,000.00 EUR'],
    ['', '12.50 USD'],
  ]);
  expect(complaints).toEqual([]);
});

test('in a read-only document every action that writes says why it cannot, and nothing is written', async () => {
  const writable = await LocalPage.open(
    browser.context,
    `${serverOrigin()}/local.html`,
    await browser.context.newPage(),
  );
  await writable.loadReferenceData();
  await writable.page.close();

  const local = await LocalPage.open(
    browser.context,
    `${serverOrigin()}/local.html?readonly`,
    await browser.context.newPage(),
  );
  const before = await clientsOf(local);
  expect(before.slice(0, 4)).toEqual(['Client', 'ByteDance', 'Adobe', 'Meta']);
  await local.showPane();
  await local.pane.getByRole('button', { name: /^ByteDance/ }).click();
  const { pane } = local;
  const refuses = async (...names: (string | RegExp)[]): Promise<void> => {
    await pane.getByText('This workbook is read-only.').filter({ visible: true }).waitFor();
    for (const name of names) {
      const button = pane.getByRole('button', { name }).first();
      expect([String(name), await button.getAttribute('aria-disabled')]).toEqual([String(name), 'true']);
      await button.click({ force: true });
    }
  };
  await refuses(/^Insert =AISPEND/);
  await local.click('Tour', await ourCell(local));
  await pane.getByRole('tab', { name: 'Explain' }).click();
  await pane.getByRole('button', { name: 'Write as a note' }).waitFor();
  await refuses('Write as a note');
  await pane.getByRole('tab', { name: 'Build' }).click();
  await pane.getByRole('button', { name: 'Insert' }).waitFor();
  await refuses('Insert');
  await pane.getByRole('tab', { name: 'Data' }).click();
  await refuses('Load reference data');
  await pane.getByRole('button', { name: 'Prepare for sharing…' }).click();
  await pane.getByText('No sheet can be written: the workbook is read-only. Save a copy that you can edit.').waitFor();
  await refuses('List the sources');
  expect(await pane.getByRole('switch').getAttribute('aria-disabled')).toBe('true');
  await pane.getByRole('button', { name: 'Back', exact: true }).click();
  const bill = new ImportPage(local);
  await bill.choose(BILL);
  await bill.totals();
  await pane.getByText('The workbook is read-only: save a copy that you can edit.').waitFor();
  await refuses('Load');
  await local.settle();
  expect(await clientsOf(local)).toEqual(before);
});
