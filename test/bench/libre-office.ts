import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { report } from '../../scripts/command';
import type { RawTable } from '../../src/domain/ledger/table';
import type { BenchLine } from './bench-line';
import { indexed, ledger, LOOK_UPS, lookUpKeys, ROWS, serialOfMonth, sumWith, type Key } from './look-ups';

const run = promisify(execFile);
const PATIENCE_MS = 300_000;
/** SUMIFS scans all rows each time, so these stand for all: twice as many take twice as long. */
const SCANS = 1_000;
const ROUNDS = 5;
const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
].join(' ');

/** What LibreOffice made of a workbook. */
interface Converted {
  /** The time that its processors worked, in milliseconds. */
  readonly took: number;
  readonly sum: number;
}

/**
 * 10,000 figures over 100,000 rows against LibreOffice's SUMIFS over the same rows, in the time that processors worked for each: once
 * the index is built, as after each edit, and with the index built in the same time. Of LibreOffice's, what it takes to read the
 * workbook is taken off: the same is read without formulas.
 */
export async function libreOffice(): Promise<BenchLine[]> {
  const isThere = await run('soffice', ['--version']).catch(() => null);
  if (isThere === null) {
    report('LibreOffice is not installed here ("soffice" was not found), so its SUMIFS are not measured.');
    return [];
  }
  const table = ledger(ROWS);
  const keys = lookUpKeys();
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  try {
    // The first start makes a profile, which takes its own time.
    await convert(folder, workbook([], keys.slice(0, 1), constant));
    const read = await convert(folder, workbook(table.rows, keys.slice(0, SCANS), constant));
    const calculated = await convert(folder, workbook(table.rows, keys.slice(0, SCANS), sumifs));
    const expected = sumWith(indexed(table), keys.slice(0, SCANS));
    if (Math.abs(calculated.sum - expected) > 1e-6 * expected || expected === 0) {
      throw new Error(`The figures differ: ${expected} here, ${calculated.sum} in LibreOffice.`);
    }
    const theirs = (calculated.took - read.took) * (LOOK_UPS / SCANS);
    const book = indexed(table);
    const [withIndex, inIndex] = [ours(() => sumWith(indexed(table), keys)), ours(() => sumWith(book, keys))];
    return [
      {
        what: '10,000 figures in the index against SUMIFS in LibreOffice (times faster)',
        ratio: (theirs / inIndex).toFixed(0),
        aim: '1,000 or more',
      },
      { what: 'The same, index included (times faster)', ratio: (theirs / withIndex).toFixed(0), aim: 'printed' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The time that processors worked, in milliseconds; the median of some rounds after one that warms up. */
function ours(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1_000;
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Has LibreOffice open a workbook and write its first sheet as CSV. */
async function convert(folder: string, content: string): Promise<Converted> {
  const file = path.join(folder, 'figures.fods');
  await writeFile(file, content);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  // The shell's `times` ends with the time that its children worked.
  const { stdout } = await run(
    'sh',
    ['-c', '"$@" >&2; times', 'sh', 'soffice', profile, '--headless', '--convert-to', 'csv', '--outdir', folder, file],
    { timeout: PATIENCE_MS },
  );
  const [, minutes, seconds] = /(\d+)m([\d.]+)s \d+m[\d.]+s\s*$/.exec(stdout) ?? [];
  const lines = (await readFile(path.join(folder, 'figures.csv'), 'utf8')).trim().split('\n');
  return {
    took: (Number(minutes) * 60 + Number(seconds)) * 1_000,
    sum: lines.reduce((total, line) => total + Number(line.split(',')[2]), 0),
  };
}

/** A flat OpenDocument workbook: a sheet of figures, and the sheet with the rows that they rest on. */
function workbook(
  rows: RawTable['rows'],
  keys: readonly Key[],
  figure: (line: number, last: number) => string,
): string {
  const figures = keys.map(({ client, month }, at) => [
    text(client),
    number(serialOfMonth(month)),
    figure(at + 1, rows.length),
  ]);
  const data = rows.map((row) => [text(String(row[0])), number(Number(row[3])), number(Number(row[4]))]);
  return [
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} office:version="1.3"`,
    ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>',
    sheet('Figures', figures),
    sheet('Ledger', data),
    '</office:spreadsheet></office:body></office:document>',
  ].join('');
}

function sheet(name: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<table:table-row>${cells.join('')}</table:table-row>`);
  return `<table:table table:name="${name}">${lines.join('')}</table:table>`;
}

function text(value: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
}

function number(value: number): string {
  return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
}

function constant(): string {
  return number(1);
}

function sumifs(line: number, last: number): string {
  const column = (letter: string): string => `[$Ledger.$${letter}$1:.$${letter}$${last}]`;
  const formula = `of:=SUMIFS(${column('C')};${column('A')};[.A${line}];${column('B')};[.B${line}])`;
  return `<table:table-cell table:formula="${formula}"/>`;
}
