import fc from 'fast-check';
import type { CellValue } from '../../../src/domain/ledger/table';
import { TABLES } from '../../../src/domain/ledger/tables';
import { CurrentBook, type BookHost, type WorkbookListener } from '../../../src/workbook/book/current-book';
import type { ReadTable } from '../../../src/workbook/book/read-parts';
import { takeColumns, type Columns } from '../../../src/workbook/watch/watched-columns';

const HEADER = ['Mine', ...TABLES.AIRates.columns.map(({ name }) => name)];
const WATCH_CELL = "'AI Rates'!G1";

/** A workbook with the table AIRates, and one column of the user's before its own. */
function opened(rows: CellValue[][]) {
  const workbook = { rows, reads: 0 };
  let listener: WorkbookListener | null = null;
  const host: BookHost = {
    watch: async (given) => {
      listener = given;
    },
    isBeingEdited: async () => false,
    read: (batch) =>
      batch({
        table: async (name): Promise<ReadTable | null> => {
          if (name !== 'AIRates') {
            return null;
          }
          workbook.reads += 1;
          return {
            id: 'rates',
            sheet: 'AI Rates',
            worksheetId: 'sheet',
            raw: { name, firstRow: 2, header: HEADER, rows: workbook.rows.map((row) => row.map((cell) => cell ?? '')) },
          };
        },
        fiscalYear: async () => ({ value: null, worksheetId: null }),
      }),
  };
  const book = new CurrentBook(host);
  const take = (cell: string | null, handed: Columns): Promise<string> => takeColumns(book, cell, handed);
  /** What Excel hands over: blanks as nothing. */
  const columns = (): CellValue[][] => HEADER.slice(1).map((_, at) => workbook.rows.map((row) => row[at + 1] ?? null));
  return { workbook, book, take, columns, told: () => listener };
}

const RATES: CellValue[][] = [
  ['a', 45_597, 'USD', 1.063014, 'ECB'],
  [null, 45_597, 'GBP', 0.83, null],
];

it('shows how many rows the table has, and to which month', async () => {
  const { take, columns } = opened(RATES);
  expect(await take(WATCH_CELL, columns())).toBe('in step, 2 rows to 2024-11');
});

it('a change is taken from the call: the table is read once', async () => {
  const { workbook, book, take, columns } = opened(RATES);
  await take(WATCH_CELL, columns());
  workbook.rows = RATES.map((row) => [...row]);
  workbook.rows[1]![3] = 0.9;
  await take(WATCH_CELL, columns());
  expect((await book.read()).tables.AIRates?.raw.rows[1]?.[3]).toBe(0.9);
  expect((await book.read()).tables.AIRates?.raw.rows[0]?.[0]).toBe('a');
  expect(workbook.reads).toBe(1);
});

it('a change of which an event told before the call is not read either', async () => {
  const { workbook, book, take, columns, told } = opened(RATES);
  await take(WATCH_CELL, columns());
  workbook.rows = [RATES[0]!, [null, 45_597, 'CHF', 0.93, null]];
  told()?.tableChanged('rates');
  await take(WATCH_CELL, columns());
  expect((await book.read()).tables.AIRates?.raw.rows[1]?.[2]).toBe('CHF');
  expect(workbook.reads).toBe(1);
});

it('after rows have come, everything is read anew', async () => {
  const { workbook, book, take, columns } = opened(RATES);
  await take(WATCH_CELL, columns());
  workbook.rows = [...RATES, [null, 45_627, 'USD', 1.05, 'ECB']];
  expect(await take(WATCH_CELL, columns())).toBe('in step, 3 rows to 2024-12');
  expect((await book.read()).tables.AIRates?.raw.rows).toHaveLength(3);
  expect(workbook.reads).toBe(2);
});

describe('a blank that is handed over as 0', () => {
  /** The columns with 0 in the place of every blank. */
  const zeroed = (columns: CellValue[][]): CellValue[][] => columns.map((column) => column.map((cell) => cell ?? 0));

  it('is not taken for an amount of 0: what the table holds is read', async () => {
    const { workbook, book, take, columns } = opened(RATES);
    await take(WATCH_CELL, columns());
    workbook.rows = [RATES[0]!, [null, 45_597, 'GBP', null, null]];
    expect(await take(WATCH_CELL, zeroed(columns()))).toBe('in step, 2 rows to 2024-11');
    expect((await book.read()).tables.AIRates?.raw.rows[1]).toEqual(['', 45_597, 'GBP', '', '']);
    expect(workbook.reads).toBe(2);
  });

  it('keeps nobody from finding out which columns these are', async () => {
    const { book, take, columns } = opened(RATES);
    expect(await take(WATCH_CELL, zeroed(columns()))).toBe('in step, 2 rows to 2024-11');
    expect(book.watchCellAt('AI Rates', 'G1')).toMatchObject({ table: 'AIRates', places: [1, 2, 3, 4] });
  });

  it('is told from a 0 that stands in the table', async () => {
    const { workbook, book, take, columns } = opened(RATES);
    await take(WATCH_CELL, columns());
    workbook.rows = [RATES[0]!, [null, 45_597, 'GBP', 0, null]];
    await take(WATCH_CELL, columns());
    expect((await book.read()).tables.AIRates?.raw.rows[1]?.[3]).toBe(0);
  });
});

