import { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { serverOrigin } from '../e2e/local-workbook';
import {
  addSheetTo,
  addinOf,
  agree,
  contentsOnceAgreed,
  openPair,
  sentBy,
  type WindowPair,
} from '../e2e/shared-windows';

/*
 * One workbook in two windows, each with an add-in runtime of its own, through real Office.js. To open a window takes seconds,
 * so the tests share two of them, each test with a sheet of its own.
 */
const SHARE = 'e2e';
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

/** Waits until B1 shows a text in both windows: each calculates by itself. */
async function bothShow(text: string): Promise<void> {
  for (const local of [one, other]) {
    await local.page.waitForFunction(([name, wanted]) => window.localWorkbook.read(name, 'B1').text === wanted, [
      sheet,
      text,
    ] as const);
  }
  await agree([one, other]);
}

test('a window that joins has the whole workbook, values included, without calculating anew', async () => {
  await expectAgreement();
  expect(await other.page.evaluate(() => window.localWorkbook.sharing()?.windows)).toBe(2);
  await one.page.getByRole('button', { name: 'Shared: 2 windows' }).waitFor();
});

test("a cell follows the other author's edit of a table without a click, and nothing is written in answer", async () => {
  await other.enter(sheet, [
    ['A1', '=AISPEND("ByteDance")'],
    ['A2', '=A1/2'],
  ]);
  await agree([one, other]);
  expect(await textsIn(other, 'A1')).toEqual(['20,000,000.00 EUR']);
  const before = await sentBy(other);
  await one.enter('AI Clients', [['E2', '1234.5']]);
  await agree([one, other]);
  expect(await textsIn(other, 'A1', 'A2')).toEqual(['1,234.50 EUR', '617.25']);
  expect(await sentBy(other)).toBe(before);
  await one.enter('AI Clients', [['E2', '20000000']]);
  await expectAgreement();
});

test("a cell follows a formula in a table that the other author's edit gives a new result, by the watch cells of both", async () => {
  await one.enter(sheet, [
    ['A1', '3'],
    ['A2', '=A1*100'],
  ]);
  await one.enter('AI Clients', [['E2', `='${sheet}'!A2`]]);
  await other.enter(sheet, [['B1', '=AISPEND("ByteDance")']]);
  await bothShow('300.00 EUR');
  const before = await sentBy(other);
  await one.enter(sheet, [['A1', '4']]);
  await bothShow('400.00 EUR');
  expect(await sentBy(other)).toBe(before);
  await other.enter(sheet, [['A1', '5']]);
  await bothShow('500.00 EUR');
  await one.enter('AI Clients', [['E2', '20000000']]);
  await bothShow('20,000,000.00 EUR');
  await expectAgreement();
});

test('changes come to the add-in as Remote events, its own as Local ones', async () => {
  const frame = await addinOf(other);
  await frame.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const seen: string[] = [];
        (window as unknown as { seen: string[] }).seen = seen;
        const note = async (event: { source: string; address: string; changeType: string }): Promise<void> => {
          seen.push(`${event.source} ${event.changeType} ${event.address}`);
        };
        context.workbook.tables.getItem('AIClients').onChanged.add(note);
        context.workbook.worksheets.getItem(name).onChanged.add(note);
        await context.sync();
      }),
    sheet,
  );
  await one.enter(sheet, [['B3', 'remote']]);
  await one.enter('AI Clients', [['E2', '20000000']]);
  await agree([one, other]);
  await other.enter(sheet, [['B4', 'local']]);
  await agree([one, other]);
  expect(await frame.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'Remote RangeEdited B3',
    'Remote RangeEdited E2',
    'Local RangeEdited B4',
  ]);
});

test('edits at the same time all stay, and of one cell all windows have the same', async () => {
  await Promise.all([
    one.enter(sheet, [
      ['A1', 'one'],
      ['C1', 'of one'],
      ['A3', '=A1&"!"'],
    ]),
    other.enter(sheet, [
      ['A2', 'other'],
      ['C1', 'of the other'],
      ['A4', '=A2&"!"'],
    ]),
  ]);
  await expectAgreement();
  expect(await textsIn(one, 'A1', 'A2', 'A3', 'A4')).toEqual(['one', 'other', 'one!', 'other!']);
  expect(['of one', 'of the other']).toContain((await textsIn(one, 'C1'))[0]);
});

test('what is typed while the other window has the turn is not lost', async () => {
  await one.enter(sheet, [['A1', 'first']]);
  await agree([one, other]);
  await other.showSheet(sheet);
  await other.type(sheet, 'B2', '=1+1');
  await other.page.waitForFunction((name) => window.localWorkbook.read(name, 'B2').text === '2', sheet);
  await expectAgreement();
  expect(await textsIn(one, 'B2')).toEqual(['2']);
});

