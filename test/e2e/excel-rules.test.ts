import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * Where Excel is strict: what it refuses while a cell is edited, and circles. The local workbook keeps these rules, and the add-in
 * lives with them. How much Excel takes at once, how it calls a function whose parameters it does not all know, and what its
 * versions lack are in test/soak.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

beforeEach(async () => {
  sheet = await local.addSheet();
});

async function addin(): Promise<Frame> {
  const { page } = local;
  const found = await (await page.waitForSelector('iframe', { state: 'attached' })).contentFrame();
  if (found === null) {
    throw new Error('The add-in has no frame.');
  }
  await found.waitForURL(/taskpane\.html/);
  await found.waitForFunction(() => 'Excel' in window && 'run' in Excel && Boolean(Office?.context?.document));
  return found;
}

/** What a cell shows: its text, or its error with the message. */
async function shown(on: LocalPage, name: string, ...addresses: string[]): Promise<string[]> {
  await on.settle();
  const cells = await on.read(name, addresses);
  return cells.map(({ error, text }) => (error === null ? text : `${error.code} ${error.message}`));
}

describe('while a cell is being edited', () => {
  it('a first formula waits for its value until the next one is typed, and gets it', async () => {
    await local.page.evaluate(() => window.localWorkbook.killRuntime());
    await local.click(sheet, 'B5');
    await local.page.keyboard.type('half');
    await local.page.waitForFunction(() => window.localWorkbook.isEditing());
    await local.enter(sheet, [['A1', '=AISPEND("ByteDance")']]);
    const frame = await addin();
    const refused = await outcomeIn(
      frame,
      () =>
        Excel.run(async (context) => {
          context.workbook.load('name');
          await context.sync();
          return 'done';
        }).catch((failure: OfficeExtension.Error) => failure.code),
      null,
    );
    expect(refused).toBe('InvalidOperationInCellEditMode');
    expect((await local.read(sheet, ['A1']))[0]?.busy).toBe(true);
    await local.page.keyboard.press('Escape');
    expect(await shown(local, sheet, 'A1')).toEqual(['20,000,000.00 EUR']);
  });
});

describe('a circle through our functions', () => {
  it('ends in an error that says so, whether it is one cell or several', async () => {
    await local.enter(sheet, [
      ['L1', '=AIROI(L1)'],
      ['M1', 'ByteDance'],
      ['M2', '=AISPEND(M:M)'],
      ['P1', '=AISPEND(P2)'],
      ['P2', '=AISPEND(P1)'],
      ['A1', '=AISPEND("ByteDance")'],
    ]);
    const [one, column, ...both] = await shown(local, sheet, 'L1', 'M2', 'P1', 'P2');
    expect(one).toMatch(/^#CYCLE! L1 /);
    expect(column).toMatch(/^#CYCLE! M2 /);
    expect(both.every((text) => text.startsWith('#CYCLE!'))).toBe(true);
    expect(await shown(local, sheet, 'A1')).toEqual(['20,000,000.00 EUR']);
  });
});
