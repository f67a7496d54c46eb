import type { LocalPage } from '../../scripts/local-page';
import { expectNoComplaints, openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * What Excel users expect of a grid while they type and filter.
 */
jest.setTimeout(60_000);

let workbook: OpenedWorkbook;
let local: LocalPage;
const complaints = expectNoComplaints();

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  complaints.of(local.page);
  await local.loadReferenceData();
  await local.page.getByRole('button', { name: 'Close the pane' }).click();
}, 90_000);

afterAll(() => workbook?.browser.close());

async function typeInto(address: string, text: string): Promise<void> {
  await local.click('Tour', address);
  await local.page.keyboard.type(text);
}

it.each([
  ['=SUM(1,2))', 'One closing parenthesis is too many. Take it out.'],
  ['=SUM("a', 'The text "a has no closing quotation mark. Add one.'],
  ['=1+', 'Nothing stands behind the last +. Complete the formula.'],
])('%s is not entered: the cell stays open and says why, until it is put right or left', async (formula, reason) => {
  await typeInto('A30', formula);
  await local.page.keyboard.press('Enter');
  const notice = local.page.getByText(`This formula cannot be entered. ${reason} Escape leaves the cell as it was.`);
  await notice.waitFor();
  expect(await local.page.evaluate(() => window.localWorkbook.isEditing())).toBe(true);
  await local.page.keyboard.press('Escape');
  await notice.waitFor({ state: 'hidden' });
  expect((await local.read('Tour', ['A30']))[0]?.formula).toBe('');
});

it('a parenthesis that is still open is closed, and a faulty formula that was put right is entered', async () => {
  await typeInto('A30', '=(1+2))');
  await local.page.keyboard.press('Enter');
  await local.page.getByText('One closing parenthesis is too many.').waitFor();
  await local.page.keyboard.press('Backspace');
  await local.page.keyboard.press('Enter');
  await typeInto('A31', '=SUM(A30,4');
  await local.page.keyboard.press('Enter');
  await local.settle();
  expect((await local.read('Tour', ['A30', 'A31'])).map(({ value }) => value)).toEqual([3, 7]);
});

it('a tap on the formula bar has the keyboard there, the first one too, and the formula is held to the same', async () => {
  const fresh = await openWorkbook();
  const { page } = fresh.local;
  await fresh.local.click('Tour', 'A30');
  const bar = await page.locator('[data-u-comp="formula-bar"]').boundingBox();
  expect(bar).not.toBeNull();
  await page.mouse.click((bar?.x ?? 0) + (bar?.width ?? 0) / 2, (bar?.y ?? 0) + (bar?.height ?? 0) / 2);
  // Its frames after that: the cell's own editor asks for the keyboard in them.
  await page.evaluate(
    () =>
      new Promise((drawn) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 0)))),
      ),
  );
  await page.keyboard.type('=SUM(1,2))');
  await page.keyboard.press('Enter');
  await page.getByText('One closing parenthesis is too many.').waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.localWorkbook.read('Tour', 'A30').value === 3);
  await page.keyboard.type('next');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.localWorkbook.read('Tour', 'A31').text === 'next');
  await fresh.browser.close();
});

it('a misspelt function is told, with the one that was meant', async () => {
  await typeInto('A32', '=AISPND("ByteDance")');
  await local.page.keyboard.press('Enter');
  await local.click('Tour', 'A32');
  await local.page.getByText('There is no function AISPND. Did you mean AISPEND?').waitFor();
});

it('a function is offered beside the table of its name', async () => {
  await typeInto('A33', '=aicl');
  await local.page.getByText('The clients by what they spent', { exact: false }).first().waitFor();
  await local.page.getByText("'AI Clients'!A1:J4").waitFor();
  await local.page.keyboard.press('Escape');
  await local.page.keyboard.press('Escape');
});

it('Enter enters what was typed on behind a list of functions, Escape leaves it, and Tab takes the one that the list is for', async () => {
  const { page } = local;
  const list = page
    .getByText('SUBTOTAL', { exact: true })
    .or(page.getByText('SUM', { exact: true }))
    .first();
  await typeInto('A34', '=SU');
  await list.waitFor();
  await page.keyboard.type('M(1,2)');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.localWorkbook.read('Tour', 'A34').value === 3);
  await typeInto('A34', '=SU');
  await list.waitFor();
  await page.keyboard.type('M(9,9)');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !window.localWorkbook.isEditing());
  expect((await local.read('Tour', ['A34']))[0]?.value).toBe(3);
  await typeInto('A35', '=AVERAGEI');
  await page.getByText('AVERAGEIF', { exact: true }).first().waitFor();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => window.localWorkbook.formulaBar() === '=AVERAGEIF(');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

it('Alt and the down arrow open the list of a header, and the keyboard is back in the grid when it has closed', async () => {
  const { page } = local;
  const open = async (): Promise<void> => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(() => document.querySelector('[data-u-comp="rect-popup"] :focus') !== null);
  };
  const arrive = (address: string): Promise<unknown> =>
    page.waitForFunction((where) => window.localWorkbook.activeCell().address === where, address);
  await local.click('AI Clients', 'A1');
  await open();
  // Back from the search: By Conditions, By Values, Descending.
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
  }
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Descending');
  await page.keyboard.press('Enter');
  await page.getByText('Ascending').waitFor({ state: 'detached' });
  await local.settle();
  expect((await local.read('AI Clients', ['A2', 'A3', 'A4'])).map(({ text }) => text)).toEqual([
    'Meta',
    'ByteDance',
    'Adobe',
  ]);
  await page.keyboard.press('ArrowRight');
  await arrive('B1');
  await open();
  await page.keyboard.press('Escape');
  await page.getByText('Ascending').waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await arrive('B2');
});

it('a table is sorted from its header; the list closes on Escape and outside, and a filtered column is marked', async () => {
  const { page } = local;
  await local.showSheet('AI Clients');
  const header = await page.evaluate(() => window.localWorkbook.cellRect('AI Clients', 'A1'));
  const button = { x: header.x + header.width - 17, y: header.y, width: 18, height: header.height };
  const open = async (): Promise<void> => {
    await page.mouse.click(button.x + 8, header.y + header.height / 2);
    await page.getByText('Ascending').waitFor();
  };
  const look = async (): Promise<string> => {
    // Away from the button, which looks otherwise under the pointer.
    await page.mouse.move(600, 500);
    return (await page.screenshot({ clip: button })).toString('base64');
  };
  await local.click('AI Clients', 'C8');
  const plain = await look();
  await open();
  await page.keyboard.press('Escape');
  await page.getByText('Ascending').waitFor({ state: 'detached' });
  await open();
  await page.mouse.click(900, 700);
  await page.getByText('Ascending').waitFor({ state: 'detached' });
  await open();
  await page.getByText('Ascending').click();
  await local.settle();
  const names = async (): Promise<string[]> =>
    (await local.read('AI Clients', ['A2', 'A3', 'A4'])).map(({ text }) => text);
  expect(await names()).toEqual(['Adobe', 'ByteDance', 'Meta']);
  await local.click('AI Clients', 'C8');
  expect(await look()).toBe(plain);
  await open();
  await page.getByText('Meta', { exact: true }).click();
  await page.getByText('Confirm').click();
  await local.click('AI Clients', 'C8');
  expect(await look()).not.toBe(plain);
});
