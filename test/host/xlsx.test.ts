import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { exampleWorkbook } from '../../scripts/example-workbook';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { EXAMPLE_FILE, projectRoot } from '../../scripts/project';
import type { ReadCell } from '../../src/local/page/automation';
import { fromXlsx } from '../../src/local/files/xlsx/xlsx-file';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/* Saving and opening .xlsx files in the local workbook, with the add-in at work. The tests build on one another. */
let workbook: OpenedWorkbook;
let local: LocalPage;
let saved: Uint8Array;
const SHEET = 'Carried';
const FORMULAS: readonly (readonly [string, string])[] = [
  ['A1', '=AISPEND("ByteDance")'],
  ['A2', '=A1/2'],
  ['A3', '=AISPEND("Adobe")'],
  ['A4', '=IF(A1>0,"","x")'],
  ['A5', '=SUM(AIClients[Spend])'],
  ['B1', '12%'],
  ['B2', 'TRUE'],
  ['B3', "'007"],
  ['B4', '2024-11-05'],
  ['B5', '#N/A'],
  ['B6', 'two words'],
  ['D1', '=AITREND("ByteDance")'],
  ['H1', '=AISPEND({"ByteDance";"Adobe";""})'],
];
const PLACES = [...FORMULAS.map(([address]) => address), 'D2', 'E2', 'F2', 'H2', 'H3'];

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

