import type { LocalPage } from '../../scripts/local-page';
import type { RunningBrowser } from '../../scripts/browser';
import { AwayServer, sharingStatus, untilAway, untilBack } from '../e2e/away-server';
import { openContext } from '../e2e/shared-browser';
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
  return (await local.page.locator('#notice').textContent()) ?? '';
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

test('what one window wrote while the server was away is shared when it is back', async () => {
  await away(() =>
    one.enter(sheet, [
      ['A1', '1'],
      ['A2', '=A1+1'],
    ]),
  );
  expect(await sharingStatus(one)).toBe(
    'Server away: 2 edits not shared yet. They are kept here and will be shared when it is back.',
  );
  expect(await sharingStatus(other)).toBe('Server away: edits are kept here and will be shared when it is back.');
  await server.comeBack();
  await untilBack(one, other);
  expect(await sharingStatus(one)).toBe('Back: 2 edits shared.');
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
});
