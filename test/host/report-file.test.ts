import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFile } from '../../scripts/import-file';
import { makeReport, writeReport } from '../../scripts/report-file';
import { fromXlsx } from '../../src/local/files/xlsx/xlsx-file';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/* What `npm run report` does, in the workbook that these tests have open. */
let workbook: OpenedWorkbook;
const folder = mkdtempSync(path.join(tmpdir(), 'report-'));
const BILL = `Client,Vendor,Month,Amount,Currency
Search,OpenAI,2025-08,1000,USD
Ads,OpenAI,2025-08,500,USD
Search,OpenAI,2025-09,1200,USD
Ads,OpenAI,2025-09,600,USD
`;

beforeAll(async () => {
  workbook = await openWorkbook();
  await workbook.local.loadReferenceData();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await workbook?.browser.close();
});

it('a choice that there is not is refused with those that there are', async () => {
  const { local } = workbook;
  const file = path.join(folder, 'bill.csv');
  writeFileSync(file, BILL);
  expect((await importFile(local, { path: file, mapping: [], earlier: null })).error).toBeNull();
  await expect(makeReport(local, { by: 'colour' })).rejects.toThrow(
    /^"colour" is not among the choices of "By": client, /,
  );
  await expect(makeReport(local, { period: 'sometime' })).rejects.toThrow(/"sometime"/);
});

it('a report of a bill is written as a PDF and as a workbook with its charts', async () => {
  const { local } = workbook;
  const sheet = await makeReport(local, { period: '', comparedWith: 'before' });
  const [pdf, xlsx] = ['report.pdf', 'report.xlsx'].map((name) => path.join(folder, name)) as [string, string];
  await writeReport(local, sheet, pdf);
  await writeReport(local, sheet, xlsx);
  const printed = readFileSync(pdf);
  expect(printed.toString('latin1', 0, 5)).toBe('%PDF-');
  const { status, stdout } = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  // Where there is a reader of PDFs.
  expect(status === 0 ? stdout : 'Search is 67% of AI spend in September 2025').toContain(
    'Search is 67% of AI spend in September 2025',
  );
  const { sheets } = await fromXlsx(new Uint8Array(readFileSync(xlsx)), ['AISPEND']);
  const charts = sheets.find(({ name }) => name === sheet)?.charts ?? [];
  const drawn = await local.page.evaluate((name) => window.localWorkbook.charts(name), sheet);
  expect(charts.length).toBeGreaterThan(2);
  expect(charts.map(({ name, series }) => [name, series.length])).toEqual(
    drawn.map(({ name, series }) => [name, series.length]),
  );
});

it('a file that cannot be written is told of', async () => {
  const file = path.join(folder, 'nowhere', 'report.xlsx');
  await expect(writeReport(workbook.local, 'AI Report', file)).rejects.toThrow(/cannot be written \(ENOENT\)/);
});
