import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BenchLine } from './bench-line';
import { writeBill } from './bill-generator';
import { csvInBrowser } from './csv-in-browser';
import type { CsvReading } from './csv-reading-once';
import { sideBySide } from './side-by-side';

/** The default is 298 MB; fewer make a quick run. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ROUNDS = 3;
const MEMORY_MB = 300;

const run = promisify(execFile);

/**
 * A bill of a million rows and 30 columns, of which an import needs 8: our reader, which adds them up, over PapaParse, which
 * only hands them out. Each reading has a process of its own, so that neither inherits the other's memory.
 */
export async function csvReading(): Promise<BenchLine[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  const file = path.join(folder, 'bill.csv');
  try {
    await writeBill(file, ROWS);
    const read = async (reader: 'ours' | 'papaparse') => {
      const { stdout } = await run(process.execPath, [
        '--import',
        'tsx',
        path.join(__dirname, 'csv-reading-once.ts'),
        reader,
        file,
      ]);
      const reading = JSON.parse(stdout) as CsvReading;
      if (reading.rows !== ROWS) {
        throw new Error(`${reader} found ${reading.rows} of ${ROWS} rows`);
      }
      return reading;
    };
    const memory: number[] = [];
    const ratio = await sideBySide(
      ROUNDS,
      async () => {
        const { milliseconds, megabytes } = await read('ours');
        memory.push(megabytes);
        return milliseconds;
      },
      async () => (await read('papaparse')).milliseconds,
    );
    const inBrowser = await csvInBrowser(file, ROWS, ROUNDS);
    const rows = ROWS.toLocaleString('en');
    return [
      {
        what: `A CSV of ${rows} rows added up, against PapaParse reading it (times faster)`,
        ratio: (1 / ratio).toFixed(1),
        aim: '1.0 or more',
      },
      {
        what: 'The same in a worker of Chromium, as the pane reads it (times faster)',
        ratio: (1 / inBrowser).toFixed(1),
        aim: '3.0 or more',
      },
      {
        what: `Its peak memory in node, over ${MEMORY_MB} MB`,
        ratio: (Math.max(...memory) / MEMORY_MB).toFixed(2),
        aim: '1.00 or less',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