it('a cell that is still being calculated is waited for: what was there stays', async () => {
  const { workbook, book, take, columns } = opened(RATES);
  await take(WATCH_CELL, columns());
  const before = workbook.rows;
  workbook.rows = [RATES[0]!, [null, 45_597, 'GBP', '#BUSY!', null]];
  const handed = columns();
  workbook.rows = before;
  await take(WATCH_CELL, handed);
  expect((await book.read()).tables.AIRates?.raw.rows[1]?.[3]).toBe(0.83);
});

it('some of the columns are found out by what they hold, and columns that hold the same are not guessed', async () => {
  const { workbook, book, take, columns } = opened(RATES);
  await take(WATCH_CELL, columns().slice(1, 3));
  workbook.rows = [RATES[0]!, [null, 45_597, 'GBP', 7, null]];
  await take(WATCH_CELL, columns().slice(1, 3));
  expect((await book.read()).tables.AIRates?.raw.rows[1]?.[3]).toBe(7);
  expect(workbook.reads).toBe(1);

  const alike = opened([[null, 'x', 'x', 1, 'x']]);
  await alike.take(WATCH_CELL, alike.columns().slice(0, 1));
  alike.workbook.rows = [[null, 'x', 'y', 1, 'x']];
  await alike.take(WATCH_CELL, alike.columns().slice(1, 2));
  expect((await alike.book.read()).tables.AIRates?.raw.rows[0]).toEqual(['', 'x', 'y', 1, 'x']);
});

describe('a calculation on the sheet is looked at', () => {
  /** Whether a result of which no call told is in memory after the sheet was calculated. */
  async function followsCalculation(opening: ReturnType<typeof opened>): Promise<boolean> {
    const { workbook, book, told } = opening;
    workbook.rows = [RATES[0]!, [null, 45_597, 'GBP', 7, null]];
    told()?.sheetCalculated('sheet');
    return (await book.read()).tables.AIRates?.raw.rows[1]?.[3] === 7;
  }

  it('not while watch cells hand over all columns', async () => {
    const all = opened(RATES);
    await all.take(WATCH_CELL, all.columns().slice(0, 3));
    await all.take("'AI Rates'!H1", all.columns().slice(3));
    expect(await followsCalculation(all)).toBe(false);
  });

  it('where they hand over some of them only', async () => {
    const some = opened(RATES);
    await some.take(WATCH_CELL, some.columns().slice(0, 3));
    expect(await followsCalculation(some)).toBe(true);
  });

  it('after one of several was deleted', async () => {
    const deleted = opened(RATES);
    await deleted.take(WATCH_CELL, deleted.columns().slice(0, 3));
    await deleted.take("'AI Rates'!H1", deleted.columns().slice(3));
    deleted.told()?.sheetChanged('sheet', 'G1');
    await deleted.book.read();
    expect(await followsCalculation(deleted)).toBe(true);
  });
});

it('a watch cell whose formula was edited is not taken for what it was', async () => {
  const { workbook, book, take, columns, told } = opened([[null, 'a', 'b', 1, 'c']]);
  await take(WATCH_CELL, columns());
  const [month = [], currency = [], rate = [], source = []] = columns();
  await take(WATCH_CELL, [currency, month, rate, source]);
  told()?.sheetChanged('sheet', 'G1');
  expect((await book.read()).tables.AIRates?.raw.rows).toEqual([['', 'a', 'b', 1, 'c']]);
  workbook.rows = [[null, 'a', 'b', 2, 'c']];
  await take(WATCH_CELL, [currency, month, [2], source]);
  expect((await book.read()).tables.AIRates?.raw.rows).toEqual([['', 'a', 'b', 2, 'c']]);
});

it('columns of something else are refused', async () => {
  const { take } = opened(RATES);
  await expect(take('Sheet1!A1', [[1, 2]])).rejects.toThrow('stands beside a table of AI Spend');
  await expect(take(null, [[1, 2]])).rejects.toThrow('stands beside a table of AI Spend');
});

it('after any edits, in any order of calls and events, the table in memory is that of the workbook', async () => {
  const cell = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom('USD', 'EUR', '#N/A'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(3), fc.nat(4), cell, fc.boolean(), fc.boolean()), { maxLength: 8 }),
      async (rows, edits) => {
        const { workbook, book, take, columns, told } = opened(rows);
        await take(WATCH_CELL, columns());
        for (const [row, column, value, isToldFirst, isLonger] of edits) {
          const next = workbook.rows.map((cells) => [...cells]);
          if (isLonger) {
            next.push([null, value, null, null, null]);
          }
          next[row % next.length]![column] = value;
          workbook.rows = next;
          if (isToldFirst || column === 0) {
            told()?.tableChanged('rates');
          }
          await take(WATCH_CELL, columns());
          const known = (await book.read()).tables.AIRates?.raw.rows;
          // What stands in a column of the user's is of no consequence to a figure.
          expect(known?.map((cells) => cells.slice(1))).toEqual(
            next.map((cells) => cells.slice(1).map((it) => it ?? '')),
          );
        }
      },
    ),
  );
});

it('after an edit of a large table its call is waited for as long as it takes, and it is read only where none comes', async () => {
  jest.useFakeTimers();
  try {
    const rows: CellValue[][] = Array.from({ length: 20_000 }, (_, at) => [null, 45_597, `U${at}`, 1, null]);
    const { workbook, book, take, columns, told } = opened(rows);
    book.onChange(() => undefined);
    await take(WATCH_CELL, columns());
    const { reads } = workbook;
    told()?.tableChanged('rates');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(workbook.reads).toBe(reads);
    await jest.advanceTimersByTimeAsync(500);
    expect(workbook.reads).toBe(reads + 1);
  } finally {
    jest.useRealTimers();
  }
});
