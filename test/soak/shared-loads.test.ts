import { contentsOf, openShared } from '../e2e/shared-windows';
import { LoadingPair, largeBillOf } from '../e2e/loading-pair';
import { outcomeIn } from '../../scripts/outcome';

let pair: LoadingPair;

beforeAll(async () => {
  pair = await LoadingPair.open('soaked-loads');
  await pair.one.loadReferenceData();
  await pair.expectAgreement();
});

afterAll(() => pair?.close());

test('two large loads at once both come in, whole', async () => {
  const frames = await Promise.all([pair.one, pair.other].map((window) => pair.driven(window)));
  const loads = await Promise.all(
    frames.map((frame, at) =>
      outcomeIn(
        frame,
        (what) => window.loadDriver.load([what], {}, true),
        largeBillOf(at === 0 ? 'first.csv' : 'second.csv'),
      ),
    ),
  );
  expect(loads.map(({ failure }) => failure)).toEqual([null, null]);
  await pair.expectAgreement();
  expect([await pair.rowsOf('first.csv'), await pair.rowsOf('second.csv')]).toEqual([14, 14]);
});

test('a window that is closed in the middle of a load leaves nothing half done; it comes back, and its next load cleans up', async () => {
  const before = await contentsOf(pair.other);
  // The fourth request of the writing: some rows stand ready, none is in the table.
  expect(
    await outcomeIn(
      await pair.driven(pair.one),
      (what) => window.loadDriver.load([what], { dieAt: { request: 8, sent: true } }),
      largeBillOf('lost.csv'),
    ),
  ).toMatchObject({ died: true });
  // What has not gone out yet is lost with the window: that much nobody could know of.
  await pair.one.settle();
  await pair.one.page.close();
  await pair.other.page.getByRole('button', { name: 'Share', exact: true }).waitFor();
  await pair.other.settle();
  const left = await pair.picture(pair.other);
  const staging = Object.keys(left.sheets).filter((name) => name.startsWith('AI Spend load'));
  expect(staging.map((name) => left.sheets[name]?.visibility)).toEqual(['Hidden']);
  await pair.other.enter('Tour', [['M5', 'while one was away']]);
  await pair.other.settle();

  pair.one = await openShared(pair.browsers[0].context, pair.share);
  expect((await pair.one.read('Tour', ['M5']))[0]?.text).toBe('while one was away');
  expect(await pair.rowsOf('lost.csv')).toBe(0);
  const again = await outcomeIn(await pair.driven(pair.one), (what) => window.loadDriver.load([what], {}, true), {
    ...largeBillOf('lost.csv'),
    rows: [],
  });
  expect(again).toMatchObject({ failure: null });
  await pair.one.enter('Tour', [['M5', '']]);
  await pair.expectAgreement();
  expect(
    Object.keys((await pair.picture(pair.other)).sheets).filter((name) => name.startsWith('AI Spend load')),
  ).toEqual([]);
  expect(await contentsOf(pair.other)).toEqual(before);
});

test('a window that loses the others says so, goes on alone, and merges what it did when it finds them again', async () => {
  await pair.browsers[0].context.setOffline(true);
  await pair.one.enter('Tour', [['M7', 'alone']]);
  await pair.one.page.getByText('Not shared yet: 1 edit.').waitFor();
  await pair.one.settle();
  await pair.other.enter('Tour', [['M8', 'without it']]);
  await pair.other.settle();
  expect((await pair.other.read('Tour', ['M7']))[0]?.text).toBe('');

  await pair.browsers[0].context.setOffline(false);
  await pair.one.page.getByText('Back: 1 edit shared.').waitFor();
  await pair.expectAgreement();
  expect((await pair.other.read('Tour', ['M7', 'M8'])).map(({ text }) => text)).toEqual(['alone', 'without it']);
});
