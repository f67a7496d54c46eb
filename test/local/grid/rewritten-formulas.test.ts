import { RewrittenFormulas, type FormulaItem } from '../../../src/local/grid/rewritten-formulas';

const CELL = { sheetId: 'sheet', row: 1, column: 2 };

/** Runs, each with a formula in one cell; how often formulas were rewritten. */
function rewrites(runs: readonly (readonly [circumstances: string, item: FormulaItem])[]): number {
  const formulas = new RewrittenFormulas();
  let count = 0;
  for (const [circumstances, item] of runs) {
    formulas.begin(circumstances);
    const rewritten = formulas.of(item, CELL, () => {
      count += 1;
      return { f: `${item.f} rewritten in ${circumstances}` };
    });
    expect(rewritten).toEqual({ f: `${item.f} rewritten in ${circumstances}` });
  }
  return count;
}

it('a formula is rewritten once, however many runs take it up', () => {
  expect(
    rewrites([
      ['a', { f: '=T[x]' }],
      ['a', { f: '=T[x]' }],
      ['a', { f: '=T[x]' }],
    ]),
  ).toBe(1);
});

it('one that has changed, or what it rests on, is rewritten anew', () => {
  expect(
    rewrites([
      ['a', { f: '=T[x]' }],
      ['a', { f: '=T[y]' }],
    ]),
  ).toBe(2);
  expect(
    rewrites([
      ['a', { f: '=T[x]' }],
      ['b', { f: '=T[x]' }],
    ]),
  ).toBe(2);
  expect(
    rewrites([
      ['a', { f: '=T[x]', si: 's', x: 0, y: 1 }],
      ['a', { f: '=T[x]', si: 's', x: 0, y: 2 }],
    ]),
  ).toBe(2);
});

it('one that has to be looked at in each run is not kept, and another cell is another formula', () => {
  const formulas = new RewrittenFormulas();
  const rewrite = jest.fn(() => null);
  for (const circumstances of ['a', 'a']) {
    formulas.begin(circumstances);
    expect(formulas.of({ f: '=[1]x!A1' }, CELL, rewrite)).toBeNull();
    formulas.of({ f: '=T[x]' }, { ...CELL, row: 7 }, () => ({ f: '=T[[x]]' }));
  }
  expect(rewrite).toHaveBeenCalledTimes(2);
});
