import * as fc from 'fast-check';
import { openCsv } from '../../../src/formats/csv/open-csv';
import type { TextReading } from '../../../src/formats/file/text-table';
import { drippingFile } from '../dripping-file';
import { encodeText } from '../encode-text';
import { randomCsv } from './random-csv';

async function read(file: Blob, override?: Partial<TextReading>) {
  const { tables, reading } = await openCsv(file, override);
  const [table] = tables;
  const rows: { line: number; cells: string[] }[] = [];
  await table!.readRows(
    table!.header.map((_, column) => column),
    (cells, line) => rows.push({ line, cells: cells.map(String) }),
  );
  return { header: table!.header, rows, reading };
}

describe('any table', () => {
  it('is read as it was written, in any dialect and encoding, however the file comes in', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCsv,
        fc.integer({ min: 1, max: 40 }),
        async ({ header, rows, text, delimiter, encoding }, atMost) => {
          const file = drippingFile(encodeText(text, encoding), atMost);
          expect(await read(file, { delimiter, encoding })).toEqual({ header, rows, reading: { delimiter, encoding } });
        },
      ),
      { numRuns: 150, seed: 4 },
    );
  });

  it('with a byte order mark needs no word about its encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCsv,
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        async ({ header, rows, text, delimiter }, encoding) => {
          const file = new Blob([encodeText(`\uFEFF${text}`, encoding)]);
          expect(await read(file, { delimiter })).toEqual({ header, rows, reading: { delimiter, encoding } });
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('of names and amounts shows its delimiter', async () => {
    const amount = fc
      .tuple(fc.nat(9999), fc.nat(99), fc.constantFrom('.', ','))
      .map(([whole, part, mark]) => `${whole}${mark}${part}`);
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z-]{1,5})?$/);
    const row = fc.tuple(
      name,
      fc.constantFrom('2024-09-01', '01.09.2024', '9/1/2024 10:30'),
      amount,
      fc.constantFrom('USD', 'EUR'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|', '~'),
        async (rows, delimiter) => {
          const write = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
          const text = [['Client', 'Date', 'Amount', 'Currency'], ...rows]
            .map((cells) => cells.map(write).join(delimiter))
            .join('\r\n');
          expect((await read(new Blob([text]))).reading?.delimiter).toBe(delimiter);
        },
      ),
      { numRuns: 100, seed: 6 },
    );
  });
});
