import { EXAMPLE_SHEET } from '../../scripts/example-sheets';
import { firstScreen } from '../../scripts/first-screen';
import type { LocalPage } from '../../scripts/local-page';
import { expectNoComplaints, openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * The local workbook in a browser whose user reads and writes German, and English if it says so.
 */
jest.setTimeout(120_000);

let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;
const complaints = expectNoComplaints();

beforeAll(async () => {
  workbook = await openWorkbook(
    '?api=1.16',
    (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
    'de-DE',
  );
  local = workbook.local;
  complaints.of(local.page);
  sheet = await local.addSheet();
}, 90_000);

afterAll(() => workbook?.browser.close());

async function formulaBar(): Promise<string> {
  return local.page.evaluate(() => window.localWorkbook.formulaBar());
}

/** What a cell holds, shows, and has as its formula. */
async function cell(address: string): Promise<unknown[]> {
  const [read] = await local.read(sheet, [address]);
  return [read?.value, read?.text, read?.formula];
}

async function enterDraft(): Promise<void> {
  await local.page.keyboard.press('Enter');
  await local.page.waitForFunction(() => !window.localWorkbook.isEditing());
  await local.settle();
}

describe('what is typed', () => {
  // [typed, value, text, formula, formula bar]
  const typed: readonly (readonly [string, unknown, string, string, string])[] = [
    ['1.234,56', 1234.56, '1.234,56', '', '1234,56'],
    ['0,15', 0.15, '0,15', '', '0,15'],
    ['15,5 %', 0.155, '15,50%', '', '15,5%'],
    ['15.01.2025', 45672, '15.01.2025', '', '15.01.2025'],
    ['15.1.25', 45672, '15.01.2025', '', '15.01.2025'],
    ['15.1.2025 12:00', 45672.5, '15.01.2025 12:00', '', '15.01.2025 12:00:00'],
    ['=SUM(1;0,5;{1.2,5;3.4})', 12, '12', '=SUM(1,0.5,{1,2.5;3,4})', '=SUM(1;0,5;{1.2,5;3.4})'],
    ['=IF(1>2;500;2,5)', 2.5, '2,5', '=IF(1>2,500,2.5)', '=IF(1>2;500;2,5)'],
    ['1,234.56', '1,234.56', '1,234.56', '', '1,234.56'],
    ['abc', 'abc', 'abc', '', 'abc'],
  ];

  it('is read as German writes it, shown so, and shown so in the formula bar; the workbook has it in English', async () => {
    for (const [index, [text]] of typed.entries()) {
      await local.type(sheet, `A${index + 1}`, text);
    }
    await local.settle();
    for (const [index, [, value, text, formula, bar]] of typed.entries()) {
      const address = `A${index + 1}`;
      await local.click(sheet, address);
      expect([...(await cell(address)), await formulaBar()]).toEqual([value, text, formula, bar]);
    }
  });

  it('stays as it is when it is opened for editing and entered again', async () => {
    for (const [index, [, value, text, formula]] of typed.entries()) {
      const address = `A${index + 1}`;
      await local.click(sheet, address);
      await local.page.keyboard.press('F2');
      await local.page.waitForFunction(() => window.localWorkbook.isEditing());
      await enterDraft();
      expect(await cell(address)).toEqual([value, text, formula]);
    }
  });

  it('is read so in a cell that a script enters', async () => {
    await local.enter(sheet, [
      ['B1', '1.234,5'],
      ['B2', '=SUM(B1;0,5'],
    ]);
    await local.settle();
    expect([await cell('B1'), await cell('B2')]).toEqual([
      [1234.5, '1.234,50', ''],
      [1235, '1235', '=SUM(B1,0.5)'],
    ]);
  });
});

it.each([
  ['=SUM(B1,2)', 'In the language of your browser a comma is decimal. Put ; between arguments.'],
  ['=B1*0.5', 'In the language of your browser decimals follow a comma, not a point. Write 0,5.'],
])('%s is refused, with what to write', async (formula, reason) => {
  await local.click(sheet, 'B3');
  await local.page.keyboard.type(formula);
  await local.page.keyboard.press('Enter');
  const notice = local.page.getByText(`This formula cannot be entered. ${reason} Escape leaves the cell as it was.`);
  await notice.waitFor();
  await local.page.keyboard.press('Escape');
  await notice.waitFor({ state: 'hidden' });
  expect(await cell('B3')).toEqual([null, '', '']);
});

it('a click on a cell puts its reference behind the semicolon', async () => {
  await local.click(sheet, 'B4');
  await local.page.keyboard.type('=SUM(B1;');
  const { x, y, width, height } = await local.page.evaluate(
    (where) => window.localWorkbook.cellRect(where, 'B2'),
    sheet,
  );
  await local.page.mouse.click(x + width / 2, y + height / 2);
  await local.page.waitForFunction(() => window.localWorkbook.formulaBar() === '=SUM(B1;B2');
  await enterDraft();
  expect(await cell('B4')).toEqual([2469.5, '2469,5', '=SUM(B1,B2)']);
});

it('text from elsewhere is read as German writes it', async () => {
  await local.page.evaluate(
    (html) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob(['1.234,56'], { type: 'text/plain' }),
        }),
      ]),
    '<table><tr><td>1.234,56</td><td>15.01.2025</td></tr><tr><td>15,5 %</td><td>1,5 Stück</td></tr></table>',
  );
  await local.click(sheet, 'D1');
  await local.page.keyboard.press('Control+V');
  await local.page.waitForFunction((where) => window.localWorkbook.read(where, 'D1').value !== null, sheet);
  await local.settle();
  expect([await cell('D1'), await cell('E1'), await cell('D2'), await cell('E2')]).toEqual([
    [1234.56, '1.234,56', ''],
    [45672, '15.01.2025', ''],
    [0.155, '15,50%', ''],
    ['1,5 Stück', '1,5 Stück', ''],
  ]);
  await local.page.evaluate(() => navigator.clipboard.writeText('2.345,6'));
  await local.click(sheet, 'D4');
  await local.page.keyboard.press('Control+V');
  await local.page.waitForFunction((where) => window.localWorkbook.read(where, 'D4').value !== null, sheet);
  await local.settle();
  expect(await cell('D4')).toEqual([2345.6, '2.345,60', '']);
});

