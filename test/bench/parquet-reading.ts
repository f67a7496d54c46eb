import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { importReader } from '../../src/bills/reading/import-reader';
import type { BenchLine } from './bench-line';
import { writeParquetBill } from './parquet-bill';
import { sideBySide } from './side-by-side';

/** The default is what a month of a large company has; fewer make a quick run. */
const ROWS = Number(process.env['BENCH_PARQUET_ROWS'] ?? 5_000_000);
const PARTS = 10;
const ROUNDS = 5;

/**
 * A bill of five million rows in ten Parquet parts, as FOCUS exports come: our import, which adds them up exactly by client, vendor, service
 * and month, over DuckDB's native reader with one thread doing the same.
 */
export async function parquetReading(): Promise<BenchLine[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const duckdb = await instance.connect();
  try {
    const paths = await writeParquetBill(duckdb, folder, ROWS, PARTS);
    const ratio = await sideBySide(
      ROUNDS,
      async () => timed(() => ours(paths)),
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

async function ours(paths: readonly string[]): Promise<number> {
  const reader = importReader();
  const files = await Promise.all(paths.map(async (file) => new File([await openAsBlob(file)], path.basename(file))));
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