test('what is typed in one window goes into its cell while the other writes there and moves cells of other sheets', async () => {
  const before = await addSheetTo(one, other);
  await one.click(sheet, 'C5');
  await one.page.keyboard.type('=1+');
  await other.enter(sheet, [['C5', 'theirs']]);
  await (
    await addinOf(other)
  ).evaluate(
    (name) =>
      Excel.run(async (context) => {
        const moved = context.workbook.worksheets.getItem(name);
        moved.getRange('1:2').insert('Down');
        moved.getRange('A:A').insert('Right');
        moved.getRange('C5').values = [['moved']];
        await context.sync();
      }),
    before,
  );
  await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'C5').text === 'moved', before);
  await one.page.keyboard.type('2');
  await one.page.keyboard.press('Enter');
  await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'C5').text === '3', sheet);
  await expectAgreement();
  expect(await textsIn(one, 'C5', 'C6', 'C7', 'D5', 'D7')).toEqual(['3', '', '', '', '']);
});

test('rows inserted in one window while the other writes', async () => {
  await one.enter(sheet, [
    ['A1', '1'],
    ['A2', '2'],
    ['A3', '3'],
    ['A4', '=SUM(A1:A3)'],
  ]);
  await agree([one, other]);
  const frame = await addinOf(one);
  await Promise.all([
    frame.evaluate(
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange('2:2').insert('Down');
          await context.sync();
        }),
      sheet,
    ),
    other.enter(sheet, [
      ['B1', 'x'],
      ['B3', '=A1*10'],
      ['C3', 'y'],
    ]),
  ]);
  await expectAgreement();
  expect(await textsIn(other, 'A1', 'A5')).toEqual(['1', '6']);
  expect((await other.read(sheet, ['A5']))[0]?.formula).toBe('=SUM(A1:A4)');
});

test('the protection of a sheet holds in the other window', async () => {
  const protect = (name: string): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).protection.protect();
      await context.sync();
    });
  const isProtected = (name: string): Promise<boolean> =>
    Excel.run(async (context) => {
      const protection = context.workbook.worksheets.getItem(name).protection.load('protected');
      await context.sync();
      return protection.protected;
    });
  await (await addinOf(one)).evaluate(protect, sheet);
  await expectAgreement();
  expect(await (await addinOf(other)).evaluate(isProtected, sheet)).toBe(true);
});

test('an undo in one window is carried, and takes back what this window did', async () => {
  await one.enter(sheet, [['D4', 'mine']]);
  await agree([one, other]);
  await other.enter(sheet, [['D5', 'theirs']]);
  await agree([one, other]);
  await one.showSheet(sheet);
  await one.click(sheet, 'F9');
  await one.page.keyboard.press('Control+z');
  await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'D4').text === '', sheet);
  await expectAgreement();
  expect(await textsIn(other, 'D4', 'D5')).toEqual(['', 'theirs']);
});

/** Makes a table of cells of the sheet; gives its name. */
async function addTable(local: LocalPage, area: string): Promise<string> {
  const frame = await addinOf(local);
  return frame.evaluate(
    (address) =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.add(address, true).load('name');
        await context.sync();
        return table.name;
      }),
    `'${sheet}'!${area}`,
  );
}

/** A table of one row in A1:B2, in both windows. */
async function addSpendTable(): Promise<string> {
  await one.enter(sheet, [
    ['A1', 'Client'],
    ['B1', 'Spend'],
    ['A2', 'Acme'],
    ['B2', '1'],
  ]);
  const table = await addTable(one, 'A1:B2');
  await agree([one, other]);
  return table;
}

async function areaOf(local: LocalPage, table: string): Promise<string> {
  const frame = await addinOf(local);
  return frame.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.tables.getItem(name).getRange().load('address');
        await context.sync();
        return range.address.replace(/^.*!/, '');
      }),
    table,
  );
}

test.each([
  ['below the row that is undone', 'B4', 'A1:B4'],
  ['in the row that is undone', 'B3', 'A1:B3'],
])("an undo of what a table grew by leaves the other author's cell in the table: %s", async (_, theirs, area) => {
  const table = await addSpendTable();
  await one.enter(sheet, [['A3', 'mine']]);
  await agree([one, other]);
  await other.enter(sheet, [[theirs, '4']]);
  await agree([one, other]);
  await one.showSheet(sheet);
  await one.click(sheet, 'F9');
  for (const [key, mine] of [
    ['Control+z', ''],
    ['Control+y', 'mine'],
  ] as const) {
    await one.page.keyboard.press(key);
    await one.page.waitForFunction(([name, text]) => window.localWorkbook.read(name, 'A3').text === text, [
      sheet,
      mine,
    ] as const);
    await expectAgreement();
    expect([await textsIn(other, 'A3', theirs), await areaOf(one, table)]).toEqual([[mine, '4'], area]);
  }
});

