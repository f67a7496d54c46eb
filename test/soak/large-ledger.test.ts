import { parquetWriteBuffer } from 'hyparquet-writer';
import { freePort, missingForEngine, startLedgerEngine, type LedgerEngine } from '../../scripts/ledger-engine';
import { LEDGER_COLUMNS, ledgerCsv } from '../../scripts/ledger-rows';
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
const ROWS = Number(process.env['AI_SPEND_LEDGER_ROWS'] ?? 250_000);
const PARQUET_ROWS = Math.min(ROWS, 200_000);
const SEED = 20_241_118;

/** Reads a file as the pane does, by a mapping. */
async function ofFile(
  file: File,
  change: string,
): Promise<BillSummary & { mapping: Mapping; recognition: Recognition }> {
  const reader = importReader(() => new Date('2026-06-15'));
  const found = await reader.answer('open', { kind: 'file', file, reading: null }, () => undefined);
  const [table] = found.kind === 'bill' ? found.tables : [];
  if (table === undefined) {
    throw new Error('The file is no bill.');
  }
  const mapping = parseMapping(change, table.recognition.mapping, table.columns);
  const summary = await reader.answer('summarise', { table: 0, mapping }, () => undefined);
  return { ...summary, mapping, recognition: table.recognition };
}

/** Has the engine add up what the mapping reads. */
async function ofEngine(
  engine: LedgerEngine,
  name: string,
  recognition: Recognition,
  mapping: Mapping,
): Promise<BillSummary> {
  const table = { database: 'billing', table: name };
  const described = answerRows(await engine.run(columnsStatement(table)), 5);
  const columns = described.map(([name = '', type = '']) => ledgerColumn(name, type));
  const statement = sumsStatement(table, columns, recognition, mapping, ALL_MONTHS);
  const measure = readMeasure(await engine.run(statement.measure), statement.measured);
  const answer = await engine.run(statement.sums);
  const { summary } = await importReader(() => new Date('2026-06-15')).answer(
    'addedUp',
    { answer, days: null, statement },
    () => undefined,
  );
  expect(summary.rows).toBe(measure.rows);
  return summary;
}

/** Sums by month do not tell whether the last month is over, which a file with its days does. */
const sumsIn = ({ groups, totals, rows, keptRows, problemRows }: BillSummary): object => ({
  groups: groups.map(({ isPartial: _, ...group }) => group),
  totals,
  rows,
  keptRows,
  problemRows,
});

/** The rows as Parquet, amounts as decimals. */
function parquetOf(rows: number): File {
  const [, ...lines] = [...ledgerCsv(rows, SEED)].join('').trimEnd().split('\n');
  const cells = lines.map((line) => {
    const [, start = '', client = '', rest = ''] = /^([^,]*),"((?:[^"]|"")*)",(.*)$/.exec(line) ?? [];
    return [start, client.replaceAll('""', '"'), ...rest.split(',')];
  });
  const scales: Readonly<Record<string, number>> = { BilledCost: 12, ConsumedQuantity: 6 };
  const columnData = LEDGER_COLUMNS.map((name, at) => {
    const texts = cells.map((row) => row[at] ?? '');
    return { name, data: name in scales ? texts.map((text) => BigInt(text.replace('.', ''))) : texts };
  });
  const schema = [
    { name: 'root', num_children: LEDGER_COLUMNS.length },
    ...LEDGER_COLUMNS.map((name) =>
      name in scales
        ? ({ name, type: 'INT64', converted_type: 'DECIMAL', scale: scales[name] ?? 0, precision: 18 } as const)
        : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const),
    ),
  ].map((element, at) => (at === 0 ? element : { ...element, repetition_type: 'REQUIRED' as const }));
  return new File([parquetWriteBuffer({ columnData, schema })], 'ledger.parquet');
}

given('a large ledger', () => {
  let engine: LedgerEngine;
  beforeAll(async () => {
    engine = await startLedgerEngine(await freePort(), 'https://localhost');
    await fillLedger(engine, 'focus', ROWS, SEED);
  });
  afterAll(() => engine?.stop());

  it.each(['', 'quantities:keep', 'only-ai:yes'])(
    'gives every sum as the file with the same rows does, to the last digit: %s',
    async (change) => {
      const file = new File([...ledgerCsv(ROWS, SEED)], 'ledger.csv');
      const { mapping, recognition, ...summary } = await ofFile(file, change);
      expect(summary.groups.length).toBeGreaterThan(1_000);
      expect(summary.rows).toBe(ROWS);
      expect(sumsIn(await ofEngine(engine, 'focus', recognition, mapping))).toEqual(sumsIn(summary));
    },
  );

  it('and as Parquet does', async () => {
    await fillLedger(engine, 'fewer', PARQUET_ROWS, SEED);
    const { mapping, recognition, ...summary } = await ofFile(parquetOf(PARQUET_ROWS), '');
    expect(sumsIn(await ofEngine(engine, 'fewer', recognition, mapping))).toEqual(sumsIn(summary));
  });
});
