import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * The tables and the cells that follow them, in the local workbook, through real Office.js. To start a workbook takes
 * seconds, so the tests share one: each types on a sheet of its own and puts the tables back by loading again.
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

async function startAnew(): Promise<void> {
  await Promise.all([
    local.page.waitForEvent('load'),
    local.page.evaluate(() => void window.localWorkbook.newWorkbook()),
  ]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
}

/** Enters texts, waits until all is calculated, and reads what one cell shows. */
async function shown(address: string, on = sheet): Promise<string> {
  await local.settle();
  const [cell] = await local.read(on, [address]);
  return cell?.error ? `${cell.error.code} ${cell.error.message}` : (cell?.text ?? '');
}

/** Presses "Load reference data" if the data is there already, and waits for the pane to say that it is done. */
async function loadAgain(): Promise<void> {
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByRole('button', { name: 'Load reference data' }).click();
  await local.pane.getByText('Reference data loaded').first().waitFor({ state: 'attached' });
  await local.settle();
}

it('a cell follows the edit of a Spend, on whichever sheet it stands', async () => {
  await local.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=A1/2'],
    ['B1', '=IFERROR(AISPEND("Adobe"),0)'],
  ]);
  await local.enter('Tour', [['E1', '=AISPEND("ByteDance","runrate")']]);
  expect(await shown('A1')).toBe('20,000,000.00 EUR');
  await local.enter('AI Clients', [
    ['E2', '1234.5'],
    ['E3', '7'],
    ['F3', 'EUR'],
  ]);
  expect(await shown('A1')).toBe('1,234.50 EUR');
  expect(await shown('A2')).toBe('617.25');
  expect(await shown('B1')).toBe('7.00 EUR');
  expect(await shown('E1', 'Tour')).toBe('14,814.00 EUR/yr');
  await loadAgain();
  expect(await shown('A1')).toBe('20,000,000.00 EUR');
});

it('a row typed below the table belongs to it, and a broken row troubles only what needs it', async () => {
  await local.enter(sheet, [
    ['A1', '=AISPEND("Acme")'],
    ['A2', '=AISPEND("ByteDance")'],
  ]);
  expect(await shown('A1')).toBe('#N/A No client "Acme" in AIClients.');
  await local.enter('AI Clients', [
    ['A5', 'Acme'],
    ['B5', 'Microsoft'],
    ['D5', '2024-12'],
    ['E5', '100'],
    ['F5', 'USD'],
    ['I5', 'mine'],
  ]);
  expect(await shown('A1')).toBe('100.00 USD');
  await local.enter('AI Clients', [['E5', 'abc']]);
  expect(await shown('A1')).toBe('#VALUE! AIClients row 5: Spend is "abc", not a number.');
  expect(await shown('A2')).toBe('20,000,000.00 EUR');
  await local.enter('AI Clients', [['E5', '250']]);
  expect(await shown('A1')).toBe('250.00 USD');
});

it('loading again restores what came from the reference data and keeps what the user typed', async () => {
  await local.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=AISPEND("Acme")'],
  ]);
  await local.enter('AI Clients', [
    ['E2', '5'],
    ['E5', '100'],
  ]);
  expect(await shown('A1')).toBe('5.00 EUR (2024-11)');
  await loadAgain();
  expect(await shown('A1')).toBe('20,000,000.00 EUR (2024-11)');
  expect(await shown('A2')).toBe('100.00 USD');
  const rows = await local.read('AI Clients', ['A2', 'A3', 'A4', 'A5', 'A6', 'I5']);
  expect(rows.map(({ text }) => text)).toEqual(['ByteDance', 'Adobe', 'Meta', 'Acme', '', 'mine']);
});