test('a formula over a table has the rows by which either author made it grow', async () => {
  const table = await addSpendTable();
  await one.enter(sheet, [['D1', `=SUM(${table}[Spend])`]]);
  await agree([one, other]);
  const sums: string[][] = [];
  for (const [author, address, text] of [
    [one, 'A3', 'mine'],
    [other, 'B4', '4'],
    [one, 'B5', '7'],
  ] as const) {
    await author.enter(sheet, [[address, text]]);
    await agree([one, other]);
    sums.push([...(await textsIn(one, 'D1')), ...(await textsIn(other, 'D1'))]);
  }
  expect(sums).toEqual([
    ['1', '1'],
    ['5', '5'],
    ['12', '12'],
  ]);
});

test('two loads at once end in one state', async () => {
  await one.enter('AI Clients', [['E2', '5']]);
  await agree([one, other]);
  await other.showPane();
  await Promise.all(
    [one, other].map(async (window) => {
      await window.pane.getByRole('tab', { name: 'Data' }).click();
      await window.pane.getByRole('button', { name: 'Load reference data' }).click();
    }),
  );
  await one.page.waitForFunction(() => window.localWorkbook.read('AI Clients', 'E2').text !== '5');
  await expectAgreement();
  expect((await other.read('AI Clients', ['A2', 'A3', 'A4', 'A5'])).map(({ text }) => text)).toEqual([
    'ByteDance',
    'Adobe',
    'Meta',
    '',
  ]);
});

test('the Share button opens the workbook in a second window; cells and settings go both ways', async () => {
  const own = await LocalPage.open(
    pair.browser.context,
    `${serverOrigin()}/local.html`,
    await pair.browser.context.newPage(),
  );
  await own.enter('Tour', [['M1', 'before sharing']]);
  await keepSetting(own, 'before');
  await own.settle();
  const opening = pair.browser.context.waitForEvent('page');
  await own.page.getByRole('button', { name: 'Share', exact: true }).click();
  const popup = await opening;
  const second = await LocalPage.open(pair.browser.context, popup.url(), popup);
  for (const window of [own, second]) {
    await window.page.getByRole('button', { name: 'Shared: 2 windows' }).waitFor();
  }
  expect((await second.read('Tour', ['M1']))[0]?.text).toBe('before sharing');
  expect(await keptSetting(second)).toBe('before');
  await second.enter('Tour', [['M2', 'from the second']]);
  await keepSetting(second, 'from the second');
  await agree([own, second]);
  expect((await own.read('Tour', ['M2']))[0]?.text).toBe('from the second');
  expect(await keptSetting(own)).toBe('from the second');
  await Promise.all([own.page.close(), second.page.close()]);
});

/** Keeps a setting in the document, as an add-in does. */
async function keepSetting(local: LocalPage, value: string): Promise<void> {
  const frame = await addinOf(local);
  await frame.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        Office.context.document.settings.set('note', text);
        Office.context.document.settings.saveAsync(() => resolve());
      }),
    value,
  );
}

async function keptSetting(local: LocalPage): Promise<unknown> {
  const frame = await addinOf(local);
  return frame.evaluate(
    () =>
      new Promise((resolve) => {
        Office.context.document.settings.refreshAsync(() => resolve(Office.context.document.settings.get('note')));
      }),
  );
}

test('a draft goes into its own cell when the other author inserts rows on another sheet, and moves with its row on its own', async () => {
  const another = await addSheetTo(one, other);
  /** Has the other author insert a row, and waits until it has come. */
  const insertRow = async (where: string): Promise<void> => {
    await other.enter(where, [['A20', 'below']]);
    await outcomeIn(
      await addinOf(other),
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange('2:2').insert('Down');
          await context.sync();
        }),
      where,
    );
    await one.page.waitForFunction((name) => window.localWorkbook.read(name, 'A21').text === 'below', where);
  };
  await one.click(sheet, 'D9');
  await one.page.keyboard.type('of row nine');
  await insertRow(another);
  await one.page.keyboard.press('Enter');
  await one.click(sheet, 'E9');
  await one.page.keyboard.type('moves');
  await insertRow(sheet);
  await one.page.keyboard.press('Enter');
  await agree([one, other]);
  expect(await textsIn(one, 'D10', 'E10')).toEqual(['of row nine', 'moves']);
  await expectAgreement();
});
