import path from 'node:path';
import { build } from 'esbuild';
import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import type { CellValue } from '../../src/domain/ledger/table';
import type { LoadRecord, LoadSettings, SourceRows, WorkbookPicture } from './load-driver';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * Loads of tables in the local workbook, through real Office.js, with plans of the test's own. All share one workbook, in
 * which AIClients stands among things of the user's: a column with formulas, cells and a table below, formulas elsewhere.
 */
const BILL = 'bill.csv';
let workbook: OpenedWorkbook;
let local: LocalPage;
let script: string;
let before: WorkbookPicture;

beforeAll(async () => {
  const entry = path.join(__dirname, 'load-driver.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  script = outputFiles[0]?.text ?? '';
  workbook = await openWorkbook();
  local = workbook.local;
  await local.showPane();
  await local.settle();
  await load([{ table: 'AIClients', source: 'mine', rows: ['Acme', 'Globex', 'Initech'].map((client, at) => clientRow(client, at + 1, 'mine')) }]);
  await (await addin()).evaluate(() =>
    window.loadDriver.inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('AI Clients');
      const table = context.workbook.tables.getItem('AIClients');
      table.columns.add(undefined, [['Mine'], ['=E2*2'], ['=E3*2'], ['=E4*2']]);
      sheet.getRange('A7').values = [['a note']];
      sheet.getRange('B9:C10').values = [['Other', 'Number'], ['x', 7]];
      const other = sheet.tables.add('A9:K10', true);
      other.name = 'Other';
      sheet.getRange('M2').formulas = [['=SUM(E2:E4)']];
      sheet.getRange('M8').formulas = [['=A7&"!"']];
      await context.sync();
    }),
  );
  await local.settle();
  before = await picture();
});

afterAll(() => workbook?.browser.close());

function clientRow(client: string, spend: number, source: string, note: string | null = null): CellValue[] {
  return [client, 'OpenAI', '', 45_597, spend, 'USD', null, 'billed', source, note];
}

function bill(count: number, note = 'short'): SourceRows {
  return { table: 'AIClients', source: BILL, rows: Array.from({ length: count }, (_, at) => clientRow(`=Client ${at}`, at + 0.25, BILL, note)) };
}

/** The add-in's frame, with the driver in it. */
async function addin(): Promise<Frame> {
  const frame = local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (frame === undefined) throw new Error('The add-in has no frame.');
  await frame.waitForFunction(() => 'Excel' in window && 'run' in Excel);
  if (!(await frame.evaluate(() => 'loadDriver' in window))) await frame.evaluate(script);
  return frame;
}

async function load(sources: readonly SourceRows[], settings: LoadSettings = {}): Promise<LoadRecord> {
  const record = await (await addin()).evaluate(([what, how]) => window.loadDriver.load(what, how), [sources, settings] as const);
  return record;
}

async function picture(): Promise<WorkbookPicture> {
  return (await addin()).evaluate(() => window.loadDriver.picture());
}

it('thousands of rows come and go, and everything else is as it was', async () => {
  const started = Date.now();
  const loaded = await load([bill(6_000, 'A note that makes the rows too many for one request. '.repeat(5))]);
  console.log('load', Date.now() - started, loaded);
  expect(loaded).toMatchObject({ failure: null, outcome: { added: 6_000, removed: 0, kept: 3, tables: ['AIClients'] } });
  const full = await picture();
  console.log('picture', Date.now() - started);
  expect(full.tables['AIClients']).toBe("'AI Clients'!A1:K6004");
  expect(full.tables['Other']).toBe("'AI Clients'!A6009:K6010");
  expect(full.sheets['AI Clients']?.formulas[6]?.slice(0, 5)).toEqual(['=Client 2', 'OpenAI', '', 45_597, 2.25]);
  const gone = await load([bill(0)]);
  console.log('remove', Date.now() - started, gone);
  expect(gone).toMatchObject({ failure: null, outcome: { added: 0, removed: 6_000, kept: 3 } });
  expect(await picture()).toEqual(before);
});
