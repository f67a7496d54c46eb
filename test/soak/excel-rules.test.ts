import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalPage } from '../../scripts/local-page';
import { buildFolder } from '../../scripts/project';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { addinOf } from '../e2e/shared-windows';

/*
 * How much Excel takes from one formula, and how it calls a function whose parameters it does not all know.
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

/** What a cell shows: its text, or its error with the message. */
async function shown(on: LocalPage, name: string, ...addresses: string[]): Promise<string[]> {
  await on.settle();
  const cells = await on.read(name, addresses);
  return cells.map(({ error, text }) => (error === null ? text : `${error.code} ${error.message}`));
}

describe('an answer that is too large for a request', () => {
  it('is an error that says so, and the functions go on', async () => {
    await (
      await addinOf(local)
    ).evaluate(
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange('E1:E60000').values = [['ByteDance']];
          await context.sync();
        }),
      sheet,
    );
    await local.enter(sheet, [['A1', '=AISPEND(E1:E60000)']]);
    expect((await shown(local, sheet, 'A1'))[0]).toMatch(
      /^#VALUE! AISPEND gives 60,000 x 1 cells, \d+\.\d MB; Excel takes 4 MB from one formula\./,
    );
    await local.enter(sheet, [['B1', '=AISPEND("ByteDance")']]);
    expect(await shown(local, sheet, 'B1')).toEqual(['20,000,000.00 EUR']);
  });
});

describe('metadata of an older version, which knows fewer parameters', () => {
  const CALLS = [
    '=AISPEND("ByteDance")',
    '=REVSHARE("ByteDance")',
    '=AIROI(1000)',
    '=AIREVENUE("OpenAI")',
    '=ROWS(AICLIENTS())',
    '=ROWS(AITREND("ByteDance"))',
    '=ROWS(AICONCENTRATION())',
    '=ROWS(AISOURCE("ByteDance"))',
    '=AIFX(100,"EUR","USD")',
  ];

  function onlyRequired(): object {
    const metadata = JSON.parse(readFileSync(path.join(buildFolder, 'functions.json'), 'utf8')) as {
      functions: { parameters: { optional?: boolean }[] }[];
    };
    const functions = metadata.functions.map((each) => ({
      ...each,
      parameters: each.parameters.filter(({ optional }) => optional !== true),
    }));
    return { ...metadata, functions };
  }

  async function results(on: LocalPage): Promise<string[]> {
    const name = await on.addSheet();
    const entries = CALLS.map((formula, at) => [`A${at + 1}`, formula] as const);
    await on.enter(name, entries);
    return shown(on, name, ...entries.map(([address]) => address));
  }

  it('calls with the invocation in the next place, and gets the same results', async () => {
    const today = await results(local);
    const older = await openWorkbook('', (context) =>
      context.route('**/functions.json*', (route) => route.fulfill({ json: onlyRequired() })),
    );
    try {
      await older.local.loadReferenceData();
      expect(await results(older.local)).toEqual(today);
    } finally {
      await older.browser.close();
    }
    expect(today[0]).toBe('20,000,000.00 EUR');
    expect(today.filter((text) => text.startsWith('#VALUE!'))).toEqual([]);
  });
});
