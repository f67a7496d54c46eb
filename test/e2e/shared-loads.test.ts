import type { Frame } from 'playwright-core';
import { launchBrowser, type RunningBrowser } from '../../scripts/browser';
import type { LocalPage } from '../../scripts/local-page';
import { loadDriverScript } from './driver-script';
import type { SourceRows } from './load-driver';
import { addinOf, contentsOf, contentsOnceAgreed, openShared } from './shared-windows';
import type { WorkbookPicture } from './workbook-picture';

/*
 * Loads in a workbook that two browsers have open: nothing keeps their loads from one another but what the add-in sees of
 * the workbook. The tests go on from one another's workbook.
 */
const SHARE = 'loads';
let browsers: RunningBrowser[];
let one: LocalPage;
let other: LocalPage;
let script: string;

beforeAll(async () => {
  script = await loadDriverScript();
  browsers = await Promise.all([launchBrowser({ headed: false }), launchBrowser({ headed: false })]);
  one = await openShared(browsers[0]!.context, SHARE);
  other = await openShared(browsers[1]!.context, SHARE);
});

afterAll(() => Promise.all((browsers ?? []).map((browser) => browser.close())));

/** The window's add-in, with the driver in it. */
async function driven(window: LocalPage): Promise<Frame> {
  const frame = await addinOf(window);
  if (!(await frame.evaluate(() => 'loadDriver' in globalThis))) {
    await frame.evaluate(script);
  }
  return frame;
}

async function picture(local: LocalPage): Promise<WorkbookPicture> {
  return (await driven(local)).evaluate(() => window.loadDriver.picture());
}

async function expectAgreement(): Promise<void> {
  const [ofOne, ofOther] = await contentsOnceAgreed(one, other);
  expect(ofOther).toEqual(ofOne);
  expect(await picture(other)).toEqual(await picture(one));
}

/** Rows that are too large for one request, so that they stand ready on a hidden sheet first. */
function largeBill(source: string): SourceRows {
  return {
    table: 'AIClients',
    source,
    rows: Array.from({ length: 14 }, (_, at) => [
      `${source} ${at}`,
      'OpenAI',
      '',
      45_597,
      at,
      'USD',
      null,
      'billed',
      source,
      'ü'.repeat(30_000),
    ]),
  };
}

async function rowsOf(source: string): Promise<number> {
  const { sheets } = await picture(one);
  return (sheets['AI Clients']?.formulas ?? []).filter((row) => row.includes(source)).length;
}

test('two first loads at once into an empty workbook make one of each table, and no figure is doubled', async () => {
  await Promise.all([one, other].map((window) => window.showPane()));
  await Promise.all(
    [one, other].map((window) => window.pane.getByRole('button', { name: 'Load reference data' }).click()),
  );
  await Promise.all(
    [one, other].map((window) => window.pane.getByText('Reference data loaded').first().waitFor({ state: 'attached' })),
  );
  await expectAgreement();
  const { tables, sheets } = await picture(one);
  expect(Object.keys(tables).sort()).toEqual(['AIClients', 'AIRates', 'AIReturns']);
  expect(Object.keys(sheets).filter((name) => name.startsWith('AI '))).toEqual([
    'AI Clients',
    'AI Returns',
    'AI Rates',
  ]);
  expect(sheets['AI Clients']?.formulas.map((row) => row[0])).toEqual(['Client', 'ByteDance', 'Adobe', 'Meta']);
  await other.enter('Tour', [['M1', '=AISPEND("ByteDance")']]);
  await expectAgreement();
  expect((await one.read('Tour', ['M1']))[0]?.text).toBe('20,000,000.00 EUR');
});

test('a load that one author cancels leaves the workbook as it was for both, and what the other typed meanwhile stays', async () => {
  const before = await contentsOf(one);
  const frame = await driven(one);
  const [cancelled] = await Promise.all([
    frame.evaluate((what) => window.loadDriver.load([what], { cancelAt: 1 }), largeBill('cancelled')),
    other.enter('Tour', [['M3', 'typed meanwhile']]),
  ]);
  expect(cancelled).toMatchObject({ outcome: null, failure: expect.stringContaining('AbortError') });
  await expectAgreement();
  expect((await one.read('Tour', ['M3']))[0]?.text).toBe('typed meanwhile');
  await one.enter('Tour', [['M3', '']]);
  await expectAgreement();
  expect(await contentsOf(other)).toEqual(before);
});

test('two large loads at once both come in, whole', async () => {
  const frames = await Promise.all([one, other].map(driven));
  const loads = await Promise.all(
    frames.map((frame, at) =>
      frame.evaluate(
        (what) => window.loadDriver.load([what], {}, true),
        largeBill(at === 0 ? 'first.csv' : 'second.csv'),
      ),
    ),
  );
  expect(loads.map(({ failure }) => failure)).toEqual([null, null]);
  await expectAgreement();
  expect([await rowsOf('first.csv'), await rowsOf('second.csv')]).toEqual([14, 14]);
});

test('a window that is closed in the middle of a load leaves nothing half done; it comes back, and its next load cleans up', async () => {
  const before = await contentsOf(other);
  // The fourth request of the writing: some rows stand ready, none is in the table.
  expect(
    await (
      await driven(one)
    ).evaluate((what) => window.loadDriver.load([what], { dieAt: { request: 8, sent: true } }), largeBill('lost.csv')),
  ).toMatchObject({ died: true });
  await one.page.close();
  await other.page.getByRole('button', { name: 'Share', exact: true }).waitFor();
  await other.settle();
  const left = await picture(other);
  const staging = Object.keys(left.sheets).filter((name) => name.startsWith('AI Spend load'));
  expect(staging.map((name) => left.sheets[name]?.visibility)).toEqual(['VeryHidden']);
  await other.enter('Tour', [['M5', 'while one was away']]);
  await other.settle();

  one = await openShared(browsers[0]!.context, SHARE);
  expect((await one.read('Tour', ['M5']))[0]?.text).toBe('while one was away');
  expect(await rowsOf('lost.csv')).toBe(0);
  const again = await (
    await driven(one)
  ).evaluate((what) => window.loadDriver.load([what], {}, true), { ...largeBill('lost.csv'), rows: [] });
  expect(again).toMatchObject({ failure: null });
  await one.enter('Tour', [['M5', '']]);
  await expectAgreement();
  expect(Object.keys((await picture(other)).sheets).filter((name) => name.startsWith('AI Spend load'))).toEqual([]);
  expect(await contentsOf(other)).toEqual(before);
});

test('a window that loses the others says so, goes on alone, and joins them again when it is loaded anew', async () => {
  await browsers[0]!.context.setOffline(true);
  await one.enter('Tour', [['M7', 'alone']]);
  await one.page.getByText('This window is no longer shared: the connection with the server was lost.').waitFor();
  await one.settle();
  await other.enter('Tour', [['M8', 'without it']]);
  await other.settle();
  expect((await other.read('Tour', ['M7']))[0]?.text).toBe('');

  await browsers[0]!.context.setOffline(false);
  await one.page.close();
  one = await openShared(browsers[0]!.context, SHARE);
  await expectAgreement();
  expect((await one.read('Tour', ['M7', 'M8'])).map(({ text }) => text)).toEqual(['', 'without it']);
});
