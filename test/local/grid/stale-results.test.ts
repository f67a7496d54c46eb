import { StaleResults } from '../../../src/local/grid/stale-results';

const area = { row: 2, column: 0, rowCount: 1, columnCount: 1 };

function results() {
  return { a: { 2: { 0: 'A3', 1: 'B3' } }, b: { 4: { 0: 'A5' } } };
}

function after(...changes: Parameters<StaleResults['note']>[0][]) {
  const stale = new StaleResults();
  stale.runStarted();
  changes.forEach((change) => stale.note(change));
  const kept = results();
  const hasMoved = stale.dropMoved(kept);
  stale.dropChanged(kept);
  return { kept, hasMoved };
}

test('without a change during the run all results are kept', () => {
  expect(after()).toEqual({ kept: results(), hasMoved: false });
  expect(after({ kind: 'other' }, { kind: 'selection' })).toEqual({ kept: results(), hasMoved: false });
});

test('a result does not go over what was typed into its cell meanwhile', () => {
  const typed = {
    kind: 'cells',
    sheetId: 'a',
    area,
    cells: [
      { sheetId: 'a', row: 2, column: 0 },
      { sheetId: 'c', row: 1, column: 1 },
    ],
  } as const;
  expect(after(typed)).toEqual({ kept: { a: { 2: { 1: 'B3' } }, b: { 4: { 0: 'A5' } } }, hasMoved: false });
});

test.each([
  { kind: 'moved', sheetId: 'a', area, what: 'rows', how: 'inserted' },
  { kind: 'sheet', sheetId: 'a', how: 'deleted' },
  { kind: 'cells', sheetId: 'a', area, cells: [] },
] as const)('results of a sheet whose cells moved are dropped, and made again: %j', (change) => {
  expect(after(change)).toEqual({ kept: { b: { 4: { 0: 'A5' } } }, hasMoved: true });
});

test('a run that begins afterwards knows the new places', () => {
  const stale = new StaleResults();
  stale.note({ kind: 'moved', sheetId: 'a', area, what: 'rows', how: 'inserted' });
  stale.runStarted();
  const kept = results();
  expect(stale.dropMoved(kept)).toBe(false);
  expect(kept).toEqual(results());
});
