import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { launchBrowser } from '../../scripts/browser';
import { report } from '../../scripts/command';
import { LocalPage } from '../../scripts/local-page';
import { startServer } from '../../scripts/server';
import { ImportPage } from '../e2e/import-page';
import { threadUse, type Owner, type ThreadUse } from '../e2e/thread-use';
import type { BenchLine } from './bench-line';
import { writeBill } from './bill-generator';
import { writeParquetBill } from './parquet-bill';

/** Rows of the CSV, and megabytes of the JSON; fewer make a quick run. The defaults are 298 and 100 MB. */
const CSV_ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const JSON_MB = Number(process.env['BENCH_JSON_MB'] ?? 100);
const PARQUET_ROWS = Number(process.env['BENCH_PARQUET_ROWS'] ?? 5_000_000);
const PARQUET_PARTS = 40;
/** Sums that are loaded, each number into a new workbook, over the first of these. */
const LOADS = (process.env['BENCH_LOADS'] ?? '10000,36000,100000').split(',').map(Number);
const GROWTH = new Map([
  [36_000, '4.0 or less'],
  [100_000, '11.0 or less'],
]);

/** For how long at a time the add-in may hold the thread that it shares with Excel's page: while a file is read, and while rows are written. */
const READING_MS = 50;
const WRITING_MS = 100;
/** Nobody who types waits for longer. */
const SEARCH_MS = 100;
const PATIENCE_MS = 20 * 60_000;

/**
 * Large imports through the pane, in the local workbook: how long the add-in holds the thread at most while files are read and while sums
 * are written, and how the time of a load grows with their number. All of it is CPU time of the thread, as `threadUse` tells it.
 */
export async function largeImports(): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  try {
    return [...(await readings(server.origin, folder)), ...(await loads(server.origin, folder))];
  } finally {
    await rm(folder, { recursive: true });
    await server.close();
  }
}

async function parquetParts(folder: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const duckdb = await instance.connect();
  try {
    return await writeParquetBill(duckdb, folder, PARQUET_ROWS, PARQUET_PARTS);
  } finally {
    duckdb.closeSync();
    instance.closeSync();
  }
}

async function readings(origin: string, folder: string): Promise<BenchLine[]> {
  const csv = path.join(folder, 'bill.csv');
  await writeBill(csv, CSV_ROWS);
  const json = path.join(folder, 'bill.json');
  await writeRecords(json, JSON_MB);
  const parts = await parquetParts(folder);
  const lines: BenchLine[] = [];
  for (const [file, what] of [
    [csv, `a CSV of ${CSV_ROWS.toLocaleString('en')} rows`],
    [json, `a JSON of ${JSON_MB} MB`],
    [parts, `a bill of ${PARQUET_ROWS.toLocaleString('en')} rows in ${PARQUET_PARTS} Parquet parts`],
  ] as const) {
    const { addIn } = await inNewWorkbook(origin, async (pane, local) =>
      threadUse(local.page, async () => {
        await pane.choose(file);
        await pane.totals();
      }),
    );
    report(`While ${what} was read, the add-in held the thread for ${Math.round(addIn.longest)} ms at most`);
    lines.push({
      what: `The longest that the add-in held the thread while ${what} was read, over ${READING_MS} ms`,
      ratio: (addIn.longest / READING_MS).toFixed(2),
      aim: '1.00 or less',
    });
  }
  return lines;
}

