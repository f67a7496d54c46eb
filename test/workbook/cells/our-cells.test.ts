import fc from 'fast-check';
// Says which functions are ours.
import '../../../src/functions/family/family';
import { batchesOf, countCells, runsOf, type CellRun } from '../../../src/workbook/cells/our-cells';
import { CELLS_PER_REQUEST } from '../../../src/workbook/host/excel-run';

const OURS = '=AISPEND("A")';
const run = (row: number, column: number, height: number): CellRun => ({ sheet: 'Sheet1', row, column, height });

describe('the runs of our cells in a block', () => {
  it('go down each column, from where the block stands on its sheet', () => {
    const block = [
      [OURS, '=1', OURS],
      [OURS, OURS, 5],
      ['', OURS, OURS],
    ];
    expect(runsOf(block, 'Sheet1', 10, 3)).toEqual([run(10, 3, 2), run(11, 4, 2), run(10, 5, 1), run(12, 5, 1)]);
  });

  it('are none where none is ours, or where there is no cell', () => {
    expect(runsOf([['=SUM(A1)', 3]], 'Sheet1', 0, 0)).toEqual([]);
    expect(runsOf([], 'Sheet1', 0, 0)).toEqual([]);
  });

  it('cover every cell of ours once and no other', () => {
    const block = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.constantFrom(OURS, '=1', ''), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(block, (formulas) => {
        const covered = runsOf(formulas, 'S', 7, 2).flatMap(({ row, column, height }) =>
          Array.from({ length: height }, (_, down) => `${row + down},${column}`),
        );
        const ours = formulas.flatMap((line, row) =>
          line.flatMap((formula, column) => (formula === OURS ? [`${row + 7},${column + 2}`] : [])),
        );
        expect(covered.sort()).toEqual(ours.sort());
      }),
    );
  });
});

describe('the batches of runs', () => {
  it('keep the order, lose no run and carry no more than a request may', () => {
    const runs = fc.array(
      fc.integer({ min: 1, max: CELLS_PER_REQUEST }).map((height) => run(0, 0, height)),
      { maxLength: 600 },
    );
    fc.assert(
      fc.property(runs, (some) => {
        const batches = batchesOf(some);
        expect(batches.flat()).toEqual(some);
        for (const batch of batches) {
          expect(countCells(batch)).toBeLessThanOrEqual(CELLS_PER_REQUEST);
          expect(batch.length).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are few: short runs share one', () => {
    expect(batchesOf(Array.from({ length: 250 }, () => run(0, 0, 2))).map((batch) => batch.length)).toEqual([200, 50]);
    expect(batchesOf([])).toEqual([]);
  });
});
