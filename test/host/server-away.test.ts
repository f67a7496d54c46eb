import type { LocalPage } from '../../scripts/local-page';
import type { RunningBrowser } from '../../scripts/browser';
import { AwayServer, untilAway, untilBack, untilSaid } from '../e2e/away-server';
import { openContext } from '../e2e/shared-browser';
import { ImportPage } from '../e2e/import-page';
import { addinOf, addSheetTo, agree, contentsOnceAgreed } from '../e2e/shared-windows';
import { takePicture } from '../e2e/workbook-picture';

/* Two windows on one workbook, and a server that stops and comes back at the same port with its memory of the windows lost. */
let server: AwayServer;
let browser: RunningBrowser;
let one: LocalPage;
let other: LocalPage;
let sheet: string;
let shares = 0;

beforeAll(async () => {
  server = await AwayServer.start();
  browser = await openContext();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  shares += 1;
  const name = `away-${shares}`;
  one = await server.open(browser.context, name);
  other = await server.open(browser.context, name);
  sheet = await addSheetTo(one, other);
  await agree([one, other]);
});

afterEach(async () => {
  await Promise.all([one.page.close(), other.page.close()]);
});

async function textsIn(local: LocalPage, ...addresses: string[]): Promise<string[]> {
  return (await local.read(sheet, addresses)).map(({ text }) => text);
}

/** What a window tells above the grid. */
async function noticeOf(local: LocalPage): Promise<string> {
  return (await local.page.locator('#notice-text').textContent()) ?? '';
}

async function away(...edits: readonly (() => Promise<unknown>)[]): Promise<void> {
  await server.stop();
  await untilAway(one, other);
  for (const edit of edits) {
    await edit();
  }
  await one.settle();
  await other.settle();
}

async function expectAgreement(): Promise<void> {
  const [ofOne, ofOther] = await contentsOnceAgreed(one, other);
  expect(ofOther).toEqual(ofOne);
  const pictures = await Promise.all([one, other].map(async (local) => (await addinOf(local)).evaluate(takePicture)));
  expect(pictures[1]).toEqual(pictures[0]);
}

/** The names and ends of the clients' rows, below the header. */
async function clientsIn(local: LocalPage): Promise<string[]> {
  const cells = ['A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'];
  return (await local.read('AI Clients', cells)).map(({ text }) => text).filter((text) => text !== '');
}

async function areaOfClients(local: LocalPage): Promise<string> {
  const { tables } = await (await addinOf(local)).evaluate(takePicture);
  return (tables['AIClients'] ?? '').replace(/^.*!/, '');
}

test('what one window wrote while the server was away is shared when it is back', async () => {
  await away(() =>
    one.enter(sheet, [
      ['A1', '1'],
      ['A2', '=A1+1'],
    ]),
  );
  await untilSaid(one, 'Server away: edits are kept here and will be shared when it is back. Not shared yet: 1 edit.');
  await untilSaid(other, 'Server away: edits are kept here and will be shared when it is back.');
  await server.comeBack();
  await untilBack(one, other);
  await untilSaid(one, 'Back: 1 edit shared.');
  await expectAgreement();
  expect(await textsIn(other, 'A1', 'A2')).toEqual(['1', '2']);
});

test('what two windows wrote in different cells is in both', async () => {
  await away(
    () => one.enter(sheet, [['A1', 'one']]),
    () => other.enter(sheet, [['B2', 'other']]),
  );
  await server.comeBack();
  await untilBack(one, other);
  await expectAgreement();
  expect(await textsIn(one, 'A1', 'B2')).toEqual(['one', 'other']);
  expect(await noticeOf(one)).toBe('');
});

test('of a cell that both wrote, the later to return stands, and both are told what it had', async () => {
  await away(
    () => one.enter(sheet, [['A1', 'of one']]),
    () => other.enter(sheet, [['A1', 'of the other']]),
  );
  await server.comeBack();
  await untilBack(one, other);
  await expectAgreement();
  const [stands = ''] = await textsIn(one, 'A1');
  const had = stands === 'of one' ? 'of the other' : 'of one';
  for (const local of [one, other]) {
    expect(await noticeOf(local)).toBe(
      `${sheet}!A1 has "${stands}", written while away; another window had written "${had}".`,
    );
  }
  // By keyboard: F6 comes to the message behind the bar.
  await one.page.bringToFront();
  await one.click(sheet, 'C3');
  await one.page.keyboard.press('Shift+F6');
  await one.page.keyboard.press('Shift+F6');
  const close = one.page.getByRole('button', { name: 'Close the message' });
  expect(await close.evaluate((button) => button === document.activeElement)).toBe(true);
  await one.page.keyboard.press('Enter');
  await close.waitFor({ state: 'hidden' });
  await one.page.keyboard.type('on');
  await one.page.keyboard.press('Enter');
  await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'C3').text === 'on', sheet);
});

