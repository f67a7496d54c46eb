import { createReadStream, openAsBlob } from 'node:fs';
import { readAddingUp, readWithPapaParse } from './csv-readers';

/** What one reading of a bill took. */
export interface CsvReading {
  readonly rows: number;
  readonly milliseconds: number;
  /** The most memory that the process had, above what it had before. */
  readonly megabytes: number;
}

const KB_PER_MB = 1024;

async function main(): Promise<void> {
  const [, , reader, file = ''] = process.argv;
  const before = process.memoryUsage.rss() / KB_PER_MB;
  const start = performance.now();
  const rows =
    reader === 'ours'
      ? await readAddingUp(await openAsBlob(file))
      : await readWithPapaParse(createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 }));
  const milliseconds = performance.now() - start;
  const reading: CsvReading = { rows, milliseconds, megabytes: (process.resourceUsage().maxRSS - before) / KB_PER_MB };
  process.stdout.write(JSON.stringify(reading));
}

void main();
