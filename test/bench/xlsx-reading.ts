import { readSheet } from 'read-excel-file/universal';
import type { RowListener } from '../../src/formats/file/text-table';
import { openXlsx } from '../../src/formats/xlsx/open-xlsx';
import { writeXlsx, type XlsxCell } from '../xlsx-writer';
import type { BenchLine } from './bench-line';
import { sideBySide } from './side-by-side';

const ROWS = 100_000;
const COLUMNS = 30;
/** What an import asks for: client, vendor, service, month, amount, currency. */
const SOME = [0, 1, 2, 3, 4, 5];
const ALL = Array.from({ length: COLUMNS }, (_, column) => column);

/** A workbook of 100,000 rows and 30 columns, read whole and read for an import, against read-excel-file. */
export async function xlsxReading(): Promise<BenchLine[]> {
  const file = writeXlsx([{ name: 'Bill', rows: bill() }]);
  await assertSame(file);
  const theirs = (): Promise<number> => milliseconds(() => readSheet(file));
  return [
    {
      what: 'XLSX of 100,000 rows x 30, all columns, against read-excel-file',
      ratio: (await sideBySide(2, () => milliseconds(() => read(file, ALL, () => undefined)), theirs)).toFixed(2),
      aim: '1.00 or less',
    },
    {
      what: 'XLSX of 100,000 rows x 30, the 6 of an import, against read-excel-file',
      ratio: (await sideBySide(2, () => milliseconds(() => read(file, SOME, () => undefined)), theirs)).toFixed(2),
      aim: '1.00 or less',
    },
  ];
}

function bill(): XlsxCell[][] {
  const header = ['Client', 'Vendor', 'Service', 'Date', 'Amount', 'Currency'];
  while (header.length < COLUMNS) {
    header.push(`Column ${header.length}`);
  }
  const rows = Array.from({ length: ROWS }, (_, row): XlsxCell[] => {
    const cells: XlsxCell[] = [
      `Client ${row % 500}`,
      'Microsoft',
      `Service ${row % 40}`,
      { serial: 45292 + (row % 366), format: 'yyyy-mm-dd' },
      ((row * 104_729) % 1_000_000) / 100,
      'USD',
    ];
    while (cells.length < COLUMNS) {
      cells.push(cells.length % 3 === 0 ? row * cells.length : `Text ${(row + cells.length) % 1000}`);
    }
    return cells;
  });
  return [header, ...rows];
}

async function read(file: Blob, columns: readonly number[], each: RowListener): Promise<void> {
  const [table] = (await openXlsx(file)).tables;
  await table?.readRows(columns, each);
}

/** A comparison means nothing unless both read the same. */
async function assertSame(file: Blob): Promise<void> {
  const [, ...theirs] = await readSheet(file);
  let rows = 0;
  await read(file, ALL, (cells) => {
    const other = theirs[rows] ?? [];
    const same = cells.every((cell, column) => {
      const value = other[column];
      return value instanceof Date ? value.toISOString().slice(0, 10) === cell : value === cell;
    });
    if (!same) {
      throw new Error(`Row ${rows} differs: ${cells.join()} and ${other.join()}`);
    }
    rows += 1;
  });
  if (rows !== ROWS || theirs.length !== ROWS) {
    throw new Error(`${rows} and ${theirs.length} rows were read`);
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
