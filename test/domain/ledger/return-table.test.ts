import { ReturnTable } from '../../../src/domain/ledger/return-table';
import { problemOf, tableOf, type Cells } from '../sample-book';

const study = (cells: Cells): Cells => ({ Study: 'IDC', Year: 2024, Segment: 'All', 'Return per 1': 3.7, ...cells });
const table = (...rows: Cells[]): ReturnTable => ReturnTable.of(tableOf('AIReturns', rows.map(study)));
const returned = (of: ReturnTable, segment = 'All'): string => of.returnOf(segment).returnPer1.toFixed();

describe('the return of a segment', () => {
  it('is that of the latest year on record', () => {
    expect(returned(table({ Year: 2023, 'Return per 1': 3.5 }, {}, { Year: 2022, 'Return per 1': 9 }))).toBe('3.7');
  });

  it('is found by the name of the segment, case and spaces ignored', () => {
    expect(returned(table({}, { Segment: 'Financial services', 'Return per 1': 4.2 }), ' FINANCIAL  services')).toBe(
      '4.2',
    );
  });

  it('may come from several studies that agree: the first of the alphabet counts', () => {
    expect(table({ Study: 'Zeta' }, { Study: 'Alpha' }).returnOf('All').study).toBe('Alpha');
  });

  it('is none where studies of its latest year disagree', () => {
    expect(problemOf(() => returned(table({ Study: 'B', 'Return per 1': 2 }, { Study: 'A' })))).toBe(
      '#VALUE! Two studies disagree on the return of All, 2024: 3.7 (A) and 2 (B). Keep one, or give the others another segment.',
    );
  });

  it('takes the year as text or as a number, and a return of less than 1', () => {
    expect(returned(table({ Year: '2025', 'Return per 1': 0.4 }, {}))).toBe('0.4');
  });
});

describe('a broken row', () => {
  it.each<[Cells, string]>([
    [{ Year: null }, 'AIReturns row 2: Year is blank.'],
    [{ Year: 'soon' }, 'AIReturns row 2: Year is "soon", not a year such as 2024.'],
    [{ Year: 24 }, 'AIReturns row 2: Year is 24, not a year such as 2024.'],
    [{ Year: true }, 'AIReturns row 2: Year is TRUE, not a year such as 2024.'],
    [{ 'Return per 1': null }, 'AIReturns row 2: Return per 1 is blank.'],
    [
      { 'Return per 1': '3,70' },
      'AIReturns row 2: Return per 1 is "3,70", not a number. It is stored as text: convert it to a number.',
    ],
  ])('with %p is named where it could be the latest', (cells, message) => {
    expect(problemOf(() => returned(table(cells, {})))).toBe(`#VALUE! ${message}`);
  });

  it('of an older year, or of another segment, troubles nobody', () => {
    expect(
      returned(table({ Year: 2020, 'Return per 1': 'abc' }, {}, { Segment: 'Retail', 'Return per 1': null })),
    ).toBe('3.7');
  });

  it('of a later year is needed', () => {
    expect(problemOf(() => returned(table({}, { Year: 2025, 'Return per 1': 'abc' })))).toMatch(
      /AIReturns row 3: Return per 1 is "abc"/,
    );
  });
});

describe('a segment that is not on record', () => {
  it('is a problem that lists those that are', () => {
    expect(problemOf(() => returned(table({}, { Segment: 'Banking' }), 'Bank'))).toBe(
      '#N/A No segment "Bank" in AIReturns; it has All and Banking. Did you mean "Banking"?',
    );
  });

  it('is told apart from a table without rows, and from a missing table', () => {
    expect(problemOf(() => returned(table()))).toBe(
      '#N/A AIReturns has no rows. Load reference data in the AI Spend pane, or type rows of your own.',
    );
    expect(problemOf(() => ReturnTable.of(null))).toMatch(/^#N\/A This workbook has no table AIReturns\./);
  });
});
