import { outcomeIn } from '../../scripts/outcome';
import type { LocalPage } from '../../scripts/local-page';
import { cellComesTo, textsOf } from './cell-texts';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';
import { addinOf } from './shared-windows';

/*
 * The figures follow their tables, whatever changed them: through real Office.js, with the watch cells that loads write, and
 * without them. The tests share one workbook, and put back what they changed.
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

const texts = (on: string, ...addresses: string[]): Promise<string[]> => textsOf(local, on, ...addresses);
const comesTo = (on: string, address: string, text: string | RegExp): Promise<void> =>
  cellComesTo(local, on, address, text);

async function enter(on: string, entries: Record<string, string>): Promise<void> {
  await local.enter(on, Object.entries(entries));
  await local.settle();
}

/** Runs in the add-in's frame, against Excel's API, as another add-in might. */
async function inExcel(task: () => Promise<void>): Promise<void> {
  await outcomeIn(await addinOf(local), task, null);
  await local.settle();
}

/** Drags the corner of a cell down, as a user fills the cells below with what it holds. */
async function fillDown(on: string, from: string, to: string): Promise<void> {
  await local.showSheet(on);
  await local.click(on, from);
  const rectOf = (address: string): Promise<{ x: number; y: number; width: number; height: number }> =>
    local.page.evaluate(([where, at]) => window.localWorkbook.cellRect(where, at), [on, address] as const);
  const [start, end] = [await rectOf(from), await rectOf(to)];
  const { mouse } = local.page;
  await mouse.move(start.x + start.width - 1, start.y + start.height - 1);
  await mouse.down();
  await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
  await mouse.up();
  await local.settle();
}

/** Sorts AIClients the other way round. */
function reverseRows(): Promise<void> {
  return Excel.run(async (context) => {
    const body = context.workbook.tables.getItem('AIClients').getDataBodyRange().load('values');
    await context.sync();
    body.values = [...body.values].reverse();
    await context.sync();
  });
}

/** The page loaded anew: no runtime, no pane. */
async function reload(): Promise<void> {
  await local.settle();
  await local.page.reload();
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
}

