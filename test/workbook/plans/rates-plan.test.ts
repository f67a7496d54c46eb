import fc from 'fast-check';
import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import type { MonthRate } from '../../../src/domain/ledger/rows-to-load';
import { planRates, ratesTable } from '../../../src/workbook/plans/rates-plan';
import type { TablePlan } from '../../../src/workbook/plans/table-plan';
import { refusalOf } from './refusal-of';

const HEADER = ['Month', 'Currency', 'Units per EUR', 'Source'];
const RATES: MonthRate[] = [
  { month: '2024-01', currency: 'USD', unitsPerEur: '1.090500' },
  { month: '2024-02', currency: 'USD', unitsPerEur: '1.079500' },
];
const JANUARY = [45292, 'USD', 1.0905, 'ECB'];
const FEBRUARY = [45323, 'USD', 1.0795, 'ECB'];
const table = (rows: readonly (readonly CellValue[])[], header: readonly CellValue[] = HEADER): RawTable => ({
  name: 'AIRates',
  firstRow: 2,
  header,
  rows,
});
const plan = (...existing: Parameters<typeof table>): TablePlan => planRates(table(...existing), RATES, 'ECB');
const NOTHING: TablePlan = { replaced: [], removed: [], added: [], kept: 0 };

describe('rates from a file', () => {
  it('are rows of AIRates, the month as a date', () => {
    expect(ratesTable(RATES, 'ECB').rows).toEqual([JANUARY, FEBRUARY]);
  });

  it('add the months that are not there', () => {
    expect(plan([])).toEqual({ ...NOTHING, added: [JANUARY, FEBRUARY] });
    expect(plan([JANUARY])).toEqual({ ...NOTHING, added: [FEBRUARY] });
  });

  it('replace rows of the same source, and remove second copies', () => {
    expect(plan([[45292, 'USD', 9, 'ECB'], FEBRUARY, FEBRUARY])).toEqual({
      ...NOTHING,
      replaced: [{ row: 0, values: JANUARY }],
      removed: [2],
    });
  });

  it('neither add nor replace where the user has a row of their own, be it beside one of ours', () => {
    expect(plan([[45292, 'USD', 1.2, 'Treasury']])).toEqual({ ...NOTHING, added: [FEBRUARY], kept: 1 });
    expect(plan([['2024-01', ' usd', 1.2, null], [45292, 'USD', 9, 'ECB'], FEBRUARY])).toEqual({ ...NOTHING, kept: 2 });
  });

  it('keep rows of months and currencies that the file does not have', () => {
    expect(
      plan([JANUARY, FEBRUARY, [44927, 'USD', 1.07, 'ECB'], [45292, 'SEK', 11, 'ECB'], ['soon', 'USD', 1, 'x']]),
    ).toEqual({ ...NOTHING, kept: 3 });
  });

  it('find columns by name, and are refused where one is missing', () => {
    expect(
      plan(
        [
          ['x', 'ECB', 'USD', 1.0905, 45292],
          ['y', 'mine', 'USD', 1, 45323],
        ],
        ['Note', 'source', 'Currency', 'Units per EUR', 'MONTH'],
      ),
    ).toEqual({ ...NOTHING, kept: 1 });
    expect(refusalOf(() => plan([], HEADER.slice(0, 3)))).toContain('no column "Source"');
    expect(refusalOf(() => plan([], HEADER.slice(1)))).toContain('no column "Month"');
  });

  it('never touch a row of another source, and done twice are done once', () => {
    const cell = fc.constantFrom<CellValue>(45292, 45323, 45352, 'USD', 'SEK', 1.0905, 1.0795, 'ECB', 'Treasury', null);
    const row = fc.oneof(fc.constantFrom(JANUARY, FEBRUARY), fc.tuple(cell, cell, cell, cell));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const first = plan(rows);
        for (const at of [...first.removed, ...first.replaced.map(({ row: index }) => index)]) {
          expect(rows[at]?.[3]).toBe('ECB');
        }
        const replaced = new Map(first.replaced.map(({ row: at, values }) => [at, values]));
        const after = rows
          .map((values, at) => replaced.get(at) ?? values)
          .filter((_, at) => !first.removed.includes(at));
        expect(plan([...after, ...first.added])).toEqual({ ...NOTHING, kept: first.kept });
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