it('the formula bar shows the sheet one is on', async () => {
  await local.type('Tour', 'H1', '=1+0,5');
  await local.click('Tour', 'H1');
  expect(await formulaBar()).toBe('=1+0,5');
  await local.click(sheet, 'A8');
  expect(await formulaBar()).toBe('=IF(1>2;500;2,5)');
  for (const [name, shown] of [
    ['Tour', '=1+0,5'],
    [sheet, '=IF(1>2;500;2,5)'],
    ['Tour', '=1+0,5'],
  ] as const) {
    await local.showSheet(name);
    await local.page.waitForFunction((text) => window.localWorkbook.formulaBar() === text, shown);
  }
});

it('Office.js has English formulas and formats, German ones where it is asked for them, and the host’s language', async () => {
  await local.loadReferenceData();
  const frame = local.page.frames().find((each) => each.url().includes('taskpane'));
  const told = await frame?.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const { worksheets, application } = context.workbook;
        const range = worksheets.getItem(name).getRange('A1:A7');
        range.load(['text', 'formulas', 'formulasLocal', 'numberFormat', 'numberFormatLocal']);
        application.load(['decimalSeparator', 'thousandsSeparator']);
        application.cultureInfo.load(['name', 'datetimeFormat/shortDatePattern']);
        await context.sync();
        const written = worksheets.getItem(name).getRange('F1:F4');
        written.formulasLocal = [['1.234,5'], ['=SUM(F1;0,5)'], ['15.1.2025'], ['1,234.5']];
        const texts = worksheets.getItem(name).getRange('G1:G3');
        texts.numberFormat = [['@'], ['@'], ['@']];
        texts.getCell(0, 0).formulasLocal = [['1,5']];
        await context.sync();
        written.load(['formulas', 'numberFormat']);
        await context.sync();
        return {
          cells: [0, 3, 6].map((row) => [
            range.text[row]?.[0],
            range.formulas[row]?.[0] as unknown,
            range.formulasLocal[row]?.[0] as unknown,
            range.numberFormat[row]?.[0] as unknown,
            range.numberFormatLocal[row]?.[0] as unknown,
          ]),
          marks: [application.decimalSeparator, application.thousandsSeparator],
          culture: [application.cultureInfo.name, application.cultureInfo.datetimeFormat.shortDatePattern],
          languages: [Office.context.displayLanguage, Office.context.contentLanguage],
          written: written.formulas.flat(),
          formats: written.numberFormat.flat(),
        };
      }),
    sheet,
  );
  expect(told).toEqual({
    cells: [
      ['1.234,56', 1234.56, 1234.56, '#,##0.00', '#.##0,00'],
      ['15.01.2025', 45672, 45672, 'm/d/yyyy', 'dd\\.mm\\.yyyy'],
      ['12', '=SUM(1,0.5,{1,2.5;3,4})', '=SUM(1;0,5;{1.2,5;3.4})', 'General', 'General'],
    ],
    marks: [',', '.'],
    culture: ['de-DE', 'dd.mm.yyyy'],
    languages: ['de-DE', 'de-DE'],
    written: [1234.5, '=SUM(F1,0.5)', 45672, '1,234.5'],
    formats: ['#,##0.00', 'General', 'm/d/yyyy', 'General'],
  });
});

