import { strToU8, zipSync } from 'fflate';
import { importReader } from '../../../src/bills/reading/import-reader';
import type { Found } from '../../../src/bills/reading/import-protocol';
import type { BillSummary } from '../../../src/bills/sums/bill-summary';

type Content = string | Uint8Array;
const zipped = (files: Readonly<Record<string, Content>>): File => {
  const entries = Object.entries(files).map(([name, text]): [string, Uint8Array] => [
    name,
    typeof text === 'string' ? strToU8(text) : text,
  ]);
  return new File([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>], 'parts.zip');
};

async function opened(files: Readonly<Record<string, Content>>) {
  const reader = importReader(() => new Date('2026-06-15T12:00:00Z'));
  const found = await reader.answer('open', { kind: 'file', file: zipped(files), reading: null }, () => undefined);
  if (found.kind === 'rates') {
    throw new Error('The file is one of rates.');
  }
  const summarise = (table = 0): Promise<BillSummary> =>
    reader.answer('summarise', { table, mapping: found.tables[table]!.recognition.mapping }, () => undefined);
  return { found, summarise };
}

const names = ({ tables }: Extract<Found, { kind: 'bill' }>) => tables.map(({ name }) => name);
const kept = ({ totals }: BillSummary) => totals.map((total) => total.kept);

const HEADER = 'Client,Vendor,Month,Amount,Currency';

describe('a zip of several files', () => {
  it('is one bill where their columns are the same, in whatever order; lines count on', async () => {
    const { found, summarise } = await opened({
      'part_10.csv': `${HEADER}\nC,V,2024-10,4,EUR\nC,V,2024-10,much,EUR\n`,
      'part_2.csv': 'Vendor,Client,Month,Amount,Currency\nV,B,2024-09,2,EUR\n',
      'part_1.csv': `${HEADER}\nA,V,2024-09,1,EUR\n\nA,V,2024-09,0.5,EUR\n`,
      '__MACOSX/._part_1.csv': 'x',
    });
    expect(names(found)).toEqual(['']);
    expect(found.notices).toEqual([
      '3 files with the same columns are read as one bill: part_1.csv, part_2.csv, part_10.csv. Lines count on from each to the next.',
    ]);
    const summary = await summarise();
    expect(summary.groups.map(({ client, amount }) => `${client} ${amount}`)).toEqual(['A 1.5', 'B 2', 'C 4']);
    expect(summary.problems.map(({ line, value }) => [line, value])).toEqual([[9, 'much']]);
  });

  it('may hold packed texts and JSON', async () => {
    const json = '[{"client":"A","vendor":"V","month":"2024-09","amount":1.5,"currency":"EUR"}]';
    const { gzipSync } = await import('node:zlib');
    const { found, summarise } = await opened({ 'a.json': json, 'b.json.gz': new Uint8Array(gzipSync(json)) });
    expect([found.fileKind, kept(await summarise())]).toEqual(['json', ['3']]);
  });

  it('has a table for each set of columns, the largest first, and says so', async () => {
    const { found, summarise } = await opened({
      'costs.csv': `${HEADER}\nA,V,2024-09,1,EUR\nA,V,2024-10,1,EUR\n`,
      'other.csv': 'Client,Month,Cost\nB,2024-09,7\n',
      'README.txt': 'What this is.\n'.repeat(100),
    });
    expect(names(found)).toEqual(['costs.csv', 'other.csv', 'README.txt']);
    expect(found.notices).toContain(
      'The zip holds 3 tables whose columns differ. Only the one that is chosen is read: choose each in turn.',
    );
    expect(kept(await summarise())).toEqual(['2']);
  });

  it('keeps files apart that say other things above the same columns', async () => {
    const { found } = await opened({
      'a.csv': `Year 2023\n${HEADER}\nA,V,2024-09,1,EUR\nA,V,2024-09,1,EUR\n`,
      'b.csv': `Year 2024\n${HEADER}\nA,V,2024-09,1,EUR\nA,V,2024-09,1,EUR\n`,
    });
    expect(names(found)).toEqual(['a.csv', 'b.csv']);
  });

  it('passes over what is no table, and tells which files of a manifest are missing', async () => {
    const { found, summarise } = await opened({
      'data/a.csv': `${HEADER}\nA,V,2024-09,1,EUR\n`,
      'data/cost-Manifest.json': '{"files":["s3://bucket/data/A.csv","s3://bucket/data/b.csv","csv"]}',
      'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    expect(found.notices).toEqual([
      'data/cost-Manifest.json names a file that is not here: b.csv. The figures may be too low.',
      'logo.png: The file is a picture, not a table. Export the bill as CSV, Excel, JSON or Parquet.',
    ]);
    expect(kept(await summarise())).toEqual(['1']);
  });

  it.each([
    ['a part that cannot be read', { 'a.csv': `${HEADER}\n`, 'b.json': '{"x": ' }, /^b\.json: /],
    ['a part that is empty', { 'a.csv': `${HEADER}\n`, 'b.csv': '' }, /^b\.csv: The file is empty\.$/],
    [
      'a zip within it',
      { 'a.csv': HEADER, 'b.gz': zipSync({ 'x.csv': strToU8('a'), 'y.csv': strToU8('a') }) },
      /^b\.gz: A zip within a zip/,
    ],
    ['no table at all', { 'a.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'b.pdf': '%PDF-1.7' }, /^a\.png: /],
  ] as const)('is refused where it holds %s', async (_, files, message) => {
    await expect(opened(files)).rejects.toThrow(message);
  });
});
