import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { freePort, missingForEngine, startLedgerEngine, type LedgerEngine } from '../../scripts/ledger-engine';
import { ledgerCsv } from '../../scripts/ledger-rows';
import { ledgerColumn } from '../../src/bills/ledger/column-type';
import { answerRows } from '../../src/bills/ledger/engine-answer';
import { ALL_MONTHS } from '../../src/bills/ledger/month-span';
import { columnsStatement, sumsStatement } from '../../src/bills/ledger/statement';
import { readMeasure } from '../../src/bills/ledger/summed-table';
import { parseMapping } from '../../src/bills/mapping/mapping-text';
import type { Mapping, Recognition } from '../../src/bills/mapping/mapping';
import { importReader } from '../../src/bills/reading/import-reader';
import type { BillSummary } from '../../src/bills/sums/bill-summary';
import { fillLedger } from '../e2e/ledger-book';

/* Many rows in files and in an engine: every sum is the same, to the last digit. */
const missing = missingForEngine();
if (missing !== '') {
  process.stderr.write(`Skipped: the large ledger in an engine. ${missing}\n`);
}
const given = missing === '' ? describe : describe.skip;

/** As many have been tried as 5,000,000; jest takes its time with them. */
const ROWS = Number(process.env['AI_SPEND_LEDGER_ROWS'] ?? 100_000);
const SEED = 20_241_118;

interface ReadBill {
  readonly summary: BillSummary;
  readonly mapping: Mapping;
  readonly recognition: Recognition;
}

/** Reads a file as the pane does, by a mapping. */
async function ofFile(file: string, change: string): Promise<ReadBill> {
  const reader = importReader(() => new Date('2026-06-15'));
  const given = new File([await openAsBlob(file)], path.basename(file));
  const found = await reader.answer('open', { kind: 'file', file: given, reading: null }, () => undefined);
  const [table] = found.kind === 'bill' ? found.tables : [];
  if (table === undefined) {
    throw new Error('The file is no bill.');
  }
  const mapping = parseMapping(change, table.recognition.mapping, table.columns);
  const summary = await reader.answer('summarise', { table: 0, mapping }, () => undefined);
  return { summary, mapping, recognition: table.recognition };
}

/** Has the engine add up what the mapping reads. */
async function ofEngine(engine: LedgerEngine, { recognition, mapping }: ReadBill): Promise<BillSummary> {
  const table = { database: 'billing', table: 'focus' };
  const described = answerRows(await engine.run(columnsStatement(table)), 5);
  const columns = described.map(([name = '', type = '']) => ledgerColumn(name, type));
  const statement = sumsStatement(table, columns, recognition, mapping, ALL_MONTHS);
  const measure = readMeasure(await engine.run(statement.measure), statement.measured);
  const days = await engine.run(statement.days ?? '');
  const answer = await engine.run(statement.sums);
  const { summary } = await importReader(() => new Date('2026-06-15')).answer(
    'addedUp',
    { answer, days, statement },
    () => undefined,
  );
  expect(summary.rows).toBe(measure.rows);
  return summary;
}

const figuresIn = ({ groups, totals, rows, keptRows, problemRows, questions }: BillSummary): object => ({
  groups,
  totals,
  rows,
  keptRows,
  problemRows,
  questions,
});

/** A sum as a line: names, month, currency, amount, quantity, rows. */
const line = (...parts: readonly (string | number | null | undefined)[]): string => JSON.stringify(parts);

given('a large ledger', () => {
  let engine: LedgerEngine;
  let folder: string;
  const inFolder = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    engine = await startLedgerEngine(await freePort(), 'https://localhost');
    await fillLedger(engine, 'focus', ROWS, SEED);
    folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-large-'));
    await pipeline(Readable.from(ledgerCsv(ROWS, SEED)), createWriteStream(inFolder('ledger.csv')));
  });
  afterAll(async () => {
    await engine?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What DuckDB makes of the CSV: a table of exact decimals. */
  const inDuckDb = async <Result>(
    work: (run: (sql: string) => Promise<readonly (readonly string[])[]>) => Promise<Result>,
  ): Promise<Result> => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      await connection.run(`CREATE VIEW ledger AS SELECT * FROM read_csv('${inFolder('ledger.csv')}', types = {
        'BilledCost': 'DECIMAL(18, 12)', 'ConsumedQuantity': 'DECIMAL(18, 6)', 'ChargePeriodStart': 'TIMESTAMP' })`);
      return await work(async (sql) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String)));
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  };

  it.each(['', 'quantities:keep', 'only-ai:yes'])(
    'gives every sum as the file with the same rows does, to the last digit: %s',
    async (change) => {
      const read = await ofFile(inFolder('ledger.csv'), change);
      expect(read.summary.groups.length).toBeGreaterThan(1_000);
      expect(read.summary.rows).toBe(ROWS);
      expect(figuresIn(await ofEngine(engine, read))).toEqual(figuresIn(read.summary));
    },
  );

  it('and as Parquet does', async () => {
    await inDuckDb((run) => run(`COPY ledger TO '${inFolder('ledger.parquet')}' (FORMAT parquet)`));
    const read = await ofFile(inFolder('ledger.parquet'), '');
    expect(read.summary.rows).toBe(ROWS);
    expect(figuresIn(await ofEngine(engine, read))).toEqual(figuresIn(read.summary));
  });

  it('and as DuckDB does, which shares no code with ours', async () => {
    const { summary } = await ofFile(inFolder('ledger.csv'), 'quantities:keep');
    const rows = await inDuckDb((run) =>
      run(`SELECT SubAccountName, ProviderName, ServiceName, strftime(ChargePeriodStart, '%Y-%m'), BillingCurrency,
        sum(BilledCost), sum(ConsumedQuantity), count(*) FROM ledger GROUP BY ALL`),
    );
    const plain = (decimal: string): string => decimal.replace(/\.?0+$/, '');
    expect(
      summary.groups
        .map(({ client, vendor, service, month, currency, amount, usage, rows: count }) =>
          line(client, vendor, service, month, currency, amount, usage?.quantity, count),
        )
        .sort(),
    ).toEqual(
      rows
        .map(([client, vendor, service, month, currency, cost = '', quantity = '', count]) =>
          line(client, vendor, service, month, currency, plain(cost), plain(quantity), Number(count)),
        )
        .sort(),
    );
  });
});
