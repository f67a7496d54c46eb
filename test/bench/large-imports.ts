import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { launchBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { startServer } from '../../scripts/server';
import { ImportPage, type MadeFile } from '../e2e/import-page';
import type { BenchLine } from './bench-line';
import { writeParquetBill } from './parquet-bill';

/** Megabytes, or rows, of the files that are read; fewer make a quick run. */
const CSV_MB = Number(process.env['BENCH_CSV_MB'] ?? 298);
const JSON_MB = Number(process.env['BENCH_JSON_MB'] ?? 95);
const PARQUET_ROWS = Number(process.env['BENCH_PARQUET_ROWS'] ?? 5_000_000);
const PARQUET_PARTS = 40;
/** Sums that are loaded, over the first of these. */
const LOADS = (process.env['BENCH_LOADS'] ?? '10000,36000,100000').split(',').map(Number);
const LOAD_AIMS = new Map([
  [36_000, '4.0 or less'],
  [100_000, '11.0 or less'],
]);

/** What the pane may be away for while a file is read, and the add-in while rows are written. */
const READING_PAUSE_MS = 50;
const WRITING_PAUSE_MS = 100;
const PATIENCE_MS = 20 * 60_000;

const TEXT = 'a description of what was used, long enough to make the file large';
const CSV_ROWS = `"Large","AWS","2025-06-03","1.25","USD","${TEXT}"\n`.repeat(10_000);
const JSON_FIRST = JSON.stringify({
  client: 'Large',
  vendor: 'AWS',
  month: '2025-06',
  amount: 1.25,
  currency: 'USD',
  text: TEXT,
});
const JSON_ROWS = `,\n${JSON_FIRST}`.repeat(10_000);

/**
 * Large imports through the pane, in the local workbook: for how long at most the pane did not answer while files were read, over 50 ms, and
 * how loading sums into the workbook grows with their number.
 */
export async function largeImports(): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${server.origin}/local.html`);
    local.page.setDefaultTimeout(PATIENCE_MS);
    await local.loadReferenceData();
    const pane = new ImportPage(local);
    const lines: BenchLine[] = [];
    for (const file of [largeCsv(), largeJson()]) {
      const pause = await pane.longestPause(async () => {
        await pane.drop(file);
        await pane.totals();
      });
      lines.push(readingLine(file.name, pause));
      await pane.leave();
    }
    lines.push(await parts(pane));
    lines.push(...(await loads(pane)));
    return lines;
  } finally {
    await browser.close();
    await server.close();
  }
}

function readingLine(name: string, pause: number): BenchLine {
  return {
    what: `The longest that the pane did not answer while ${name} was read, over ${READING_PAUSE_MS} ms`,
    ratio: (pause / READING_PAUSE_MS).toFixed(2),
    aim: '1.00 or less',
  };
}

async function parts(pane: ImportPage): Promise<BenchLine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  const instance = await DuckDBInstance.create(':memory:');
  const duckdb = await instance.connect();
  try {
    const files = await writeParquetBill(duckdb, folder, PARQUET_ROWS, PARQUET_PARTS);
    const pause = await pane.longestPause(async () => {
      await pane.choose(files);
      await pane.totals();
    });
    await pane.leave();
    return readingLine(`${PARQUET_PARTS} Parquet parts of ${PARQUET_ROWS.toLocaleString('en')} rows`, pause);
  } finally {
    duckdb.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

async function loads(pane: ImportPage): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  let first: number | null = null;
  for (const rows of LOADS) {
    await pane.drop(sums(rows));
    await pane.totals();
    const start = performance.now();
    const pause = await pane.longestPause(async () => {
      await pane.load();
    });
    const time = performance.now() - start;
    await pane.leave();
    const count = rows.toLocaleString('en');
    if (first === null) {
      first = time;
    } else {
      const what = `Loading ${count} sums, over ${(LOADS[0] ?? 0).toLocaleString('en')}`;
      lines.push({ what, ratio: (time / first).toFixed(1), aim: LOAD_AIMS.get(rows) ?? '' });
    }
    lines.push({
      what: `The longest that the add-in was held while ${count} sums were loaded, over ${WRITING_PAUSE_MS} ms`,
      ratio: (pause / WRITING_PAUSE_MS).toFixed(2),
      aim: '1.00 or less',
    });
  }
  return lines;
}

function largeCsv(): MadeFile {
  const times = Math.max(1, Math.round((CSV_MB * 1024 * 1024) / CSV_ROWS.length));
  return {
    name: `a CSV of ${CSV_MB} MB`,
    start: 'Client,Vendor,Date,Cost,Currency,Text\n',
    then: { text: CSV_ROWS, times },
  };
}

function largeJson(): MadeFile {
  const times = Math.max(1, Math.round((JSON_MB * 1024 * 1024) / JSON_ROWS.length));
  return { name: `a JSON of ${JSON_MB} MB`, start: `[${JSON_FIRST}`, then: { text: JSON_ROWS, times }, end: ']' };
}

function sums(rows: number): MadeFile {
  const lines = Array.from({ length: rows }, (_, at) => `Client ${at},OpenAI,API,2025-06,${at % 97}.25,USD`);
  return { name: `${rows} sums.csv`, start: ['Client,Vendor,Service,Month,Amount,Currency', ...lines, ''].join('\n') };
}
