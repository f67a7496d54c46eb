import { EXAMPLE_SHEET, FIGURE_CELLS, FIRST_FORMULA, REPORT_SHEET } from '../../scripts/example-sheets';
import { firstScreen } from '../../scripts/first-screen';
import { LocalPage } from '../../scripts/local-page';
import type { RunningBrowser } from '../../scripts/browser';
import { expectNoComplaints, serverOrigin } from '../e2e/local-workbook';
import { openContext } from '../e2e/shared-browser';

/* What `npm start` opens for who has no workbook yet. The tests build on one another. */
const complaints = expectNoComplaints();
let browser: RunningBrowser;
let local: LocalPage;

const sheetNames = (): Promise<string[]> => local.page.evaluate(() => window.localWorkbook.sheetNames());

beforeAll(async () => {
  browser = await openContext();
  local = await LocalPage.open(browser.context, serverOrigin());
  complaints.of(local.page);
});

afterAll(() => browser?.close());

test('the example and its report stand first, with a chart, and the pane beside them', async () => {
  expect((await sheetNames()).slice(0, 2)).toEqual([EXAMPLE_SHEET, REPORT_SHEET]);
  await local.page.getByRole('img', { name: /made-up companies/ }).waitFor();
  await local.pane.getByText('Example Shop').first().waitFor();
  expect(await local.page.evaluate(() => document.activeElement?.closest('#pane') ?? null)).toBeNull();
});

test('the first formula shows what its step says, among figures without an error', async () => {
  const [first, ...others] = await firstScreen(local);
  expect(first?.text).toBe(FIRST_FORMULA.shown);
  expect(others.map(({ error, text }) => [error, text === ''])).toEqual(others.map(() => [null, false]));
});

test('all figures that are printed are in the picture', async () => {
  const cells = [FIRST_FORMULA.address, ...FIGURE_CELLS];
  const rects = await local.page.evaluate(
    ([sheet, addresses]) => addresses.map((address) => window.localWorkbook.cellRect(sheet, address)),
    [EXAMPLE_SHEET, ['A1', ...cells, 'A1']] as const,
  );
  // What is out of sight would have been scrolled to.
  expect(rects.at(-1)).toEqual(rects[0]);
  const grid = await local.page.locator('#grid').boundingBox();
  for (const { x, y, width, height } of rects) {
    expect(x).toBeGreaterThanOrEqual(grid!.x);
    expect(x + width).toBeLessThanOrEqual(grid!.x + grid!.width);
    expect(y + height).toBeLessThanOrEqual(grid!.y + grid!.height);
  }
});

test('another Spend reaches the figures and the report', async () => {
  const last = 1 + 24 * 7;
  const [before] = await local.read(REPORT_SHEET, ['B7']);
  await local.enter('AI Clients', [[`E${last}`, '1000000']]);
  await local.settle();
  const [after] = await local.read(REPORT_SHEET, ['B7']);
  expect(Number(after?.value)).toBeGreaterThan(Number(before?.value) + 1_000_000);
});

test('a new workbook has the Tour instead, and the example does not come back', async () => {
  const afresh = (): Promise<unknown> => local.page.waitForEvent('load');
  await Promise.all([afresh(), local.page.evaluate(() => void window.localWorkbook.newWorkbook())]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  expect(await sheetNames()).toEqual(['Tour']);
  await Promise.all([afresh(), local.page.reload()]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  expect(await sheetNames()).toEqual(['Tour']);
});

test('the steps of the Tour, followed by mouse and keyboard, lead to a first formula that shows what they say', async () => {
  const [step] = await local.read('Tour', ['A6']);
  const [, formula = '', shown] = /type (=.*\)) and press Enter\. It shows (.*)\.$/.exec(step?.text ?? '') ?? [];
  await local.loadReferenceData();
  await local.showSheet('Tour');
  await local.type('Tour', 'D10', formula);
  await local.settle();
  expect((await local.read('Tour', ['D10', 'A9'])).map(({ text }) => text)).toEqual([shown, shown]);
});

test('where there is no room for both, the pane stays shut', async () => {
  const narrow = await openContext();
  try {
    const page = await narrow.context.newPage();
    await page.setViewportSize({ width: 480, height: 800 });
    const opened = await LocalPage.open(narrow.context, serverOrigin(), page);
    expect(await opened.page.locator('#pane-button').getAttribute('aria-expanded')).toBe('false');
  } finally {
    await narrow.close();
  }
});
