import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calculate } from '../../scripts/calculate';
import { importFile } from '../../scripts/import-file';
import type { LocalPage } from '../../scripts/local-page';
import { csv } from '../e2e/import-files';
import { ImportPage, sha256 } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { describeWithData, sharedData } from '../shared-data';

/* `npm run calc`: formulas and bills from the command line, in one workbook. */
let workbook: OpenedWorkbook;
let local: LocalPage;
let pane: ImportPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  pane = new ImportPage(local);
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

beforeEach(async () => {
  sheet = await local.addSheet();
});

afterEach(() => pane.leave());

async function value(address: string): Promise<unknown> {
  const [cell] = await local.read(sheet, [address]);
  return cell?.error ? `${cell.error.code} ${cell.error.message}` : cell?.value;
}

describe('npm run calc', () => {
  it('calculates formulas in the order given, each in a cell of its own', async () => {
    const results = await calculate(local, ['=1+1', '=AISPEND("ByteDance")', '="a"&"b"', '=1=1']);
    expect(results.map(({ value }) => value)).toEqual([2, 20_000_000, 'ab', true]);
    expect(new Set(results.map(({ cell }) => cell)).size).toBe(4);
  });

  it('gives the code and the message of an error', async () => {
    const [native, own] = await calculate(local, ['=1/0', '=AISPEND("Bytedanse")']);
    expect([native?.value, native?.error?.code]).toEqual([null, '#DIV/0!']);
    expect([own?.value, own?.error]).toEqual([
      null,
      { code: '#N/A', message: 'No client "Bytedanse" in AIClients. Did you mean "ByteDance"?' },
    ]);
  });

  it('gives a spilled range whole, however large, and whatever stands beside it', async () => {
    const results = await calculate(local, ['=SEQUENCE(40,20)', '=AISPEND({"ByteDance";"Adobe"},"runrate")', '=2']);
    const [large, , two] = results.map(({ value }) => value);
    expect(large).toHaveLength(40);
    expect((large as number[][])[39]).toHaveLength(20);
    expect((large as number[][])[39]?.[19]).toBe(800);
    expect(two).toBe(2);
  });
});

describe('npm run calc -- --load', () => {
  let folder: string;
  const written = async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    return file;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-import-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reports what a file was, its totals and its problems, and what came of it', async () => {
    const rows = [
      ['Wer', 'Wem', 'Wann', 'Wieviel'],
      ['Calc', 'OpenAI', '2025-06', '1.234,56'],
      ['Calc', 'OpenAI', '2025-06', 'viel'],
      ['Calc', 'OpenAI', '2025-07', '0,44'],
    ];
    const file = await written('kosten.csv', csv(rows));
    await local.enter(sheet, [['A1', '=AISPEND("Calc","2025-06:2025-07")']]);
    const loaded = await importFile(local, {
      path: file,
      earlier: null,
      mapping: ['Wer=client,Wem=vendor,Wann=month', 'Wieviel=amount,"EUR"=currency'],
    });
    expect(loaded).toMatchObject({
      file: 'kosten.csv',
      error: null,
      outcome: expect.stringMatching(/^2 rows added as kosten\.csv/),
      report: {
        format: 'Table',
        rows: 3,
        keptRows: 2,
        problemRows: 1,
        totals: [{ currency: 'EUR', total: '1235', kept: '1235' }],
        problems: [{ line: 3, column: 'Wieviel', value: 'viel', message: '"viel" is not an amount.' }],
      },
    });
    expect(await value('A1')).toBe(1_235);
  });

  it('takes the files of a folder as one bill', async () => {
    const header = 'Client,Vendor,Month,Amount,Currency\n';
    await mkdir(path.join(folder, 'parts'));
    await written('parts/part_1.csv', `${header}Parts,OpenAI,2025-06,1.50,USD\n`);
    await written('parts/part_2.csv', `${header}Parts,OpenAI,2025-06,2.25,USD\n`);
    await local.enter(sheet, [['A1', '=AISPEND("Parts","2025-06")']]);
    const loaded = await importFile(local, { path: path.join(folder, 'parts'), earlier: null, mapping: [] });
    expect(loaded).toMatchObject({ file: 'parts.zip', error: null, report: { rows: 2, problemRows: 0 } });
    expect(await value('A1')).toBe(3.75);
  });

  it('reports why a file was refused, or not loaded', async () => {
    const before = await pane.picture();
    const broken = await written('broken.json', '{"rows": [1, 2');
    expect(await importFile(local, { path: broken, earlier: null, mapping: [] })).toMatchObject({
      report: null,
      outcome: null,
      error: expect.stringContaining('It was cut off'),
    });
    const open = await written(
      'open.csv',
      csv([
        ['x', 'y'],
        ['a', 'b'],
      ]),
    );
    expect(await importFile(local, { path: open, earlier: null, mapping: [] })).toMatchObject({
      report: null,
      outcome: null,
      error: 'Choose the vendor, the month, the amount, the currency.',
    });
    expect(await importFile(local, { path: open, earlier: null, mapping: ['z=client'] })).toMatchObject({
      outcome: null,
      error: expect.stringContaining('The table has no column "z"'),
    });
    expect(await pane.picture()).toEqual(before);
  });
});

describeWithData('published bills', () => {
  it('come to their known totals', async () => {
    const file = path.join(sharedData, 'focus/focus_sample_1000.csv');
    await local.enter(sheet, [
      ['A1', '=AISPEND("*","2024-09",,"AWS")'],
      ['A2', '=AISPEND("*","2024-09",,"Oracle")'],
    ]);
    const loaded = await importFile(local, { path: file, earlier: null, mapping: [] });
    expect(loaded).toMatchObject({
      file: 'focus_sample_1000.csv',
      error: null,
      report: {
        format: 'FOCUS 1.0',
        rows: 1_000,
        sha256: sha256(readFileSync(file)),
        totals: [{ currency: 'USD', total: '20.52022672899', kept: '20.52022672899' }],
        problems: [],
      },
    });
    expect([await value('A1'), await value('A2')]).toEqual([18.0066386184, 0.53707392473]);
  });
});
