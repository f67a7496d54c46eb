import fc from 'fast-check';
import { decimalText } from '../../../src/formats/parquet/decimal-text';
import { openParquet } from '../../../src/formats/parquet/open-parquet';
import { readAll } from '../read-all';
import { randomBill } from './random-file';

describe('Batches of a Parquet file', () => {
  it('say the same as its rows, by cells, by numbered cells and by decimals', async () => {
    let numberedCells = 0;
    let decimals = 0;
    await fc.assert(
      fc.asyncProperty(randomBill, async (file) => {
        const opened = await openParquet(file);
        const { rows, lines } = await readAll(opened);
        const [table] = opened.tables;
        const seen: string[][] = [];
        const seenLines: number[] = [];
        await table!.readBatches!(
          table!.header.map((_, at) => at),
          (batch) => {
            const cells = Array.from({ length: batch.rows }, (_, row) => batch.columns.map((each) => each.cellAt(row)));
            for (const [place, column] of batch.columns.entries()) {
              const own = cells.map((cell) => cell[place]!);
              const numbered = column.numbered();
              if (numbered !== null) {
                numberedCells += batch.rows;
                expect(Array.from(numbered.numbers, (number) => numbered.texts[number])).toEqual(own);
              }
              const found = column.decimals();
              const isNumber = own.map((_, row) => !Number.isNaN(found?.unscaled[row] ?? NaN));
              const numbers = own.map((text, row) =>
                found !== null && isNumber[row] ? decimalText(found.unscaled[row]!, found.scales[row]!) : text,
              );
              decimals += isNumber.filter((is) => is).length;
              expect(numbers).toEqual(own);
            }
            seen.push(...cells);
            seenLines.push(...cells.map((_, row) => batch.firstLine + row));
          },
        );
        expect(seen).toEqual(rows);
        expect(seenLines).toEqual(lines);
      }),
      { seed: 4, numRuns: 60 },
    );
    expect(numberedCells).toBeGreaterThan(1_000);
    expect(decimals).toBeGreaterThan(1_000);
  });
});
