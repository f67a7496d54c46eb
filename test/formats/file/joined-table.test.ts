import { parquetWriteBuffer } from 'hyparquet-writer';
import { joinedTable } from '../../../src/formats/file/joined-table';
import type { TextTable } from '../../../src/formats/file/text-table';
import { openParquet } from '../../../src/formats/parquet/open-parquet';

async function parquetTable(columns: Readonly<Record<string, readonly string[]>>): Promise<TextTable> {
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data: [...data] }));
  return (await openParquet(new Blob([parquetWriteBuffer({ columnData })]))).tables[0]!;
}

describe('Parts that are read as one table', () => {
  it('go on in batches as they do by rows: with the lines counted on, and columns in another order put right', async () => {
    const first = await parquetTable({ a: ['1', '2', '3'], b: ['x', 'x', 'y'] });
    const second = await parquetTable({ b: ['z', 'z'], a: ['4', '5'] });
    const joined = joinedTable('', [
      { table: first, bytes: 30 },
      { table: second, bytes: 70 },
    ]);
    const inBatches: string[] = [];
    const reached: number[] = [];
    await joined.readBatches!(
      [1, 0],
      ({ rows, firstLine, columns }) => {
        for (let row = 0; row < rows; row++) {
          inBatches.push(`${firstLine + row}: ${columns.map((column) => column.cellAt(row)).join()}`);
        }
      },
      (done) => reached.push(done),
    );
    const byRow: string[] = [];
    await joined.readRows([1, 0], (cells, line) => byRow.push(`${line}: ${cells.join()}`));
    expect(inBatches).toEqual(['1: x,1', '2: x,2', '3: y,3', '4: z,4', '5: z,5']);
    expect(byRow).toEqual(inBatches);
    expect(reached).toEqual([30, 100]);
  });

  it('have no batches where one of them has none', async () => {
    const { readBatches, ...rows } = await parquetTable({ a: ['1'] });
    expect(readBatches).toBeDefined();
    const parts = [rows, { ...rows, readBatches }] as [TextTable, TextTable];
    expect(
      joinedTable('', [
        { table: parts[0], bytes: 1 },
        { table: parts[1], bytes: 1 },
      ]).readBatches,
    ).toBeUndefined();
  });
});