it('a cell of texts keeps what is typed or pasted into it', async () => {
  await local.type(sheet, 'G2', '=SUM(1;0,5)');
  await local.page.evaluate(() => navigator.clipboard.writeText('2.345,6'));
  await local.click(sheet, 'G3');
  await local.page.keyboard.press('Control+V');
  await local.page.waitForFunction((where) => window.localWorkbook.read(where, 'G3').value !== null, sheet);
  await local.settle();
  expect([await cell('G1'), await cell('G2'), await cell('G3')]).toEqual([
    ['1,5', '1,5', ''],
    ['=SUM(1;0,5)', '=SUM(1;0,5)', ''],
    ['2.345,6', '2.345,6', ''],
  ]);
});

it('the pane reads what is typed as German writes it', async () => {
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByRole('button', { name: 'New budget…' }).click();
  const form = local.pane.getByRole('region', { name: 'New budget' });
  await form.getByLabel('Client', { exact: true }).fill('*');
  await form.getByLabel('From month', { exact: true }).fill('2025-01');
  await form.getByLabel('Currency', { exact: true }).fill('USD');
  await form.getByLabel('Amount', { exact: true }).fill('1.5');
  await form.getByText('Write digits, with a comma before decimals: 1000,50.').waitFor();
  await form.getByLabel('Amount', { exact: true }).fill('1.234,5');
  await form.getByText('1,234.50 USD').waitFor();
});

it('the Tour shows what is to be typed, and what cells show, as German writes it', async () => {
  const [conversion, answer, step] = await local.read('Tour', ['B13', 'C9', 'A6']);
  expect(conversion?.text).toBe('=AISPEND("ByteDance";;"USD")');
  expect(answer?.text).toMatch(/^20\.000\.000,00 EUR: /);
  expect(step?.text).toContain('It shows 20.000.000,00 EUR.');
});

it('the example shows it so as well, and its tables stay as they are', async () => {
  const opened = await openWorkbook('?begin=assets/ai-spend-example.xlsx', undefined, 'de-DE');
  try {
    const { local } = opened;
    const [formula, step] = await local.read(EXAMPLE_SHEET, ['C23', 'A17']);
    expect(formula?.text).toBe('=AISPEND("*";;"USD")');
    expect(step?.text).toContain('It shows 89.808,12 USD');
    await local.showPane();
    const [answer, first] = await firstScreen(local);
    expect([answer?.text, first?.text]).toEqual(['89.808,12 USD', '141.561,61 USD']);
  } finally {
    await opened.browser.close();
  }
});

it('a file has it in English', async () => {
  const bytes = await local.page.evaluate(async () => [...(await window.localWorkbook.saveXlsx())]);
  const book = await openWorkbook();
  try {
    const { page } = book.local;
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate((file) => void window.localWorkbook.openXlsx(new Uint8Array(file)), bytes),
    ]);
    await page.waitForFunction(() => 'localWorkbook' in window);
    await book.local.settle();
    const read = await book.local.read(sheet, ['A1', 'A4', 'A7']);
    expect(read.map(({ value, text, formula }) => [value, text, formula])).toEqual([
      [1234.56, '1,234.56', ''],
      [45672, '1/15/2025', ''],
      [12, '12', '=SUM(1,0.5,{1,2.5;3,4})'],
    ]);
  } finally {
    await book.browser.close();
  }
});