async function loads(origin: string, folder: string): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  let first: Record<Owner, ThreadUse> | null = null;
  for (const rows of LOADS) {
    const file = path.join(folder, `${rows} sums.csv`);
    await writeSums(file, rows);
    const { preview, load, search } = await inNewWorkbook(origin, async (pane, local) => ({
      preview: await threadUse(local.page, async () => {
        await pane.choose(file);
        await pane.totals();
      }),
      load: await threadUse(local.page, () => pane.load()),
      search: await searchAmongAll(pane, local),
    }));
    const count = rows.toLocaleString('en');
    report(`${count} sums: ${inWords(load)}`);
    if (first === null) {
      first = load;
    } else {
      const over = (LOADS[0] ?? 0).toLocaleString('en');
      const aim = GROWTH.get(rows) ?? '';
      lines.push(
        { what: `Loading ${count} sums, over ${over}: the whole page`, ratio: grown(load, first), aim },
        {
          what: `Loading ${count} sums, over ${over}: the add-in's part of it`,
          ratio: (load.addIn.total / first.addIn.total).toFixed(1),
          aim,
        },
      );
    }
    lines.push(
      {
        what: `The longest that the add-in held the thread while ${count} sums were previewed, over ${READING_MS} ms`,
        ratio: (preview.addIn.longest / READING_MS).toFixed(2),
        aim: '1.00 or less',
      },
      {
        what: `The longest that the add-in held the thread while ${count} sums were loaded, over ${WRITING_MS} ms`,
        ratio: (load.addIn.longest / WRITING_MS).toFixed(2),
        aim: '1.00 or less',
      },
      {
        what: `The longest that the local workbook held it meanwhile, over ${WRITING_MS} ms`,
        ratio: (load.host.longest / WRITING_MS).toFixed(0),
        aim: 'as low as can be',
      },
      {
        what: `The longest that the add-in held the thread while one of ${count} clients was searched, over ${SEARCH_MS} ms`,
        ratio: (search.addIn.longest / SEARCH_MS).toFixed(2),
        aim: '1.00 or less',
      },
    );
  }
  return lines;
}

/** Types a name into the pane's search until few of the many are left. */
async function searchAmongAll(pane: ImportPage, local: LocalPage): Promise<Record<Owner, ThreadUse>> {
  await pane.leave();
  await local.pane.getByRole('tab', { name: 'Clients' }).click();
  await local.pane.locator('.client').first().waitFor();
  return threadUse(local.page, async () => {
    await local.pane.getByRole('searchbox', { name: 'Search clients' }).pressSequentially('client 9999');
    await local.pane.getByText(/^\d\d? of [\d,]+ clients$/).waitFor();
  });
}

async function inNewWorkbook<T>(origin: string, act: (pane: ImportPage, local: LocalPage) => Promise<T>): Promise<T> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${origin}/local.html`);
    local.page.setDefaultTimeout(PATIENCE_MS);
    await local.loadReferenceData();
    return await act(new ImportPage(local), local);
  } finally {
    await browser.close();
  }
}

function grown(of: Record<Owner, ThreadUse>, over: Record<Owner, ThreadUse>): string {
  const total = ({ addIn, office, host }: Record<Owner, ThreadUse>): number => addIn.total + office.total + host.total;
  return (total(of) / total(over)).toFixed(1);
}

function inWords({ addIn, office, host }: Record<Owner, ThreadUse>): string {
  const told = ([who, { total, longest }]: readonly [string, ThreadUse]): string =>
    `${who} ${(total / 1000).toFixed(1)} s, at most ${Math.round(longest)} ms at a time`;
  return [['the add-in', addIn] as const, ['Office.js', office] as const, ['the local workbook', host] as const]
    .map(told)
    .join('; ');
}

/** Records such as an API gives them, a few of them different. */
async function writeRecords(file: string, megabytes: number): Promise<void> {
  const record = (at: number): string =>
    JSON.stringify({
      client: `Client ${at % 400}`,
      vendor: 'AWS',
      month: '2025-06',
      amount: (at % 97) + 0.25,
      currency: 'USD',
      text: 'a description of what was used, long enough to make the file large',
    });
  const records = Array.from({ length: 10_000 }, (_, at) => record(at)).join(',\n');
  const target = await open(file, 'w');
  try {
    await target.write('[');
    for (let bytes = 0; bytes < megabytes * 1024 * 1024; bytes += records.length) {
      await target.write(`${bytes === 0 ? '' : ',\n'}${records}`);
    }
    await target.write(']');
  } finally {
    await target.close();
  }
}

async function writeSums(file: string, rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) => `Client ${at},OpenAI,API,2025-06,${at % 97}.25,USD`);
  await writeFile(file, ['Client,Vendor,Service,Month,Amount,Currency', ...lines, ''].join('\n'));
}
