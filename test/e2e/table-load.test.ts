import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import type { CellValue } from '../../src/domain/ledger/table';
import { TABLES } from '../../src/domain/ledger/tables';
import { loadDriverScript } from './driver-script';
import type { LoadRecord, LoadSettings, SourceRows } from './load-driver';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';
import type { WorkbookPicture } from './workbook-picture';

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
  script = await loadDriverScript();
  workbook = await openWorkbook();
  local = workbook.local;
  await local.showPane();
  await local.settle();
  await load([
    {
      table: 'AIClients',
      source: 'mine',
      rows: ['Acme', 'Globex', 'Initech'].map((client, at) => clientRow(client, at + 1, 'mine')),
    },
  ]);
  await (
    await addin()
  ).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('AI Clients');
      const table = context.workbook.tables.getItem('AIClients');
      table.columns.add(undefined, [['Mine'], ['=E2*2'], ['=E3*2'], ['=E4*2']]);
      sheet.getRange('A7').values = [['a note']];
      sheet.getRange('B9:C10').values = [
        ['Other', 'Number'],
        ['x', 7],
      ];
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
  return {
    table: 'AIClients',
    source: BILL,
    rows: Array.from({ length: count }, (_, at) => clientRow(`=Client ${at}`, at + 0.25, BILL, note)),
  };
}

/** The add-in's frame, with the driver in it. */
async function addin(): Promise<Frame> {
  const frame = local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (frame === undefined) {
    throw new Error('The add-in has no frame.');
  }
  await frame.waitForFunction(() => 'Excel' in window && 'run' in Excel);
  if (!(await frame.evaluate(() => 'loadDriver' in window))) {
    await frame.evaluate(script);
  }
  return frame;
}

async function load(sources: readonly SourceRows[], settings: LoadSettings = {}): Promise<LoadRecord> {
  return (await addin()).evaluate(([what, how]) => window.loadDriver.load(what, how, true), [
    sources,
    settings,
  ] as const);
}

async function picture(): Promise<WorkbookPicture> {
  return (await addin()).evaluate(() => window.loadDriver.picture());
}

it('thousands of rows come and go, and everything else is as it was', async () => {
  const loaded = await load([bill(2_000, 'A note that makes the rows too many for one request. '.repeat(15))]);
  expect(loaded).toMatchObject({
    failure: null,
    outcome: { added: 2_000, removed: 0, kept: 3, tables: ['AIClients'] },
  });
  const full = await picture();
  expect(full.tables['AIClients']).toBe("'AI Clients'!A1:K2004");
  expect(full.tables['Other']).toBe("'AI Clients'!A2009:K2010");
  expect(full.sheets['AI Clients']?.formulas[6]?.slice(0, 5)).toEqual(['=Client 2', 'OpenAI', '', 45_597, 2.25]);
  const gone = await load([bill(0)]);
  expect(gone).toMatchObject({ failure: null, outcome: { added: 0, removed: 2_000, kept: 3 } });
  expect(await picture()).toEqual(before);
});

it('a load that is cancelled in the middle leaves all as it was', async () => {
  const cancelled = await load([largeBill(14)], { cancelAt: 1 });
  expect(cancelled).toMatchObject({ outcome: null, failure: expect.stringContaining('AbortError') });
  expect(await picture()).toEqual(before);
});

it('a runtime that dies at any request leaves the workbook as before or complete, and the next load cleans up', async () => {
  const { requests } = await load([largeBill(14)]);
  const complete = await picture();
  await load([bill(0)]);
  expect(await picture()).toEqual(before);
  const seen = new Set<string>();
  for (let request = FIRST_WRITE; request < requests; request += 1) {
    expect(await load([largeBill(14)], { dieAt: { request, sent: true } })).toMatchObject({ died: true });
    await startAnew();
    const left = await picture();
    const staging = Object.keys(left.sheets).filter((name) => name.startsWith('AI Spend load'));
    expect(staging.map((name) => left.sheets[name]?.visibility)).toEqual(staging.map(() => 'VeryHidden'));
    const shown = {
      ...left,
      sheets: Object.fromEntries(Object.entries(left.sheets).filter(([name]) => !staging.includes(name))),
    };
    const isComplete = JSON.stringify(shown) === JSON.stringify(complete);
    if (!isComplete) {
      expect(shown).toEqual(before);
    }
    seen.add(`${isComplete ? 'complete' : 'before'}, ${staging.length} left over`);
    if (isComplete) {
      await load([bill(0)]);
    }
  }
  expect([...seen]).toEqual(['before, 1 left over', 'complete, 0 left over']);
  await load([bill(0)]);
  expect(await picture()).toEqual(before);
}, 180_000);

it('what a request did that Excel refused half-way is taken back', async () => {
  const rates: SourceRows = {
    table: 'AIRates',
    source: BILL,
    rows: [
      [45_597, 'USD', 1.06, BILL],
      [45_627, 'USD', 1.05, BILL],
    ],
  };
  await load([bill(2), rates]);
  // A table that stands half below AIRates: rows above it can be neither inserted nor deleted.
  await (
    await addin()
  ).evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('AI Rates').tables.add('C6:F7', true).name = 'Wide';
      await context.sync();
    }),
  );
  const standing = await picture();
  const refused = await load([bill(3), { ...rates, rows: [] }]);
  expect(refused).toMatchObject({ outcome: null, failure: expect.stringContaining('shift only some cells') });
  expect(await picture()).toEqual(standing);
  await (
    await addin()
  ).evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('AI Rates').delete();
      await context.sync();
    }),
  );
  await load([bill(0)]);
  expect(await picture()).toEqual(before);
});