describe('a figure follows', () => {
  it('a formula in Spend that gets a new result', async () => {
    await enter(sheet, { A1: '5000000', B1: '2', C1: '=AISPEND("ByteDance")' });
    await enter('AI Clients', { E2: `='${sheet}'!A1*'${sheet}'!B1` });
    await comesTo(sheet, 'C1', '10,000,000.00 EUR');
    await enter(sheet, { A1: '6000000' });
    await comesTo(sheet, 'C1', '12,000,000.00 EUR');
    await enter('AI Clients', { E2: '20000000' });
    await comesTo(sheet, 'C1', '20,000,000.00 EUR');
  });

  it('a formula in AIRates', async () => {
    const [rate = ''] = await texts('AI Rates', 'C2');
    await enter(sheet, { A1: rate, C1: '=AIFX(100,"EUR","USD","2023-01")' });
    const [before] = await texts(sheet, 'C1');
    await enter('AI Rates', { C2: `='${sheet}'!A1*2` });
    await comesTo(sheet, 'C1', /^(?!#)/);
    await enter(sheet, { A1: '4' });
    await comesTo(sheet, 'C1', '800.00 USD');
    await enter('AI Rates', { C2: rate });
    await comesTo(sheet, 'C1', before ?? '');
  });

  it('AIFiscalYearStart that names the cell of a formula', async () => {
    await enter(sheet, { A1: '1', A2: '=A1+0', C1: '=AISPEND("ByteDance","FY2025")' });
    await inExcel(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getLast().getRange('A2');
        context.workbook.names.add('AIFiscalYearStart', range);
        await context.sync();
      }),
    );
    // A name raises no event; an edit of its sheet does.
    await enter(sheet, { B1: 'x' });
    await local.pane.getByRole('tab', { name: 'Data' }).click();
    await local.pane.getByRole('button', { name: 'Recalculate' }).click();
    await comesTo(sheet, 'C1', /no spend on record in FY2025/);
    await enter(sheet, { A1: '7' });
    await comesTo(sheet, 'C1', '20,000,000.00 EUR (1/12)');
    await inExcel(() =>
      Excel.run(async (context) => {
        context.workbook.names.getItem('AIFiscalYearStart').delete();
        await context.sync();
      }),
    );
  });

  it('an edit after the workbook was opened and before anything started the add-in, and so does a formula beside it', async () => {
    await enter(sheet, { C1: '=AISPEND("ByteDance")' });
    await comesTo(sheet, 'C1', '20,000,000.00 EUR');
    await reload();
    await enter('AI Clients', { E2: '24000000' });
    await comesTo(sheet, 'C1', '24,000,000.00 EUR');
    await enter(sheet, { C2: '=AISPEND("ByteDance")' });
    await comesTo(sheet, 'C2', '24,000,000.00 EUR');
    await enter('AI Clients', { E2: '20000000' });
    await comesTo(sheet, 'C1', '20,000,000.00 EUR');
  });

  it('rows that are sorted, pasted, deleted, and an undo', async () => {
    await enter(sheet, { C1: '=AISPEND("ByteDance")', C2: '=AISPEND("Newco")' });
    await inExcel(() =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('AIClients');
        table.rows.add(undefined, [['Newco', 'Microsoft', '', 45597, 7, 'EUR', '', 'billed', 'mine', '']]);
        await context.sync();
      }),
    );
    await comesTo(sheet, 'C2', '7.00 EUR');
    await comesTo('AI Clients', 'L1', 'in step, 4 rows to 2024-11');
    await inExcel(reverseRows);
    await comesTo(sheet, 'C2', '7.00 EUR');
    await comesTo(sheet, 'C1', '20,000,000.00 EUR');
    await inExcel(() =>
      Excel.run(async (context) => {
        context.workbook.tables.getItem('AIClients').getDataBodyRange().getRow(0).delete('Up');
        await context.sync();
      }),
    );
    await comesTo(sheet, 'C2', /^#N\/A No client "Newco"/);
    await local.showSheet(sheet);
    await local.click(sheet, 'A9');
    await local.page.keyboard.press('Control+z');
    await comesTo(sheet, 'C2', '7.00 EUR');
    await local.page.keyboard.press('Control+y');
    await comesTo(sheet, 'C2', /^#N\/A No client "Newco"/);
    await inExcel(reverseRows);
    expect(await texts('AI Clients', 'A2')).toEqual(['ByteDance']);
  });

  it('a fill down under a filter, in the rows that are in sight', async () => {
    await inExcel(() =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('AIClients');
        const row = (client: string, spend: number): (string | number)[] => [
          client,
          'Microsoft',
          '',
          45597,
          spend,
          'EUR',
          '',
          'billed',
          'mine',
          '',
        ];
        table.rows.add(undefined, [row('First', 7), row('Hidden', 8), row('Last', 9)]);
        table.columns.getItem('Client').filter.applyValuesFilter(['First', 'Last']);
        await context.sync();
      }),
    );
    await enter(sheet, { C1: '=AISPEND("First")', C2: '=AISPEND("Hidden")', C3: '=AISPEND("Last")' });
    await comesTo(sheet, 'C3', '9.00 EUR');
    await fillDown('AI Clients', 'E5', 'E7');
    await comesTo(sheet, 'C3', '7.00 EUR');
    expect(await texts(sheet, 'C1', 'C2')).toEqual(['7.00 EUR', '8.00 EUR']);
    await inExcel(() =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('AIClients');
        table.clearFilters();
        table.getDataBodyRange().getRow(3).getResizedRange(2, 0).delete('Up');
        await context.sync();
      }),
    );
    await comesTo(sheet, 'C3', /^#N\/A No client "Last"/);
  });
});

describe('without a watch cell', () => {
  const warning = 'Figures may not follow every change in AIClients.';

  it('events and calculations tell of what they can, the Data tab says so, and one button mends it', async () => {
    await enter(sheet, { A1: '8', C1: '=AISPEND("ByteDance")' });
    await local.showPane();
    await local.pane.getByRole('tab', { name: 'Data' }).click();
    await enter('AI Clients', { L1: '' });
    await local.pane.getByText(warning).waitFor();
    await enter('AI Clients', { E2: '9000' });
    await comesTo(sheet, 'C1', '9,000.00 EUR');
    await enter('AI Clients', { E2: `='${sheet}'!A1` });
    await comesTo(sheet, 'C1', '8.00 EUR');
    await enter(sheet, { A1: '9' });
    await comesTo(sheet, 'C1', '9.00 EUR');
    await enter('AI Clients', { E2: '20000000' });

    await local.pane.getByText(warning).waitFor();
    await local.pane.getByRole('button', { name: 'Watch the table' }).click();
    await local.pane.getByText('AIClients is watched again.').first().waitFor({ state: 'attached' });
    await local.pane.getByText(warning).waitFor({ state: 'detached' });
    await comesTo('AI Clients', 'L1', /^in step, \d rows to 2024-11$/);
  });

  it('a load puts it back, beside what the user has there', async () => {
    await enter('AI Clients', { L1: 'mine' });
    await local.pane.getByRole('tab', { name: 'Data' }).click();
    await local.pane.getByRole('button', { name: 'Load reference data' }).click();
    await local.pane.getByText('Reference data loaded').first().waitFor({ state: 'attached' });
    await comesTo('AI Clients', 'M1', /^in step, \d rows to 2024-11$/);
    expect(await texts('AI Clients', 'L1')).toEqual(['mine']);
  });
});
