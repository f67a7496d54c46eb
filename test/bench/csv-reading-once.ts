import { createReadStream, openAsBlob } from 'node:fs';
import Papa from 'papaparse';
import { openCsv } from '../../src/formats/csv/open-csv';
import { NEEDED_COLUMNS } from './bill-generator';

/** What one reading of a bill took. */
export interface CsvReading {
  readonly rows: number;
  readonly milliseconds: number;
  /** The most memory that the process had, above what it had before. */
  readonly megabytes: number;
}

const KB_PER_MB = 1024;

async function ours(file: string): Promise<number> {
  const { tables } = await openCsv(await openAsBlob(file));
  const [table] = tables;
  if (table === undefined) {
    throw new Error('No table');
  }
  const sums = new Map<string, number>();
  let rows = 0;
  await table.readRows(
    NEEDED_COLUMNS.map((name) => table.header.indexOf(name)),
    ([cost, , , , , service, client]) => {
      rows += 1;
      const key = `${service}\n${client}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(cost));
    },
  );
  return rows;
}

/** Streamed in large pieces, the delimiter and line end given, and rows handed over by the piece: its fastest way. */
async function papaParse(file: string): Promise<number> {
  let columns: number[] | null = null;
  let rows = 0;
  let cells: (string | undefined)[] = [];
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 }), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
      chunk({ data }) {
        for (const row of data) {
          if (columns === null) {
            columns = NEEDED_COLUMNS.map((name) => row.indexOf(name));
          } else {
            cells = columns.map((column) => row[column]);
            rows += 1;
          }
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  if (cells.length !== NEEDED_COLUMNS.length) {
    throw new Error('PapaParse lost columns');
  }
  return rows;
}

async function main(): Promise<void> {
  const [, , reader, file = ''] = process.argv;
  const before = process.memoryUsage.rss() / KB_PER_MB;
  const start = performance.now();
  const rows = await (reader === 'ours' ? ours(file) : papaParse(file));
  const milliseconds = performance.now() - start;
  const reading: CsvReading = { rows, milliseconds, megabytes: (process.resourceUsage().maxRSS - before) / KB_PER_MB };
  process.stdout.write(JSON.stringify(reading));
}

void main();