it('a load waits while a cell is being edited, says so, and goes on by itself; it is one step to undo', async () => {
  await load([bill(0)]);
  const standing = await picture();
  await local.click('Tour', 'J30');
  await local.page.keyboard.type('half a wo');
  await local.page.waitForFunction(() => window.localWorkbook.isEditing());
  const loading = load([bill(2)]);
  const frame = await addin();
  await frame.waitForFunction(() => window.loadDriver.waited);
  expect(await picture()).toEqual(standing);
  await local.page.keyboard.press('Escape');
  expect(await loading).toMatchObject({ failure: null, waited: true, outcome: { added: 2 } });
  await local.settle();
  await local.page.keyboard.press('Control+z');
  await local.settle();
  expect(await picture()).toEqual(standing);
});

it('where Table.resize is to be had, a table grows over blank cells, and what is in its way moves down', async () => {
  await pretend('1.13');
  await load([bill(2)]);
  let grown = await picture();
  expect(grown.tables).toMatchObject({ AIClients: "'AI Clients'!A1:K6", Other: "'AI Clients'!A9:K10" });
  expect(grown.sheets['AI Clients']?.formulas[6]?.[0]).toBe('a note');
  await load([{ ...bill(1), source: 'more.csv', rows: [1, 2].map((spend) => clientRow('More', spend, 'more.csv')) }]);
  grown = await picture();
  expect(grown.tables).toMatchObject({ AIClients: "'AI Clients'!A1:K8", Other: "'AI Clients'!A11:K12" });
  expect(grown.sheets['AI Clients']?.formulas.map((row) => row[0]).slice(3, 9)).toEqual([
    'Initech',
    '=Client 0',
    '=Client 1',
    'More',
    'More',
    'a note',
  ]);
  await startAnew();
  await load([{ table: 'AIClients', source: 'more.csv', rows: [] }]);
});

it('a row that comes between the plan and the load is kept, and so are the right rows around it', async () => {
  await load([bill(2)]);
  const disturbed = await load([bill(3)], { intrudeAt: FIRST_WRITE + 2 });
  expect(disturbed).toMatchObject({ failure: null, outcome: { added: 3, removed: 2, kept: 4 } });
  expect(await clients()).toEqual(['Intruder', 'Acme', 'Globex', 'Initech', '=Client 0', '=Client 1', '=Client 2']);
});

it('two loads at once end in one state', async () => {
  const frame = await addin();
  const both = await frame.evaluate(
    (what) => Promise.all([window.loadDriver.load([what]), window.loadDriver.load([what])]),
    bill(2),
  );
  expect(both.map(({ failure }) => failure)).toEqual([null, null]);
  expect((await clients()).filter((client) => String(client).startsWith('='))).toEqual(['=Client 0', '=Client 1']);
});

it('a table that a co-author makes at any moment of a first load is filled, not doubled', async () => {
  const columns = TABLES.AIReturns.columns.map(({ name }) => name);
  const ours: SourceRows = {
    table: 'AIReturns',
    source: 'ours',
    rows: [columns.map((name) => (name === 'Source' ? 'ours' : null))],
  };
  const standing = await picture();
  const { requests } = await load([ours]);
  const seen = new Set<string>();
  for (let madeAt = 1; madeAt <= requests; madeAt += 1) {
    await deleteSheet('AI Returns');
    expect(await picture()).toEqual(standing);
    expect(await load([ours], { madeAt })).toMatchObject({
      failure: null,
      outcome: { added: 1, tables: ['AIReturns'] },
    });
    const { tables, sheets } = await picture();
    expect(Object.keys(sheets).filter((name) => !(name in standing.sheets))).toEqual(['AI Returns']);
    expect(Object.keys(tables).filter((name) => !(name in standing.tables))).toEqual(['AIReturns']);
    seen.add(String(sheets['AI Returns']?.formulas.map((row) => row[columns.indexOf('Source')])));
  }
  expect([...seen]).toEqual(['Source,theirs,ours', 'Source,ours']);
  await deleteSheet('AI Returns');
});

/** The requests before that one find leftovers and read the table. */
const FIRST_WRITE = 5;

/** A bill whose rows are too large for one request. */
function largeBill(count: number): SourceRows {
  return bill(count, 'ü'.repeat(30_000));
}

async function deleteSheet(name: string): Promise<void> {
  await (
    await addin()
  ).evaluate(
    (gone) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(gone).delete();
        await context.sync();
      }),
    name,
  );
  await local.settle();
}

async function clients(): Promise<unknown[]> {
  const { sheets, tables } = await picture();
  const rows = Number(/\d+$/.exec(tables['AIClients'] ?? '')?.[0]);
  return (sheets['AI Clients']?.formulas ?? []).slice(1, rows).map((row) => row[0]);
}

/** The add-in's frame is loaded anew: all that ran in it is gone. */
async function startAnew(): Promise<void> {
  await local.page.evaluate(() => window.localWorkbook.killRuntime());
  await local.showPane();
  await local.settle();
  await (await addin()).waitForFunction(() => 'Excel' in window && Boolean(Office?.context?.document));
}

/** Lets the add-in believe that the host has another version of the API. */
async function pretend(version: string): Promise<void> {
  await (
    await addin()
  ).evaluate((newest) => {
    const { requirements } = Office.context;
    const isSupported = requirements.isSetSupported.bind(requirements);
    Object.assign(requirements, {
      isSetSupported: (name: string, least?: string) =>
        (name === 'ExcelApi' && least === newest) || isSupported(name, least),
    });
  }, version);
}
