import {
  count,
  loadReport,
  moment,
  months,
  recalculationReport,
  stepText,
  tableContents,
} from '../../../src/taskpane/contract/phrases';

describe('what the pane says', () => {
  it('counts with the right number of the noun', () => {
    expect(count(0, 'row')).toBe('0 rows');
    expect(count(1, 'row')).toBe('1 row');
    expect(count(10_000, 'cell')).toBe('10,000 cells');
    expect(count(2, 'study', 'studies')).toBe('2 studies');
  });

  it('names one month once', () => {
    expect(months('2024-11', '2024-11')).toBe('2024-11');
    expect(months('2024-01', '2024-12')).toBe('2024-01 to 2024-12');
    expect(months(null, null)).toBeNull();
  });

  it('leaves out the months of a table that has none', () => {
    expect(tableContents({ kind: 'present', sheet: 'AI Returns', rows: 1, from: null, to: null, problems: [] })).toBe(
      '1 row · sheet AI Returns',
    );
  });

  it('gives the date of a moment only on another day', () => {
    const at = new Date(2024, 10, 18, 14, 32);
    expect(moment(at, new Date(2024, 10, 18, 23, 0))).not.toContain('2024');
    expect(moment(at, new Date(2024, 10, 19, 0, 1))).toContain('2024');
  });

  it('mentions only what a load did', () => {
    const nothing = { added: 0, replaced: 0, kept: 0, removed: 0, tables: [] };
    expect(loadReport({ ...nothing, added: 304 })).toBe('Reference data loaded: 304 rows added.');
    expect(loadReport({ ...nothing, replaced: 3, removed: 1, kept: 2 })).toBe(
      'Reference data loaded: 3 rows replaced, 1 row removed, 2 rows of your own kept.',
    );
    expect(loadReport(nothing)).toBe('Reference data loaded: nothing had changed.');
  });

  it('says so when there was nothing to recalculate', () => {
    expect(recalculationReport(10_000)).toBe('10,000 cells up to date.');
    expect(recalculationReport(1)).toBe('1 cell up to date.');
    expect(recalculationReport(0)).toBe('No cell uses an AI Spend function yet.');
  });

  it('describes each step of a long action', () => {
    expect(stepText({ kind: 'writing', done: 1_000, total: 2_500 })).toBe('Writing row 1,000 of 2,500');
    expect(stepText({ kind: 'recalculating', done: 0, total: 1 })).toBe('0 of 1 cell');
    expect(stepText({ kind: 'waiting-for-cell-edit' })).toMatch(/^Finish editing the cell/);
  });
});
