import { gzipSync, strToU8, zipSync } from 'fflate';
import { importReader } from '../../../src/bills/reading/import-reader';
import { writeXlsx } from '../../xlsx-writer';
import type { Found, Given } from '../../../src/bills/reading/import-protocol';
import type { BillSummary } from '../../../src/bills/sums/bill-summary';

type Content = string | Uint8Array;
const zipped = (files: Readonly<Record<string, Content>>): File => {
  const entries = Object.entries(files).map(([name, text]): [string, Uint8Array] => [
    name,
    typeof text === 'string' ? strToU8(text) : text,
  ]);
  return new File([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>], 'parts.zip');
};

const opened = (files: Readonly<Record<string, Content>>) =>
  openedAs({ kind: 'file', file: zipped(files), reading: null });

async function openedAs(given: Given) {
  const reader = importReader(() => new Date('2026-06-15T12:00:00Z'));
  const found = await reader.answer('open', given, () => undefined);
  if (found.kind !== 'bill') {
    throw new Error(`The file is one of ${found.kind}.`);
  }
  const summarise = (table = 0): Promise<BillSummary> =>
    reader.answer('summarise', { table, mapping: found.tables[table]!.recognition.mapping }, () => undefined);
  return { found, summarise, hash: () => reader.answer('hash', null, () => undefined) };
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

  it('tells a part that ends behind a cell without a line end, as the others do not: digits may be missing', async () => {
    const rows = 'Client,Vendor,Month,Currency,Amount\nA,V,2024-09,EUR,';
    const cut = /^a\.csv ends without a line end/;
    const noticesOf = async (first: string, second: string): Promise<readonly string[]> =>
      (await opened({ 'a.csv': `${rows}${first}`, 'b.csv': `${rows}${second}` })).found.notices;
    expect(await noticesOf('123', '2.50\n')).toContainEqual(expect.stringMatching(cut));
    expect(await noticesOf('123\n', '2.50\n')).not.toContainEqual(expect.stringMatching(cut));
    expect(await noticesOf('123', '2.50')).not.toContainEqual(expect.stringMatching(cut));
  });

  it('tells where no part ends its last line, and the amounts have unlike decimals, that any may be cut', async () => {
    const rows = 'Client,Vendor,Month,Currency,Amount\nA,V,2024-09,EUR,';
    const noticesOf = async (...amounts: string[]): Promise<readonly string[]> => {
      const files = Object.fromEntries(amounts.map((amount, at) => [`${at}.csv`, `${rows}${amount}`]));
      return (await (await opened(files)).summarise()).notices;
    };
    const cut =
      'No file ends its last line, and each ends behind "Amount". If one was cut off there, digits of its last amount are missing: ' +
      'compare the last row of 0.csv, 1.csv with where they come from.';
    expect(await noticesOf('2.50', '12', '3.75')).toContain(cut);
    expect(await noticesOf('2.50', '12.25', '3.75')).toEqual([]);
  });

  it('may hold packed texts and JSON', async () => {
    const json = '[{"client":"A","vendor":"V","month":"2024-09","amount":1.5,"currency":"EUR"}]';
    const { found, summarise } = await opened({ 'a.json': json, 'b.json.gz': gzipSync(strToU8(json)) });
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
      'There are 3 tables whose columns differ. Only the one that is chosen is read: choose each in turn.',
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

const together = (...files: readonly File[]) => openedAs({ kind: 'files', files, reading: null });
const text = (name: string, ...rows: readonly string[]): File => new File([[HEADER, ...rows, ''].join('\n')], name);

describe('a file that is packed alone', () => {
  const rows = [HEADER.split(','), ['A', 'V', '2024-09', 1.5, 'EUR']];
  const workbook = async () => new Uint8Array(await writeXlsx([{ name: 'S', rows }]).arrayBuffer());
  const text = strToU8(`${HEADER}\nA,V,2024-09,1.5,EUR\n`);
  const openedGzip = (packed: Uint8Array) =>
    openedAs({ kind: 'file', file: new File([gzipSync(packed) as Uint8Array<ArrayBuffer>], 'bill.gz'), reading: null });

  it('may be of any kind, in a zip and by gzip', async () => {
    const all = [
      await opened({ 'bills/bill.xlsx': await workbook() }),
      await opened({ 'bill.csv.gz': gzipSync(text) }),
      await openedGzip(await workbook()),
      await openedGzip(text),
    ];
    expect(await Promise.all(all.map(async ({ summarise }) => kept(await summarise())))).toEqual(
      all.map(() => ['1.5']),
    );
  });

  it('is refused if it was packed again', async () => {
    const twice = /packed again\. Unpack it first/;
    await expect(openedGzip(gzipSync(text))).rejects.toThrow(twice);
    await expect(openedGzip(zipSync({ 'a.csv': text }))).rejects.toThrow(twice);
    await expect(opened({ 'inner.zip': zipSync({ 'a.csv': text }) })).rejects.toThrow(
      'A zip within a zip is not read.',
    );
  });
});

describe('several files together', () => {
  it('are one bill where their columns are the same, in the order of their names', async () => {
    const { found, summarise } = await together(
      text('march 10.csv', 'B,V,2025-03,much,EUR'),
      text('march 9.csv', 'A,V,2025-03,1.5,EUR'),
    );
    expect(found.notices).toEqual([
      '2 files with the same columns are read as one bill: march 9.csv, march 10.csv. Lines count on from each to the next.',
    ]);
    const summary = await summarise();
    expect([kept(summary), summary.problems.map(({ line }) => line)]).toEqual([['1.5'], [4]]);
  });

  it('are told apart where they do not belong together', async () => {
    const { found } = await together(
      text('a.csv', 'A,V,2025-03,1.5,EUR'),
      new File(['Who,What\nx,y\n'], 'b.csv'),
      new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'logo.png'),
    );
    expect(names(found)).toEqual(['a.csv', 'b.csv']);
    expect(found.notices).toEqual([
      'There are 2 tables whose columns differ. Only the one that is chosen is read: choose each in turn.',
      'logo.png: The file is a picture, not a table. Export the bill as CSV, Excel, JSON or Parquet.',
    ]);
  });

  it('are not joined by one that adds the others up, or is planned, by its name', async () => {
    const { found, summarise } = await together(
      text('openai-jan.csv', 'A,V,2025-01,1,EUR'),
      text('openai-feb.csv', 'A,V,2025-02,2,EUR'),
      text('openai-ytd.csv', 'A,V,2025-02,3,EUR'),
      text('openai-budget.csv', 'A,V,2025-02,9,EUR'),
    );
    expect(found.notices).toEqual([
      '2 files with the same columns are read as one bill: openai-feb.csv, openai-jan.csv. Lines count on from each to the next.',
      'By their names openai-budget.csv, openai-ytd.csv add up others with the same columns, or are planned: they are not read with them, and can be chosen.',
    ]);
    expect(found.tables).toHaveLength(2);
    expect(kept(await summarise())).toEqual(['3']);
  });

  it('may be workbooks with a sheet for each month, without those that add them up', async () => {
    const head = ['Client', 'Vendor', 'Amount', 'Currency'];
    const row = (amount: number) => ['A', 'V', amount, 'EUR'];
    const book = (year: number, ...sheets: [string, number][]) =>
      new File([writeXlsx(sheets.map(([name, amount]) => ({ name, rows: [head, row(amount)] })))], `${year}.xlsx`);
    const months = (year: number): [string, number][] => [
      [`Jan ${year}`, 1],
      [`Feb ${year}`, 2],
      ['YTD', 3],
    ];
    const { found, summarise } = await together(book(2024, ...months(2024)), book(2025, ...months(2025)));
    expect(names(found)).toEqual(['Jan 2024 + Feb 2024']);
    expect(found.notices).toHaveLength(5);
    expect(kept(await summarise())).toEqual(['6']);
    const apart = await together(book(2024, ...months(2024)), book(2025, ['Jan 2025', 4]));
    expect(names(apart.found)).toEqual(['Jan 2024']);
    expect(apart.found.tables[0]?.columns).toEqual(head);
  });

  it('may be zips of parts, each with its files', async () => {
    const { found, summarise } = await together(
      zipped({ 'x/1.csv': `${HEADER}\nA,V,2025-01,1,EUR\n`, 'x/manifest.json': '["2.csv"]' }),
      text('q.csv', 'A,V,2025-02,2,EUR'),
    );
    expect(found.notices).toEqual([
      'parts.zip/x/manifest.json names a file that is not here: 2.csv. The figures may be too low.',
      '2 files with the same columns are read as one bill: parts.zip/x/1.csv, q.csv. Lines count on from each to the next.',
    ]);
    expect(kept(await summarise())).toEqual(['3']);
  });

  it('count once where one is a copy of another, which is told', async () => {
    const { found, summarise } = await together(
      text('bill (1).csv', 'A,V,2025-02,2,EUR'),
      text('bill.csv', 'A,V,2025-02,2,EUR'),
      text('next.csv', 'A,V,2025-03,2,EUR'),
    );
    expect(found.notices).toContain('bill.csv has the same content as bill (1).csv, and is read once.');
    expect(kept(await summarise())).toEqual(['4']);
  });

  it('are known again whatever they are called, and in any order', async () => {
    const first = text('a.csv', 'A,V,2025-02,2,EUR');
    const second = text('b.csv', 'A,V,2025-03,2,EUR');
    const hash = await (await together(first, second)).hash();
    expect(await (await together(new File([second], 'a.csv'), new File([first], 'b.csv'))).hash()).toBe(hash);
    expect(await (await together(first, text('b.csv', 'A,V,2025-03,3,EUR'))).hash()).not.toBe(hash);
  });

  it.each([
    ['one of them cannot be read', [text('a.csv', 'A,V,2025-02,2,EUR'), new File(['{"x": '], 'b.json')], /^b\.json: /],
    ['a zip among them is damaged', [text('a.csv'), new File(['PK\x03\x04broken'], 'b.zip')], /^b\.zip: /],
  ] as const)('are refused where %s', async (_, files, message) => {
    await expect(together(...files)).rejects.toThrow(message);
  });
});
