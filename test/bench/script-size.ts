import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '../../scripts/project';
import type { BenchLine } from './bench-line';

const AIM_BYTES = 35_000;

/** The functions' script, which every workbook waits for, gzipped as a server sends it. */
export async function scriptSize(): Promise<BenchLine[]> {
  const script = await readFile(path.join(buildFolder, 'functions.js'));
  const ratio = gzipSync(script).length / AIM_BYTES;
  return [{ what: 'functions.js gzipped, over 35 kB', ratio: ratio.toFixed(2), aim: '1.00 or less' }];
}