test('rows that both inserted stay, and what others wrote stands where it was meant, formulas too', async () => {
  await one.enter(sheet, [
    ['A1', '1'],
    ['A2', '2'],
    ['A3', '=SUM(A1:A2)'],
  ]);
  await agree([one, other]);
  const insert = async (local: LocalPage, row: string): Promise<void> =>
    (await addinOf(local)).evaluate(
      ([name, rows]) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange(rows).insert('Down');
          await context.sync();
        }),
      [sheet, row] as const,
    );
  // What the add-in is made of comes from the server.
  await Promise.all([addinOf(one), addinOf(other)]);
  await away(
    () => insert(one, '2:2'),
    () => one.enter(sheet, [['A2', '10']]),
    () => insert(other, '1:1'),
    () =>
      other.enter(sheet, [
        ['A1', 'above'],
        ['B4', '=A4*10'],
      ]),
  );
  await server.comeBack();
  await untilBack(one, other);
  await expectAgreement();
  expect(await textsIn(one, 'A1', 'A2', 'A3', 'A4', 'A5', 'B5')).toEqual(['above', '1', '10', '2', '13', '130']);
  expect((await other.read(sheet, ['A5', 'B5'])).map(({ formula }) => formula)).toEqual(['=SUM(A2:A4)', '=A5*10']);
});

test('rows that both added to a table, and a bill that one loaded, are all there, and the figures are the same', async () => {
  await one.loadReferenceData();
  const bill = new ImportPage(one);
  const lines = ['Client,Vendor,Month,Cost,Currency', 'Away,OpenAI,2025-06,5,EUR', 'Away,OpenAI,2025-07,7,EUR'];
  await bill.choose({ name: 'away.csv', text: `${lines.join('\n')}\n` });
  await bill.totals();
  await one.enter(sheet, [
    ['A1', '=AISPEND("Away")'],
    ['A2', '=AISPEND("Away",2025)'],
  ]);
  await agree([one, other]);
  await away(
    () => bill.load(),
    () => one.enter('AI Clients', [['A7', 'Of one']]),
    () => other.enter('AI Clients', [['A5', 'Of the other']]),
    () => other.enter('AI Clients', [['A6', 'Another of it']]),
  );
  await server.comeBack();
  await untilBack(one, other);
  await expectAgreement();
  expect((await clientsIn(one)).sort()).toEqual(
    ['ByteDance', 'Adobe', 'Meta', 'Away', 'Away', 'Of one', 'Of the other', 'Another of it'].sort(),
  );
  expect([await areaOfClients(one), await areaOfClients(other)]).toEqual(['A1:J9', 'A1:J9']);
  expect(await textsIn(other, 'A1', 'A2')).toEqual(['7.00 EUR', '12.00 EUR (2/12)']);
  expect(await noticeOf(one)).toBe('');
});

test('what a window wrote that was closed before the server was back is shared by the next that is opened', async () => {
  await away(
    () => one.enter(sheet, [['A1', 'of one']]),
    () => other.enter(sheet, [['A2', 'of the closed']]),
  );
  await other.page.close();
  await server.comeBack();
  await untilBack(one);
  other = await server.open(browser.context, `away-${shares}`);
  await untilBack(one, other);
  await expectAgreement();
  expect(await textsIn(one, 'A1', 'A2')).toEqual(['of one', 'of the closed']);
  await untilSaid(other, 'Back: 1 edit shared.');
});

test('what two windows wrote that were both closed before the server was back is there when one is opened', async () => {
  await away(
    () => one.enter(sheet, [['A1', 'of one']]),
    () => other.enter(sheet, [['A2', 'of the other']]),
  );
  await Promise.all([one.page.close(), other.page.close()]);
  await server.comeBack();
  one = await server.open(browser.context, `away-${shares}`);
  await one.page.locator('#status-sharing', { hasText: /^Back: / }).waitFor();
  other = await server.open(browser.context, `away-${shares}`);
  await expectAgreement();
  expect(await textsIn(other, 'A1', 'A2')).toEqual(['of one', 'of the other']);
});

test('a function whose code could not be fetched says so, and answers by itself when the server is back', async () => {
  // The pane, once it is shown, has use for it too, and what it has fetched before the server was away is there.
  const LATE = /\/plan\.js\?/;
  await one.page.route(LATE, (route) => route.abort());
  await addinOf(one);
  // No formula of the Tour is a forecast.
  await away(() => one.enter(sheet, [['A1', '=AIFORECAST("ByteDance")']]));
  expect((await one.read(sheet, ['A1']))[0]?.error).toMatchObject({
    code: '#VALUE!',
    message: expect.stringContaining('could not be fetched. Check the connection; AI Spend tries again by itself.'),
  });
  await one.page.unroute(LATE);
  await server.comeBack();
  await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'A1').error?.code === '#N/A', sheet);
  expect((await one.read(sheet, ['A1']))[0]?.error?.message).toContain('AIClients');
});
