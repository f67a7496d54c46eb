import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { importReader } from '../../src/bills/reading/import-reader';
import type { BenchLine } from './bench-line';
import { sideBySide } from './side-by-side';

/** The default is what a month of a large company has; fewer make a quick run. */
const ROWS = Number(process.env['BENCH_PARQUET_ROWS'] ?? 5_000_000);
const PARTS = 10;
const ROUNDS = 2;

/** Columns of FOCUS: those that an import asks for, and some that it passes over. */
function billQuery(part: number): string {
  const rows = Math.ceil(ROWS / PARTS);
  return `SELECT
    CAST(CAST(i * 15485863 % 10000019 AS DOUBLE) / 1000000000 AS DECIMAL(38, 11)) AS BilledCost,
    '1234567' AS BillingAccountId,
    'USD' AS BillingCurrency,
    TIMESTAMP '2024-09-01' AS BillingPeriodStart,
    'Usage' AS ChargeCategory,
    'gpt-4o input, ' || (i % 997) AS ChargeDescription,
    TIMESTAMP '2024-09-01' + INTERVAL (i // 37 % 30) DAY AS ChargePeriodStart,
    CAST(1 + i % 9973 AS DECIMAL(38, 9)) AS ConsumedQuantity,
    'Units' AS ConsumedUnit,
    ['Microsoft', 'AWS', 'AWS', 'Microsoft', 'Oracle'][1 + i % 5] AS ProviderName,
    ['AI and Machine Learning', 'AI and Machine Learning', 'Compute', 'Storage', 'Databases'][1 + i % 5] AS ServiceCategory,
    ['Azure OpenAI Service', 'Amazon Bedrock', 'Amazon EC2', 'Storage Accounts', 'Autonomous Database'][1 + i % 5] AS ServiceName,
    'Client ' || (i * 7919 % 400) AS SubAccountName,
    'r-' || (i * 48271 % 50021) AS ResourceId
  FROM range(${part * rows}, ${Math.min((part + 1) * rows, ROWS)}) t(i)`;
}

/**
 * A bill of five million rows in ten Parquet parts, as FOCUS exports come: our import, which adds them up exactly by client, vendor, service
 * and month, over DuckDB's native reader with one thread doing the same.
 */
export async function parquetReading(): Promise<BenchLine[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const duckdb = await instance.connect();
  try {
    const names = Array.from({ length: PARTS }, (_, part) => `part_0_${String(part).padStart(4, '0')}.snappy.parquet`);
    for (const [part, name] of names.entries()) {
      await duckdb.run(`COPY (${billQuery(part)}) TO '${path.join(folder, name)}' (FORMAT parquet, CODEC snappy)`);
    }
    const ratio = await sideBySide(
      ROUNDS,
      async () => timed(() => ours(folder, names)),
      async () => timed(() => theirs(duckdb, folder)),
    );
    return [
      {
        what: `A bill of ${ROWS.toLocaleString('en')} rows in ${PARTS} Parquet parts added up, over DuckDB with one thread`,
        ratio: ratio.toFixed(1),
        aim: '4.0 or less',
      },
    ];
  } finally {
    duckdb.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

async function timed(work: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const rows = await work();
  if (rows !== ROWS) {
    throw new Error(`${rows} of ${ROWS} rows were found`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function ours(folder: string, names: readonly string[]): Promise<number> {
  const reader = importReader();
  const files = await Promise.all(
    names.map(async (name) => new File([await openAsBlob(path.join(folder, name))], name)),
  );
  const found = await reader.answer('open', { kind: 'files', files, reading: null }, () => undefined);
  if (found.kind !== 'bill' || found.tables[0] === undefined) {
    throw new Error('The parts are no bill');
  }
  const { mapping } = found.tables[0].recognition;
  return (await reader.answer('summarise', { table: 0, mapping }, () => undefined)).rows;
}

async function theirs(duckdb: DuckDBConnection, folder: string): Promise<number> {
  const answer = await duckdb.runAndReadAll(
    `SELECT SubAccountName, ProviderName, ServiceName, date_trunc('month', ChargePeriodStart) AS month, BillingCurrency,
      sum(BilledCost), count(*)::INTEGER AS rows
    FROM read_parquet('${path.join(folder, '*.parquet')}')
    GROUP BY ALL`,
  );
  return answer.getRowObjects().reduce((sum, { rows }) => sum + Number(rows), 0);
}
