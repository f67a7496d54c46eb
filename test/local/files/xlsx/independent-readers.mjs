/** What readers that are none of ours find in a file, as JSON: an ES module of its own, since the tests are not. */
import { readFileSync } from 'node:fs';
import { openXlsx } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';

const file = process.argv[2];
const book = await openXlsx(new Uint8Array(readFileSync(file)));
const sheets = book.sheets.map(({ name, rows, cells, tables }) => ({
  name,
  rows,
  cells: Object.fromEntries(cells ?? []),
  tables,
}));
const second = await readExcelFile(file);
process.stdout.write(JSON.stringify({ hucre: { sheets, names: book.namedRanges }, readExcelFile: second }));
