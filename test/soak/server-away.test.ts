import type { RunningBrowser } from '../../scripts/browser';
import type { LocalPage } from '../../scripts/local-page';
import { AwayServer, untilAway, untilBack } from '../e2e/away-server';
import { editByChance, randomFrom } from '../e2e/random-edits';
import { openContext } from '../e2e/shared-browser';
import { addinOf, addSheetTo, contentsOnceAgreed } from '../e2e/shared-windows';
import { takePicture } from '../e2e/workbook-picture';

/* Two windows that edit by chance before, while and after the server is away. */
const SEED = 2024;
let server: AwayServer;
let browser: RunningBrowser;
let windows: readonly [LocalPage, LocalPage];

beforeAll(async () => {
  server = await AwayServer.start();
  browser = await openContext();
  const one = await server.open(browser.context, 'soaked-away');
  await one.loadReferenceData();
  windows = [one, await server.open(browser.context, 'soaked-away')];
  // What is fetched at the first call cannot be fetched while the server is away.
  for (const [at, local] of windows.entries()) {
    const sheet = await local.addSheet();
    await local.enter(sheet, [
      ['A1', '=REVSHARE("ByteDance")'],
      ['A2', '=AIROI(1,2)'],
      ['A3', '=AIWATCH(AIReturns[Study])'],
      ['A4', '=AISOURCE("ByteDance")'],
    ]);
    await local.settle();
    expect((await local.read(sheet, ['A1', 'A2'])).map(({ value }) => [at, value])).toEqual([
      [at, 0.15],
      [at, 1],
    ]);
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Edits by chance in either window, one after the other. */
async function edit(sheet: string, count: number, random: () => number): Promise<void> {
  const frames = await Promise.all(windows.map(addinOf));
  for (let number = 0; number < count; number += 1) {
    const which = random() < 0.5 ? 0 : 1;
    await editByChance(windows[which], frames[which]!, sheet, random);
  }
}

async function expectAgreement(): Promise<void> {
  const [ofOne, ofOther] = await contentsOnceAgreed(...windows);
  expect(ofOther).toEqual(ofOne);
  const pictures = await Promise.all(windows.map(async (local) => (await addinOf(local)).evaluate(takePicture)));
  expect(pictures[1]).toEqual(pictures[0]);
}

const ofTheRun = Number(process.env['AI_SPEND_SEED'] ?? 0);

test.each([SEED, SEED + 1, SEED + 2, ofTheRun, ofTheRun + 1])(
  'forty edits by chance around an outage, from the seed %i, and both windows have the same',
  async (seed) => {
    const random = randomFrom(seed);
    const sheet = await addSheetTo(...windows);
    await edit(sheet, 12, random);
    await server.stop();
    await edit(sheet, 20, random);
    await untilAway(...windows);
    await Promise.all(windows.map((local) => local.settle()));
    await server.comeBack();
    await untilBack(...windows);
    await edit(sheet, 8, random);
    await expectAgreement();
  },
);
