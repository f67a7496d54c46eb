import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Request } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { report } from '../../scripts/command';
import { missingForEngine, type LedgerEngine } from '../../scripts/ledger-engine';
import { LedgerPage, startLedgerSite, type LedgerSite } from '../e2e/ledger-book';
import type { BenchLine } from './bench-line';

/** Rows in the engine, growing; fewer make a quick run. */
const SIZES = (process.env['BENCH_LEDGER_ROWS'] ?? '1000000,5000000,20000000').split(',').map(Number);
/** Of these, those that are read as Parquet as well: as many as a file of such rows may hold. */
const MOST_AS_PARQUET = 5_000_000;
/** Each is measured so often, and the shortest time counts. */
const ROUNDS = 2;
const PATIENCE_MS = 20 * 60_000;
/** From January to June 2024. */
const SECONDS = 182 * 86_400;

/** The same in two tongues of SQL. */
interface Tongue {
  text(number: string): string;
  moment(seconds: string): string;
  /** A billionth of a whole number, as an exact decimal. */
  billionths(number: string): string;
}

const CLICKHOUSE: Tongue = {
  text: (number) => `toString(${number})`,
  moment: (seconds) => `toDateTime('2024-01-01 00:00:00', 'UTC') + ${seconds}`,
  billionths: (number) => `toDecimal64(${number}, 0) * toDecimal64('0.000000001', 9)`,
};
const DUCKDB: Tongue = {
  text: (number) => `CAST(${number} AS VARCHAR)`,
  moment: (seconds) => `TIMESTAMP '2024-01-01 00:00:00' + to_seconds(${seconds})`,
  billionths: (number) => `CAST(${number} AS DECIMAL(9, 0)) * CAST(0.000000001 AS DECIMAL(9, 9))`,
};

/** Columns of FOCUS of row after row, always the same: those that are asked for, and some that are passed over. */
function rowsIn({ text, moment, billionths }: Tongue): string {
  return `SELECT
    concat('Client ', ${text('number * 7919 % 400')}) AS SubAccountName,
    ['Microsoft', 'AWS', 'AWS', 'Microsoft', 'Oracle'][1 + number % 5] AS ProviderName,
    ['AI and Machine Learning', 'AI and Machine Learning', 'Compute', 'Storage', 'Databases'][1 + number % 5] AS ServiceCategory,
    ['Azure OpenAI Service', 'Amazon Bedrock', 'Amazon EC2', 'Storage Accounts', 'Autonomous Database'][1 + number % 5] AS ServiceName,
    ${moment(`number * 48271 % ${SECONDS}`)} AS ChargePeriodStart,
    ${billionths('number * 15485863 % 10000019')} AS BilledCost,
    'USD' AS BillingCurrency,
    concat('r-', ${text('number * 48271 % 50021')}) AS ResourceId`;
}

/** What it took to have the sums of a ledger, or of a file, in cells. */
interface Taken {
  readonly rows: number;
  readonly totals: readonly (readonly string[])[];
  readonly time: number;
  /** Of the time: what the engine took. */
  readonly engine: number;
  /** That came over the wire, or that the file has. */
  readonly bytes: number;
}

/**
 * A ledger in an engine through the pane, in the local workbook: from the question to the cells, beside the same rows in a Parquet file, and
 * as the rows in the engine grow. What the engine itself takes is told apart, for it is the pane's part that must not grow.
 */
export async function ledgerSums(): Promise<BenchLine[]> {
  const missing = missingForEngine();
  if (missing !== '') {
    report(`A ledger in an engine is not measured: ${missing}.`);
    return [];
  }
  const site = await startLedgerSite();
  try {
    await site.engine.run('CREATE DATABASE billing');
    const taken: Taken[] = [];
    for (const rows of SIZES) {
      await fill(site.engine, rows);
      taken.push(await shortest(() => ofLedger(site, rows)));
    }
    return [...(await besideParquet(site, taken)), ...growth(taken)];
  } finally {
    await site.close();
  }
}

async function shortest(once: () => Promise<Taken>): Promise<Taken> {
  let best = await once();
  for (let round = 1; round < ROUNDS; round += 1) {
    const next = await once();
    best = next.time - next.engine < best.time - best.engine ? next : best;
  }
  return best;
}