it('a sheet deleted with its table makes the cells say so, and loading again brings both back', async () => {
  await local.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=REVSHARE(1,8)'],
  ]);
  expect(await shown('A1')).toBe('20,000,000.00 EUR (2024-11)');
  await local.page.getByRole('tab', { name: 'AI Clients', exact: true }).click({ button: 'right' });
  await local.page.getByText('Delete', { exact: true }).last().click();
  await local.page.getByRole('button', { name: /^(OK|Delete|Confirm)$/ }).click();
  await local.page.waitForFunction(() => !window.localWorkbook.sheetNames().includes('AI Clients'));
  expect(await shown('A1')).toBe(
    '#N/A This workbook has no table AIClients. Load reference data in the AI Spend pane.',
  );
  expect(await shown('A2')).toBe('12.5%');
  await local.pane.getByRole('button', { name: 'Load reference data' }).first().click();
  await local.page.waitForFunction(() => window.localWorkbook.sheetNames().includes('AI Clients'));
  expect(await shown('A1')).toBe('20,000,000.00 EUR');
});

it('a spill that is blocked says so and spills when it is freed', async () => {
  await local.enter(sheet, [
    ['A2', 'in the way'],
    ['A1', '=AISPEND({"ByteDance";"Adobe";""})'],
  ]);
  expect((await shown('A1')).slice(0, 7)).toBe('#SPILL!');
  await local.enter(sheet, [['A2', '']]);
  expect(await shown('A1')).toBe('20,000,000.00 EUR');
  const [anchor] = await local.read(sheet, ['A1']);
  expect(anchor?.spill).toEqual([[20_000_000], [expect.objectContaining({ code: '#N/A' })], ['']]);
});

it('ranges and tables are arguments like any other', async () => {
  await local.enter(sheet, [
    ['A1', 'ByteDance'],
    ['A2', ''],
    ['A3', 'Adobe'],
    ['C1', '=AISPEND(A1:A3)'],
    ['D1', '=SUM(AIClients[Spend])-SUM(AIClients[Spend])+2'],
    ['E1', '=AISPEND(A1,DATE(2024,11,5))'],
  ]);
  expect(await shown('C1')).toBe('20,000,000.00 EUR');
  expect(await shown('D1')).toBe('2');
  expect(await shown('E1')).toBe('20,000,000.00 EUR');
});

it('Recalculate tells how many cells are up to date', async () => {
  await local.enter(sheet, [
    ['A1', '=1+1'],
    ['B7', '=AIROI(1)'],
  ]);
  await local.settle();
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByRole('button', { name: 'Recalculate' }).click();
  // The fourteen of the tour, this one, and those of the tests before; 1+1 is none of ours.
  const said = await local.pane
    .getByText(/cells up to date/)
    .first()
    .innerText();
  expect(Number(/\d+/.exec(said)?.[0])).toBeGreaterThanOrEqual(15);
});

it('formulas work before the pane was ever shown; a load that fails leaves the workbook as it was, and says why', async () => {
  await startAnew();
  const other = await local.addSheet();
  // Formulas have started the runtime, though the pane was never shown.
  expect(await shown('A17', 'Tour')).toBe('12.5%');
  expect(await shown('A9', 'Tour')).toBe(
    '#N/A This workbook has no table AIClients. Load reference data in the AI Spend pane.',
  );
  expect(await local.page.locator('#pane-button').getAttribute('aria-expanded')).toBe('false');
  // A name that is taken: the second table cannot be called AIReturns, after the first has been written.
  await local.enter(other, [['A1', 'taken']]);
  const before = await local.page.evaluate(() => window.localWorkbook.sheetNames());
  await blockName(other, 'AIReturns');
  await local.showPane();
  await local.pane.getByRole('button', { name: 'Load reference data' }).click();
  await local.pane.getByText('The reference data was not loaded').first().waitFor();
  await local.settle();
  expect(await local.page.evaluate(() => window.localWorkbook.sheetNames())).toEqual(before);
});

/** Gives a cell a name that the load needs for a table, through the add-in's own frame, as a user would in the name manager. */
async function blockName(on: string, name: string): Promise<void> {
  await local.showPane();
  const frame = local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  await frame?.evaluate(
    async ([where, what]) => {
      await Excel.run(async (context) => {
        context.workbook.names.add(what as string, context.workbook.worksheets.getItem(where as string).getRange('A1'));
        await context.sync();
      });
    },
    [on, name] as const,
  );
}
