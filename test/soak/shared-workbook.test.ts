import type { LocalPage } from '../../scripts/local-page';
import { editByChance, randomFrom } from '../e2e/random-edits';
import { openContext } from '../e2e/shared-browser';
import {
  addSheetTo,
  addinOf,
  agree,
  contentsOf,
  contentsOnceAgreed,
  openPair,
  openShared,
  type WindowPair,
} from '../e2e/shared-windows';

/* One workbook in two windows, each with an add-in runtime of its own: windows that come and go, and long runs of chance. */
const SHARE = 'soak';
let pair: WindowPair;
let one: LocalPage;
let other: LocalPage;
let sheet: string;

beforeAll(async () => {
  pair = await openPair(SHARE);
  ({ one, other } = pair);
});

afterAll(() => pair?.browser.close());

beforeEach(async () => {
  sheet = await addSheetTo(one, other);
});

async function expectAgreement(): Promise<void> {
  const [ofOne, ofOther] = await contentsOnceAgreed(one, other);
  expect(ofOther).toEqual(ofOne);
  expect(pair.surprises).toEqual([]);
}

async function textsIn(local: LocalPage, ...addresses: string[]): Promise<string[]> {
  return (await local.read(sheet, addresses)).map(({ text }) => text);
}

test('a window that was closed comes back to what happened meanwhile, also from another browser', async () => {
  await other.page.close();
  await one.enter(sheet, [['A1', 'while away']]);
  await one.settle();
  const elsewhere = await openContext();
  try {
    elsewhere.context.on('page', (page) => pair.watch(page));
    const far = await openShared(elsewhere.context, SHARE);
    expect(await textsIn(far, 'A1')).toEqual(['while away']);
    await far.enter(sheet, [['A2', 'from afar']]);
    await agree([one, far]);
    expect(await contentsOf(far)).toEqual(await contentsOf(one));
  } finally {
    await elsewhere.close();
  }
  other = await openShared(pair.browser.context, SHARE);
  expect(await textsIn(other, 'A1', 'A2')).toEqual(['while away', 'from afar']);
  await expectAgreement();
});

test('eight windows have the workbook open at once', async () => {
  const more: LocalPage[] = [];
  try {
    for (let count = 0; count < 6; count += 1) {
      more.push(await openShared(pair.browser.context, SHARE));
    }
    const last = more.at(-1) ?? other;
    await last.enter(sheet, [['A1', 'the eighth']]);
    await agree([one, last]);
    expect(await textsIn(one, 'A1')).toEqual(['the eighth']);
    expect(await one.page.locator('#share').textContent()).toBe('Shared: 8 windows');
  } finally {
    await Promise.all(more.map((local) => local.page.close()));
  }
  await expectAgreement();
});

const SEED = 2024;

/** Forty edits by chance in both windows, after which both have the same. Gives how many the host refused. */
async function refusalsOf(seed: number): Promise<number> {
  const random = randomFrom(seed);
  const windows = [one, other];
  const frames = await Promise.all(windows.map(addinOf));
  const refusals: string[] = [];
  for (let wave = 0; wave < 10; wave += 1) {
    const edits = [0, 1, 2, 3].map(() => {
      const which = Math.floor(random() * 2);
      return editByChance(windows[which]!, frames[which]!, sheet, random);
    });
    refusals.push(...(await Promise.all(edits)).filter((refusal) => refusal !== ''));
    if (wave === 4) {
      await expectAgreement();
    }
  }
  await expectAgreement();
  return refusals.length;
}

test('forty edits by chance in both windows, and both have the same', async () => {
  expect(await refusalsOf(SEED)).toBeLessThan(10);
});

test("forty more from the run's seed", async () => {
  expect(await refusalsOf(Number(process.env['AI_SPEND_SEED'] ?? SEED + 1))).toBeLessThan(20);
});