/** The rows are made in the engine itself. */
async function fill({ run }: LedgerEngine, rows: number): Promise<void> {
  report(`Making ${rows.toLocaleString('en')} rows in ClickHouse`);
  await run(`CREATE TABLE billing.${tableOf(rows)} (
    SubAccountName String, ProviderName String, ServiceCategory String, ServiceName String, ChargePeriodStart DateTime,
    BilledCost Decimal(38, 12), BillingCurrency String, ResourceId String
  ) ENGINE = MergeTree PARTITION BY toYYYYMM(ChargePeriodStart) ORDER BY (ProviderName, ServiceName)`);
  await run(
    `INSERT INTO billing.${tableOf(rows)} ${rowsIn(CLICKHOUSE)} FROM (SELECT number FROM system.numbers LIMIT ${rows})`,
  );
}

function tableOf(rows: number): string {
  return `rows_${rows}`;
}

/** In a workbook of its own, so that nothing is replaced. */
async function inPane(site: LedgerSite, work: (page: LedgerPage) => Promise<Taken>): Promise<Taken> {
  const page = await LedgerPage.open(site, await launchBrowser({ headed: false }));
  try {
    page.local.page.setDefaultTimeout(PATIENCE_MS);
    await page.local.loadReferenceData();
    return await work(page);
  } finally {
    await page.close();
  }
}

function ofLedger(site: LedgerSite, rows: number): Promise<Taken> {
  return inPane(site, async (page) => {
    await page.start();
    await page.connect(`billing.${tableOf(rows)}`);
    await page.button('Ask the ledger').waitFor();
    const answers: Request[] = [];
    page.local.page.on('requestfinished', (request) => {
      if (request.method() === 'POST' && request.url().startsWith(site.engine.origin)) {
        answers.push(request);
      }
    });
    const start = performance.now();
    const totals = await page.ask();
    await page.imports.load();
    const time = performance.now() - start;
    const sizes = await Promise.all(answers.map((request) => request.sizes()));
    return {
      rows,
      totals,
      time,
      engine: answers.reduce((sum, request) => sum + request.timing().responseEnd, 0),
      bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    };
  });
}

/** The most rows that a Parquet file may hold, as one. */
async function besideParquet(site: LedgerSite, taken: readonly Taken[]): Promise<BenchLine[]> {
  const ledger = taken.filter(({ rows }) => rows <= MOST_AS_PARQUET).at(-1);
  if (ledger === undefined) {
    return [];
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  try {
    const file = path.join(folder, 'ledger.parquet');
    await writeParquet(file, ledger.rows);
    const { size } = await stat(file);
    const parquet = await shortest(() => ofFile(site, file, ledger.rows, size));
    const amounts = (of: Taken): string => JSON.stringify(of.totals.map(([, ...figures]) => figures));
    if (amounts(parquet) !== amounts(ledger)) {
      throw new Error(`The ledger adds up to ${amounts(ledger)}, the Parquet file to ${amounts(parquet)}`);
    }
    const rows = ledger.rows.toLocaleString('en');
    return [
      {
        what: `A ledger of ${rows} rows asked and loaded, over the same as Parquet`,
        ratio: (ledger.time / parquet.time).toFixed(2),
        aim: '1.00 or less',
      },
      {
        what: `Bytes over the wire for it, over those of the Parquet file`,
        ratio: (ledger.bytes / parquet.bytes).toFixed(3),
        aim: '0.100 or less',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeParquet(file: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const duckdb = await instance.connect();
  try {
    await duckdb.run(
      `COPY (${rowsIn(DUCKDB)} FROM range(${rows}) t(number)) TO '${file}' (FORMAT parquet, CODEC snappy)`,
    );
  } finally {
    duckdb.closeSync();
    instance.closeSync();
  }
}

function ofFile(site: LedgerSite, file: string, rows: number, bytes: number): Promise<Taken> {
  return inPane(site, async (page) => {
    await page.imports.open();
    const start = performance.now();
    await page.imports.choose(file);
    const totals = await page.imports.totals();
    await page.imports.load();
    return { rows, totals, time: performance.now() - start, engine: 0, bytes };
  });
}

function growth(taken: readonly Taken[]): BenchLine[] {
  const [first, ...others] = taken;
  if (first === undefined) {
    return [];
  }
  return others.flatMap((one) => {
    const rows = `${one.rows.toLocaleString('en')} rows in the engine, over ${first.rows.toLocaleString('en')}`;
    const line = (what: string, part: (of: Taken) => number, aim: string): BenchLine => ({
      what: `${what}: ${rows}`,
      ratio: (part(one) / part(first)).toFixed(2),
      aim,
    });
    return [
      line('The time of the pane', ({ time, engine }) => time - engine, '1.20 or less'),
      line('The bytes over the wire', ({ bytes }) => bytes, '1.10 or less'),
      line('The time of the engine', ({ engine }) => engine, ''),
    ];
  });
}