/** Does what loads the page again, and waits for the workbook to be there. */
async function reloadBy(act: () => Promise<unknown>): Promise<void> {
  await Promise.all([local.page.waitForEvent('load'), act()]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
}

const save = (): Promise<Uint8Array> => outcomeIn(local.page, () => window.localWorkbook.saveXlsx(), null);

async function open(bytes: Uint8Array): Promise<void> {
  await reloadBy(() => local.page.evaluate((file) => void window.localWorkbook.openXlsx(file), bytes));
}

async function refusal(bytes: Uint8Array): Promise<string> {
  return local.page.evaluate(
    (file) =>
      window.localWorkbook.openXlsx(file).then(
        () => 'opened',
        (error: unknown) => (error as Error).message,
      ),
    bytes,
  );
}

/** What a cell shows and is; messages of errors do not travel in a file. */
function plainly(cells: readonly ReadCell[]): unknown[] {
  return cells.map(({ formula, value, text, error, spill }) => ({
    formula,
    value,
    text,
    error: error?.code,
    spill: spill?.map((row) => row.map((item) => (typeof item === 'object' ? item?.code : item))),
  }));
}

async function carried(): Promise<unknown[]> {
  await local.settle();
  return plainly(await local.read(SHEET, PLACES));
}

/** How often the page has asked the add-in for a figure: its runtime's frame is there only after the first time. */
function framesOf(): number {
  return local.page.frames().length;
}

it('a saved workbook, opened again, shows the same cells, formulas, formats and tables, and calculates nothing', async () => {
  const sheet = await local.addSheet();
  await local.page.evaluate(
    async ([from, to]) => {
      const frame = document.querySelector('iframe')?.contentWindow as unknown as { Excel: typeof Excel };
      await frame.Excel.run(async (context) => {
        const made = context.workbook.worksheets.getItem(from as string);
        made.name = to as string;
        made.getRange('B6').format.fill.color = '#E8F3F1';
        made.getRange('B6').format.font.bold = true;
        made.getRange('A6').numberFormat = [['0.000']];
        made.getRange('A:A').format.columnWidth = 150;
        made.freezePanes.freezeRows(2);
        context.workbook.names.add('Spent', made.getRange('A1'));
        context.workbook.worksheets.getItem('AI Returns').visibility = 'Hidden';
        context.workbook.worksheets.getItem('AI Rates').visibility = 'VeryHidden';
        await context.sync();
      });
    },
    [sheet, SHEET] as const,
  );
  await local.enter(SHEET, FORMULAS);
  const before = await carried();
  const names = await local.page.evaluate(() => window.localWorkbook.sheetNames());
  saved = await save();
  await reloadBy(() => local.page.evaluate(() => void window.localWorkbook.newWorkbook()));
  expect(await local.page.evaluate(() => window.localWorkbook.sheetNames())).toEqual(['Tour']);
  await open(saved);
  expect(await carried()).toEqual(before);
  expect(framesOf()).toBe(1);
  expect(await local.page.evaluate(() => window.localWorkbook.sheetNames())).toEqual(names);
  const again = await save();
  expect(await contentOf(again)).toEqual(await contentOf(saved));
});

function contentOf(bytes: Uint8Array): Promise<unknown> {
  return fromXlsx(bytes, [
    'AISPEND',
    'AITREND',
    'REVSHARE',
    'AIROI',
    'AIREVENUE',
    'AICLIENTS',
    'AICONCENTRATION',
    'AISOURCE',
    'AIFX',
  ]);
}

it('our functions are stored as Excel stores them', () => {
  const parts = unzipSync(saved);
  const xml = Object.entries(parts)
    .filter(([path]) => path.includes('worksheets/sheet'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('');
  expect(xml).toContain('cm="1"><f t="array" ref="A1">_xldudf_AISPEND("ByteDance")</f><v>20000000</v></c>');
  expect(xml).toMatch(/cm="1"><f t="array" ref="D1:F2">_xldudf_AITREND\("ByteDance"\)<\/f><v>Month<\/v>/);
  expect(xml).not.toMatch(/>(?:AI[A-Z]+|REVSHARE)\(/);
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).not.toContain('fullCalcOnLoad');
});

it('after that the formulas follow an edit, with the formats that their results bring', async () => {
  // Nothing was calculated, so the add-in has not been started: the pane starts it, as in Excel.
  await local.showPane();
  await local.settle();
  await local.enter('AI Clients', [
    ['E2', '1234.5'],
    ['F2', 'USD'],
  ]);
  await local.settle();
  const [spend, half, , , sum] = await local.read(SHEET, ['A1', 'A2', 'A3', 'A4', 'A5']);
  expect(spend).toMatchObject({ text: '1,234.50 USD', formula: '=AISPEND("ByteDance")' });
  expect(half).toMatchObject({ value: 617.25 });
  expect(sum).toMatchObject({ value: 1234.5 });
  await local.enter('AI Clients', [
    ['A5', 'Acme'],
    ['B5', 'Microsoft'],
    ['D5', '2024-12'],
    ['E5', '100'],
    ['F5', 'USD'],
  ]);
  await local.enter(SHEET, [
    ['A6', '=AISPEND("Acme")'],
    ['A7', '=Spent*2'],
  ]);
  await local.settle();
  const [acme, spent] = await local.read(SHEET, ['A6', 'A7']);
  expect(acme).toMatchObject({ text: '100.000' });
  expect(spent).toMatchObject({ value: 2469 });
});

it('a file of another program opens with its cached values: shared formulas, arrays, errors, inline texts, dates, no styles', async () => {
  await open(awkwardFile());
  await local.settle();
  const read = async (address: string): Promise<ReadCell | undefined> => (await local.read('Sheet 1', [address]))[0];
  expect(await read('A1')).toMatchObject({ value: 'rich text', formula: '' });
  expect(await read('B2')).toMatchObject({ value: 20, formula: '=A2*2' });
  expect(await read('B3')).toMatchObject({ value: 40, formula: '=A3*2' });
  expect(await read('C1')).toMatchObject({ error: { code: '#DIV/0!' }, formula: '=1/0' });
  expect(await read('C2')).toMatchObject({ value: true });
  expect(await read('C3')).toMatchObject({ value: 45597, text: '11/1/2024' });
  expect(await read('D1')).toMatchObject({ value: 999, formula: '=AISPEND("Acme")' });
  expect(await read('E1')).toMatchObject({ value: 3, formula: '=A2+A3' });
  expect(await read('F1')).toMatchObject({ value: 5, formula: '' });
  // One whose file has no value is calculated.
  expect(await read('E2')).toMatchObject({ value: 11, formula: '=A2+1' });
  await local.enter('Sheet 1', [['A3', '7']]);
  await local.settle();
  expect(await read('B3')).toMatchObject({ value: 14 });
  expect(await read('E1')).toMatchObject({ value: 17 });
});

it('a file that cannot be read leaves the workbook as it is, and the page says why', async () => {
  expect(await refusal(new Uint8Array([1, 2, 3]))).toMatch(/not an \.xlsx workbook/);
  expect(await refusal(saved.slice(0, saved.length / 2))).toMatch(/damaged/);
  const path = 'xl/worksheets/sheet1.xml';
  // The checksum that the zip's directory has of the sheet, 30 bytes before its name there.
  const changed = Buffer.from(saved);
  const checksum = changed.lastIndexOf(path) - 30;
  changed.writeUInt8(changed.readUInt8(checksum) ^ 1, checksum);
  expect(await refusal(changed)).toMatch(/damaged/);
  const parts = unzipSync(saved);
  parts[path] = strToU8(strFromU8(parts[path]!).replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "b">]><worksheet'));
  await local.page.setInputFiles('#file-picker', {
    name: 'bad.xlsx',
    mimeType: '',
    buffer: Buffer.from(zipSync(parts)),
  });
  await local.page.getByText('The workbook was not opened.').waitFor();
  expect(await local.page.locator('#notice-text').innerText()).toContain('DOCTYPE');
  expect((await local.read('Sheet 1', ['A3']))[0]).toMatchObject({ value: 7 });
});

it('the buttons download and open, and a file dropped on the grid opens', async () => {
  const [download] = await Promise.all([
    local.page.waitForEvent('download'),
    local.page.getByRole('button', { name: 'Save as .xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Workbook.xlsx');
  expect(await contentOf(await buffer(await download.createReadStream()))).toEqual(await contentOf(await save()));
  await local.addSheet();
  await reloadBy(async () => {
    await local.page.setInputFiles('#file-picker', { name: 'saved.xlsx', mimeType: '', buffer: Buffer.from(saved) });
    await local.page.getByRole('button', { name: 'Put away' }).click();
  });
  expect(await local.page.evaluate(() => window.localWorkbook.sheetNames())).toContain(SHEET);
  // As long as nothing is changed in it, there is nothing to ask.
  await reloadBy(() =>
    local.page.setInputFiles('#file-picker', { name: 'saved.xlsx', mimeType: '', buffer: Buffer.from(saved) }),
  );
  await local.addSheet();
  await reloadBy(async () => {
    await local.page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes as BlobPart], 'dropped.xlsx'));
      const target = document.querySelector('#grid canvas') ?? document.getElementById('grid');
      target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, awkwardFile());
    await local.page.getByRole('button', { name: 'Put away' }).click();
  });
  expect(await local.page.evaluate(() => window.localWorkbook.sheetNames())).toEqual(['Sheet 1']);
});

it('the example workbook in assets/ is what `npm run example` makes today', async () => {
  const made = unzipSync(await exampleWorkbook(local));
  const kept = unzipSync(new Uint8Array(await readFile(path.join(projectRoot, EXAMPLE_FILE))));
  expect(Object.keys(made)).toEqual(Object.keys(kept));
  for (const [part, bytes] of Object.entries(made)) {
    expect([part, strFromU8(bytes)]).toEqual([part, strFromU8(kept[part] ?? new Uint8Array())]);
  }
});

it("the pane's first view offers it", async () => {
  await reloadBy(() => local.page.evaluate(() => void window.localWorkbook.newWorkbook()));
  await local.showPane();
  const [download] = await Promise.all([
    local.page.waitForEvent('download'),
    local.pane.getByRole('link', { name: 'Get the example workbook' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ai-spend-example.xlsx');
  expect(await buffer(await download.createReadStream())).toEqual(await readFile(path.join(projectRoot, EXAMPLE_FILE)));
});

/** Parts as another program might write them, none of them by this project's writer. */
function awkwardFile(): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relationships = (...items: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(relationship('a', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': `<x:workbook xmlns:x="${'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}" xmlns:r="${types}"><x:sheets><x:sheet name="Sheet 1" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      relationship('s', 'worksheet', 'worksheets/one.xml'),
      relationship('t', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/one.xml':
      `<worksheet ${main}><sheetData><row><c t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r><rPh><t>x</t></rPh></is></c>` +
      '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f t="array" ref="D1">\'C:\\FUNCRES.XLAM\'!_xldudf_AISPEND("Acme")</f><v>999</v></c>' +
      '<c r="E1"><f t="array" ref="E1">A2+A3</f><v>3</v></c><c r="F1"><f>[1]Other!A1</f><v>5</v></c></row>' +
      '<row r="2"><c r="A2"><v>10</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>20</v></c><c r="C2" t="b"><v>1</v></c><c r="E2"><f>A2+1</f></c></row>' +
      '<row r="3"><c r="A3"><v>20</v></c><c r="B3"><f t="shared" si="0"/><v>40</v></c><c r="C3" s="1"><v>45597</v></c></row>' +
      '</sheetData></worksheet>',
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
