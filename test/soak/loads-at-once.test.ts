import { contentsOf } from '../e2e/shared-windows';
import { LoadingPair, largeBillOf } from '../e2e/loading-pair';
import { outcomeIn } from '../../scripts/outcome';

let pair: LoadingPair;

beforeAll(async () => {
  pair = await LoadingPair.open('loads');
});

afterAll(() => pair?.close());

test('two first loads at once into an empty workbook make one of each table, and no figure is doubled', async () => {
  await Promise.all([pair.one, pair.other].map((window) => window.showPane()));
  await Promise.all(
    [pair.one, pair.other].map((window) => window.pane.getByRole('button', { name: 'Load reference data' }).click()),
  );
  await Promise.all(
    [pair.one, pair.other].map((window) =>
      window.pane.getByText('Reference data loaded').first().waitFor({ state: 'attached' }),
    ),
  );
  await pair.expectAgreement();
  const { tables, sheets } = await pair.picture(pair.one);
  expect(Object.keys(tables).sort()).toEqual(['AIClients', 'AIRates', 'AIReturns']);
  expect(Object.keys(sheets).filter((name) => name.startsWith('AI '))).toEqual([
    'AI Clients',
    'AI Returns',
    'AI Rates',
  ]);
  expect(sheets['AI Clients']?.formulas.map((row) => row[0])).toEqual(['Client', 'ByteDance', 'Adobe', 'Meta']);
  await pair.other.enter('Tour', [['M1', '=AISPEND("ByteDance")']]);
  await pair.expectAgreement();
  expect((await pair.one.read('Tour', ['M1']))[0]?.text).toBe('20,000,000.00 EUR');
});

test('a load that one author cancels leaves the workbook as it was for both, and what the other typed meanwhile stays', async () => {
  const before = await contentsOf(pair.one);
  const frame = await pair.driven(pair.one);
  const [cancelled] = await Promise.all([
    outcomeIn(frame, (what) => window.loadDriver.load([what], { cancelAt: 1 }), largeBillOf('cancelled')),
    pair.other.enter('Tour', [['M3', 'typed meanwhile']]),
  ]);
  expect(cancelled).toMatchObject({ outcome: null, failure: expect.stringContaining('AbortError') });
  await pair.expectAgreement();
  expect((await pair.one.read('Tour', ['M3']))[0]?.text).toBe('typed meanwhile');
  await pair.one.enter('Tour', [['M3', '']]);
  await pair.expectAgreement();
  expect(await contentsOf(pair.other)).toEqual(before);
});
