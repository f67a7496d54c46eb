import { planWrites, type BesideHeader } from '../../../src/workbook/watch/watch-cells';

const ALL = '=AIWATCH(AIRates[Month],AIRates[Currency],AIRates[Units per EUR])';
const FIRST = '=AIWATCH(AIRates[Month])';
const SECOND = '=AIWATCH(AIRates[Currency],AIRates[Units per EUR])';

/** The header row right of AIRates, which ends at column D; each cell by its formula, and its text where that is another. */
function beside(
  cells: readonly (string | readonly [formula: string, text: string])[],
  taken: BesideHeader['taken'] = [{ from: 0, to: 4 }],
): BesideHeader {
  const pairs = cells.map((cell) => (typeof cell === 'string' ? ([cell, cell] as const) : cell));
  const formulas = pairs.map(([formula]) => formula);
  const texts = pairs.map(([, text]) => text);
  return { sheet: 'AI Rates', isProtected: false, row: 0, column: 4, formulas, texts, taken };
}

/** What is written, by its column counted from the first after the table. */
function written(
  row: BesideHeader,
  wanted: readonly string[] = [ALL],
  fits: (formula: string) => boolean = () => true,
): Record<number, string> | null {
  const writes = planWrites(row, 'AIRates', wanted, fits);
  return writes && Object.fromEntries(writes.map(({ column, formula }) => [column - 4, formula]));
}

describe('a table is watched by cells that together hand over its columns', () => {
  it.each([
    ['one cell', ['', ALL], [ALL]],
    ['as a file names the function', ['', ALL.replace('AIWATCH', '_xldudf_AIWATCH')], [ALL]],
    ['more cells than its size takes now', ['', FIRST, '', SECOND], [ALL]],
    [
      'cells that share the columns out otherwise',
      ['', FIRST, SECOND],
      [`${FIRST.slice(0, -1)},AIRates[Currency])`, '=AIWATCH(AIRates[Units per EUR])'],
    ],
  ])('%s', (_, cells, wanted) => {
    expect(written(beside(cells), wanted)).toEqual({});
  });
});

describe('its watch cells are written where', () => {
  it.each([
    ['there are none', beside([]), [ALL], { 1: ALL }],
    ['there are too few for its size', beside(['', ALL]), [FIRST, SECOND], { 1: FIRST, 2: SECOND }],
    ['one lacks a column', beside(['', FIRST]), [ALL], { 1: ALL }],
    ['Excel did not know the function', beside(['', [ALL, '#NAME?']]), [ALL], { 1: ALL }],
    ['they are too many, and not whole', beside(['', FIRST, FIRST]), [ALL], { 1: ALL, 2: '' }],
  ])('%s', (_, row, wanted, expected) => {
    expect(written(row, wanted)).toEqual(expected);
  });

  it('one hands over more than a call may carry, although together they hand over all', () => {
    const row = beside(['', ALL, '']);
    expect(written(row, [FIRST, SECOND], (formula) => formula !== ALL)).toEqual({ 1: FIRST, 2: SECOND });
    const shared = beside(['', FIRST, SECOND]);
    const wanted = [`${FIRST.slice(0, -1)},AIRates[Currency])`, '=AIWATCH(AIRates[Units per EUR])'];
    expect(written(shared, wanted, (formula) => formula !== SECOND)).toEqual({ 1: wanted[0], 2: wanted[1] });
  });

  it('but for one whose only column is more than any call carries', () => {
    expect(written(beside(['', FIRST, SECOND]), [FIRST, SECOND], (formula) => formula !== FIRST)).toEqual({});
  });
});

describe('a watch cell takes a cell', () => {
  it('that is blank, and shows nothing that spills into it', () => {
    expect(written(beside(['', 'mine', ['', 'spilled']]))).toEqual({ 3: ALL });
  });

  it('that is in no table of the user, nor right beside one', () => {
    const other = [
      { from: 0, to: 4 },
      { from: 5, to: 8 },
    ];
    expect(written(beside(['', 'A', '', ''], other))).toEqual({ 5: ALL });
    expect(
      written(
        beside(
          [],
          [
            { from: 0, to: 4 },
            { from: 6, to: 8 },
          ],
        ),
      ),
    ).toEqual({ 5: ALL });
  });

  it('or none, where the row has no such cell left', () => {
    expect(written(beside([], [{ from: 0, to: 16_384 }]))).toBeNull();
  });
});
